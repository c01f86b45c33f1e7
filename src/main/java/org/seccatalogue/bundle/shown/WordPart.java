package org.seccatalogue.bundle.shown;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the text, a header, a footer or the notes of a Word document.
final class WordPart {

  private static final Pattern BOOKMARK = Pattern.compile("a_([A-Z]{3})_([0-9]{4,9})_[0-9a-f]{8}");
  /// The number of a page, in a line of the contents and in what stands on each page. Switches
  /// could add words.
  private static final Pattern PAGE_OF_LINE = Pattern.compile("PAGEREF\\s+\\w+(?:\\s+\\\\h)?");

  private static final Pattern PAGE =
      Pattern.compile("(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\\s+\\\\\\* (?:MERGEFORMAT|Arabic))*");
  private static final Pattern NUMBER = Pattern.compile("\\s*[0-9]{0,5}\\s*");

  private final WordStyles styles;
  private final Words words;
  private final Map<String, StringBuilder> signs = new LinkedHashMap<>();
  private final Map<String, String> references = new LinkedHashMap<>();
  private final Set<String> lines = new HashSet<>();
  private final StringBuilder said = new StringBuilder();
  private WordParagraph paragraph;
  private int paragraphs;
  private boolean deleted;
  private final StringBuilder page = new StringBuilder();
  private boolean ofNotes;
  private boolean onPages;
  private int fields;
  private boolean contents;
  private boolean filled;
  private boolean closed;
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

  /// A part that stands on each page, with the number of the page.
  WordPart onPages() {
    onPages = true;
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
      case "tab" -> say(" ");
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
    say("\n");
  }

  private void say(String text) {
    words.add(text);
    said.append(text);
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
    contents |= WordContents.isField(plain);
    pages |= isPage(plain);
    page.setLength(0);
    boolean known = WordContents.isField(plain) || (contents && WordContents.isLink(plain));
    if (!known && !pages) {
      words.sign("A field that makes words", plain);
    }
  }

  private boolean isPage(String instruction) {
    return onPages
        ? PAGE.matcher(instruction).matches()
        : paragraph.isOfContents() && PAGE_OF_LINE.matcher(instruction).matches();
  }

  private void field(@Nullable String type) {
    if ("begin".equals(type)) {
      fields++;
    } else if ("end".equals(type)) {
      fields--;
      pages = false;
      closed |= contents && fields <= 0;
      contents = contents && fields > 0;
    }
  }

  private void text(String text) {
    Look seen = pages ? paragraph.lookOfPage() : paragraph.look();
    paragraph.add(pages || deleted ? "" : text);
    seen.signs()
        .forEach(sign -> signs.computeIfAbsent(sign, _ -> new StringBuilder()).append(text));
    if (deleted) {
      words.sign("Words marked as deleted", text);
    } else if (pages) {
      number(text);
    } else if (!seen.isHidden()) {
      filled |= contents;
      say(text);
    }
  }

  /// Of a page, which is another one wherever the document is opened.
  private void number(String text) {
    if (!NUMBER.matcher(page.append(text)).matches()) {
      words.sign("Words in place of the number of a page", text);
      words.add(text);
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> {
        signs.forEach((sign, text) -> words.sign(sign, text.toString()));
        signs.clear();
        told();
        line();
        ended(Words.plain(said.toString()));
      }
      case "del", "moveFrom" -> deleted = false;
      case "fldSimple" -> pages = false;
      default -> {}
    }
  }

  /// Below the contents Word ends their field in a paragraph of nothing.
  private void told() {
    boolean empty = paragraph.isBlank();
    paragraphs += empty ? 0 : 1;
    boolean ofContents = closed && paragraph.layout().said().isEmpty();
    if (!empty || !(ofNotes || ofContents)) {
      paragraph.tell(paragraphs, words);
    }
  }

  /// A line of the contents says what a line of the document says, and looks like one of them:
  /// Word replaces it as soon as somebody asks for that.
  private void ended(String line) {
    if (!filled) {
      lines.add(line);
    } else if (paragraph.isOfContents()) {
      words.signOfAll(ShownWord.CONTENTS, line);
    } else {
      words.signOfAll(ShownWord.CONTENTS_ELSEWHERE, line);
    }
    said.setLength(0);
    filled = false;
    closed = false;
  }

  /// The lines that stand outside the contents.
  Set<String> lines() {
    return lines;
  }
}
