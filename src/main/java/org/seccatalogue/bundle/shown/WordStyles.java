package org.seccatalogue.bundle.shown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The styles of a Word document. Those that are used are told by all that they say, with what they
/// are based on: programs leave out what a style says that its base says, too.
final class WordStyles {

  private static final String PARAGRAPH = "paragraph";
  private static final String CHARACTER = "character";
  private static final String TABLE = "table";
  private static final String WHITE = "FFFFFF";
  private static final String MARK = "rPr";

  private final WordLists lists;

  /// The colours that themes give to links: Word takes them in place of what a style names.
  private final Set<String> ofLinks = new HashSet<>();

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, String> usual = new HashMap<>();
  private final Map<String, Formatting> words = new HashMap<>();
  private final Map<String, Formatting> around = new HashMap<>();
  private final Map<Own, Formatting> laidOut = new HashMap<>();
  private final Map<Own, SortedMap<String, String>> shown = new HashMap<>();
  private final Set<String> doubled = new TreeSet<>();
  private Formatting defaults = Formatting.NOTHING;
  private Formatting paragraphs = Formatting.NOTHING;

  WordStyles(WordLists lists) {
    this.lists = lists;
  }

  /// What has styles, and what it says besides.
  private record Own(@Nullable String style, @Nullable String run, Formatting own) {}

  /// One style. Programs translate identifiers; names stay.
  private static final class Style {
    private String name = "";
    private String type = "";
    private @Nullable String base;
    private Formatting paragraph = Formatting.NOTHING;
    private Formatting run = Formatting.NOTHING;
    private Formatting table = Formatting.NOTHING;
  }

  /// Reads `word/styles.xml`.
  void read(XMLStreamReader xml) throws XMLStreamException {
    Style style = new Style();
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement()) {
        String name = xml.getLocalName();
        switch (name) {
          case "latentStyles" -> Formatting.read(xml);
          case "rPrDefault" -> defaults = Formatting.read(xml).inside("rPr");
          case "pPrDefault" -> paragraphs = Formatting.read(xml).inside("pPr");
          case "style" -> style = begun(xml);
          default -> part(xml, name, style);
        }
      }
    }
  }

  /// Reads `word/theme/theme1.xml`. What is no plain colour could be any.
  void readTheme(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && xml.getLocalName().equals("hlink")) {
        Formatting said = Formatting.read(xml);
        String color = said.said().size() == 1 ? said.get("srgbClr") : null;
        ofLinks.add(color != null && color.matches("[0-9A-Fa-f]{6}") ? color : WHITE);
      }
    }
  }

  private Style begun(XMLStreamReader xml) {
    Style style = new Style();
    String id = String.valueOf(WordRun.attribute(xml, "styleId"));
    style.type = String.valueOf(WordRun.attribute(xml, "type"));
    style.name = id;
    if (Set.of("1", "true", "on").contains(String.valueOf(WordRun.attribute(xml, "default")))) {
      String other = usual.putIfAbsent(style.type, id);
      if (other != null) {
        doubled.add(id);
      }
    }
    if (styles.putIfAbsent(id, style) != null) {
      doubled.add(id);
    }
    return style;
  }

  private static void part(XMLStreamReader xml, String name, Style style)
      throws XMLStreamException {
    switch (name) {
      case "name" -> style.name = String.valueOf(WordRun.attribute(xml, "val"));
      case "basedOn" -> style.base = WordRun.attribute(xml, "val");
      case "pPr" -> style.paragraph = style.paragraph.over(Formatting.read(xml));
      case "rPr" -> style.run = style.run.over(Formatting.read(xml));
      case "tblPr", "trPr", "tcPr" -> style.table = style.table.over(Formatting.read(xml).in(name));
      case "tblStylePr" -> {
        String part = String.valueOf(WordRun.attribute(xml, "type"));
        style.table = style.table.over(Formatting.read(xml).in(part));
      }
      default -> {}
    }
  }

  /// How words look that have these styles and this formatting of their own.
  Look look(@Nullable String paragraph, @Nullable String run, Formatting own) {
    Look styled = WordRun.look(ofWords(run)).over(WordRun.look(around(or(PARAGRAPH, paragraph))));
    return WordRun.look(own).over(styled).over(WordRun.look(defaults));
  }

  private String or(String type, @Nullable String id) {
    return id == null ? usual.getOrDefault(type, "") : id;
  }

  private Formatting ofWords(@Nullable String style) {
    return style == null
        ? Formatting.NOTHING
        : words.computeIfAbsent(style, id -> based(CHARACTER, id, one -> one.run));
  }

  /// How words look in a paragraph of that style.
  private Formatting around(String paragraph) {
    return around.computeIfAbsent(paragraph, id -> based(PARAGRAPH, id, one -> one.run));
  }

  /// One of the parts of what a style says.
  @FunctionalInterface
  private interface Part {
    Formatting of(Style style);
  }

  /// What a style says, with what it is based on. What is not there is another one for programs.
  private Formatting based(String type, String id, Part part) {
    Formatting all = Formatting.NOTHING;
    Set<String> seen = new HashSet<>();
    Style at = styles.get(id);
    if (at == null && !id.isEmpty()) {
      return Formatting.of("a style that is not there", "1");
    }
    for (String next = id; at != null && seen.add(next); at = styles.get(next)) {
      all = all.over(part.of(at));
      if (!at.type.equals(type)) {
        return all.over(Formatting.of("a style of another kind", "1"));
      }
      next = String.valueOf(at.base);
    }
    return all;
  }

  /// How a paragraph is laid out: by what it says, its style and the defaults. The mark at its end
  /// decides how its bullet looks.
  Formatting paragraph(@Nullable String style, Formatting own) {
    return laidOut.computeIfAbsent(new Own(style, null, own), this::laidOut);
  }

  private Formatting laidOut(Own paragraph) {
    String id = or(PARAGRAPH, paragraph.style);
    Formatting own = paragraph.own;
    Formatting mark =
        own.inside(MARK)
            .over(ofWords(own.get(MARK + "/rStyle")))
            .over(around(id))
            .over(defaults)
            .in(MARK);
    Formatting styled = based(PARAGRAPH, id, one -> one.paragraph).over(paragraphs);
    return mark.over(lists.resolved(own.over(styled)));
  }

  /// How words are shown within such a paragraph.
  SortedMap<String, String> words(
      @Nullable String paragraph, @Nullable String style, Formatting own) {
    return shown.computeIfAbsent(new Own(or(PARAGRAPH, paragraph), style, own), this::shown);
  }

  private SortedMap<String, String> shown(Own words) {
    Formatting styled = around(String.valueOf(words.style));
    Formatting run = ofWords(words.run).toggling(styled);
    return words.own.over(run).over(styled).over(defaults).shown();
  }

  /// Whether paragraphs with that style are lines of the contents.
  boolean isOfContents(@Nullable String paragraph) {
    return WordContents.isStyle(name(or(PARAGRAPH, paragraph)));
  }

  /// Whether that style of words is the one that Word gives to links, and looks like it.
  boolean isOfLinks(String run) {
    return name(run).equals("hyperlink")
        && WordContents.isOfLinks(ofWords(run))
        && showsLinks()
        && !doubled.contains(run);
  }

  private boolean showsLinks() {
    return ofLinks.stream()
        .allMatch(color -> new Look(null, null, color, null, null, null, null).signs().isEmpty());
  }

  /// What the style of a table says.
  Formatting table(@Nullable String style) {
    String id = or(TABLE, style);
    if (doubled.contains(id)) {
      return Formatting.of("a style that is there twice", id);
    }
    return based(TABLE, id, one -> one.table)
        .over(based(TABLE, id, one -> one.run).in("words"))
        .over(based(TABLE, id, one -> one.paragraph).in("paragraphs"));
  }

  private String name(String id) {
    Style style = styles.get(id);
    return (style == null ? "no style" : style.name).toLowerCase(Locale.ROOT);
  }

  /// Tells of styles of which nobody knows which one a program takes.
  void sign(Words into) {
    doubled.forEach(id -> into.signOfAll(Shown.LOOK + "a style that is there twice", id));
  }
}
