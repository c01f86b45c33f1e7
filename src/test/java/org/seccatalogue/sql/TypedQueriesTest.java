package org.seccatalogue.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Statements are queries that say what they return. Classes that still read rows by position, or
/// prepare statements themselves, stand in lists that only become shorter.
class TypedQueriesTest {

  private static final Path SOURCES = Path.of("src/main/java/org/seccatalogue");

  /// Rows as they come from the driver or from an untyped query.
  private static final Pattern BY_POSITION =
      Pattern.compile("Object\\[]|\\b(row|rows|result|set)\\.get[A-Z]\\w*\\(\\d+[,)]");

  private static final Pattern NATIVE =
      Pattern.compile("\\.(createNative\\w*Query|prepareStatement|prepareCall)\\(");

  /// Which reads rows of a workbook.
  private static final Set<String> STILL_BY_POSITION = Set.of("XlsFindings");

  /// It reads whole entities.
  private static final Set<String> STILL_NATIVE = Set.of("RecordSearch");

  @Test
  void rowsAreNotReadByPosition() {
    assertThat(containing(BY_POSITION)).isEqualTo(STILL_BY_POSITION);
  }

  @Test
  void statementsSayWhatTheyReturn() {
    assertThat(containing(NATIVE)).isEqualTo(STILL_NATIVE);
  }

  /// Names of the classes outside this package in which a pattern stands.
  private static Set<String> containing(Pattern pattern) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> found = new TreeSet<>();
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.startsWith(SOURCES.resolve("sql")))
          .filter(file -> pattern.matcher(text(file)).find())
          .forEach(file -> found.add(file.getFileName().toString().replace(".java", "")));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
