package org.seccatalogue.document.html;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Run;
import org.seccatalogue.xml.XmlWriter;

/// Writes text within elements, and tables. Ends of lines and tabs stay as they are: the stylesheet
/// keeps them.
final class HtmlText {

  private final XmlWriter xml;
  private final @Nullable RecordAddresses pages;
  private final boolean apart;

  /// For a document that stands alone.
  HtmlText(XmlWriter xml) {
    this(xml, null);
  }

  /// @param pages where records have pages of their own, if they do
  HtmlText(XmlWriter xml, @Nullable RecordAddresses pages) {
    this(xml, pages, false);
  }

  private HtmlText(XmlWriter xml, @Nullable RecordAddresses pages, boolean apart) {
    this.xml = xml;
    this.pages = pages;
    this.apart = apart;
  }

  /// For a piece of a document whose records stand on pages of their own alone.
  static HtmlText apart(XmlWriter xml, RecordAddresses pages) {
    return new HtmlText(xml, pages, true);
  }

  void runs(List<Run> runs) {
    for (Run run : runs) {
      switch (run) {
        case Run.Text(String text, Run.Emphasis emphasis) -> emphasised(text, emphasis);
        case Run.CrossReference(String text, String anchor) -> link(text, anchor);
      }
    }
  }

  private void emphasised(String text, Run.Emphasis emphasis) {
    switch (emphasis) {
      case NONE -> xml.text(text);
      case STRONG -> xml.markup("<strong>").text(text).markup("</strong>");
      case EMPHASIS -> xml.markup("<em>").text(text).markup("</em>");
      case LITERAL -> xml.markup("<code>").text(text).markup("</code>");
      case PROVISIONAL -> element("<span class=\"sec-provisional\">", text, "</span>");
    }
  }

  void link(String text, String anchor) {
    String address = apart && pages != null ? pages.of(text) : "#" + anchor;
    xml.markup("<a href=\"").text(address).markup("\">").text(text).markup("</a>");
  }

  /// The name of a record that does not stand in this document.
  void elsewhere(String name) {
    if (pages == null) {
      element("<span class=\"sec-target\">", name, "</span>");
    } else {
      xml.markup("<a class=\"sec-target\" href=\"").text(pages.of(name)).markup("\">");
      element("", name, "</a>");
    }
  }

  /// Where the key of a record leads that stands in this document: to its page, or to itself.
  String own(String key, String anchor) {
    return pages == null ? "#" + anchor : pages.of(key);
  }

  /// Writes a paragraph; without a text there is none.
  void paragraph(String cssClass, List<Run> runs) {
    if (!runs.isEmpty()) {
      xml.markup("<p class=\"").markup(cssClass).markup("\">");
      runs(runs);
      xml.markup("</p>\n");
    }
  }

  /// Writes a table in a frame that scrolls sideways when the window is narrow, also by keyboard.
  void table(Block.Table table, String cssClass) {
    openTable(table.caption(), cssClass, table.header());
    table.rows().forEach(row -> row(row, table.header().size()));
    xml.markup("</tbody>\n</table>\n</div>\n");
  }

  private void openTable(String caption, String cssClass, List<String> header) {
    String label = caption.isEmpty() ? "Table" : caption;
    xml.open("div", "class", "sec-scroll", "role", "region", "aria-label", label, "tabindex", "0");
    xml.markup("\n<table class=\"").markup(cssClass).markup("\">\n");
    if (!caption.isEmpty()) {
      xml.markup("<caption>").text(caption).markup("</caption>\n");
    }
    xml.markup("<thead>\n<tr>");
    header.forEach(name -> element("<th scope=\"col\">", name, "</th>"));
    xml.markup("</tr>\n</thead>\n<tbody>\n");
  }

  /// Writes the table of a box in the same way.
  void table(Block.AgreementsBox box) {
    openTable(box.title(), "sec-data sec-titled", Block.AgreementsBox.COLUMNS);
    for (Block.AgreementsBox.Row row : box.rows()) {
      xml.markup("<tr>");
      cell(List.of(row.agreement()));
      cell(row.said());
      cell(row.assessed());
      xml.markup("</tr>\n");
    }
    xml.markup("</tbody>\n</table>\n</div>\n");
  }

  /// One paragraph stands for itself, several below each other.
  private void cell(List<List<Run>> paragraphs) {
    xml.markup("<td>");
    String separator = "";
    for (List<Run> paragraph : paragraphs) {
      xml.markup(separator);
      runs(paragraph);
      separator = "<br/>";
    }
    xml.markup("</td>");
  }

  private void row(List<String> cells, int columns) {
    xml.markup("<tr>");
    IntStream.range(0, columns)
        .mapToObj(column -> column < cells.size() ? cells.get(column) : "")
        .forEach(cell -> element("<td>", cell, "</td>"));
    xml.markup("</tr>\n");
  }

  /// Writes a text between two pieces of markup.
  void element(String open, String text, String close) {
    xml.markup(open).text(text).markup(close);
  }
}
