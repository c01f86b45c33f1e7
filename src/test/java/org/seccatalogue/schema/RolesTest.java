package org.seccatalogue.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.testkit.OlderSchema;

/// What documents say of notes, interactions and options is told by roles; in record types that
/// were frozen before these roles, by the order of the attributes.
class RolesTest {

  private static final SchemaFiles FILES = SchemaFiles.in(Path.of("catalogue-schema"));

  @Test
  void typesFrozenBeforeTheseRolesHaveThemByPosition() {
    SchemaFiles older = OlderSchema.of(FILES);
    assertThat(older.text("types/code-interaction.schema.json")).doesNotContain("raised-by");

    for (RecordType type : loaded(FILES).types()) {
      assertThat(roles(loaded(older).typeOf(type.name()))).isEqualTo(roles(type));
    }
  }

  @Test
  void typesOfTodayPlayOnlyTheRolesThatTheyState() {
    SchemaFiles files =
        with(FILES, "code-interaction", "\"properties\": {", "\"properties\": {" + line("urgency"));

    assertThat(roles(loaded(files).typeOf("code-interaction")))
        .containsExactly(
            "urgency []",
            "area [TITLE]",
            "concerns [CONCERNS]",
            "existing_code [AGREEMENT]",
            "kind [INTERACTION_KIND]",
            "impact [IMPACT]",
            "raised_by [RAISED_BY]",
            "response [RESPONSE]");
  }

  @ParameterizedTest
  @CsvSource({
    "code-interaction, kind, /properties, an attribute with the role “kind”",
    "code-interaction, impact, /properties, an attribute with the role “impact”",
    "drafting-note, author, /properties, an attribute with the role “author”",
    "option-set, options, /properties, an attribute with the role “options”",
    "option-set, title, /properties, an attribute with the role “title”",
    "option-set, letter, /properties/options/items/properties, a column with the role “letter”",
    "option-set, state, /properties/options/items/properties, a column with the role “state”"
  })
  void aTypePlaysWhatDocumentsSayOfItsKind(
      String type, String role, String pointer, String expected) {
    SchemaFiles files = with(FILES, type, ",\\s*\"x-role\": \"" + role + "\"", "");

    assertThat(refused(files))
        .extracting(finding -> finding.place().text() + " | " + finding.expected())
        .containsExactly("types/" + type + ".schema.json at " + pointer + " | " + expected);
  }

  @Test
  void aRoleIsPlayedOnce() {
    SchemaFiles files =
        with(FILES, "drafting-note", "\"x-role\": \"state\"", "\"x-role\": \"author\"");

    assertThat(refused(files))
        .extracting(finding -> finding.place().text() + " | " + finding.expected())
        .containsExactly(
            "types/drafting-note.schema.json at /properties/state/x-role | a role used once");
  }

  @Test
  void aPatternIsSaidInWords() {
    SchemaFiles files = with(FILES, "option-set", "\"x-patternHint\": \"one capital.*\n", "");

    assertThat(refused(files))
        .extracting(finding -> finding.place().text())
        .containsExactly(
            "types/option-set.schema.json at" + " /properties/options/items/properties/letter");
  }

  private static String line(String name) {
    return "\"%s\": {\"type\": \"string\", \"maxLength\": 20, \"x-label\": \"%s\"},"
        .formatted(name, name);
  }

  /// Every attribute and column with its roles.
  private static List<String> roles(RecordType type) {
    return type.attributes().stream()
        .flatMap(
            attribute ->
                attribute.type() instanceof AttributeType.Table(List<Attribute> columns)
                    ? Stream.concat(Stream.of(attribute), columns.stream())
                    : Stream.of(attribute))
        .map(attribute -> attribute.name() + " " + attribute.roles().stream().sorted().toList())
        .toList();
  }

  private static SchemaFiles with(SchemaFiles files, String type, String from, String to) {
    TreeMap<String, String> texts = new TreeMap<>(files.texts());
    texts.computeIfPresent(
        "types/" + type + ".schema.json",
        (_, text) -> {
          String changed = text.replaceFirst(from.replace("{", "\\{"), to);
          assertThat(changed).isNotEqualTo(text);
          return changed;
        });
    return new SchemaFiles(texts);
  }

  private static CatalogueSchema loaded(SchemaFiles files) {
    return switch (SchemaLoader.load(files)) {
      case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
      case SchemaLoader.Outcome.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static List<Finding> refused(SchemaFiles files) {
    return ((SchemaLoader.Outcome.Refused) SchemaLoader.load(files)).findings();
  }
}
