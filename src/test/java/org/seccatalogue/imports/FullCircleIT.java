package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.export.ExportOutcome;
import org.seccatalogue.export.Exports;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.mapping.HeaderText;
import org.seccatalogue.mapping.SheetName;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;

/// A workbook goes out, is opened, changed and saved by other programs, and comes back.
@QuarkusTest
@OfficePresent
@NullUnmarked
class FullCircleIT {

  private static final ChangeNote NOTE = new ChangeNote("tester", "There and back");
  private static final RecordQuery ALL =
      new RecordQuery(null, null, null, null, List.of(), null, 100);
  private static final List<String> ODD =
      List.of(
          "=HYPERLINK(\"http://a.b\")\nsecond line; third",
          "007",
          "-1 | 2 // 3 \\; 4",
          "'quoted' שלום e\u0301 \uD83D\uDE00",
          "1.100",
          "@here _x000D_ & <b>",
          "+44 20 7946 0000",
          "A1E5");

  private static final String EDITED = "=2+2 is edited;\nin two lines";

  @Inject Exports exports;
  @Inject Imports imports;
  @Inject Revisions revisions;
  @Inject RecordSearch search;
  @Inject CatalogueSchema schema;

  @TempDir Path folder;

  /// Gives the first record of every type a text that spreadsheets like to break.
  @BeforeEach
  void oddText() {
    int at = 0;
    for (RecordType type : schema.types()) {
      StoredRecord record = first(type);
      ObjectNode values = record.attributes().json();
      values.put(free(type).name(), ODD.get(at++ % ODD.size()));
      assertThat(revisions.save(record.key(), record.version(), again(record, values), NOTE))
          .isInstanceOfAny(SaveOutcome.Revised.class, SaveOutcome.Unchanged.class);
    }
  }

  private StoredRecord first(RecordType type) {
    return ((RecordPage.Page) search.find(ALL.ofType(type.name()))).records().getFirst();
  }

  /// The text of a type that may be anything and has the most room.
  private static Attribute free(RecordType type) {
    return type.attributes().stream()
        .max(Comparator.comparingInt(FullCircleIT::room))
        .orElseThrow();
  }

  private static int room(Attribute attribute) {
    return switch (attribute.type()) {
      case AttributeType.Text(int most) -> most;
      case AttributeType.Line(int most, var form) when form == null && !attribute.unique() -> most;
      default -> 0;
    };
  }

  /// What was typed into the cells, as an attribute keeps it.
  private static String edited(Attribute attribute) {
    return attribute.type() instanceof AttributeType.Line ? EDITED.replace('\n', ' ') : EDITED;
  }

  @Test
  void savedByAnotherProgramItPlansWhatWasChangedAndNothingElse() throws Exception {
    Path saved = Office.saved(exported(), folder.resolve("office"));
    ImportRun untouched = planned(saved);
    assertThat(outcome(untouched)).isEmpty();
    assertThat(
            List.of(
                untouched.counts().rows(),
                untouched.counts().created(),
                untouched.counts().changed(),
                untouched.counts().same()))
        .containsExactly(310, 0, 0, 310);
    Path edited = folder.resolve("edited.xlsx");
    edit(saved, edited);

    ImportRun run = planned(edited);

    List<String> expected =
        schema.types().stream()
            .map(type -> "CHANGED " + first(type).key() + " [" + free(type).name() + "]")
            .toList();
    assertThat(outcome(run)).containsExactlyElementsOf(expected);

    Path again = Office.saved(edited, folder.resolve("again"));
    assertThat(outcome(planned(again))).containsExactlyElementsOf(expected);
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    for (RecordType type : schema.types()) {
      assertThat(first(type).attributes().get(free(type).name()).asText())
          .isEqualTo(edited(free(type)));
    }
    assertThat(outcome(planned(exported()))).isEmpty();
  }

  @Test
  void whatWasChangedMeanwhileIsMergedAfterAnotherProgramSavedTheWorkbook() throws Exception {
    Path taken = exported();
    RecordType both = schema.types().getFirst();
    RecordType other = schema.types().getLast();
    byDrafter(both, "Drafter has other words for it");
    Path edited = folder.resolve("edited.xlsx");
    edit(taken, edited);
    Path saved = Office.saved(edited, folder.resolve("office"));

    ImportRun run = planned(saved);

    assertThat(outcome(run))
        .hasSize(schema.types().size())
        .contains(
            "CONFLICT " + first(both).key() + " [" + free(both).name() + "]",
            "CHANGED " + first(other).key() + " [" + free(other).name() + "]");
    assertThat(imports.decideAll(run.id(), Conflict.Choice.THEIRS, true))
        .isInstanceOf(DecideOutcome.Decided.class);
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
    assertThat(first(both).attributes().get(free(both).name()).asText())
        .isEqualTo("Drafter has other words for it");
    assertThat(first(other).attributes().get(free(other).name()).asText())
        .isEqualTo(edited(free(other)));
  }

  private void byDrafter(RecordType type, String text) {
    StoredRecord record = first(type);
    ObjectNode values = record.attributes().json();
    values.put(free(type).name(), text);
    assertThat(revisions.save(record.key(), record.version(), again(record, values), NOTE))
        .isInstanceOf(SaveOutcome.Revised.class);
  }

  private static RecordDraft again(StoredRecord record, ObjectNode values) {
    return new RecordDraft(
        record.type().name(),
        record.parent() == null ? null : record.parent().toString(),
        org.seccatalogue.record.PlaceWish.NONE,
        record.stage(),
        values,
        record.links().stream()
            .map(l -> new LinkDraft(l.type(), l.target().toString(), null, l.note()))
            .toList());
  }

  /// Copies a workbook with a library of others, and changes one cell of the first record of each
  /// sheet.
  private void edit(Path from, Path to) throws IOException {
    try (ReadableWorkbook read =
            new ReadableWorkbook(from.toFile(), new ReadingOptions(true, false));
        OutputStream out = Files.newOutputStream(to);
        org.dhatim.fastexcel.Workbook written =
            new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
      for (org.dhatim.fastexcel.reader.Sheet sheet : read.getSheets().toList()) {
        Worksheet copy = written.newWorksheet(sheet.getName());
        List<Row> rows = sheet.read();
        rows.forEach(row -> row.stream().forEach(cell -> copy(cell, copy)));
        SheetName.type(sheet.getName(), schema)
            .ifPresent(type -> copy.value(1, column(rows.getFirst(), free(type)), EDITED));
      }
    }
  }

  private static int column(Row header, Attribute attribute) {
    return header.stream()
        .filter(
            cell ->
                cell != null
                    && HeaderText.folded(cell.getText())
                        .equals(HeaderText.folded(attribute.label())))
        .findFirst()
        .orElseThrow()
        .getColumnIndex();
  }

  private static void copy(Cell cell, Worksheet sheet) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return;
    }
    int row = cell.getAddress().getRow();
    int column = cell.getColumnIndex();
    if (cell.getType() == CellType.NUMBER) {
      sheet.value(row, column, cell.asNumber());
      if (cell.getDataFormatString() != null) {
        sheet.style(row, column).format(cell.getDataFormatString()).set();
      }
    } else {
      sheet.value(row, column, cell.getText());
    }
  }

  private Path exported() throws IOException {
    return switch (exports.workbook(new Exports.Wanted(ALL, false))) {
      case ExportOutcome.Refused refused -> throw new AssertionError(refused.toString());
      case ExportOutcome.Export(String name, ExportOutcome.Writer writer) -> {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
          writer.write(out);
        }
        yield file;
      }
    };
  }

  private ImportRun planned(Path file) {
    return switch (imports.plan(file.getFileName().toString(), file, null, NOTE)) {
      case PlanOutcome.Planned(ImportRun run) -> run;
      case PlanOutcome.Unreadable(List<Finding> findings) ->
          throw new AssertionError(findings.toString());
    };
  }

  /// What a plan would do and what it finds, in words.
  private List<String> outcome(ImportRun run) {
    List<String> outcome = new ArrayList<>();
    imports
        .findings(run.id(), 0, 100)
        .forEach(f -> outcome.add(f.place().text() + " " + f.code() + " " + f.found()));
    Stream<PlannedChange> changes = imports.changes(run.id(), null, 0, 1000).stream();
    changes
        .filter(change -> change.kind() != PlannedChange.Kind.SAME)
        .forEach(c -> outcome.add(c.kind() + " " + c.key() + " " + c.changed()));
    return outcome;
  }
}
