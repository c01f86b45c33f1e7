package org.seccatalogue.record;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Two texts as one, with the words that went and the words that came marked.
///
/// The time of it grows with the square of the number of words that differ, so that is bounded:
/// texts that have less in common are compared line by line, and those that even then have hardly
/// anything in common are told as the one in place of the other.
public record WordDiff(List<Piece> pieces) {

  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
  private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");

  /// More words than two texts of 20,000 characters of English have that say something else.
  private static final int MOST_DIFFERING = 7_000;

  /// A run of words with one mark.
  public record Piece(Mark mark, String text) {
    public boolean isDeleted() {
      return mark == Mark.DELETED;
    }

    public boolean isInserted() {
      return mark == Mark.INSERTED;
    }
  }

  /// What became of words.
  public enum Mark {
    /// In both texts.
    KEPT,
    /// In the earlier text only.
    DELETED,
    /// In the later text only.
    INSERTED
  }

  public static WordDiff of(String before, String after) {
    return by(WORD, before, after)
        .or(() -> by(LINE, before, after))
        .orElseGet(() -> replaced(parts(WORD, before), parts(WORD, after)));
  }

  /// Values as wholes, of which each went or came or is in both, however like one another they are
  /// written.
  ///
  /// @param between what stands between two values
  public static WordDiff ofWholes(List<String> before, List<String> after, String between) {
    List<String> old = separated(before, between);
    List<String> now = separated(after, between);
    try {
      return marked(old, now, runs(old, now));
    } catch (TooDifferent _) {
      return replaced(old, now);
    }
  }

  private static List<String> separated(List<String> values, String between) {
    List<String> parts = new ArrayList<>();
    for (String value : values) {
      if (!parts.isEmpty()) {
        parts.add(between);
      }
      parts.add(value);
    }
    return parts;
  }

  /// Nothing if more differs than may be.
  private static Optional<WordDiff> by(Pattern part, String before, String after) {
    List<String> old = parts(part, before);
    List<String> now = parts(part, after);
    try {
      return Optional.of(marked(old, now, runs(old, now)));
    } catch (TooDifferent _) {
      return Optional.empty();
    }
  }

  private static List<String> parts(Pattern part, String text) {
    return part.matcher(text).results().map(MatchResult::group).toList();
  }

  /// What both begin and end with is kept, and all between replaced.
  private static WordDiff replaced(List<String> old, List<String> now) {
    int most = Math.min(old.size(), now.size());
    int start = 0;
    while (start < most && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start && fromEnd(old, end).equals(fromEnd(now, end))) {
      end++;
    }
    return marked(old, now, List.of(new Run(start, old.size() - end, start, now.size() - end)));
  }

  private static String fromEnd(List<String> words, int place) {
    return words.get(words.size() - 1 - place);
  }

  private static WordDiff marked(List<String> old, List<String> now, List<Run> runs) {
    List<Piece> pieces = new ArrayList<>();
    int oldAt = 0;
    int nowAt = 0;
    for (Run run : runs) {
      add(pieces, Mark.KEPT, old.subList(oldAt, run.oldFrom()));
      add(pieces, Mark.DELETED, old.subList(run.oldFrom(), run.oldTo()));
      add(pieces, Mark.INSERTED, now.subList(run.nowFrom(), run.nowTo()));
      oldAt = run.oldTo();
      nowAt = run.nowTo();
    }
    add(pieces, Mark.KEPT, now.subList(nowAt, now.size()));
    return new WordDiff(pieces);
  }

  /// Words of the one text in place of words of the other.
  private record Run(int oldFrom, int oldTo, int nowFrom, int nowTo) {}

  /// The changes; those with nothing but a space between them are one, as people read them.
  private static List<Run> runs(List<String> old, List<String> now) {
    List<Run> runs = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now, new Bound()).getDeltas()) {
      int oldFrom = delta.getSource().getPosition();
      int nowFrom = delta.getTarget().getPosition();
      if (!runs.isEmpty()
          && old.subList(runs.getLast().oldTo(), oldFrom).stream().allMatch(String::isBlank)) {
        Run last = runs.removeLast();
        oldFrom = last.oldFrom();
        nowFrom = last.nowFrom();
      }
      int oldTo = delta.getSource().getPosition() + delta.getSource().size();
      runs.add(
          new Run(
              oldFrom, oldTo, nowFrom, delta.getTarget().getPosition() + delta.getTarget().size()));
    }
    return runs;
  }

  private static void add(List<Piece> pieces, Mark mark, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(mark, String.join("", words)));
    }
  }

  /// Ends a comparison of which each step, one more differing word, takes longer than the last.
  private static final class Bound implements DiffAlgorithmListener {

    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int differing, int most) {
      if (differing > MOST_DIFFERING) {
        throw new TooDifferent();
      }
    }

    @Override
    public void diffEnd() {}
  }

  /// Texts have less in common than can be told word by word.
  private static final class TooDifferent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooDifferent() {
      super("too different", null, false, false);
    }
  }
}
