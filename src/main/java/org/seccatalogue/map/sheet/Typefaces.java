package org.seccatalogue.map.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The typefaces of sheets, as wide as [Letters] are: Liberation Sans, from the class path,
/// whatever the machine has.
record Typefaces(PDFont regular, PDFont bold) {

  private static final String AT = "/liberation/LiberationSans-";

  /// Those characters of them that the document uses are embedded.
  static Typefaces in(PDDocument document) throws IOException {
    return new Typefaces(load(document, "Regular"), load(document, "Bold"));
  }

  private static PDFont load(PDDocument document, String style) throws IOException {
    try (InputStream in = Typefaces.class.getResourceAsStream(AT + style + ".ttf")) {
      return PDType0Font.load(document, Objects.requireNonNull(in), true);
    }
  }
}
