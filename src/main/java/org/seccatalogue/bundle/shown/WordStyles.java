package org.seccatalogue.bundle.shown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The styles of a Word document. Those that are used are told by all that they say, with what they
/// are based on: programs leave out what a style says that its base says, too.
final class WordStyles {

  private static final String PARAGRAPH = "paragraph";

  private final WordLists lists;
  private final WordTheme theme;
  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, String> usual = new HashMap<>();
  private final Map<String, Formatting> words = new HashMap<>();
  private final Set<String> used = new TreeSet<>();
  private final Set<String> doubled = new TreeSet<>();
  private Formatting defaults = Formatting.NOTHING;
  private Formatting paragraphs = Formatting.NOTHING;

  WordStyles(WordLists lists, WordTheme theme) {
    this.lists = lists;
    this.theme = theme;
  }

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

  private Style begun(XMLStreamReader xml) {
    Style style = new Style();
    String id = String.valueOf(WordRun.attribute(xml, "styleId"));
    style.type = String.valueOf(WordRun.attribute(xml, "type"));
    style.name = id;
    if (Set.of("1", "true", "on").contains(String.valueOf(WordRun.attribute(xml, "default")))) {
      usual.putIfAbsent(style.type, id);
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
    Look styled = WordRun.look(of(run)).over(WordRun.look(of(or(PARAGRAPH, paragraph))));
    return WordRun.look(own).over(styled).over(WordRun.look(defaults));
  }

  private String or(String type, @Nullable String id) {
    return id == null ? usual.getOrDefault(type, "") : id;
  }

  private Formatting of(@Nullable String style) {
    return style == null
        ? Formatting.NOTHING
        : words.computeIfAbsent(style, id -> based(id, one -> one.run));
  }

  /// One of the parts of what a style says.
  @FunctionalInterface
  private interface Part {
    Formatting of(Style style);
  }

  private Formatting based(String id, Part part) {
    Formatting all = Formatting.NOTHING;
    Set<String> seen = new HashSet<>();
    Style at = styles.get(id);
    for (String next = id; at != null && seen.add(next); at = styles.get(next)) {
      all = all.over(part.of(at));
      next = String.valueOf(at.base);
    }
    return all;
  }

  /// How a paragraph is laid out: by its style, and what it says besides.
  String paragraph(@Nullable String style, Formatting own) {
    String id = or(PARAGRAPH, style);
    used.add(id);
    Formatting mark = of(id).over(defaults).in("rPr");
    return told(id, lists.resolved(own).lines(laidOut(id).over(mark)));
  }

  /// How words are shown within such a paragraph; empty when they look as the paragraph does.
  String run(@Nullable String paragraph, @Nullable String style, Formatting own) {
    if (style != null) {
      used.add(style);
    }
    Formatting around = of(or(PARAGRAPH, paragraph)).over(defaults);
    List<String> lines = own.lines(of(style).over(around));
    return style == null ? String.join(", ", lines) : told(style, lines);
  }

  /// Whether paragraphs with that style are lines of the contents.
  boolean isOfContents(@Nullable String paragraph) {
    return WordContents.isStyle(name(or(PARAGRAPH, paragraph)));
  }

  /// Whether that style of words is the one that Word gives to links, and looks like it.
  boolean isOfLinks(String run) {
    return name(run).equals("hyperlink")
        && WordContents.isOfLinks(of(run))
        && theme.showsLinks()
        && !doubled.contains(run);
  }

  /// The name of the style of a table.
  String table(@Nullable String style) {
    String id = or("table", style);
    used.add(id);
    return name(id);
  }

  private String told(String id, List<String> lines) {
    return lines.isEmpty() ? name(id) : name(id) + ", " + String.join(", ", lines);
  }

  private String name(String id) {
    Style style = styles.get(id);
    return (style == null ? "no style" : style.name).toLowerCase(Locale.ROOT);
  }

  private Formatting laidOut(String id) {
    Formatting all = based(id, one -> one.paragraph).over(paragraphs);
    return lists.resolved(all);
  }

  /// Tells how those look that were used.
  void sign(Words into) {
    used.forEach(id -> sign(id, into));
    doubled.forEach(id -> into.signOfAll(Shown.LOOK + "a style that is there twice", id));
  }

  private void sign(String id, Words into) {
    Style style = styles.get(id);
    if (style == null) {
      return;
    }
    Formatting run = of(id);
    if (style.type.equals(PARAGRAPH)) {
      Formatting laidOut = laidOut(id);
      WordLayout.signs(laidOut).forEach(sign -> into.signOfAll(sign, name(id)));
      sign(id, laidOut, into);
      run = run.over(defaults);
    }
    sign(id, run.in("words"), into);
    sign(id, based(id, one -> one.table), into);
    if (!style.type.equals(PARAGRAPH)) {
      sign(id, based(id, one -> one.paragraph).in("paragraphs"), into);
    }
  }

  private void sign(String id, Formatting formatting, Words into) {
    formatting.lines().forEach(line -> into.signOfAll(Shown.LOOK_OF_STYLE, name(id) + ": " + line));
  }
}
