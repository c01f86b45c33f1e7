package org.seccatalogue.workbook.annotate;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.annotate.FindingNotes.At;
import org.seccatalogue.workbook.reading.XmlPart;
import org.seccatalogue.workbook.xlsx.XlsxText;
import org.seccatalogue.xml.XmlWriter;

/// A comment in a part of an Excel workbook: its texts, and where they stand there.
final class CommentText {

  private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

  /// One text of it.
  ///
  /// @param from where its tag begins
  /// @param content where its content begins
  /// @param end where its content ends
  /// @param to where its closing tag ends
  /// @param plain whether it stands alone, and not in a run with a look of its own
  private record Text(long from, long content, long end, long to, boolean plain, String text) {}

  private final At at;
  private final int author;
  private final long from;
  private long to;
  private long behindRuns = -1;
  private final List<Text> texts = new ArrayList<>();

  private CommentText(At at, int author, long from) {
    this.at = at;
    this.author = author;
    this.from = from;
  }

  /// Reads the comment at whose start we are, to its end.
  static CommentText read(XmlPart xml) {
    CommentText comment = new CommentText(at(xml.attribute("ref", "")), number(xml), xml.from());
    if (xml.isEmpty()) {
      comment.to = xml.to();
      xml.next();
      return comment;
    }
    comment.readTexts(xml);
    comment.to = xml.to();
    return comment;
  }

  private static At at(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    if (!matcher.matches()) {
      throw new NotAnnotated("one of its comments does not say to which cell it belongs");
    }
    int column = 0;
    for (char letter : matcher.group(1).toUpperCase(java.util.Locale.ROOT).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return new At(Integer.parseInt(matcher.group(2)), column - 1);
  }

  private static int number(XmlPart xml) {
    try {
      return Integer.parseInt(xml.attribute("authorId", "-1"));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void readTexts(XmlPart xml) {
    boolean run = false;
    while (xml.next() && !xml.isEnd("comment")) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "rPh", "commentPr" -> xml.skip();
          case "r" -> run = true;
          case "text" -> behindRuns = xml.isEmpty() ? -1 : xml.to();
          case "t" -> readText(xml, !run);
          default -> xml.unknown(true);
        }
      } else if (xml.isEnd("r")) {
        run = false;
        behindRuns = xml.to();
      }
    }
  }

  private void readText(XmlPart xml, boolean plain) {
    long start = xml.from();
    long content = xml.to();
    if (xml.isEmpty()) {
      xml.next();
      texts.add(new Text(start, content, content, content, plain, ""));
    } else {
      StringBuilder text = new StringBuilder();
      while (xml.next() && !xml.isEnd("t")) {
        if (xml.isText()) {
          xml.append(text);
        }
      }
      texts.add(new Text(start, content, xml.from(), xml.to(), plain, text.toString()));
    }
    if (plain) {
      behindRuns = texts.getLast().to();
    }
  }

  At at() {
    return at;
  }

  /// The number of its author; negative when it names none.
  int author() {
    return author;
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  /// All of its text, as it is written: characters that XML cannot hold are still written out.
  String text() {
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(text.text()));
    return all.toString();
  }

  /// Takes stretches out of its text; each text keeps the look that it has.
  void takeOut(List<int[]> stretches, Splices splices) {
    int first = 0;
    for (Text text : texts) {
      String kept = kept(text.text(), first, stretches);
      if (!kept.equals(text.text())) {
        splices.replace(text.content(), text.end(), escaped(kept));
      }
      first += text.text().length();
    }
  }

  private static String kept(String text, int first, List<int[]> stretches) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int place = first + i;
      if (stretches.stream().noneMatch(s -> s[0] <= place && place < s[1])) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /// Puts more text behind it. A text without a run gets one: readers see the one or the others.
  void append(String more, String prefix, Splices splices) {
    if (behindRuns < 0) {
      return;
    }
    for (Text text : texts) {
      if (text.plain()) {
        splices.insert(text.from(), "<" + prefix + "r>");
        splices.insert(text.to(), "</" + prefix + "r>");
      }
    }
    splices.insert(behindRuns, run(prefix, more));
  }

  /// A run with the look of the program's own comments.
  static String run(String prefix, String text) {
    return "<"
        + prefix
        + "r><"
        + prefix
        + "rPr><"
        + prefix
        + "sz val=\"9\"/><"
        + prefix
        + "color indexed=\"81\"/><"
        + prefix
        + "rFont val=\"Tahoma\"/><"
        + prefix
        + "family val=\"2\"/></"
        + prefix
        + "rPr><"
        + prefix
        + "t xml:space=\"preserve\">"
        + escaped(XlsxText.written(text))
        + "</"
        + prefix
        + "t></"
        + prefix
        + "r>";
  }

  private static String escaped(@Nullable String text) {
    StringWriter out = new StringWriter();
    new XmlWriter(out).text(text == null ? "" : text);
    return out.toString();
  }
}
