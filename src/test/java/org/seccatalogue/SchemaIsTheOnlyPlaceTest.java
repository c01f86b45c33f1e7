package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// No attribute of a record type is named in code, templates or migrations.
class SchemaIsTheOnlyPlaceTest {

  /// Words of Atom, of comments in workbooks, of forms and of a statement of our own.
  private static final Set<String> OTHER_MEANINGS = Set.of("author", "summary", "area", "options");

  /// The words that type files themselves use for roles and kinds.
  private static final Set<String> VOCABULARY =
      Set.of("AttributeRole.java", "TypeKind.java", "CodeRole.java");

  private static final Pattern QUOTED = Pattern.compile("[\"'](\\w+)[\"']");

  /// The value of an attribute by its name: `attributes().get("x")`, `attributes.x` or
  /// `attributes ->> 'x'`.
  private static final Pattern VALUE =
      Pattern.compile(
          "\\battributes(?:\\(\\))?\\.\\w+\\(\"(?=(\\w+)\"\\))"
              + "|\\battribute\\(\"(?=(\\w+)\"\\))"
              + "|\\battributes\\.(?=(\\w+)[}\\s.])"
              + "|\\battributes\\s*->>?\\s*'(?=(\\w+)')");

  @Test
  void noAttributeIsNamedInJavaTemplatesOrMigrations() throws IOException {
    Set<String> names = attributeNames();
    names.removeAll(OTHER_MEANINGS);
    names.removeAll(wordsOfTheContract());
    assertThat(found(QUOTED, names)).isEmpty();
  }

  /// Also those whose names mean something else elsewhere.
  @Test
  void noValueOfAnAttributeIsReachedByItsName() throws IOException {
    assertThat(found(VALUE, attributeNames())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record.attributes().get(\"title\")",
        "attributes.path(\"title\")",
        "{record.attributes.title}",
        "where attributes ->> 'title' = ?",
        "type.attribute(\"title\")"
      })
  void thisWouldFindOne(String source) {
    assertThat(VALUE.matcher(source).results().map(SchemaIsTheOnlyPlaceTest::word))
        .containsExactly("title");
  }

  @Test
  void whatIsLookedForIsThere() throws IOException {
    assertThat(attributeNames()).contains("frc_reference", "meter_variant", "acceptance_criterion");
    assertThat(wordsOfTheContract()).contains("title", "severity").doesNotContain("obligation");
    assertThat(sources()).hasSizeGreaterThan(50);
  }

  private static List<String> found(Pattern word, Set<String> names) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      word.matcher(Files.readString(file))
          .results()
          .map(SchemaIsTheOnlyPlaceTest::word)
          .filter(names::contains)
          .forEach(name -> found.add(file + " names " + name));
    }
    return found;
  }

  /// The group that took part.
  private static String word(MatchResult result) {
    return IntStream.rangeClosed(1, result.groupCount())
        .mapToObj(result::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> attributeNames() {
    SchemaLoader.Outcome outcome = SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema")));
    CatalogueSchema schema = ((SchemaLoader.Outcome.Loaded) outcome).schema();
    Set<String> names = new TreeSet<>();
    schema.types().forEach(type -> type.attributes().forEach(a -> names.add(a.name())));
    return names;
  }

  /// The members of what the API takes and gives, and its parameters, which name no attributes.
  private static Set<String> wordsOfTheContract() throws IOException {
    Set<String> words = new TreeSet<>();
    collect(new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile()), words);
    return words;
  }

  private static void collect(JsonNode node, Set<String> words) {
    node.path("properties").fieldNames().forEachRemaining(words::add);
    if (node.has("in") && node.has("name")) {
      words.add(node.path("name").asText());
    }
    node.forEach(child -> collect(child, words));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("src/main"))) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(java|html|sql|txt|properties)"))
          .filter(file -> !VOCABULARY.contains(file.getFileName().toString()))
          .toList();
    }
  }
}
