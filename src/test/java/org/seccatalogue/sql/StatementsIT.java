package org.seccatalogue.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every statement that stands in a constant of the program is understood by the migrated database,
/// and gives the columns, of the types, that the record it is read into asks for.
@QuarkusTest
@NullUnmarked
class StatementsIT {

  private static final Map<Class<?>, Set<Integer>> FITTING =
      Map.of(
          String.class, Set.of(Types.VARCHAR, Types.CHAR, Types.OTHER, Types.LONGVARCHAR),
          Integer.class, Set.of(Types.INTEGER, Types.SMALLINT, Types.BIGINT, Types.NUMERIC),
          Long.class, Set.of(Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.NUMERIC),
          Double.class, Set.of(Types.DOUBLE, Types.REAL, Types.NUMERIC),
          Boolean.class, Set.of(Types.BIT, Types.BOOLEAN),
          java.time.Instant.class, Set.of(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE),
          java.time.LocalDate.class, Set.of(Types.DATE),
          byte[].class, Set.of(Types.BINARY, Types.VARBINARY),
          String[].class, Set.of(Types.ARRAY));

  private static final Path CLASSES = Path.of("target", "classes");
  private static final String CLASS = ".class";

  @Inject javax.sql.DataSource drafting;

  @Inject
  @DataSource("published")
  javax.sql.DataSource published;

  record Wrong(int key, String missing) {}

  @Test
  void everyStatementOfTheProgramFitsTheDatabase() throws Exception {
    Map<String, Object> statements = statements();
    assertThat(statements).hasSizeGreaterThan(30);

    List<String> problems = new ArrayList<>();
    try (Connection draft = drafting.getConnection();
        Connection readers = published.getConnection()) {
      for (var entry : statements.entrySet()) {
        Connection connection = isOfReaders(entry.getKey()) ? readers : draft;
        String problem = problem(connection, entry.getValue());
        if (problem != null) {
          problems.add(entry.getKey() + ": " + problem);
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void statementsThatDoNotFitAreFound() throws Exception {
    try (Connection draft = drafting.getConnection()) {
      assertThat(problem(draft, Query.of(Wrong.class, "select 1 as key, 'x' as missing"))).isNull();
      assertThat(problem(draft, Query.of(Wrong.class, "select 1 as key")))
          .contains("no column missing");
      assertThat(problem(draft, Query.of(Wrong.class, "select 'x' as key, 'x' as missing")))
          .contains("key");
      assertThat(problem(draft, Query.of(Integer.class, "select nothing from job")))
          .contains("nothing");
      assertThat(problem(draft, Command.of("delete from job where idd = :id"))).contains("idd");
    }
  }

  /// Statements by class and constant.
  static Map<String, Object> statements() throws Exception {
    Map<String, Object> statements = new HashMap<>();
    for (String name : classes()) {
      Class<?> type = Class.forName(name, false, StatementsIT.class.getClassLoader());
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && (field.getType() == Query.class || field.getType() == Command.class)) {
          field.setAccessible(true);
          statements.put(name + "." + field.getName(), field.get(null));
        }
      }
    }
    return statements;
  }

  /// The names of all classes of the program.
  private static List<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString().replace(File.separatorChar, '.'))
          .filter(name -> name.startsWith("org.seccatalogue.") && name.endsWith(CLASS))
          .filter(name -> !name.endsWith("-info" + CLASS))
          .map(name -> name.substring(0, name.length() - CLASS.length()))
          .toList();
    }
  }

  /// Classes that ask the published store, and never the draft.
  private static boolean isOfReaders(String constant) {
    return (constant.contains(".Published") && !constant.contains(".PublishedStore."))
        || constant.contains(".FacetedRecords")
        || constant.contains(".BaselineDiff")
        || constant.contains(".Siblings")
        || constant.contains(".Standings")
        || constant.contains(".Excerpts")
        || constant.contains(".FileLists.");
  }

  private static @Nullable String problem(Connection connection, Object statement) {
    try {
      return switch (statement) {
        case Command command -> problem(connection, command.statement(), List.of(), true);
        case Query<?> query ->
            problem(
                connection, query.statement(), query.shape().columns(), query.shape().isRecord());
        default -> "no statement";
      };
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  private static @Nullable String problem(
      Connection connection, Statement statement, List<Column> columns, boolean byName)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement.positioned())) {
      prepared.getParameterMetaData();
      ResultSetMetaData given = prepared.getMetaData();
      for (Column column : columns) {
        int place = byName ? place(given, column.name()) : 1;
        if (place == 0) {
          return "no column " + column.name();
        }
        if (!FITTING.getOrDefault(column.stored(), Set.of()).contains(given.getColumnType(place))) {
          return column.name()
              + " is "
              + given.getColumnTypeName(place)
              + ", not "
              + column.wanted();
        }
      }
      return null;
    }
  }

  private static int place(ResultSetMetaData given, String name) throws SQLException {
    for (int i = 1; i <= given.getColumnCount(); i++) {
      if (given.getColumnLabel(i).equals(name)) {
        return i;
      }
    }
    return 0;
  }
}
