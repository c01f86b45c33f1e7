package org.seccatalogue.map.sheet;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.seccatalogue.xml.XmlWriter;

/// Says in comments of the page of a PDF what belongs together, in the markup that SVG has for it.
/// Whoever compares two files finds their parts by that.
final class MarkedSheet implements Sheet {

  private static final char LAST_ASCII = '~';

  private final Sheet sheet;
  private final PDPageContentStream page;

  MarkedSheet(Sheet sheet, PDPageContentStream page) {
    this.sheet = sheet;
    this.page = page;
  }

  @Override
  public void begin(String words, String... data) {
    StringWriter markup = new StringWriter();
    XmlWriter xml = new XmlWriter(markup).open("g", data);
    if (!words.isEmpty()) {
      xml.open("title").text(words).close("title");
    }
    comment(markup.toString());
    sheet.begin(words, data);
  }

  @Override
  public void end() {
    sheet.end();
    comment("</g>");
  }

  /// Comments are in ASCII, and end with their line.
  private void comment(String markup) {
    StringBuilder ascii = new StringBuilder();
    markup
        .codePoints()
        .forEach(
            one -> {
              if (one < ' ' || one > LAST_ASCII) {
                ascii.append("&#").append(one).append(';');
              } else {
                ascii.append((char) one);
              }
            });
    try {
      page.addComment(ascii.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void rectangle(Box box, double corner, Look look) {
    sheet.rectangle(box, corner, look);
  }

  @Override
  public void path(Path path, Look look) {
    sheet.path(path, look);
  }

  @Override
  public void circle(Point middle, double radius, Look look) {
    sheet.circle(middle, radius, look);
  }

  @Override
  public void words(String text, Point at, Lettering lettering) {
    sheet.words(text, at, lettering);
  }
}
