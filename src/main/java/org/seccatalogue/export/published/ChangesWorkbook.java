package org.seccatalogue.export.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.comparison.BaselineDiff;
import org.seccatalogue.baseline.comparison.ChangeCount;
import org.seccatalogue.baseline.comparison.Move;
import org.seccatalogue.baseline.comparison.RecordChange;
import org.seccatalogue.baseline.comparison.StageChange;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.export.RecordSheet;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetForm.Column;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.workbook.write.SheetWriter;
import org.seccatalogue.workbook.write.SheetWriter.Cell;
import org.seccatalogue.workbook.write.XlsxFile;

/// What became of the records between two baselines, as a workbook with a row for each attribute,
/// link, stage and place that is not as it was: the same bytes for everybody, everywhere.
@ApplicationScoped
public class ChangesWorkbook implements PublishedWriter {

  private final BaselineDiff diff;

  ChangesWorkbook(BaselineDiff diff) {
    this.diff = diff;
  }

  @Override
  public FileKind kind() {
    return FileKind.CHANGES_WORKBOOK;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public FileMarks marks() {
    return BaselineWorkbook.MARKS;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    write(file, out, null, (_, _) -> {});
  }

  /// Writes the workbook. The stream stays open.
  ///
  /// @param said what the workbook says of its form, if it says it
  /// @param more what the form tells of a change besides
  void write(
      PublishedFile file,
      OutputStream out,
      @Nullable String said,
      BiConsumer<RecordChange, Line> more)
      throws IOException {
    Baseline older = file.since();
    Baseline newer = file.baseline();
    List<ChangeCount> counts = diff.counts(older, newer);
    int[] rows = new int[1];
    diff.each(older, newer, change -> each(change, more, (_, _, _) -> rows[0]++));
    XlsxFile workbook = XlsxFile.plain(out, newer.dated());
    workbook.sheet(RecordSheet.cover(), sheet -> cover(older, newer, counts, sheet));
    workbook.sheet(
        form(rows[0]),
        sheet ->
            diff.each(
                older,
                newer,
                change ->
                    each(
                        change,
                        more,
                        (what, before, after) -> sheet.values(row(change, what, before, after)))));
    workbook.finish(
        OwnSheets.MARK + ": changes from " + older.name() + " to " + newer.name(), said);
  }

  private static SheetForm form(int rows) {
    return new SheetForm(
        "Changes",
        SheetForm.State.SHOWN,
        false,
        rows,
        List.of(
            column("Key", 12),
            column("Change", 12),
            column("Record type", 28),
            column("Title", 40),
            column("What", 26),
            column("Before", 60),
            column("After", 60)));
  }

  private static Column column(String header, double width) {
    return new Column(header, width, false, Look.TEXT, null, "");
  }

  /// Is given what is not as it was.
  @FunctionalInterface
  interface Line {
    void of(String what, String before, String after);
  }

  private static void each(RecordChange change, BiConsumer<RecordChange, Line> more, Line line) {
    more.accept(change, line);
    change.attributes().forEach(a -> line.of(a.label(), a.before(), a.after()));
    change.links().forEach(l -> line.of("Link", l.wordsBefore(), l.wordsAfter()));
    switch (change) {
      case RecordChange.Added _, RecordChange.Removed _ -> {}
      case RecordChange.Changed changed -> {
        StageChange stage = changed.stage();
        if (stage != null) {
          line.of("Stage", stage.before(), stage.after());
        }
        move(changed.move(), line);
      }
      case RecordChange.Moved moved -> move(moved.move(), line);
    }
  }

  private static void move(@Nullable Move move, Line line) {
    if (move != null) {
      line.of("Place", "", "Moved " + move.words());
    }
  }

  private static List<@Nullable CellValue> row(
      RecordChange change, String what, String before, String after) {
    List<@Nullable CellValue> cells = new java.util.ArrayList<>();
    cells.add(words(change.record().key().toString()));
    cells.add(words(change.kind().label()));
    cells.add(words(change.record().type().label()));
    cells.add(words(change.record().head().title()));
    cells.add(words(what));
    cells.add(words(before));
    cells.add(words(after));
    return cells;
  }

  private static @Nullable CellValue words(String text) {
    return text.isEmpty() ? null : new CellValue.Words(text);
  }

  private static void cover(
      Baseline older, Baseline newer, List<ChangeCount> counts, SheetWriter sheet) {
    sheet.row(List.of(cell(Look.TITLE, OwnSheets.MARK + ": changes")));
    sheet.row(List.of());
    fact(sheet, "From", older.name() + ", dated " + older.dated() + ", digest " + older.digest());
    fact(sheet, "To", newer.name() + ", dated " + newer.dated() + ", digest " + newer.digest());
    String notCompared = String.join(", ", BaselineDiff.notCompared(older, newer));
    if (!notCompared.isEmpty()) {
      fact(sheet, "Not compared", notCompared + ". One of the two does not publish it.");
    }
    sheet.row(List.of());
    sheet.row(List.of(cell(Look.LABEL, "Change"), cell(Look.LABEL, "Records")));
    for (ChangeCount count : counts) {
      CellValue records = new CellValue.Amount(BigDecimal.valueOf(count.records()));
      sheet.row(
          List.of(
              cell(Look.WRAPPED, count.kind().label() + ": " + count.type().plural()),
              new Cell(Look.WRAPPED, records)));
    }
  }

  private static void fact(SheetWriter sheet, String label, String text) {
    sheet.row(List.of(cell(Look.LABEL, label), cell(Look.WRAPPED, text)));
  }

  private static Cell cell(Look look, String text) {
    return new Cell(look, new CellValue.Words(text));
  }
}
