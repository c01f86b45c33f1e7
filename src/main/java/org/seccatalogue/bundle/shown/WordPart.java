package org.seccatalogue.bundle.shown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the text, a header, a footer or the notes of a Word document.
final class WordPart {

  private static final Pattern BOOKMARK = Pattern.compile("a_([A-Z]{3})_([0-9]{4,9})_[0-9a-f]{8}");
  private static final Pattern PAGES =
      Pattern.compile("(?s)(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\\b.*");
  private static final Pattern NUMBER = Pattern.compile("\\s*[0-9ivxlcdm]{0,8}\\s*");

  private final WordStyles styles;
  private final Words words;
  private final Map<String, StringBuilder> signs = new LinkedHashMap<>();
  private final Map<String, String> references = new LinkedHashMap<>();
  private WordParagraph paragraph;
  private int paragraphs;
  private boolean deleted;
  private boolean ofNotes;
  private int fields;
  private boolean contents;
  private boolean pages;

  WordPart(WordStyles styles, Words words) {
    this.styles = styles;
    this.words = words;
    this.paragraph = new WordParagraph(styles);
  }

  /// A part of notes: of paragraphs without words, which programs add, nothing is seen.
  WordPart ofNotes() {
    ofNotes = true;
    return this;
  }

  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml, xml.getLocalName());
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader xml, String name) throws XMLStreamException {
    switch (name) {
      case "p" -> paragraph = new WordParagraph(styles);
      case "pPr" -> layout(xml);
      case "r" -> paragraph.beginRun();
      case "rPr" -> paragraph.run(xml);
      case "tblPr", "tblGrid", "trPr", "tcPr", "sectPr" -> table(name, Formatting.read(xml));
      case "t" -> text(xml.getElementText());
      case "delText" -> words.sign("Words marked as deleted", xml.getElementText());
      case "tab" -> words.add(" ");
      case "br", "cr" -> line();
      case "del", "moveFrom" -> deleted = true;
      case "bookmarkStart" -> begin(WordRun.attribute(xml, "name"));
      case "instrText" -> instruction(xml.getElementText());
      case "fldSimple" -> instruction(String.valueOf(WordRun.attribute(xml, "instr")));
      case "fldChar" -> field(WordRun.attribute(xml, "fldCharType"));
      default -> around(name);
    }
  }

  private void layout(XMLStreamReader xml) throws XMLStreamException {
    paragraph.layout(xml);
    WordLayout.signs(paragraph.layout()).forEach(words::count);
  }

  /// Of a table, its rows and cells, or the pages.
  private void table(String name, Formatting formatting) {
    WordLayout.signs(formatting).forEach(words::count);
    String what = name.equals("sectPr") ? Shown.LOOK + "the pages" : Shown.LOOK_OF_TABLE;
    formatting.lines().forEach(line -> words.sign(what, name + ": " + line));
    if (name.equals("tblPr")) {
      words.sign(what, styles.table(formatting.get("tblStyle")));
    }
    formatting.said().forEach((property, value) -> reference(formatting, property, value));
  }

  private void reference(Formatting formatting, String property, String value) {
    if (property.contains("Reference@id")) {
      String type = formatting.get(property.replace("@id", "@type"));
      references.put(property.substring(0, property.indexOf('@')) + " " + type, value);
    }
  }

  /// The headers and footers of pages, by what they are, as the part identifies them.
  Map<String, String> references() {
    return references;
  }

  private void line() {
    words.add("\n");
  }

  /// What is around the words can keep them from being seen, too.
  private void around(String name) {
    switch (name) {
      case "drawing", "pict", "object", "AlternateContent" ->
          words.count("An object, such as a picture or a text box");
      case "altChunk", "subDoc" -> words.count("Another document inside");
      case "ins", "moveTo" -> words.count("Words marked as inserted");
      case "sym" -> words.count("A symbol in place of words");
      case "background" -> words.signOfAll("A ground behind the pages", "");
      default -> {}
    }
  }

  private void begin(@Nullable String bookmark) {
    Matcher matcher = BOOKMARK.matcher(bookmark == null ? "" : bookmark);
    if (matcher.matches()) {
      words.begin(matcher.group(1) + "-" + matcher.group(2));
      paragraphs = 0;
    }
  }

  /// Programs fill fields anew. Whatever a field says besides numbers of pages is a sign, together
  /// with what it is filled from.
  private void instruction(String text) {
    String plain = text.strip();
    contents |= plain.startsWith("TOC");
    pages |= PAGES.matcher(plain).matches();
    if (!contents && !pages) {
      words.sign("A field that makes words", plain);
    }
  }

  private void field(@Nullable String type) {
    if ("begin".equals(type)) {
      fields++;
    } else if ("end".equals(type)) {
      fields--;
      pages = false;
      contents = contents && fields > 0;
    }
  }

  private void text(String text) {
    Look seen = paragraph.look();
    paragraph.add(pages || deleted ? "" : text);
    seen.signs()
        .forEach(sign -> signs.computeIfAbsent(sign, _ -> new StringBuilder()).append(text));
    if (deleted) {
      words.sign("Words marked as deleted", text);
    } else if (contents) {
      signs.computeIfAbsent("", _ -> new StringBuilder()).append(text);
    } else if (pages) {
      number(text);
    } else if (!seen.isHidden()) {
      words.add(text);
    }
  }

  /// Of a page, which is another one wherever the document is opened.
  private void number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      words.sign("Words in place of the number of a page", text);
      words.add(text);
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> {
        signs.forEach((sign, text) -> kept(sign, text.toString()));
        signs.clear();
        told();
        line();
      }
      case "del", "moveFrom" -> deleted = false;
      case "fldSimple" -> pages = false;
      default -> {}
    }
  }

  private void told() {
    paragraphs += paragraph.isBlank() ? 0 : 1;
    if (!ofNotes || !paragraph.isBlank()) {
      paragraph.tell(paragraphs, words);
    }
  }

  private static String withoutPage(String line) {
    int end = line.length();
    while (end > 0 && " .0123456789".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }

  /// A line of the contents, without the number of its page.
  private void kept(String sign, String text) {
    if (sign.isEmpty()) {
      words.signOfAll(ShownWord.CONTENTS, withoutPage(Words.plain(text)));
    } else {
      words.sign(sign, text);
    }
  }
}
