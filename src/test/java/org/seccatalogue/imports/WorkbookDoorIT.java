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
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.export.DraftCells;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.testkit.BadDraft;
import org.seccatalogue.testkit.BadDraftWorld;
import org.seccatalogue.testkit.BadDrafts;
import org.seccatalogue.testkit.Door;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.workbook.Layouts;

/// What no other door lets in comes in by no workbook: neither when it is planned, nor when the
/// catalogue moved on until it is applied.
@QuarkusTest
@NullUnmarked
class WorkbookDoorIT {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "By workbook");
  private static final List<String> TABLES =
      List.of("record", "revision", "link", "stage_move", "place_move", "key_counter");

  @Inject CatalogueSchema schema;
  @Inject BadDraftWorld world;
  @Inject Imports imports;
  @Inject Revisions revisions;
  @Inject DataSource database;

  @TempDir Path folder;

  @BeforeEach
  void makeTheRecords() {
    world.make();
  }

  static Stream<BadDraft> badDrafts() {
    return BadDrafts.all().stream().filter(bad -> !bad.cannotSay().contains(Door.WORKBOOK));
  }

  @ParameterizedTest
  @MethodSource("badDrafts")
  void whatIsBadComesInByNoWorkbook(BadDraft bad) throws Exception {
    Map<String, String> cells =
        DraftCells.of(
            schema, world.asked(bad), bad.isNew() ? null : world.subject(bad).key().toString());
    if (bad.pointer().startsWith("/attributes/")) {
      cells.putIfAbsent(bad.pointer().split("/", -1)[2], "");
    }
    List<String> before = dump();

    ImportRun run = planned(world.asked(bad).type(), cells);
    List<Finding> found = imports.findings(run.id(), 0, 100);
    if (bad.pointer().equals("/note")) {
      imports.choose(run.id(), List.of(1), true);
      found =
          refused(imports.apply(run.id(), new ChangeNote("Metering drafter", bad.act().note())));
    } else {
      assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.NotApplicable.class);
    }

    assertThat(found).filteredOn(Finding::isError).extracting(Finding::code).contains(bad.code());
    assertThat(found).extracting(Finding::place).allMatch(Place.Cell.class::isInstance);
    assertThat(dump()).isEqualTo(before);
  }

  private ImportRun planned(String type, Map<String, String> cells) throws IOException {
    Path file =
        Layouts.write(
            folder.resolve("bad.xlsx"),
            new Layouts.Named(
                type, List.of(List.copyOf(cells.keySet()), List.copyOf(cells.values()))));
    return ((PlanOutcome.Planned) imports.plan("bad.xlsx", file, "", NOTE)).run();
  }

  private static List<Finding> refused(ApplyOutcome outcome) {
    return ((ApplyOutcome.Moved) outcome).findings();
  }

  @Test
  void aRingThatTwoPlansMakeTogetherIsRefusedWhenTheSecondIsApplied() throws Exception {
    String outer = section("Z.1", null);
    String other = section("Z.2", null);
    ImportRun first = planned("section", Map.of("Key", outer, "Section", other));
    ImportRun second = planned("section", Map.of("Key", other, "Section", outer));
    assertThat(imports.apply(first.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    List<String> before = dump();

    assertThat(refused(imports.apply(second.id(), NOTE)))
        .extracting(f -> f.place().text() + " " + f.code())
        .containsExactly("sheet “section”, cell A2 BAD_PLACE");
    assertThat(dump()).isEqualTo(before);
  }

  private String section(String reference, String parent) {
    Drafts draft = Drafts.of("section").with("reference", reference).with("title", reference);
    return ((org.seccatalogue.revision.SaveOutcome.Created)
            revisions.create(draft.below(parent).draft(), NOTE))
        .record()
        .key()
        .toString();
  }

  @Test
  void aRingOfTwoRowsIsRefused() throws Exception {
    String one = section("Z.3", null);
    String two = section("Z.4", null);
    Path file =
        Layouts.write(
            folder.resolve("ring.xlsx"),
            new Layouts.Named(
                "section",
                List.of(List.of("Key", "Section"), List.of(one, "Z.4"), List.of(two, "Z.3"))));

    ImportRun run = ((PlanOutcome.Planned) imports.plan("ring.xlsx", file, "", NOTE)).run();

    assertThat(imports.findings(run.id(), 0, 10))
        .extracting(f -> f.place().text() + " " + f.code())
        .containsExactly("sheet “section”, cell B3 BAD_PLACE");
  }

  @Test
  void aWithdrawalIsCountedWarnedOfAndChosenByItself() throws Exception {
    String key = section("Z.5", null);
    ImportRun run = planned("section", Map.of("Key", key, "Stage", "Withdrawn"));

    assertThat(imports.findings(run.id(), 0, 10))
        .extracting(f -> f.severity() + " " + f.code())
        .containsExactly("WARNING " + FindingCode.WITHDRAWS);
    assertThat(run.selection().leftOut()).isEqualTo(1);
    imports.choose(run.id(), org.seccatalogue.plan.rows.PlannedChange.Filter.ALL, true);
    assertThat(imports.find(run.id()).orElseThrow().selection().leftOut()).isEqualTo(1);
    imports.choose(run.id(), List.of(1), true);
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    assertThat(revisions.named("Z.5").orElseThrow().stage()).isEqualTo("WITHDRAWN");
  }

  /// All that is drafted, table by table.
  private List<String> dump() throws SQLException {
    List<String> dump = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by"
                    + " md5(t::text))), '') from "
                    + table
                    + " t")) {
          row.next();
          dump.add(table + " " + row.getString(1));
        }
      }
    }
    return dump;
  }
}
