package org.seccatalogue.document.word;

import java.time.LocalDate;
import org.seccatalogue.record.WordDiff;
import org.seccatalogue.xml.XmlWriter;

/// Writes texts with what was deleted and inserted, as tracked changes that a reader may accept or
/// reject one by one.
public final class WordRevisions {

  private final XmlWriter xml;
  private final String author;
  private final String date;
  private int number = 100_000;

  /// @param author to whom the changes are attributed
  /// @param dated the day to which they are
  WordRevisions(XmlWriter xml, String author, LocalDate dated) {
    this.xml = xml;
    this.author = author;
    this.date = dated + "T00:00:00Z";
  }

  public void words(WordDiff diff) {
    for (WordDiff.Piece piece : diff.pieces()) {
      switch (piece.mark()) {
        case KEPT -> run(piece.text(), "w:t");
        case DELETED -> deleted(piece.text());
        case INSERTED -> inserted(piece.text());
      }
    }
  }

  void deleted(String text) {
    marked("w:del", text, "w:delText");
  }

  void inserted(String text) {
    marked("w:ins", text, "w:t");
  }

  private void marked(String mark, String text, String element) {
    if (!text.isEmpty()) {
      open(mark);
      run(text, element);
      xml.close(mark);
    }
  }

  private void open(String mark) {
    xml.open(mark, "w:id", Integer.toString(number++), "w:author", author, "w:date", date);
  }

  private void run(String text, String element) {
    xml.markup("<w:r>");
    String separator = "";
    for (String line : text.split("\r\n|\r|\n", -1)) {
      xml.markup(separator);
      if (!line.isEmpty()) {
        xml.open(element, "xml:space", "preserve").text(line.replace('\t', ' ')).close(element);
      }
      separator = "<w:br/>";
    }
    xml.markup("</w:r>");
  }
}
