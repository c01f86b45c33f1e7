package org.seccatalogue.bundle.shown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.seccatalogue.bundle.shown.picture.PicturePoints;
import org.seccatalogue.bundle.shown.picture.PlacedPicture;

/// What a Word document shows.
public final class ShownWord {

  static final String CONTENTS = "A line of the contents that is no heading";
  static final String CONTENTS_ELSEWHERE = "Contents where there were none";

  private static final List<String> AROUND =
      List.of("header", "footer", "footnotes", "endnotes", "comments");

  /// What a document relates to that shows nothing by itself, or is read here.
  private static final Set<String> KNOWN =
      Set.of(
          "styles",
          "stylesWithEffects",
          "numbering",
          "settings",
          "webSettings",
          "fontTable",
          "theme",
          "header",
          "footer",
          "footnotes",
          "endnotes",
          "comments",
          "customXml",
          "image");

  private static final Pattern FOREIGN =
      Pattern.compile("word/(?:embeddings|media|fonts|activex|glossary|vbaproject|afchunk)\\b.*");

  private static final String MEDIA = "word/media/";
  private static final String UNSEEN = "There is a picture that nothing shows";

  private final OfficeFile file;
  private final Words words = new Words();
  private final WordLists lists = new WordLists();
  private final WordStyles styles = new WordStyles(lists);
  private final Map<String, String> linesAround = new HashMap<>();
  private final Set<List<Object>> looksAround = new HashSet<>();
  private final Set<String> pictures = new HashSet<>();
  private int figures;

  private ShownWord(OfficeFile file) {
    this.file = file;
  }

  /// Reads a document.
  ///
  /// @param most bytes that are unpacked
  /// @throws IOException when it cannot be read as one
  public static Shown of(Path file, long most) throws IOException {
    return OfficeFile.reading(file, most, office -> new ShownWord(office).read());
  }

  private Shown read() throws IOException, XMLStreamException {
    each("numbering", ofWord(lists::read));
    each("theme", styles::readTheme);
    each("styles", ofWord(styles::read));
    each("fontTable", ofWord(this::fonts));
    WordPart text = new WordPart(styles, words);
    file.read(file.main(), ofWord(text::read));
    words.begin("");
    pictures(file.main(), text);
    markup(file.main());
    for (String type : AROUND) {
      for (String part : file.related(file.main(), type)) {
        around(part, type);
      }
    }
    pages(text);
    each("settings", ofWord(xml -> WordSettings.read(xml, words)));
    beside();
    styles.sign(words);
    return withoutHeadings(words.shown(), text.lines());
  }

  private static OfficeFile.Reader ofWord(OfficeFile.Reader reader) {
    return xml -> reader.read(Xml.ofWord(xml));
  }

  private void each(String type, OfficeFile.Reader reader) throws IOException, XMLStreamException {
    List<String> parts = file.related(file.main(), type);
    for (String part : parts) {
      file.read(part, reader);
    }
    if (parts.size() > 1) {
      words.signOfAll("More than one part of a kind", type);
    }
  }

  /// Where a program does not have a font, it takes that of its other name.
  private void fonts(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("altName")) {
        new Look(null, null, null, null, WordRun.attribute(xml, "val"), null, null)
            .signs()
            .forEach(sign -> words.signOfAll(sign, "by another name of a font"));
      }
    }
  }

  /// Each line around the text counts once, and so do lines that look the same: programs repeat
  /// headers and footers as they like.
  private void around(String part, String type) throws IOException, XMLStreamException {
    Words own = new Words();
    WordPart read = new WordPart(styles, own);
    file.read(part, ofWord(type.endsWith("notes") ? read.ofNotes()::read : read.onPages()::read));
    Shown shown = own.shown();
    shown
        .texts()
        .values()
        .forEach(
            text -> text.lines().forEach(line -> words.signOfAll("A line around the text", line)));
    shown.signs().forEach(sign -> words.signOfAll(sign.what(), sign.text()));
    String lines = String.join(" | ", shown.texts().values());
    if (looksAround.add(List.of(type, lines, shown.looks()))) {
      shown.looks().forEach(look -> words.seenOfAll(look, type + ": " + lines));
    }
    linesAround.put(part, lines);
    pictures(part, read);
    markup(part);
  }

  /// What is seen of each picture, wherever the file keeps it and however it is packed there.
  private void pictures(String part, WordPart read) throws IOException {
    for (PlacedPicture one : read.pictures()) {
      String figure = Shown.FIGURE + ++figures;
      String target = file.target(part, one.relation());
      pictures.add(target.toLowerCase(Locale.ROOT));
      String points = file.has(target) ? PicturePoints.of(file.bytes(target)) : "nothing";
      words.signOfFigure(figure, "The picture itself", points);
      words.signOfFigure(figure, "The text for whoever does not see it", one.alternative());
      words.signOfFigure(figure, "Its size", one.size());
      if (!one.more().isEmpty()) {
        words.signOfFigure(figure, "A property of the picture", one.more());
      }
    }
  }

  /// Which lines stand above and below which pages. A section that does not say it has those of
  /// the one before it.
  private void pages(WordPart text) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    int number = 0;
    for (Formatting section : text.sections()) {
      number++;
      references(section, parts);
      boolean first = "1".equals(section.get("titlePg")) || text.sections().size() == 1;
      String of = text.sections().size() == 1 ? "" : "section " + number + ", ";
      for (Map.Entry<String, String> around : parts.entrySet()) {
        String lines = Words.plain(linesAround.getOrDefault(around.getValue(), ""));
        if (!lines.isEmpty() && (first || !around.getKey().endsWith(" first"))) {
          words.signOfAll(
              Shown.LOOK + "the pages", of + around.getKey() + ": " + lines.replace('\n', ' '));
        }
      }
    }
  }

  /// Takes in which parts stand around the pages of a section, by what they are.
  private void references(Formatting section, Map<String, String> parts) throws IOException {
    for (Map.Entry<String, String> one : section.said().entrySet()) {
      String property = one.getKey();
      if (property.contains("Reference@id")) {
        String type = section.get(property.replace("@id", "@type"));
        parts.put(
            property.substring(0, property.indexOf('@')) + " " + type,
            file.target(file.main(), one.getValue()));
      }
    }
  }

  private void markup(String part) throws IOException, XMLStreamException {
    Markup markup = Markup.ofWord();
    file.read(part, ofWord(markup::read));
    markup.sign(words);
  }

  private void beside() throws IOException, XMLStreamException {
    file.sign(KNOWN, words);
    for (String part : file.related("", "custom-properties")) {
      file.read(part, this::properties);
    }
    for (String part : file.names()) {
      if (FOREIGN.matcher(part).matches() && !pictures.contains(part)) {
        words.signOfAll(part.startsWith(MEDIA) ? UNSEEN : "A file inside the document", part);
      }
    }
    for (String image : file.related(file.main(), "image")) {
      if (!pictures.contains(image.toLowerCase(Locale.ROOT))) {
        words.signOfAll(UNSEEN, image);
      }
    }
  }

  /// Headers and footers print them, once the document is opened.
  private void properties(XMLStreamReader xml) throws XMLStreamException {
    String name = "";
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && xml.getLocalName().equals("property")) {
        name = String.valueOf(WordRun.attribute(xml, "name"));
      } else if (xml.isStartElement() && xml.getLocalName().equals("lpwstr")) {
        words.signOfAll("A property that pages print", name + ": " + xml.getElementText());
      }
    }
  }

  /// The contents repeat headings; what stands there besides is a sign.
  private static Shown withoutHeadings(Shown shown, Set<String> lines) {
    return new Shown(
        shown.texts(),
        shown.signs().stream()
            .filter(sign -> !sign.what().equals(CONTENTS) || !lines.contains(sign.text()))
            .collect(Collectors.toSet()),
        shown.looks());
  }
}
