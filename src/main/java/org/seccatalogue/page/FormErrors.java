package org.seccatalogue.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;

/// The findings of a form, each to be shown once beside its field and once in the summary.
public final class FormErrors {

  private final List<Finding> open;
  private final List<Entry> summary = new ArrayList<>();

  public FormErrors(List<Finding> findings) {
    this.open = new ArrayList<>(findings);
  }

  /// One line of the summary.
  ///
  /// @param href the field to go to, absent when there is none
  public record Entry(@Nullable String href, String text) {}

  /// Takes the findings at a pointer and below it where a value is typed.
  public List<String> take(String pointer, String id, String label) {
    return take(pointer, id, label, false);
  }

  /// Takes the findings at a pointer and below it, which no field further inside has taken.
  ///
  /// @param selected whether a value is selected there, not typed
  public List<String> take(String pointer, String id, String label, boolean selected) {
    List<Finding> here = open.stream().filter(f -> isAt(f, pointer)).toList();
    open.removeAll(here);
    List<String> words = here.stream().map(finding -> message(finding, selected)).toList();
    words.forEach(
        text ->
            summary.add(new Entry("#" + id, text.contains(label) ? text : label + ": " + text)));
    return words;
  }

  /// The summary, with the findings that belong to no field first.
  public List<Entry> summary() {
    List<Entry> all = new ArrayList<>();
    open.forEach(
        finding -> all.add(new Entry(null, finding.place().text() + ": " + message(finding))));
    all.addAll(summary);
    return all;
  }

  public static String message(Finding finding) {
    return message(finding, false);
  }

  private static String message(Finding finding, boolean selected) {
    return finding.code() == FindingCode.MISSING_VALUE
        ? (selected ? "Select " : "Enter ") + finding.expected() + "."
        : finding.message();
  }

  private static boolean isAt(Finding finding, String pointer) {
    String place = finding.place().text();
    return place.equals(pointer) || place.startsWith(pointer + "/");
  }
}
