package org.seccatalogue.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program must not work on what a later one has changed.
@Tag("process")
class NewerDatabaseIT {

  @TempDir private Path directory;

  @Test
  void isRefusedInOneSentence() throws Exception {
    try (var database = Databases.started(directory);
        var owner = Databases.asOwner(database)) {
      var place = place(database, "drafting");
      assertThat(NewerDatabase.refusal(place)).as("a new one").isEmpty();
      Databases.execute(
          owner,
          "CREATE SCHEMA drafting; CREATE TABLE drafting.flyway_schema_history"
              + " (installed_rank int, type text, script text, success boolean)");
      Databases.execute(owner, row(1, "db/migration/V202611291250__moves_that_are_undone.sql"));
      assertThat(NewerDatabase.refusal(place)).as("one of ours").isEmpty();
      Databases.execute(owner, row(2, "db/migration/V209901010000__people.sql"));
      assertThat(NewerDatabase.refusal(place))
          .hasValue(
              ("The database at %s was changed by a later version of the catalogue:"
                      + " db/migration/V209901010000__people.sql is not known here. Nothing was touched. Start"
                      + " that version, or bring back a copy of the data from before.")
                  .formatted(database.jdbcUrl()));
    }
  }

  @Test
  void oneThatDoesNotAnswerIsToldOf() {
    var nobody =
        new NewerDatabase.Place("jdbc:postgresql://127.0.0.1:1/none", "one", "two", "drafting");
    assertThat(NewerDatabase.refusal(nobody).orElseThrow())
        .startsWith("The database at jdbc:postgresql://127.0.0.1:1/none does not answer: ");
  }

  private static String row(int rank, String script) {
    return "INSERT INTO drafting.flyway_schema_history VALUES (%d, 'SQL', '%s', true)"
        .formatted(rank, script);
  }

  private static NewerDatabase.Place place(EmbeddedDatabase database, String schema) {
    return new NewerDatabase.Place(
        database.jdbcUrl(), Credentials.OWNER_ROLE, database.credentials().owner(), schema);
  }
}
