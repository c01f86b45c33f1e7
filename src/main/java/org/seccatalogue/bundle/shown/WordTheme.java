package org.seccatalogue.bundle.shown;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The colour that a theme gives to links: Word takes it in place of the one that a style names.
final class WordTheme {

  /// What is no plain colour could be any.
  private static final String UNKNOWN = "FFFFFF";

  private final Set<String> links = new HashSet<>();

  /// Reads `word/theme/theme1.xml`.
  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && xml.getLocalName().equals("hlink")) {
        links.add(color(Formatting.read(xml)));
      }
    }
  }

  private static String color(Formatting said) {
    @Nullable String color = said.get("srgbClr");
    return said.said().size() == 1 && color != null && color.matches("[0-9A-Fa-f]{6}")
        ? color
        : UNKNOWN;
  }

  /// Whether links can be read, as far as the theme decides.
  boolean showsLinks() {
    return links.stream()
        .allMatch(color -> new Look(null, null, color, null, null, null, null).signs().isEmpty());
  }
}
