package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of the draft belong to the package `revision`: no other one names them, in SQL
/// either.
class TableOwnersTest {

  private static final Path SOURCES = Path.of("src/main/java/org/seccatalogue");
  private static final Pattern NAMES_A_TABLE =
      Pattern.compile(
          "(?i)\\b(from|join|into|update|table|copy)\\s+(drafting\\.)?"
              + "(record|revision|link|stage_move|place_move|reference_change|renumbering|workflow_stage|key_counter)\\b"
              + "|\"(record|revision|link|stage_move|place_move|key_counter) \\(");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");

  /// The published store has a table of links of its own.
  private static final Set<String> PUBLISHED_LINKS =
      Set.of(
          "baseline/PublishedRecords.java",
          "baseline/comparison/BaselineDiff.java",
          "baseline/search/Matching.java");

  /// What still names them. The list only becomes shorter.
  private static final Set<String> STILL = Set.of();

  @Test
  void onlyTheirOwnerNamesThem() {
    assertThat(naming()).isEqualTo(new TreeSet<>(STILL));
  }

  private static Set<String> naming() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.startsWith(SOURCES.resolve("revision")))
          .filter(TableOwnersTest::namesOne)
          .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !PUBLISHED_LINKS.contains(file))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean namesOne(Path file) {
    try {
      String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
      return NAMES_A_TABLE.matcher(code).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
