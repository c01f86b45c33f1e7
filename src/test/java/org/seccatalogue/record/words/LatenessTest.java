package org.seccatalogue.record.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.schema.TypeKind;

class LatenessTest {

  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.bundled())).schema();
  private static final RecordType DEPENDENCY =
      SCHEMA.typeOf(SCHEMA.namesOf(TypeKind.DEPENDENCY).getFirst());

  @ParameterizedTest
  @CsvSource({
    "2011-11-30, unknown, 2011-12-01, true",
    "2011-11-30, not started, 2012-11-30, true",
    "2011-11-30, draft, 2011-12-01, true",
    "2011-11-30, late, 2011-12-01, true",
    "2011-11-30, unknown, 2011-11-30, false",
    "2011-11-30, unknown, 2011-11-29, false",
    "2011-11-30, delivered, 2011-12-01, false",
    "2011-11-30, baselined, 2011-12-01, false",
    "2011-11-30, accepted, 2011-12-01, false",
    "2011-11-30, none, 2011-12-01, false",
    "2011-11-30, , 2011-12-01, false",
    ", unknown, 2011-12-01, false"
  })
  void whatIsAwaitedAfterItsDayIsLate(
      @Nullable String due, @Nullable String state, LocalDate day, boolean late) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    put(values, AttributeRole.DUE, due);
    put(values, AttributeRole.PROGRESS, state);
    assertThat(Lateness.isLate(DEPENDENCY, Attributes.stored(values), day)).isEqualTo(late);
  }

  private static void put(ObjectNode values, AttributeRole role, @Nullable String value) {
    if (value != null) {
      values.put(DEPENDENCY.playing(role).orElseThrow().name(), value);
    }
  }
}
