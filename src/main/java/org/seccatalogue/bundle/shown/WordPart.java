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
  private static final int LOWEST_LINE = 100;
  private static final int FARTHEST = 15_000;

  private final WordStyles styles;
  private final Words words;
  private final Map<String, StringBuilder> signs = new LinkedHashMap<>();
  private @Nullable String paragraph;
  private @Nullable String run;
  private Look look = Look.AS_AROUND;
  private boolean deleted;
  private boolean ofParagraph;
  private int fields;
  private boolean contents;
  private boolean pages;

  WordPart(WordStyles styles, Words words) {
    this.styles = styles;
    this.words = words;
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
      case "p" -> {
        paragraph = null;
        look = Look.AS_AROUND;
      }
      case "pPr" -> ofParagraph = true;
      case "pStyle" -> paragraph = WordRun.attribute(xml, "val");
      case "r" -> {
        run = null;
        look = Look.AS_AROUND;
      }
      case "rPr" -> properties(WordRun.read(xml));
      case "t" -> text(xml.getElementText());
      case "delText" -> words.sign("Words marked as deleted", xml.getElementText());
      case "tab" -> blank();
      case "br", "cr" -> line();
      case "del", "moveFrom" -> deleted = true;
      case "bookmarkStart" -> begin(WordRun.attribute(xml, "name"));
      case "instrText" -> instruction(xml.getElementText());
      case "fldSimple" -> instruction(String.valueOf(WordRun.attribute(xml, "instr")));
      case "fldChar" -> field(WordRun.attribute(xml, "fldCharType"));
      default -> around(xml, name);
    }
  }

  private void properties(WordRun read) {
    if (!ofParagraph) {
      run = read.style();
      look = read.look();
    }
  }

  private void blank() {
    if (!ofParagraph) {
      words.add(" ");
    }
  }

  private void line() {
    words.add("\n");
  }

  /// What is around the words can keep them from being seen, too.
  private void around(XMLStreamReader xml, String name) {
    switch (name) {
      case "drawing", "pict", "object", "AlternateContent" ->
          words.count("An object, such as a picture or a text box");
      case "altChunk", "subDoc" -> words.count("Another document inside");
      case "ins", "moveTo" -> words.count("Words marked as inserted");
      case "sym" -> words.count("A symbol in place of words");
      case "framePr" -> words.count("A frame, which can stand anywhere");
      case "hidden" -> words.count("A hidden row of a table");
      case "trHeight" -> tooLow(xml, "val", "hRule");
      case "spacing" -> tooLow(xml, "line", "lineRule");
      case "ind" -> tooFar(xml);
      case "background" -> words.signOfAll("A ground behind the pages", "");
      default -> {}
    }
  }

  private void tooLow(XMLStreamReader xml, String height, String rule) {
    String value = WordRun.attribute(xml, height);
    if ("exact".equals(WordRun.attribute(xml, rule))
        && value != null
        && value.matches("[0-9]{1,5}")
        && Integer.parseInt(value) < LOWEST_LINE) {
      words.count("Lines too low to be seen");
    }
  }

  private void tooFar(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String value = xml.getAttributeValue(i);
      if (value.matches("-?[0-9]{1,8}") && Math.abs(Integer.parseInt(value)) > FARTHEST) {
        words.count("Words beside the page");
      }
    }
  }

  private void begin(@Nullable String bookmark) {
    Matcher matcher = BOOKMARK.matcher(bookmark == null ? "" : bookmark);
    if (matcher.matches()) {
      words.begin(matcher.group(1) + "-" + matcher.group(2));
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
    Look seen = styles.look(paragraph, run, look);
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
      case "pPr" -> ofParagraph = false;
      case "p" -> {
        signs.forEach((sign, text) -> kept(sign, text.toString()));
        signs.clear();
        line();
      }
      case "del", "moveFrom" -> deleted = false;
      case "fldSimple" -> pages = false;
      default -> {}
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
