package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// How one paragraph looks, and which of its words look otherwise. Programs divide the words into
/// runs as they like: what looks the same is one.
final class WordParagraph {

  private static final String SECTION = "sectPr";

  private final WordStyles styles;
  private final List<Stretch> stretches = new ArrayList<>();
  private @Nullable String style;
  private @Nullable String runStyle;
  private Formatting layout = Formatting.NOTHING;
  private Formatting run = Formatting.NOTHING;
  private boolean blank = true;

  WordParagraph(WordStyles styles) {
    this.styles = styles;
  }

  /// Words in a row that look the same.
  private record Stretch(SortedMap<String, String> manner, StringBuilder words) {}

  /// Takes in what a paragraph says of itself. What it says of the pages of the section that ends
  /// with it is no part of that.
  Formatting layout(XMLStreamReader xml) throws XMLStreamException {
    Formatting all = Formatting.read(xml);
    layout = all.without(SECTION);
    style = layout.get("pStyle");
    return all.inside(SECTION);
  }

  void beginRun() {
    run = Formatting.NOTHING;
    runStyle = null;
  }

  /// Takes in what a run says of its words.
  void run(XMLStreamReader xml) throws XMLStreamException {
    run = run.over(Formatting.read(xml));
    runStyle = run.get("rStyle");
  }

  Formatting layout() {
    return layout;
  }

  Look look() {
    return styles.look(style, runStyle, run);
  }

  /// How a number of a page looks.
  Look lookOfPage() {
    return styles.look(style, runStyle, onPages());
  }

  boolean isOfContents() {
    return styles.isOfContents(style);
  }

  /// Spaces count too: a wide one pushes the words away.
  void add(String words) {
    if (words.isEmpty()) {
      return;
    }
    SortedMap<String, String> manner =
        styles.words(style, isLinkOfContents() ? null : runStyle, onPages());
    blank = blank && words.isBlank();
    if (stretches.isEmpty() || !stretches.getLast().manner.equals(manner)) {
      stretches.add(new Stretch(manner, new StringBuilder()));
    }
    stretches.getLast().words.append(words);
  }

  /// Word hides the numbers of the contents, and the space in front, where there are no pages.
  private Formatting onPages() {
    return isOfContents() ? run.without("webHidden") : run;
  }

  private boolean isLinkOfContents() {
    return runStyle != null && isOfContents() && styles.isOfLinks(runStyle);
  }

  boolean isBlank() {
    return blank;
  }

  /// What decides how it is laid out, with its style.
  Formatting laidOut() {
    return styles.paragraph(style, isOfContents() ? WordContents.plain(layout) : layout);
  }

  /// Tells how it looks.
  void tell(Words words) {
    words.seen(blank ? Seen.Kind.EMPTY : Seen.Kind.PARAGRAPH, text().toString(), laidOut().shown());
    stretches.forEach(
        stretch -> words.seen(Seen.Kind.WORDS, stretch.words.toString(), stretch.manner));
  }

  private StringBuilder text() {
    StringBuilder text = new StringBuilder();
    stretches.forEach(stretch -> text.append(stretch.words));
    return text;
  }
}
