package org.seccatalogue.finding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is wrong, how serious, and exactly where.
///
/// @param found the value that was found, absent when there is none
/// @param expected what would have been right, in words
public record Finding(
    Severity severity, FindingCode code, Place place, @Nullable String found, String expected) {

  private static final int LONGEST_SHOWN = 200;
  private static final Pattern NAMED =
      Pattern.compile("^the key(?: or reference)? of an? ([^,;]+?)( of [^,;]+)?((?:[,;].*)?)$");

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

  /// What is told again is short, and can be kept and shown.
  public Finding {
    if (found != null) {
      found = Excerpt.of(found.replace('\0', '\uFFFD'), LONGEST_SHOWN);
    }
  }

  /// The same finding, seen at another place.
  public Finding at(Place other) {
    return new Finding(severity, code, other, found, expected);
  }

  /// The same finding, with what was found as it is written.
  public Finding quoting(String written) {
    return new Finding(severity, code, place, written, expected);
  }

  /// The same finding, with other words for what would have been right.
  public Finding expecting(String other) {
    return new Finding(severity, code, place, found, other);
  }

  /// One sentence for people, without the place.
  public String message() {
    if (found == null || found.isEmpty()) {
      return "Expected " + expected + ".";
    }
    if (code == FindingCode.NO_KEY) {
      return found;
    }
    return code == FindingCode.UNKNOWN_RECORD
        ? missing(found)
        : "Found “" + found + "”, expected " + expected + ".";
  }

  /// Says for what a name was to stand, such as "clause" for "the key or reference of a clause".
  private String missing(String name) {
    Matcher named = NAMED.matcher(expected);
    return named.find()
        ? "There is no " + named.group(1) + " " + name + whose(named) + named.group(3) + "."
        : "There is no record " + name + ".";
  }

  /// Of what it should be, such as " of the baseline".
  private static String whose(Matcher named) {
    return named.group(2) == null ? "" : named.group(2);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
