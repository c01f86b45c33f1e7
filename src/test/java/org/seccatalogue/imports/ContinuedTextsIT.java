package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.export.ExportOutcome;
import org.seccatalogue.export.Exports;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;
import org.seccatalogue.workbook.continued.ContinuedText;

/// A text that is too long for a cell goes out over several rows, and comes back as one.
@QuarkusTest
@OfficePresent
@NullUnmarked
class ContinuedTextsIT {

  private static final String SHEET = "Clauses";
  private static final RecordQuery CLAUSES =
      new RecordQuery("clause", null, null, null, List.of(), null, 1);

  /// With spaces where it is cut, characters of two, and the words of a mark at its end.
  private static final String TEXT =
      ("=1. " + "§ x \uD83D\uDE00".repeat(5_000)).substring(0, 29_998)
          + " \n\n"
          + "A sentence of the clause.\n".repeat(2_000)
          + "y".repeat(18_000 - 42)
          + "(part 1 of 2, continues in the row below)";

  @Inject TwoPeople two;
  @Inject Imports imports;
  @Inject Exports exports;
  @TempDir Path folder;

  private String key;
  private String part;
  private int rows;

  @BeforeEach
  void aLongClause() throws IOException {
    String reference = "A." + ThreadLocalRandom.current().nextInt(1_000_000, 99_000_000);
    key =
        two.created(
            Drafts.of("clause")
                .with("reference", reference)
                .with("title", "A long clause")
                .with("text", TEXT));
    rows = ContinuedText.cells(TEXT, ContinuedText.Room.CELL).size();
    part = key + " (part %d of " + rows + ")";
  }

  private EditedSheet exported() throws IOException {
    return EditedSheet.of(exportedFile(), SHEET);
  }

  private Path exportedFile() throws IOException {
    Path file = folder.resolve("clauses.xlsx");
    ExportOutcome.Export export =
        (ExportOutcome.Export) exports.workbook(new Exports.Wanted(CLAUSES, false));
    try (OutputStream out = Files.newOutputStream(file)) {
      export.writer().write(out);
    }
    return file;
  }

  private static void assertUntouched(ImportRun run, TwoPeople two) {
    assertThat(two.findings(run)).isEmpty();
    assertThat(run.counts().changed() + run.counts().created() + run.counts().conflicts()).isZero();
    assertThat(run.counts().rows()).isEqualTo(run.counts().same());
  }

  @Test
  void untouchedItPlansNothing() throws Exception {
    EditedSheet sheet = exported();
    assertThat(sheet.get(part.formatted(2), "Title")).isNull();
    assertThat(String.valueOf(sheet.get(key, "Text")))
        .endsWith("\n(part 1 of %d, continues in the row below)".formatted(rows));

    assertUntouched(two.planned(exportedFile()), two);
    assertUntouched(two.planned(sheet), two);
    assertUntouched(two.planned(exportedFile()), two);
  }

  @Test
  void savedByAnotherProgramItPlansNothing() throws Exception {
    Path saved = Office.saved(exportedFile(), folder.resolve("office"));
    assertUntouched(two.planned(saved), two);
    assertUntouched(two.planned(Office.saved(saved, folder.resolve("again"))), two);
  }

  @Test
  void whatIsEditedInOnePartIsTheText() throws Exception {
    EditedSheet sheet = exported();
    String second = String.valueOf(sheet.get(part.formatted(2), "Text"));
    sheet.set(part.formatted(2), "Text", second.replaceFirst("sentence", "word"));

    ImportRun run = two.planned(sheet);

    assertThat(two.findings(run)).isEmpty();
    assertThat(two.outcome(run)).contains("CHANGED " + key + " [text] []");
    assertThat(run.counts().changed()).isEqualTo(1);
    two.apply(run);
    assertThat(two.record(key).attributes().get("text").asText())
        .isEqualTo(TEXT.replaceFirst("sentence", "word"));
  }

  @Test
  void aRowThatIsMissingIsAnErrorOfItsRecord() throws Exception {
    EditedSheet sheet = exported().delete(part.formatted(rows));
    int row = sheet.number(key);

    ImportRun run = two.planned(sheet);

    assertThat(two.findings(run))
        .containsExactly(
            "sheet “Clauses”, cell %s%d CONTINUATION a text that ends with part %d of %d"
                .formatted(letter(sheet), row, rows - 1, rows));
    assertThat(imports.apply(run.id(), TwoPeople.MEMBER))
        .isInstanceOf(ApplyOutcome.NotApplicable.class);
    assertThat(run.problems().separable()).isTrue();
  }

  private static char letter(EditedSheet sheet) {
    return (char) ('A' + sheet.columnOf("Text"));
  }

  /// What could be a part of any row's text is not left out with the rows that have errors.
  @Test
  void aPartAloneKeepsTheImportFromBeingApplied() throws Exception {
    EditedSheet sheet = exported();
    sheet.set(key, "Text", "Short");
    for (int i = 2; i < rows; i++) {
      sheet.delete(part.formatted(i));
    }
    sheet.keepSorted(key, part.formatted(rows));

    ImportRun run = two.planned(sheet);

    assertThat(two.findings(run))
        .containsExactly("sheet “Clauses”, cell A2 LONE_CONTINUATION " + part.formatted(rows));
    assertThat(run.problems().separable()).isFalse();
  }

  @Test
  void aFieldOfCommaSeparatedValuesHoldsAll() throws Exception {
    Path file = folder.resolve("clauses.csv");
    ExportOutcome.Export export =
        (ExportOutcome.Export) exports.csv(new Exports.Wanted(CLAUSES, false));
    try (OutputStream out = Files.newOutputStream(file)) {
      export.writer().write(out);
    }
    ImportRun run =
        ((PlanOutcome.Planned) imports.plan("clauses.csv", file, null, TwoPeople.MEMBER)).run();
    assertUntouched(run, two);
  }
}
