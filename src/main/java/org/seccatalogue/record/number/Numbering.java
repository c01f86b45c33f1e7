package org.seccatalogue.record.number;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The numbers of sections and clauses. One that begins with a capital letter is a name, such as
/// `C.4.1` or `Annex C`; any other is counted below the record above it, such as `6` or `(b)`, and
/// its record is called by the path of all of them: `Annex C / 6 / (b)`.
public final class Numbering {

  /// What stands between the numbers of a path.
  public static final String BETWEEN = " / ";

  private Numbering() {}

  /// Whether a number is counted below the record above it.
  public static boolean isCounted(String number) {
    return !number.isEmpty() && (number.charAt(0) < 'A' || number.charAt(0) > 'Z');
  }

  /// What a record is called.
  ///
  /// @param above what the record above it is called; absent for a root
  public static String path(@Nullable String above, String number) {
    return above == null ? number : above + BETWEEN + number;
  }

  /// Asks for one of the paths that end with a number, in words that follow on "expected".
  public static String choice(List<String> paths) {
    return paths.stream().collect(Collectors.joining("” or “", "the path of the number: “", "”"));
  }

  /// What is asked of somebody who writes a reference that several records had and none has now.
  ///
  /// @param present what they are called now
  public static String choiceOfPresent(List<String> present) {
    return present.stream()
        .collect(
            Collectors.joining(
                "” or “", "the present reference of the record that is meant: “", "”"));
  }

  /// The number at the end of a path.
  public static String last(String path) {
    int before = path.lastIndexOf(BETWEEN);
    return before < 0 ? path : path.substring(before + BETWEEN.length());
  }
}
