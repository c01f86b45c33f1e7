package org.seccatalogue.baseline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.baseline.signing.Leaf;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordKey;

/// A record of a baseline on one line of JSON: its leaf of the hash tree, and what it says in
/// canonical form, of which the leaf holds the digest. Its place is in what it says (`parent`) and
/// in the order of the lines.
public record ContentLine(Leaf leaf, String content) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"key\":\"([A-Z]{3}-[0-9]{4,9})\",\"revision\":([1-9][0-9]{0,8}),"
              + "\"stage\":\"([A-Za-z0-9_-]+)\",\"content\":(\\{.*\\})\\}");

  /// The record that a line shows, with the digest of what it says there.
  public static Optional<ContentLine> parse(String line) {
    Matcher matcher = FORM.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String content = matcher.group(4);
    Leaf leaf =
        new Leaf(
            RecordKey.of(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            matcher.group(3),
            Digests.hex(Content.digest(content)));
    return Optional.of(new ContentLine(leaf, content));
  }

  /// The line, without its end.
  public String line() {
    return "{\"key\":\""
        + leaf.key()
        + "\",\"revision\":"
        + leaf.revision()
        + ",\"stage\":\""
        + leaf.stage()
        + "\",\"content\":"
        + content
        + "}";
  }
}
