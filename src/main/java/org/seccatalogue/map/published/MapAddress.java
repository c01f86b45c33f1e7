package org.seccatalogue.map.published;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.search.Question;
import org.seccatalogue.map.MapQuestion;

/// What a map of a baseline was asked for with. As a text it is the end of its address, such as
/// `map.svg?focus=XCA-0001&without=part%3AB`: the same for the same question.
///
/// @param since the id of the baseline with which it is compared; absent where it stands alone
public record MapAddress(FileKind kind, MapQuestion question, @Nullable String since) {

  private static final String STEM = "map.";
  private static final String FOCUS = "focus=";
  private static final String WITHOUT = "without=";
  private static final String SINCE = "since=";

  /// As the files say it, each where it tells of itself: words of a record may look like a
  /// question, and are none.
  private static final Pattern SAYS =
      Pattern.compile(
          "(?:<metadata>|/Keywords \\(|Comment\\x00{5})"
              + FileForms.said(0).replace("0", "[0-9]{1,4}")
              + "; "
              + Question.SAID
              + "(map\\.(?:svg|pdf|png)(?:\\?[A-Za-z0-9.*_+%=&;-]{1,24000}+)?) of ");

  /// How a file says what it is: its form, what was asked, and each baseline with its digest.
  static String said(PublishedFile file) {
    Baseline older = file.older();
    MapAddress asked =
        new MapAddress(
            file.kind(), MapQuestion.read(file.asked()), older == null ? null : older.id());
    return FileForms.said(file.form())
        + "; "
        + Question.SAID
        + asked.text()
        + " of "
        + named(file.baseline())
        + (older == null ? "" : " since " + named(older));
  }

  private static String named(Baseline baseline) {
    return encoded(baseline.name()) + " " + baseline.digest();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    if (question.focus() != null) {
      parts.add(FOCUS + encoded(question.focus()));
    }
    question.without().forEach(token -> parts.add(WITHOUT + encoded(token)));
    if (since != null) {
      parts.add(SINCE + encoded(since));
    }
    return STEM + kind.extension() + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
  }

  /// The text of what a file says that it was asked for with, if it says that.
  public static Optional<String> saidIn(CharSequence file) {
    Matcher matcher = SAYS.matcher(file);
    return matcher.find() ? Optional.of(matcher.group(1).replace("&amp;", "&")) : Optional.empty();
  }

  /// What a text shows, if it shows what a map is asked for with.
  public static Optional<MapAddress> read(String text) {
    int end = text.indexOf('?');
    Optional<FileKind> kind = kind(end < 0 ? text : text.substring(0, end));
    try {
      return kind.flatMap(one -> read(one, end < 0 ? "" : text.substring(end + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<FileKind> kind(String name) {
    return List.of(FileKind.MAP, FileKind.MAP_PDF, FileKind.MAP_PNG).stream()
        .filter(kind -> name.equals(STEM + kind.extension()))
        .findFirst();
  }

  private static Optional<MapAddress> read(FileKind kind, String asked) {
    String focus = null;
    String since = null;
    List<String> without = new ArrayList<>();
    for (String part : asked.isEmpty() ? new String[0] : asked.split("&", -1)) {
      if (part.startsWith(FOCUS)) {
        focus = decoded(part, FOCUS);
      } else if (part.startsWith(WITHOUT)) {
        without.add(decoded(part, WITHOUT));
      } else if (part.startsWith(SINCE)) {
        since = decoded(part, SINCE);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new MapAddress(kind, MapQuestion.of(focus, without), since));
  }

  private static String decoded(String part, String name) {
    return URLDecoder.decode(part.substring(name.length()), StandardCharsets.UTF_8);
  }
}
