package org.seccatalogue.bundle.shown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The styles of a Word document.
final class WordStyles {

  private final Map<String, Look> looks = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();
  private Look defaults = Look.AS_AROUND;
  private @Nullable String usual;

  /// Reads `word/styles.xml`.
  void read(XMLStreamReader xml, Words words) throws XMLStreamException {
    String style = null;
    boolean part = false;
    while (xml.hasNext()) {
      int event = xml.next();
      String name = xml.isStartElement() || xml.isEndElement() ? xml.getLocalName() : "";
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (name) {
          case "style" -> {
            style = WordRun.attribute(xml, "styleId");
            if ("paragraph".equals(WordRun.attribute(xml, "type"))
                && "1".equals(WordRun.attribute(xml, "default"))) {
              usual = style;
            }
          }
          case "basedOn" -> base(style, WordRun.attribute(xml, "val"));
          case "tblStylePr" -> part = true;
          case "rPr" -> keep(style, part, WordRun.properties(xml), words);
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        style = name.equals("style") ? null : style;
        part = part && !name.equals("tblStylePr");
      }
    }
  }

  private void base(@Nullable String style, @Nullable String base) {
    if (style != null && base != null) {
      bases.put(style, base);
    }
  }

  /// What a style says of a part of a table concerns words that are found nowhere here.
  private void keep(@Nullable String style, boolean part, Look look, Words words) {
    if (style == null) {
      defaults = look;
    } else if (part) {
      look.signs().forEach(sign -> words.signOfAll(sign + ", in a style of tables", ""));
    } else {
      looks.put(style, look);
    }
  }

  /// How words look that have these styles and this look of their own.
  Look look(@Nullable String paragraph, @Nullable String run, Look own) {
    return own.over(of(run)).over(of(paragraph == null ? usual : paragraph)).over(defaults);
  }

  private Look of(@Nullable String style) {
    Look look = Look.AS_AROUND;
    Set<String> seen = new HashSet<>();
    for (String at = style; at != null && seen.add(at); at = bases.get(at)) {
      look = look.over(looks.getOrDefault(at, Look.AS_AROUND));
    }
    return look;
  }
}
