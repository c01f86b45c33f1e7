package org.seccatalogue.record;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.number.Numbering;

/// What lists, headings and links show of a record.
///
/// @param reference the stable reference by which people name it, if its type has one
/// @param provisional whether its heading is not agreed
/// @param path its place in the outline: sorts as the outline does
public record RecordHead(
    RecordKey key,
    String type,
    String title,
    @Nullable String reference,
    String stage,
    int revision,
    @Nullable RecordKey parent,
    boolean provisional,
    String path) {

  /// The same record at another stage.
  public RecordHead at(String other) {
    return new RecordHead(key, type, title, reference, other, revision, parent, provisional, path);
  }

  /// Whether it stands below another record, at any depth.
  public boolean isBelow(RecordHead other) {
    return path.startsWith(other.path + ".");
  }

  /// The paths of all that it stands below, the nearest first.
  public List<String> pathsAbove() {
    return IntStream.iterate(
            path.lastIndexOf('.'), end -> end > 0, end -> path.lastIndexOf('.', end - 1))
        .mapToObj(end -> path.substring(0, end))
        .toList();
  }

  /// Its place among its siblings, as the store gave it.
  public int position() {
    return Integer.parseInt(path.substring(path.length() - 8), 16);
  }

  /// What stands in front of a title: the number, of a path the last one; nothing where the title
  /// says it itself, as "Part C – …" does.
  ///
  /// @param name the reference or key
  public static String number(String name, String title) {
    String number = Numbering.last(name);
    String[] words = title.split(" ", 3);
    return words.length > 1 && words[1].equals(number) ? "" : number;
  }

  /// What stands for a record where people read of it: its reference, or else its title; of one
  /// that is not there, the name by which it was looked for.
  public static String shown(String name, @Nullable RecordHead head) {
    if (head == null) {
      return name;
    }
    return head.reference() == null && !head.title().isBlank() ? head.title() : head.name();
  }

  /// What it is called in a sentence. A heading such as “Part B – Interoperability” says it itself;
  /// any other record is called by its name.
  public String called() {
    int end = title.indexOf(" – ");
    return end > 0 && number(name(), title).isEmpty() ? title.substring(0, end) : name();
  }

  /// The reference, or the key when there is none.
  public String name() {
    return reference == null ? key.toString() : reference;
  }
}
