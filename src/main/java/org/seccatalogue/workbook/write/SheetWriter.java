package org.seccatalogue.workbook.write;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.FormulaGuard;
import org.seccatalogue.workbook.OmittedValue;
import org.seccatalogue.workbook.write.SheetForm.Column;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.workbook.xlsx.XlsxText;
import org.seccatalogue.xml.XmlWriter;

/// Writes one sheet of a workbook, row by row.
public final class SheetWriter {

  public static final int LONGEST_CELL = 32_767;

  private static final int LAST_ROW = 1_048_576;
  private static final int LONGEST_HINT = 255;
  private static final int LONGEST_HINT_TITLE = 32;
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /// Day 0 of the spreadsheets that count from 1900, for the days that all of them agree on.
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final XmlWriter xml;
  private final SheetForm form;
  private final String heading;
  private final IntUnaryOperator formats;
  private final List<String[]> links = new ArrayList<>();
  private int row;

  public SheetWriter(XmlWriter xml, SheetForm form, String heading) {
    this(xml, form, heading, IntUnaryOperator.identity());
  }

  /// A sheet of a workbook that has formats of its own.
  ///
  /// @param formats where the formats of [XlsxStyles] stand among those of the workbook
  public SheetWriter(XmlWriter xml, SheetForm form, String heading, IntUnaryOperator formats) {
    this.xml = xml;
    this.form = form;
    this.heading = heading;
    this.formats = formats;
    begin();
  }

  private void begin() {
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    xml.open("worksheet", "xmlns", MAIN);
    String fits = form.rows() == null ? "1" : "0";
    xml.open("sheetPr").empty("pageSetUpPr", "fitToPage", fits).close("sheetPr");
    view();
    xml.empty("sheetFormatPr", "defaultRowHeight", "15");
    xml.open("cols");
    for (int i = 0; i < form.columns().size(); i++) {
      column(i + 1, form.columns().get(i));
    }
    xml.close("cols").open("sheetData");
    if (form.rows() != null) {
      row(form.columns().stream().map(c -> new Cell(Look.HEADER, words(c.header()))).toList());
    }
  }

  /// A sheet with headers keeps them and its first column in sight.
  private void view() {
    xml.open("sheetViews");
    String lines = form.rows() == null ? "0" : "1";
    String top = String.valueOf(form.top());
    String below = "A" + (form.top() + 1);
    xml.open("sheetView", "showGridLines", lines, "workbookViewId", "0");
    if (form.top() > 0 && form.rows() == null) {
      xml.empty(
          "pane",
          "ySplit",
          top,
          "topLeftCell",
          below,
          "activePane",
          "bottomLeft",
          "state",
          "frozen");
      xml.empty("selection", "pane", "bottomLeft", "activeCell", below, "sqref", below);
    } else if (form.rows() != null) {
      xml.empty(
          "pane",
          "xSplit",
          "1",
          "ySplit",
          "1",
          "topLeftCell",
          "B2",
          "activePane",
          "bottomRight",
          "state",
          "frozen");
      xml.empty("selection", "pane", "bottomRight", "activeCell", "B2", "sqref", "B2");
    }
    xml.close("sheetView").close("sheetViews");
  }

  private void column(int number, Column column) {
    String at = String.valueOf(number);
    String style = format(column.look());
    String width = String.valueOf(column.width());
    String hidden = column.hidden() ? "1" : "0";
    xml.empty(
        "col",
        "min",
        at,
        "max",
        at,
        "width",
        width,
        "style",
        style,
        "hidden",
        hidden,
        "customWidth",
        "1");
  }

  private String format(Look look) {
    return String.valueOf(formats.applyAsInt(look.format()));
  }

  private static CellValue words(String text) {
    return new CellValue.Words(text);
  }

  /// A cell with a look of its own.
  public record Cell(Look look, @Nullable CellValue value) {}

  /// Writes a row of data: a value for each column, null where there is none.
  public void values(List<? extends @Nullable CellValue> values) {
    List<Cell> cells = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      CellValue value = values.get(i);
      cells.add(new Cell(look(form.columns().get(i).look(), value), value));
    }
    row(cells);
  }

  private static Look look(Look column, @Nullable CellValue value) {
    return switch (value) {
      case null -> column;
      case CellValue.Words(String text) when column != Look.LOCKED ->
          FormulaGuard.isNeeded(text) ? Look.QUOTED : Look.TEXT;
      case CellValue.Words _, CellValue.Amount _, CellValue.Day _ -> column;
    };
  }

  public void row(List<Cell> cells) {
    row++;
    xml.open("row", "r", String.valueOf(row), "ht", RowHeight.of(cells, form.columns()));
    for (int i = 0; i < cells.size(); i++) {
      CellValue value = cells.get(i).value();
      if (value != null) {
        cell(SheetForm.letters(i) + row, format(cells.get(i).look()), value);
      }
    }
    xml.close("row");
  }

  /// Leaves rows empty, so that the next one has this number.
  public void skipTo(int number) {
    row = Math.max(row, number - 1);
  }

  /// Writes a row whose first cell leads to another sheet.
  public void link(List<Cell> cells, SheetForm target) {
    link(cells, 0, target.quoted() + "!A1");
  }

  /// Writes a row one of whose cells leads to a place of the workbook.
  public void link(List<Cell> cells, int column, String location) {
    links.add(new String[] {SheetForm.letters(column) + (row + 1), location});
    row(cells);
  }

  private void cell(String at, String format, CellValue value) {
    switch (value) {
      case CellValue.Words(String text) -> text(at, format, text);
      case CellValue.Amount(java.math.BigDecimal number) ->
          number(at, format, number.toPlainString());
      case CellValue.Day(LocalDate day) ->
          number(at, format, String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day)));
    }
  }

  private void text(String at, String format, String text) {
    xml.open("c", "r", at, "s", format, "t", "inlineStr").open("is");
    xml.open("t", "xml:space", "preserve").text(XlsxText.written(fitting(text)));
    xml.close("t").close("is").close("c");
  }

  private static String fitting(String text) {
    return text.length() <= LONGEST_CELL ? text : OmittedValue.mark(text.length());
  }

  private void number(String at, String format, String number) {
    xml.open("c", "r", at, "s", format).open("v").text(number).close("v").close("c");
  }

  public void end() {
    xml.close("sheetData");
    if (form.guarded()) {
      protection();
    }
    if (form.rows() != null) {
      xml.empty("autoFilter", "ref", filtered(form));
    }
    validations();
    hyperlinks();
    xml.empty(
        "pageMargins",
        "left",
        "0.4",
        "right",
        "0.4",
        "top",
        "0.6",
        "bottom",
        "0.6",
        "header",
        "0.3",
        "footer",
        "0.3");
    String paper = form.top() == 0 ? "portrait" : "landscape";
    xml.empty("pageSetup", "paperSize", "9", "orientation", paper, "fitToHeight", "0");
    xml.open("headerFooter");
    if (!heading.isEmpty()) {
      xml.open("oddHeader").text("&C&B" + heading.replace("&", "&&")).close("oddHeader");
    }
    xml.open("oddFooter").text("&L&A&RPage &P of &N");
    xml.close("oddFooter").close("headerFooter").close("worksheet");
  }

  /// Says what stays allowed, so that the sheet can be worked with: 0 is allowed.
  private void protection() {
    xml.empty(
        "sheetProtection",
        "sheet",
        "1",
        "formatCells",
        "0",
        "formatColumns",
        "0",
        "formatRows",
        "0",
        "insertColumns",
        "0",
        "insertRows",
        "0",
        "deleteColumns",
        "0",
        "deleteRows",
        "0",
        "sort",
        "0",
        "autoFilter",
        "0");
  }

  /// The headers with the rows below them.
  static String filtered(SheetForm form) {
    int last = 1 + Objects.requireNonNullElse(form.rows(), 0);
    return "A1:" + SheetForm.letters(form.columns().size() - 1) + last;
  }

  private void validations() {
    List<Runnable> all = new ArrayList<>();
    for (int i = 0; i < form.columns().size(); i++) {
      Column column = form.columns().get(i);
      String letters = SheetForm.letters(i);
      if (column.choices() != null) {
        all.add(() -> choice(letters, column));
      }
      if (!column.hint().isEmpty()) {
        all.add(() -> hint(letters, column));
      }
    }
    if (!all.isEmpty()) {
      xml.open("dataValidations", "count", String.valueOf(all.size()));
      all.forEach(Runnable::run);
      xml.close("dataValidations");
    }
  }

  private void choice(String letters, Column column) {
    xml.open(
        "dataValidation",
        "type",
        "list",
        "allowBlank",
        "1",
        "showErrorMessage",
        "1",
        "errorTitle",
        shortened(column.header(), LONGEST_HINT_TITLE),
        "error",
        "Choose a value from the list.",
        "sqref",
        letters + "2:" + letters + LAST_ROW);
    xml.open("formula1").text(String.valueOf(column.choices())).close("formula1");
    xml.close("dataValidation");
  }

  private void hint(String letters, Column column) {
    xml.empty(
        "dataValidation",
        "allowBlank",
        "1",
        "showInputMessage",
        "1",
        "promptTitle",
        shortened(column.header(), LONGEST_HINT_TITLE),
        "prompt",
        shortened(column.hint(), LONGEST_HINT),
        "sqref",
        letters + "1");
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private void hyperlinks() {
    if (!links.isEmpty()) {
      xml.open("hyperlinks");
      links.forEach(link -> xml.empty("hyperlink", "ref", link[0], "location", link[1]));
      xml.close("hyperlinks");
    }
  }
}
