package org.seccatalogue.baseline;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.seccatalogue.baseline.signing.Digests;

/// What the pages of a list belong to: a baseline and a question. A cursor carries both, so that no
/// list begins in one baseline and ends in another.
///
/// @param baseline id of the baseline; of comparisons both, the older one first
/// @param question all that restricts or orders the list, in a fixed order
public record PageBinding(String baseline, List<String> question) {

  private static final String FORM = "2";
  private static final int PARTS = 4;
  private static final int PRINT = 16;

  public PageBinding {
    question = List.copyOf(question);
  }

  /// What a cursor turned out to be.
  public sealed interface Read {

    /// The page goes on behind this position.
    record Behind(String position) implements Read {}

    /// It is none of this list.
    ///
    /// @param expected what should have been sent instead
    record Refused(String expected) implements Read {}
  }

  /// The cursor of the page that goes on behind a position.
  public String cursor(String position) {
    String text = String.join("\n", FORM, baseline, print(), position);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// What a cursor says.
  public Read read(String cursor) {
    String[] parts = text(cursor).split("\n", PARTS);
    if (parts.length < PARTS || !parts[0].equals(FORM)) {
      return new Read.Refused("a cursor that a page of this list gave; begin again without one");
    }
    if (!parts[1].equals(baseline)) {
      return new Read.Refused(
          "a cursor of %s: this one is of %s; go on there, or begin again without one"
              .formatted(baseline, parts[1]));
    }
    return parts[2].equals(print())
        ? new Read.Behind(parts[PARTS - 1])
        : new Read.Refused(
            "a cursor of the same question: this one belongs to other filters, words or another"
                + " order; begin again without one");
  }

  private String print() {
    String text = String.join("\n", question);
    return Digests.hex(Digests.sha256(text)).substring(0, PRINT);
  }

  private static String text(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
