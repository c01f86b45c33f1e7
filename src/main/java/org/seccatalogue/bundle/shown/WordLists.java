package org.seccatalogue.bundle.shown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The lists of a Word document: the bullets and numbers that stand before paragraphs are words
/// that readers see. Programs number the lists anew, so they are told by what they say.
final class WordLists {

  private static final Set<String> IDENTITIES = Set.of("nsid", "multiLevelType", "tmpl", "name");

  private final Map<String, Formatting> levels = new HashMap<>();
  private final Map<String, Formatting> others = new HashMap<>();
  private final Map<String, String> definitions = new HashMap<>();
  private final Set<String> restarted = new HashSet<>();
  private String place = "";
  private @Nullable String list;

  /// Reads `word/numbering.xml`.
  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement()) {
        element(xml, xml.getLocalName());
      }
    }
  }

  private void element(XMLStreamReader xml, String name) throws XMLStreamException {
    switch (name) {
      case "numbering" -> {}
      case "abstractNum" -> {
        list = null;
        place = "definition " + WordRun.attribute(xml, "abstractNumId");
      }
      case "num" -> {
        list = WordRun.attribute(xml, "numId");
        place = "list " + list;
      }
      case "abstractNumId" -> definitions.put(place, "definition " + attribute(xml, "val"));
      case "lvlOverride" -> restarted.add(place + " " + attribute(xml, "ilvl"));
      case "lvl" -> {
        String level = place + " " + attribute(xml, "ilvl");
        levels.merge(level, Formatting.read(xml), (one, other) -> one.in("first").over(other));
      }
      default -> other(xml, name);
    }
  }

  /// What is said of all levels: numbers that go on elsewhere, pictures in place of bullets.
  private void other(XMLStreamReader xml, String name) throws XMLStreamException {
    if (!IDENTITIES.contains(name)) {
      Formatting own = Formatting.of(name, String.valueOf(WordRun.attribute(xml, "val")));
      Formatting said = Formatting.read(xml).in(name).over(own);
      others.merge(place, said, (one, other) -> other.over(one));
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    return String.valueOf(WordRun.attribute(xml, name));
  }

  /// What stands before paragraphs that are formatted so, in place of the numbers of their list.
  Formatting resolved(Formatting paragraph) {
    String number = paragraph.get("numPr/numId");
    Formatting rest = paragraph.without("numPr");
    if (number == null || number.equals("0")) {
      return rest;
    }
    String level = paragraph.get("numPr/ilvl");
    return level("list " + number, level == null ? "0" : level).in("list").over(rest);
  }

  private Formatting level(String number, String level) {
    String definition = definitions.getOrDefault(number, "");
    Formatting said =
        levels.getOrDefault(
            number + " " + level,
            levels.getOrDefault(
                definition + " " + level, Formatting.of("without a definition", level)));
    Formatting all =
        others
            .getOrDefault(number, Formatting.NOTHING)
            .over(others.getOrDefault(definition, Formatting.NOTHING))
            .over(said.without("pStyle"));
    return restarted.contains(number + " " + level)
        ? Formatting.of("said otherwise for one list", "1").over(all)
        : all;
  }
}
