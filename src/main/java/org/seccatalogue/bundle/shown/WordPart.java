package org.seccatalogue.bundle.shown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.bundle.shown.picture.PlacedPicture;

/// Reads the text, a header, a footer or the notes of a Word document.
final class WordPart {

  /// More spaces in a row than anybody types.
  private static final int MOST_BLANKS = 20;

  private static final String TAB = "    ";
  private static final String OBJECT = "An object, such as a picture or a text box";

  /// Stands for a picture where it is in the text, so that it is compared like words.
  private static final String PICTURE = "[picture]";

  private static final Pattern BOOKMARK = Pattern.compile("a_([A-Z]{3})_([0-9]{4,9})_[0-9a-f]{8}");
  private static final Pattern NUMBER = Pattern.compile("\\s*[0-9]{0,5}\\s*");

  private final WordStyles styles;
  private final Words words;
  private final WordFields fields;
  private final Map<String, StringBuilder> signs = new LinkedHashMap<>();
  private final List<PlacedPicture> pictures = new ArrayList<>();
  private final List<Formatting> sections = new ArrayList<>();
  private final Set<String> lines = new HashSet<>();
  private final Deque<WordTable> tables = new ArrayDeque<>();
  private final StringBuilder said = new StringBuilder();
  private WordParagraph paragraph;
  private boolean deleted;
  private final StringBuilder page = new StringBuilder();
  private boolean ofNotes;
  private boolean onPages;
  private int blanks;
  private int breaks;
  private boolean filled;

  WordPart(WordStyles styles, Words words) {
    this.styles = styles;
    this.words = words;
    this.paragraph = new WordParagraph(styles);
    this.fields = new WordFields(words);
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
    fields.finish();
  }

  private void start(XMLStreamReader xml, String name) throws XMLStreamException {
    switch (name) {
      case "p" -> paragraph = new WordParagraph(styles);
      case "pPr" -> layout(xml);
      case "drawing" -> picture(xml);
      case "r" -> paragraph.beginRun();
      case "rPr" -> paragraph.run(xml);
      case "tbl" -> tables.addLast(new WordTable(styles, words));
      case "tblPr", "tblGrid", "trPr", "tcPr", "sectPr" -> table(name, Formatting.read(xml));
      case "t" -> text(spaced(xml));
      case "delText" -> words.sign("Words marked as deleted", xml.getElementText());
      case "noBreakHyphen" -> text("\u2011");
      case "softHyphen" -> text("\u00ad");
      case "hyperlink" -> link(WordRun.attribute(xml, "anchor"));
      case "tab" -> tab();
      case "br", "cr" -> breakLine();
      case "del", "moveFrom" -> deleted = true;
      case "bookmarkStart" -> begin(WordRun.attribute(xml, "name"));
      case "instrText" -> instruction(xml.getElementText());
      case "fldSimple" -> instruction(String.valueOf(WordRun.attribute(xml, "instr")));
      case "fldChar" -> fields.mark(WordRun.attribute(xml, "fldCharType"));
      default -> around(name);
    }
  }

  /// The last paragraph of a section says how its pages look.
  private void layout(XMLStreamReader xml) throws XMLStreamException {
    Formatting section = paragraph.layout(xml);
    if (!section.said().isEmpty()) {
      pages(section);
    }
  }

  private void picture(XMLStreamReader xml) throws XMLStreamException {
    Optional<PlacedPicture> picture = PlacedPicture.read(xml);
    if (picture.isEmpty()) {
      words.count(OBJECT);
    } else {
      pictures.add(picture.get());
      text(PICTURE);
    }
  }

  List<PlacedPicture> pictures() {
    return pictures;
  }

  /// Of a table, its rows and cells, or the pages.
  private void table(String name, Formatting formatting) {
    WordLayout.signs(formatting).forEach(words::count);
    WordTable table = table();
    switch (name) {
      case "tblPr" -> table.table(formatting);
      case "tblGrid" -> table.columns(formatting);
      case "trPr" -> table.row(formatting);
      case "tcPr" -> table.cell(formatting);
      default -> pages(formatting);
    }
  }

  /// Where there is none, its rows and cells are in one of their own.
  private WordTable table() {
    return tables.isEmpty() ? new WordTable(styles, words) : tables.getLast();
  }

  private void pages(Formatting formatting) {
    Formatting seen =
        formatting.get("cols@num") == null ? formatting.without("cols@space") : formatting;
    words.seenOfAll(new Seen(null, "", Seen.Kind.PAGES, "", seen.shown()), "");
    sections.add(formatting);
  }

  /// What is said of the pages of each section.
  List<Formatting> sections() {
    return sections;
  }

  /// Those of the contents lead to marks that programs make anew.
  private void link(@Nullable String anchor) {
    if (anchor != null && !paragraph.isOfContents()) {
      words.sign("A link to a place in the document", anchor);
    }
  }

  /// A tab has a look like all spaces. Those of the contents Word makes anew.
  private void tab() {
    if (!paragraph.isOfContents()) {
      paragraph.add("\t");
    }
    blanks(TAB);
    say(" ");
  }

  private void blanks(String text) {
    for (int i = 0; i < text.length(); i++) {
      blanks =
          Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00a0' ? blanks + 1 : 0;
      if (blanks == MOST_BLANKS) {
        words.count("Many spaces in a row, which move words away");
      }
    }
  }

  /// Words belong to their cell: those of two cells are never the same.
  private void cell() {
    table().endCell();
    words.add("|\n");
  }

  private void breakLine() {
    breaks++;
    line();
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
      case "pict", "object", "AlternateContent" -> words.count(OBJECT);
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
    }
  }

  private void instruction(String text) {
    page.setLength(0);
    fields.instruction(text, paragraph.isOfContents(), onPages);
  }

  /// Spaces at the ends are only shown where that is said.
  private static String spaced(XMLStreamReader xml) throws XMLStreamException {
    boolean kept = "preserve".equals(WordRun.attribute(xml, "space"));
    String text = xml.getElementText();
    return kept ? text : text.strip();
  }

  private void text(String text) {
    boolean ofPage = fields.isPage();
    Look seen = ofPage ? paragraph.lookOfPage() : paragraph.look();
    paragraph.add(deleted || ofPage ? inPlaceOf(text) : text);
    seen.signs()
        .forEach(sign -> signs.computeIfAbsent(sign, _ -> new StringBuilder()).append(text));
    if (fields.hides()) {
      words.sign("Words that a field hides", text);
    } else if (deleted) {
      words.sign("Words marked as deleted", text);
    } else if (ofPage) {
      number(text);
    } else if (!seen.isHidden()) {
      filled |= fields.isOfContents();
      blanks(text);
      say(text);
    }
  }

  /// Numbers of what is on each page look like something that was published.
  private String inPlaceOf(String text) {
    return onPages && !deleted && !text.isBlank() ? "0" : "";
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
      case "fldSimple" -> fields.endSimple();
      case "tc" -> cell();
      case "tr" -> table().endRow();
      case "tbl" -> tables.pollLast();
      default -> {}
    }
  }

  /// Below the contents Word ends their field in a paragraph of nothing.
  private void told() {
    boolean empty = paragraph.isBlank();
    WordLayout.signs(paragraph.laidOut()).forEach(words::count);
    if (breaks > 1) {
      words.count("Breaks, which move words away");
    }
    breaks = 0;
    boolean ofContents = fields.closed() && paragraph.layout().said().isEmpty();
    if (!empty || !(ofNotes || ofContents)) {
      paragraph.tell(words);
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
  }

  /// The lines that stand outside the contents.
  Set<String> lines() {
    return lines;
  }
}
