package org.seccatalogue.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.OffsetDateTime;

/// Writes moments in one way wherever they stand in an answer: in UTC, with a fraction of none,
/// three, six or nine digits. The models of the contract would drop zeros at its end.
@Singleton
class MomentFormat implements ObjectMapperCustomizer {

  /// After all others: the last that is told how to write something has its way.
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("moments").addSerializer(OffsetDateTime.class, new InUtc()));
  }

  private static final class InUtc extends StdSerializer<OffsetDateTime> {

    InUtc() {
      super(OffsetDateTime.class);
    }

    @Override
    public void serialize(OffsetDateTime moment, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(moment.toInstant().toString());
    }
  }
}
