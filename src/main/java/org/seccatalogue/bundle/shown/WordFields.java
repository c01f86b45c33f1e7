package org.seccatalogue.bundle.shown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields in a part of a Word document, each with what it shows between its middle and its end.
/// What stands before its middle, or in a field that has no end, nobody sees.
final class WordFields {

  /// The number of a page, in a line of the contents and in what stands on each page. Switches
  /// could add words.
  private static final Pattern PAGE_OF_LINE = Pattern.compile("PAGEREF\\s+\\w+(?:\\s+\\\\h)?");

  private static final Pattern PAGE =
      Pattern.compile("(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\\s+\\\\\\* (?:MERGEFORMAT|Arabic))*");

  private final Words words;
  private final Deque<Boolean> shown = new ArrayDeque<>();
  private boolean contents;
  private boolean closed;
  private boolean pages;

  WordFields(Words words) {
    this.words = words;
  }

  /// Programs fill fields anew. Whatever a field says besides numbers of pages is a sign, together
  /// with what it is filled from.
  ///
  /// @param ofContents whether it stands in a line of the contents
  /// @param onPages whether it stands in what is on each page
  void instruction(String text, boolean ofContents, boolean onPages) {
    String plain = text.strip();
    contents |= WordContents.isField(plain);
    pages |=
        onPages
            ? PAGE.matcher(plain).matches()
            : ofContents && PAGE_OF_LINE.matcher(plain).matches();
    boolean known = WordContents.isField(plain) || (contents && WordContents.isLink(plain));
    if (!known && !pages) {
      words.sign("A field that makes words", plain);
    }
  }

  void mark(@Nullable String type) {
    switch (String.valueOf(type)) {
      case "begin" -> shown.addLast(false);
      case "separate" -> {
        shown.pollLast();
        shown.addLast(true);
      }
      case "end" -> end();
      default -> words.count("A mark of a field that nobody has heard of");
    }
  }

  private void end() {
    if (shown.pollLast() == null) {
      words.count("The end of a field that has no beginning");
    }
    pages = false;
    closed |= contents && shown.isEmpty();
    contents = contents && !shown.isEmpty();
  }

  /// The end of a field that is one element.
  void endSimple() {
    pages = false;
  }

  /// The end of a part.
  void finish() {
    if (!shown.isEmpty()) {
      words.count("A field that has no end");
    }
  }

  /// Whether words here belong to what a field is told, which nobody sees.
  boolean hides() {
    return shown.contains(false);
  }

  /// Whether the number of a page stands here.
  boolean isPage() {
    return pages;
  }

  /// Whether the contents are here.
  boolean isOfContents() {
    return contents;
  }

  /// Whether contents have ended since that was asked.
  boolean closed() {
    boolean was = closed;
    closed = false;
    return was;
  }
}
