package org.seccatalogue.record;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Two texts as one, with the words that went and the words that came marked.
public record WordDiff(List<Piece> pieces) {

  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
  private static final int MOST_WORDS = 20_000;

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
    List<String> old = words(before);
    List<String> now = words(after);
    List<Piece> pieces = new ArrayList<>();
    int oldAt = 0;
    int nowAt = 0;
    for (Run run : runs(old, now)) {
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
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
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

  /// Very long texts are compared line by line, so that no text can hold up a page.
  private static List<String> words(String text) {
    List<String> words = WORD.matcher(text).results().map(match -> match.group()).toList();
    return words.size() <= MOST_WORDS ? words : text.lines().map(line -> line + "\n").toList();
  }
}
