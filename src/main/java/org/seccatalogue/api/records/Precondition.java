package org.seccatalogue.api.records;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.revision.RecordVersion;

/// What `If-Match` says of the state that somebody looked at.
sealed interface Precondition {

  Pattern STRONG = Pattern.compile("\"([^\"]*)\"");

  record Absent() implements Precondition {}

  record Wrong(Finding finding) implements Precondition {}

  record Seen(RecordVersion version) implements Precondition {}

  static Precondition of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return new Absent();
    }
    Matcher matcher = STRONG.matcher(header.strip());
    return matcher.matches()
        ? RecordVersion.parse(matcher.group(1))
            .<Precondition>map(Seen::new)
            .orElseGet(() -> wrong(header))
        : wrong(header);
  }

  private static Precondition wrong(String header) {
    return new Wrong(
        Finding.error(
            FindingCode.BAD_VALUE,
            new Place.Parameter("If-Match"),
            header,
            "one ETag as this record gave it, such as \"1.1\""));
  }
}
