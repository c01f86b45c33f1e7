package org.seccatalogue.workbook.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.FormulaGuard;
import org.seccatalogue.workbook.write.SheetForm.Column;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.xml.XmlWriter;

/// Writes one sheet of a workbook, row by row.
public final class SheetWriter {

  public static final int LONGEST_CELL = CellWriter.LONGEST;

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private final XmlWriter xml;
  private final CellWriter cells;
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
    this.cells = new CellWriter(xml, form.columns().size(), formats);
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

  public void row(List<Cell> written) {
    row++;
    String number = String.valueOf(row);
    xml.open("row", "r", number, "ht", RowHeight.of(written, form.columns()));
    for (int i = 0; i < written.size(); i++) {
      CellValue value = written.get(i).value();
      if (value != null) {
        cells.write(i, number, written.get(i).look(), value);
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

  public void end() {
    xml.close("sheetData");
    ColumnRules rules = new ColumnRules(xml);
    if (form.guarded()) {
      rules.protect();
    }
    if (form.rows() != null) {
      xml.empty("autoFilter", "ref", filtered(written()));
    }
    rules.of(form.columns());
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

  /// The form with as many rows as there are: a record may have several.
  SheetForm written() {
    return form.rows() == null ? form : form.holding(Math.max(form.rows(), row - 1));
  }

  /// The headers with the rows below them.
  static String filtered(SheetForm form) {
    int last = 1 + Objects.requireNonNullElse(form.rows(), 0);
    return "A1:" + SheetForm.letters(form.columns().size() - 1) + last;
  }

  private void hyperlinks() {
    if (!links.isEmpty()) {
      xml.open("hyperlinks");
      links.forEach(link -> xml.empty("hyperlink", "ref", link[0], "location", link[1]));
      xml.close("hyperlinks");
    }
  }
}
