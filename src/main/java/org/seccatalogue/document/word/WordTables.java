package org.seccatalogue.document.word;

import java.util.List;
import org.seccatalogue.xml.XmlWriter;

/// Writes tables, one at a time. The width of every column is fixed, so that all programs agree on
/// it and nothing runs over the margin.
final class WordTables {

  private static final int SHORT = 600;

  private final XmlWriter xml;
  private final WordParagraphs paragraphs;
  private final WordTemplate template;
  private int[] widths = {};
  private int column;

  WordTables(XmlWriter xml, WordParagraphs paragraphs, WordTemplate template) {
    this.xml = xml;
    this.paragraphs = paragraphs;
    this.template = template;
  }

  /// @param description what the table is, for readers who cannot see it
  void open(WordStyle style, String description, int... columnWidths) {
    widths = columnWidths.clone();
    xml.open("w:tbl").open("w:tblPr");
    xml.empty("w:tblStyle", "w:val", template.styleId(style));
    xml.empty("w:tblW", "w:w", width(0, widths.length), "w:type", "dxa");
    xml.markup("<w:tblLayout w:type=\"fixed\"/>");
    xml.markup("<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\"");
    xml.markup(" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
    xml.empty("w:tblCaption", "w:val", description);
    xml.close("w:tblPr").open("w:tblGrid");
    for (int width : widths) {
      xml.empty("w:gridCol", "w:w", Integer.toString(width));
    }
    xml.close("w:tblGrid");
  }

  /// Closes the table. Word joins tables that touch, and wants a paragraph after the last.
  void close() {
    xml.close("w:tbl");
    paragraphs.paragraph(WordStyle.TABLE_GAP, "");
  }

  /// Opens a row that is repeated on every page.
  void openHeaderRow() {
    xml.markup("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    column = 0;
  }

  /// @param length the number of characters in its longest cell; a short row stays on one page
  void openRow(int length) {
    xml.markup(length <= SHORT ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>");
    column = 0;
  }

  void closeRow() {
    xml.close("w:tr");
  }

  /// Opens a cell over some columns; it must be given a paragraph.
  void openCell(int span) {
    xml.open("w:tc").open("w:tcPr");
    xml.empty("w:tcW", "w:w", width(column, span), "w:type", "dxa");
    if (span > 1) {
      xml.empty("w:gridSpan", "w:val", Integer.toString(span));
    }
    xml.close("w:tcPr");
    column += span;
  }

  void closeCell() {
    xml.close("w:tc");
  }

  /// Writes a whole cell of one column.
  void cell(WordStyle style, String text) {
    cell(style, text, 1);
  }

  void cell(WordStyle style, String text, int span) {
    openCell(span);
    paragraphs.paragraph(style, text);
    closeCell();
  }

  /// Writes the row that names the columns.
  void headerRow(WordStyle style, List<String> labels) {
    openHeaderRow();
    labels.forEach(label -> cell(style, label));
    closeRow();
  }

  /// Writes a row of text; missing cells are empty.
  void row(WordStyle style, List<String> texts) {
    openRow(texts.stream().mapToInt(String::length).max().orElse(0));
    for (int i = 0; i < widths.length; i++) {
      cell(style, i < texts.size() ? texts.get(i) : "");
    }
    closeRow();
  }

  private String width(int first, int span) {
    int sum = 0;
    for (int i = first; i < first + span; i++) {
      sum += widths[i];
    }
    return Integer.toString(sum);
  }
}
