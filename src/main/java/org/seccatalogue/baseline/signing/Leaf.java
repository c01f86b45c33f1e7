package org.seccatalogue.baseline.signing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.record.RecordKey;

/// One record as the hash tree sees it.
///
/// @param digest SHA-256 of what the record says in the baseline, 64 hexadecimal digits
public record Leaf(RecordKey key, int revision, String stage, String digest) {

  private static final Pattern FORM =
      Pattern.compile("([A-Z]{3}-[0-9]{4,9}) ([1-9][0-9]{0,8}) ([A-Za-z0-9_-]+) ([0-9a-f]{64})");

  /// The leaf that a line shows.
  public static Optional<Leaf> parse(String line) {
    Matcher matcher = FORM.matcher(line);
    return matcher.matches()
        ? RecordKey.parse(matcher.group(1))
            .map(
                key ->
                    new Leaf(
                        key,
                        Integer.parseInt(matcher.group(2)),
                        matcher.group(3),
                        matcher.group(4)))
        : Optional.empty();
  }

  byte[] bytes() {
    return line().getBytes(StandardCharsets.UTF_8);
  }

  /// The leaf on one line: key, revision, stage and digest, with a space between them.
  public String line() {
    return key + " " + revision + " " + stage + " " + digest;
  }
}
