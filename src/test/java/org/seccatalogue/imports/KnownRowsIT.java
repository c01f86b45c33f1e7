package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.Meters;
import org.seccatalogue.workbook.Layouts;

/// Rows that were read before are known again by their digests, and everything that differs is seen
/// all the same.
@QuarkusTest
@NullUnmarked
class KnownRowsIT {

  private static final String TYPE = "Electricity meter specs";

  @Inject Imports imports;
  @Inject TwoPeople two;
  @Inject DataSource database;

  @Test
  void whatWasAppliedIsKnownWithoutBeingReadInWhateverOrder() throws IOException, SQLException {
    List<List<String>> rows = meters("known", 3);
    List<String> keys = applied(rows);

    ImportRun again = planned(rows);
    assertThat(two.outcome(again)).isEqualTo(same(keys));
    assertThat(read(again)).isZero();
    assertThat(titles(again)).containsExactly("known 1", "known 2", "known 3");

    ImportRun sorted = planned(List.of(rows.get(0), rows.get(3), rows.get(1), rows.get(2)));
    assertThat(two.outcome(sorted)).isEqualTo(same(List.of(keys.get(2), keys.get(0), keys.get(1))));
    assertThat(read(sorted)).isZero();
  }

  @Test
  void anExportedRowIsReadOnceAndThenKnown() throws IOException, SQLException {
    Path exported = two.exportedFile();
    ImportRun first = two.planned(exported);
    ImportRun second = two.planned(exported);

    assertThat(first.counts().same()).isPositive();
    assertThat(read(first)).isEqualTo(first.counts().same());
    assertThat(read(second)).isZero();
    assertThat(two.outcome(second)).isEqualTo(two.outcome(first));
    assertThat(second.counts()).isEqualTo(first.counts());
    assertThat(two.findings(second)).isEqualTo(two.findings(first));
  }

  @Test
  void everyEditedCellIsSeen() throws IOException, SQLException {
    List<List<String>> rows = meters("edited", 2);
    List<String> keys = applied(rows);
    for (String[] edit :
        new String[][] {
          {"Requirement", "The electricity meter shall rest.", "requirement_text"},
          {"Priority", "Should", "priority"},
          {"Interfaces", "WAN", "interfaces"}
        }) {
      ImportRun run = planned(edited(rows, 1, edit[0], edit[1]));
      assertThat(two.rows(run))
          .as(edit[0])
          .extracting(row -> row.kind() + " " + row.key() + " " + row.changed())
          .containsExactly(
              "CHANGED " + keys.get(0) + " [" + edit[2] + "]", "SAME " + keys.get(1) + " []");
      assertThat(read(run)).isEqualTo(1);
    }
    assertThat(two.outcome(planned(edited(rows, 1, "Title", "edited otherwise"))))
        .containsExactly("NEW null [] []", same(keys).get(1));
    assertThat(two.findings(planned(edited(rows, 1, "Derives from", "Z.99"))))
        .anyMatch(finding -> finding.contains("UNKNOWN_RECORD Z.99"));
  }

  @Test
  void anotherColumnOrOneLessIsRead() throws IOException, SQLException {
    List<List<String>> rows = meters("columns", 1);
    List<String> keys = applied(rows);
    List<List<String>> less = new ArrayList<>();
    rows.forEach(row -> less.add(row.subList(0, row.size() - 1)));
    ImportRun withoutLinks = planned(less);
    assertThat(read(withoutLinks)).isEqualTo(1);
    assertThat(two.outcome(withoutLinks)).isEqualTo(same(keys));

    List<List<String>> renamed = edited(rows, 0, "Priority", "Remarks");
    ImportRun withoutPriority = planned(renamed);
    assertThat(read(withoutPriority)).isEqualTo(1);
    assertThat(two.findings(withoutPriority)).anyMatch(f -> f.contains("UNKNOWN_COLUMN Remarks"));
  }

  @Test
  void aRecordThatChangedSinceIsComparedAgain() throws IOException, SQLException {
    List<List<String>> rows = meters("moved", 3);
    List<String> keys = applied(rows);
    two.theirs(keys.get(0), record -> record.with("owner", "Somebody else"));
    two.theirs(keys.get(1), record -> derivingFrom(record, "B.1.1"));

    ImportRun run = planned(rows);

    assertThat(two.rows(run))
        .extracting(row -> row.kind() + " " + row.changed())
        .containsExactly("CHANGED [owner]", "CHANGED [derives_from]", "SAME []");
    assertThat(read(run)).isEqualTo(2);
  }

  private static Drafts derivingFrom(Drafts record, String target) {
    return new Drafts(
        record.type(),
        record.parent(),
        record.place(),
        record.stage(),
        record.attributes(),
        List.of(new LinkDraft("derives_from", target, null, null)));
  }

  @Test
  void aNameThatMeansAnotherRecordNowIsLookedAt() throws IOException, SQLException {
    // Of their own, since a reference that another record had is asked about ever after.
    String clause = two.key("B.1.4");
    List<List<String>> rows = edited(meters("names", 1), 1, "Derives from", "B.1.4");
    applied(rows);
    assertThat(read(planned(rows))).isZero();
    String other = two.key("B.1.3");
    two.theirs(clause, record -> record.with("reference", "B.1.4.old"));
    two.theirs(other, record -> record.with("reference", "B.1.4"));
    try {
      ImportRun run = planned(rows);
      assertThat(two.findings(run)).anyMatch(f -> f.contains("REFERENCE_PASSED B.1.4"));
    } finally {
      two.theirs(other, record -> record.with("reference", "B.1.3"));
      two.theirs(clause, record -> record.with("reference", "B.1.4"));
    }
    assertThat(read(planned(rows))).isZero();
  }

  @Test
  void aTitleThatAnotherRecordHasByNowIsAmbiguous() throws IOException, SQLException {
    List<List<String>> rows = meters("twin", 1);
    List<String> keys = applied(rows);
    String other = applied(meters("another", 1)).getFirst();
    two.theirs(other, record -> record.with("title", "twin 1"));

    assertThat(two.findings(planned(rows))).anyMatch(f -> f.contains("AMBIGUOUS"));
    assertThat(keys).hasSize(1);
  }

  @Test
  void theSameRowTwiceIsRefusedThoughBothAreKnown() throws IOException, SQLException {
    List<List<String>> rows = meters("twice", 1);
    applied(rows);

    ImportRun run = planned(List.of(rows.get(0), rows.get(1), rows.get(1)));

    assertThat(two.findings(run)).anyMatch(f -> f.contains("DUPLICATE"));
    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
  }

  @Test
  void whatWasPlannedAndNotAppliedOrWasUndoneIsNotKnown() throws IOException, SQLException {
    List<List<String>> rows = meters("undone", 1);
    ImportRun never = planned(rows);
    assertThat(two.outcome(never)).containsExactly("NEW null [] []");
    ImportRun run = planned(rows);
    assertThat(read(run)).isEqualTo(1);
    two.apply(run);
    String key = String.valueOf(two.rows(run).getFirst().key());
    assertThat(imports.undo(run.id(), TwoPeople.MEMBER)).isInstanceOf(UndoOutcome.Undone.class);

    ImportRun back = planned(rows);

    assertThat(two.rows(back))
        .extracting(row -> row.kind() + " " + row.key())
        .containsExactly("CHANGED " + key);
    assertThat(two.findings(back)).anyMatch(f -> f.contains("WITHDRAWN"));
  }

  @Test
  void aRowThatAsksForAStageIsReadUntilItsRecordHasThat() throws IOException, SQLException {
    List<List<String>> rows = withColumn(meters("staged", 1), "Status", "Reviewed");
    ImportRun first = planned(rows);
    assertThat(first.problems().errors()).as(() -> two.findings(first).toString()).isZero();
    two.apply(first);
    ImportRun again = planned(rows);

    assertThat(two.rows(again)).extracting(row -> row.kind().name()).containsExactly("SAME");
  }

  private static List<List<String>> withColumn(
      List<List<String>> rows, String header, String value) {
    List<List<String>> wider = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.add(wider.isEmpty() ? header : value);
      wider.add(cells);
    }
    return wider;
  }

  private List<List<String>> meters(String title, int count) {
    return Meters.rows(title, count);
  }

  private static List<List<String>> edited(
      List<List<String>> rows, int row, String header, String text) {
    List<List<String>> edited = new ArrayList<>(rows);
    List<String> cells = new ArrayList<>(rows.get(row));
    cells.set(rows.getFirst().indexOf(header), text);
    edited.set(row, cells);
    return edited;
  }

  private ImportRun planned(List<List<String>> rows) throws IOException {
    Path file = Layouts.write(TwoPeople.temporary("rows", ".xlsx"), new Layouts.Named(TYPE, rows));
    return two.planned(file);
  }

  /// Imports rows.
  ///
  /// @return the keys of their records
  private List<String> applied(List<List<String>> rows) throws IOException {
    ImportRun run = planned(rows);
    two.apply(run);
    return two.rows(run).stream().map(row -> String.valueOf(row.key())).toList();
  }

  private static List<String> same(List<String> keys) {
    return keys.stream().map(key -> "SAME " + key + " [] []").toList();
  }

  private List<String> titles(ImportRun run) {
    return two.rows(run).stream().map(row -> row.title()).toList();
  }

  /// How many rows were read as more than cells: what is known again keeps no digest.
  private int read(ImportRun run) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet found =
            select.executeQuery(
                "select count(*) from import_change where print is not null and import_id = "
                    + run.id())) {
      found.next();
      return found.getInt(1);
    }
  }
}
