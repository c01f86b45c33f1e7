package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// No attribute of a record type is named in code, templates or migrations.
class SchemaIsTheOnlyPlaceTest {

  /// Words that are also the catalogue's own: parts of a record that are not attributes, fields of
  /// findings and imports, and words of HTML and HTTP.
  private static final Set<String> OTHER_MEANINGS =
      Set.of(
          "title",
          "reference",
          "text",
          "note",
          "state",
          "kind",
          "summary",
          "owner",
          "marking",
          "rationale",
          "obligation",
          "provisional",
          "severity",
          "concerns",
          "impact",
          "protocol",
          "options",
          "status",
          "mandatory",
          "author",
          "area",
          "response",
          "trigger",
          "dependency",
          "device",
          "scope",
          "version");

  /// A word in quotes, or after a full stop as templates write it.
  private static final Pattern WORD = Pattern.compile("(?<=[\"'.])(\\w+)(?=[\"'}\\s)])");

  @Test
  void noAttributeIsNamedInJavaTemplatesOrMigrations() throws IOException {
    Set<String> names = attributeNames();
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      WORD.matcher(Files.readString(file))
          .results()
          .map(word -> word.group(1))
          .filter(names::contains)
          .forEach(name -> found.add(file + " names " + name));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theTestWouldFindOne() throws IOException {
    assertThat(attributeNames()).contains("frc_reference", "meter_variant", "acceptance_criterion");
    assertThat(sources()).hasSizeGreaterThan(50);
  }

  private static Set<String> attributeNames() {
    SchemaLoader.Outcome outcome = SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema")));
    CatalogueSchema schema = ((SchemaLoader.Outcome.Loaded) outcome).schema();
    Set<String> names = new TreeSet<>();
    schema.types().forEach(type -> type.attributes().forEach(a -> names.add(a.name())));
    names.removeAll(OTHER_MEANINGS);
    return names;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("src/main"))) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(java|html|sql|txt|properties)"))
          .toList();
    }
  }
}
