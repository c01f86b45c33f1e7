package org.seccatalogue.workbook.annotate;

import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.ods.OdsElements;

/// The sheet of findings in an OpenDocument spreadsheet, and the styles that it has for itself.
final class OdsFindings {

  private static final String STYLE = "sec-findings-";
  private static final String HEAD = STYLE + "head";
  private static final String TITLE = STYLE + "title";
  private static final String TEXT = STYLE + "text";

  private final FindingsSheet list;
  private final Consumer<XMLEvent> out;

  OdsFindings(FindingsSheet list, Consumer<XMLEvent> out) {
    this.list = list;
    this.out = out;
  }

  /// Whether a style is one of ours, of an earlier round.
  static boolean isOurs(StartElement style) {
    String name = OdsElements.attribute(style, "style:name");
    return name != null && name.startsWith(STYLE);
  }

  void styles() {
    for (int width : FindingsSheet.WIDTHS) {
      style(
          STYLE + width,
          "table-column",
          OdsElements.start(
              "style:table-column-properties", "style:column-width", width * 2 + "mm"));
    }
    cell(TITLE, false, "fo:font-weight", "bold", "fo:font-size", "14pt");
    cell(HEAD, false, "fo:font-weight", "bold");
    cell(TEXT, true);
  }

  private void style(String name, String family, StartElement... properties) {
    out.accept(OdsElements.outer("style:style", "style:name", name, "style:family", family));
    for (StartElement one : properties) {
      out.accept(one);
      String local = one.getName().getLocalPart();
      out.accept(OdsElements.end("style:" + local));
    }
    out.accept(OdsElements.end("style:style"));
  }

  private void cell(String name, boolean wraps, String... letters) {
    style(
        name,
        "table-cell",
        OdsElements.start(
            "style:table-cell-properties",
            "style:vertical-align",
            "top",
            "fo:wrap-option",
            wraps ? "wrap" : "no-wrap"),
        OdsElements.start("style:text-properties", letters));
  }

  void write(String name) {
    out.accept(OdsElements.outer("table:table", "table:name", name));
    for (int width : FindingsSheet.WIDTHS) {
      out.accept(OdsElements.start("table:table-column", "table:style-name", STYLE + width));
      out.accept(OdsElements.end("table:table-column"));
    }
    for (String text : list.above()) {
      row(List.of(text), OwnSheets.FINDINGS_MARK.equals(text) ? TITLE : "Default", -1, null);
    }
    row(FindingsSheet.HEADERS, HEAD, -1, null);
    list.lines().forEach(line -> row(line.cells(), TEXT, line.linked(), line.location()));
    out.accept(OdsElements.end("table:table"));
  }

  private void row(List<String> cells, String style, int linked, @Nullable String location) {
    out.accept(OdsElements.start("table:table-row"));
    for (int i = 0; i < cells.size(); i++) {
      out.accept(
          OdsElements.start(
              "table:table-cell", "office:value-type", "string", "table:style-name", style));
      cell(cells.get(i), i == linked ? location : null);
      out.accept(OdsElements.end("table:table-cell"));
    }
    out.accept(OdsElements.end("table:table-row"));
  }

  private void cell(String text, @Nullable String location) {
    if (location == null) {
      text.lines().forEach(line -> OdsElements.element("text:p", line).forEach(out));
      return;
    }
    out.accept(OdsElements.start("text:p"));
    out.accept(
        OdsElements.start("text:a", "xlink:href", address(location), "xlink:type", "simple"));
    out.accept(OdsElements.text(text));
    out.accept(OdsElements.end("text:a"));
    out.accept(OdsElements.end("text:p"));
  }

  /// Such as `#'Sheet one'.A2`, for `'Sheet one'!A2`.
  private static String address(String location) {
    int mark = location.lastIndexOf('!');
    return "#" + location.substring(0, mark) + "." + location.substring(mark + 1);
  }
}
