package org.seccatalogue.revision;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which state of a record somebody has seen: what a write must name, so that nobody's work is
/// overwritten unseen.
///
/// @param revision number of the revision
/// @param version counts every change, also those that make no revision
public record RecordVersion(int revision, long version) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,18})");

  public static Optional<RecordVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new RecordVersion(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return revision + "." + version;
  }
}
