package org.seccatalogue.baseline.files;

import java.util.List;
import java.util.stream.Stream;

/// The markup by which a writer shows in its own bytes where records begin and end, as regular
/// expressions over bytes. All begin with one of [#FIRST], so that whoever looks for them can pass
/// over most bytes at once.
///
/// @param keys where a record begins: each with one group, which is its key
/// @param ends where the records end
public record FileMarks(List<String> keys, List<String> ends) {

  /// The heads of blocks in an archive, and of blocks in an archive within it: they may stand
  /// between any two pieces of markup.
  public static final String BLOCK = "(?:[\\x00\\x01](?s:.{4})){0,2}";

  /// What markup begins with, and the key of a record: the inside of a class of characters.
  public static final String FIRST = "<{A-Z";

  public static final FileMarks NONE = new FileMarks(List.of(), List.of());

  public FileMarks {
    keys = List.copyOf(keys);
    ends = List.copyOf(ends);
  }

  /// Those of a file that holds what both writers write.
  public FileMarks and(FileMarks other) {
    return new FileMarks(joined(keys, other.keys), joined(ends, other.ends));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
