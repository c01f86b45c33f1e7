package org.seccatalogue.page.records;

import org.jspecify.annotations.Nullable;

/// What a page says after a change: a fixed text for each word that may stand in the address.
final class SavedText {

  /// How a word ends where the record got a reference that another one had.
  private static final String PASSED = "-passed";

  private SavedText() {}

  static boolean tellsOfPassedReference(@Nullable String word) {
    return word != null && word.endsWith(PASSED);
  }

  static String of(@Nullable String word) {
    String how = word == null ? "" : word;
    return switch (tellsOfPassedReference(word)
        ? how.substring(0, how.length() - PASSED.length())
        : how) {
      case "created" -> "The record was created.";
      case "revised" -> "The change was saved.";
      case "renumbered" ->
          "The reference was changed, and nothing else: no new revision was made, and no link is"
              + " suspect and no stage lost by it. The former reference leads here.";
      case "unchanged" -> "Nothing had changed, so no new revision was made.";
      case "unchanged-note" ->
          "Nothing had changed, so no new revision was made. What you wrote about the change was not"
              + " kept.";
      case "withdrawn-before" ->
          "The record was withdrawn for that reason already. Nothing was changed.";
      case "confirmed" -> "The link was confirmed.";
      case "unconfirmed" ->
          "The link was not confirmed: the record no longer meets the rules of its type. Edit it,"
              + " and save it with the link.";
      case "withdrawn" -> "The record was withdrawn.";
      default -> "";
    };
  }
}
