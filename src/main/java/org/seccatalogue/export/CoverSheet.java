package org.seccatalogue.export;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.workbook.write.SheetWriter;
import org.seccatalogue.workbook.write.SheetWriter.Cell;

/// The first sheet of an exported workbook: what it is, when it was made, and how to bring it back.
final class CoverSheet {

  /// What its editor should know.
  private record Advice(String label, String text) {}

  private static final List<Advice> ADVICE =
      List.of(
          new Advice(
              "White columns",
              "Change what you like. Where a cell offers a list, choose from it; select a header to"
                  + " read what belongs in its column. An asterisk marks what every record must"
                  + " have."),
          new Advice(
              "Grey columns",
              "Leave them alone: key, revision and a hidden digest tell which record a row is, and"
                  + " what it said when the workbook was made."),
          new Advice(
              "Rows",
              "Add a record in a new row, and leave its key empty. A row that is taken out, or"
                  + " filtered away, changes nothing in the catalogue."),
          new Advice(
              "Several values in a cell",
              "They have ; between them. The rows of a table stand on lines of their own, with |"
                  + " between their columns. A backslash before such a character makes it part of"
                  + " the text."),
          new Advice(
              "Long texts",
              "A cell has room for 32,767 characters. A longer text goes on in the rows below, which"
                  + " say in the first column to which record they belong and which part they hold."
                  + " Edit the parts, leave the brackets at their ends, and keep the rows together"
                  + " and in their order."),
          new Advice(
              "Protection",
              "The sheets are protected without a password, to keep the grey columns from"
                  + " accidents. To sort rows or take them out, choose “Unprotect Sheet” under"
                  + " Review."),
          new Advice(
              "Bringing it back",
              "Upload the workbook under Import. You see every change before anything is saved."
                  + " Columns and sheets that are not there change nothing."));

  private final ExportFacts facts;

  CoverSheet(ExportFacts facts) {
    this.facts = facts;
  }

  void write(SheetWriter sheet, List<SheetForm> sheets) {
    sheet.row(List.of(cell(Look.TITLE, OwnSheets.MARK + ": " + facts.title())));
    sheet.row(List.of(cell(Look.MARKING, facts.marking())));
    sheet.row(List.of());
    fact(sheet, "What it is", facts.purpose());
    fact(sheet, "Made", facts.time());
    fact(sheet, "What it holds", facts.selection());
    sheet.row(List.of());
    contents(sheet, sheets);
    sheet.row(List.of());
    sheet.row(List.of(cell(Look.LABEL, "How to edit it and bring it back")));
    ADVICE.forEach(advice -> fact(sheet, advice.label(), advice.text()));
  }

  private static void fact(SheetWriter sheet, String label, String text) {
    sheet.row(List.of(cell(Look.LABEL, label), cell(Look.WRAPPED, text)));
  }

  private static void contents(SheetWriter sheet, List<SheetForm> sheets) {
    sheet.row(List.of(cell(Look.LABEL, "Sheet"), cell(Look.LABEL, "Records")));
    int all = 0;
    for (SheetForm form : sheets) {
      int rows = form.rows() == null ? 0 : form.rows();
      all += rows;
      sheet.link(List.of(cell(Look.LINK, form.name()), amount(rows)), form);
    }
    sheet.row(List.of(cell(Look.LABEL, "All sheets"), amount(all)));
  }

  private static Cell cell(Look look, String text) {
    @Nullable CellValue value = text.isEmpty() ? null : new CellValue.Words(text);
    return new Cell(look, value);
  }

  private static Cell amount(int number) {
    return new Cell(Look.WRAPPED, new CellValue.Amount(BigDecimal.valueOf(number)));
  }
}
