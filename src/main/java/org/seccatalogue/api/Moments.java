package org.seccatalogue.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Moments as all answers write them: in UTC, and with thousandths or millionths of a second where
/// there are any, as an [Instant] writes itself.
@Singleton
public class Moments implements ObjectMapperCustomizer {

  public static @Nullable OffsetDateTime of(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("moments").addSerializer(OffsetDateTime.class, new Writer()));
  }

  private static final class Writer extends StdSerializer<OffsetDateTime> {

    private static final long serialVersionUID = 1;

    Writer() {
      super(OffsetDateTime.class);
    }

    @Override
    public void serialize(OffsetDateTime moment, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(moment.toInstant().toString());
    }
  }
}
