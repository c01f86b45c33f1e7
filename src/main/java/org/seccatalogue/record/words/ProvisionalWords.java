package org.seccatalogue.record.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;

/// The words of a text that are not agreed: those in square brackets, and those that a question
/// mark asks about. Whatever else stands in the text is agreed.
public final class ProvisionalWords {

  /// What says that there are such words, as a regular expression of PostgreSQL. A question mark
  /// within an address does not.
  public static final String SIGN = "[\\[\\]]|[?](?![A-Za-z0-9])";

  /// From a character of the text to the one behind the last.
  public record Span(int from, int to) {}

  private ProvisionalWords() {}

  /// The attributes of a type whose words bind, and so can be provisional.
  public static List<AttributeRole> binding(RecordType type) {
    return switch (type.kind()) {
      case HEADING, CLAUSE, REQUIREMENT -> List.of(AttributeRole.TITLE, AttributeRole.STATEMENT);
      case AGREEMENT, DEPENDENCY, OPTIONS, NOTE, INTERACTION, ASSESSMENT, DOCUMENT, PARTY ->
          List.of();
    };
  }

  /// Whether something in a record is not agreed: a word, or the whole where that is marked.
  ///
  /// @param values the values of its attributes, by their names
  public static boolean isIn(RecordType type, Function<String, @Nullable JsonNode> values) {
    boolean marked =
        type.playing(AttributeRole.PROVISIONAL)
            .map(attribute -> values.apply(attribute.name()))
            .filter(JsonNode::asBoolean)
            .isPresent();
    return marked
        || binding(type).stream()
            .flatMap(role -> type.playing(role).stream())
            .map(attribute -> values.apply(attribute.name()))
            .anyMatch(value -> value != null && isIn(value.asText()));
  }

  /// Whether a text has such words.
  public static boolean isIn(String text) {
    return text.indexOf('[') >= 0 || text.indexOf(']') >= 0 || asks(text, 0, text.length()) >= 0;
  }

  /// The first question mark of a stretch of text that asks about something, or -1.
  private static int asks(String text, int from, int end) {
    int at = text.indexOf('?', from, end);
    while (at >= 0 && at + 1 < text.length() && isPlain(text.charAt(at + 1))) {
      at = text.indexOf('?', at + 1, end);
    }
    return at;
  }

  private static boolean isPlain(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  /// Whether all of a text is in brackets.
  public static boolean isAll(String text) {
    List<Span> spans = of(text);
    return spans.size() == 1 && spans.getFirst().equals(new Span(0, text.length()));
  }

  /// Such words, in their order. A bracket that is not closed holds for the rest of its line; one
  /// that was not opened stands for itself. A question mark asks about the parentheses that it
  /// stands in, or else about the word before it.
  public static List<Span> of(String text) {
    List<Span> spans = new ArrayList<>();
    if (isIn(text)) {
      int from = 0;
      while (from < text.length()) {
        int end = lineEnd(text, from);
        new Line(text, from, end).into(spans);
        from = end + 1;
      }
    }
    return joined(spans);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> all = new ArrayList<>();
    spans.sort(Comparator.comparingInt(Span::from));
    for (Span span : spans) {
      if (!all.isEmpty() && span.from() <= all.getLast().to()) {
        Span last = all.removeLast();
        all.add(new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        all.add(span);
      }
    }
    return List.copyOf(all);
  }

  /// One line of a text, read once from its beginning to its end.
  private static final class Line {

    private final String text;
    private final int from;
    private final int end;
    private final List<Integer> parentheses = new ArrayList<>();
    private int open = -1;
    private int depth;
    private int asked = -1;
    private int word;

    Line(String text, int from, int end) {
      this.text = text;
      this.from = from;
      this.end = end;
      this.word = from;
    }

    void into(List<Span> spans) {
      for (int at = from; at < end; at++) {
        at(at, spans);
      }
      if (depth > 0) {
        spans.add(new Span(open, end));
      }
    }

    private void at(int at, List<Span> spans) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        word = at + 1;
      }
      switch (c) {
        case '[' -> open(at);
        case ']' -> close(at, spans);
        case '(' -> parentheses.add(at);
        case ')' -> closeParentheses(at, spans);
        case '?' -> ask(at, spans);
        default -> {}
      }
    }

    private void open(int at) {
      open = depth == 0 ? at : open;
      depth++;
    }

    private void close(int at, List<Span> spans) {
      if (depth == 0) {
        spans.add(new Span(at, at + 1));
      } else if (--depth == 0) {
        spans.add(new Span(open, at + 1));
      }
    }

    /// Until its parentheses close, a question mark asks about its word: they may never do.
    private void ask(int at, List<Span> spans) {
      if (asks(text, at, at + 1) == at) {
        spans.add(new Span(word, at + 1));
        asked = at;
      }
    }

    private void closeParentheses(int at, List<Span> spans) {
      if (!parentheses.isEmpty()) {
        int opened = parentheses.removeLast();
        if (asked > opened) {
          spans.add(new Span(opened, at + 1));
          asked = -1;
        }
      }
    }
  }
}
