package org.seccatalogue.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Two texts as one, with the words that went and the words that came marked.
record WordDiff(List<Piece> pieces) {

  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
  private static final int MOST_WORDS = 20_000;

  /// A run of words with one mark.
  record Piece(Mark mark, String text) {
    public boolean isDeleted() {
      return mark == Mark.DELETED;
    }

    public boolean isInserted() {
      return mark == Mark.INSERTED;
    }
  }

  /// What became of words.
  enum Mark {
    /// In both texts.
    KEPT,
    /// In the earlier text only.
    DELETED,
    /// In the later text only.
    INSERTED
  }

  static WordDiff of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    List<Piece> pieces = new ArrayList<>();
    int position = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      int start = delta.getSource().getPosition();
      add(pieces, Mark.KEPT, old.subList(position, start));
      add(pieces, Mark.DELETED, delta.getSource().getLines());
      add(pieces, Mark.INSERTED, delta.getTarget().getLines());
      position = start + (delta.getType() == DeltaType.INSERT ? 0 : delta.getSource().size());
    }
    add(pieces, Mark.KEPT, old.subList(position, old.size()));
    return new WordDiff(pieces);
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
