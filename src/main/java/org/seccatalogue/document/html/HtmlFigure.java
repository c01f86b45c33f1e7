package org.seccatalogue.document.html;

import org.seccatalogue.document.Figure;
import org.seccatalogue.xml.XmlWriter;

/// Writes a figure: as vectors, which are sharp however large they are shown or printed, within the
/// file, which so needs no other. What it shows stands in it in words.
final class HtmlFigure {

  /// By which whoever reads the file knows it.
  private static final String ANCHOR = "figure-1";

  private HtmlFigure() {}

  static void write(Figure figure, XmlWriter xml) {
    xml.open("figure", "class", "sec-figure", "id", ANCHOR, "data-name", figure.name());
    xml.markup("\n");
    xml.markup("<figcaption>").text(figure.title()).markup("</figcaption>\n");
    xml.open(
        "div",
        "class",
        "sec-scroll",
        "role",
        "region",
        "aria-label",
        figure.name(),
        "tabindex",
        "0");
    xml.markup("\n").markup(figure.picture().svg()).markup("</div>\n</figure>\n");
  }
}
