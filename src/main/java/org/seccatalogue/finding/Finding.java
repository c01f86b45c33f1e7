package org.seccatalogue.finding;

import org.jspecify.annotations.Nullable;

/// What is wrong, how serious, and exactly where.
///
/// @param found the value that was found, absent when there is none
/// @param expected what would have been right, in words
public record Finding(
    Severity severity, FindingCode code, Place place, @Nullable String found, String expected) {

  private static final int LONGEST_SHOWN = 200;

  /// Something that stops what was asked.
  public static Finding error(
      FindingCode code, Place place, @Nullable String found, String expected) {
    return new Finding(Severity.ERROR, code, place, found, expected);
  }

  /// Something to know, that stops nothing.
  public static Finding warning(
      FindingCode code, Place place, @Nullable String found, String expected) {
    return new Finding(Severity.WARNING, code, place, found, expected);
  }

  public Finding {
    if (found != null && found.length() > LONGEST_SHOWN) {
      found = found.substring(0, LONGEST_SHOWN) + "…";
    }
  }

  /// The same finding, seen at another place.
  public Finding at(Place other) {
    return new Finding(severity, code, other, found, expected);
  }

  /// One sentence for people, without the place.
  public String message() {
    return found == null || found.isEmpty()
        ? "Expected " + expected + "."
        : "Found “" + found + "”, expected " + expected + ".";
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
