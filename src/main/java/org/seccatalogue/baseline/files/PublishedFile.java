package org.seccatalogue.baseline.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.record.RecordHead;

/// A file that is made from a baseline. Whatever is equal to it has the same bytes, everywhere and
/// for ever.
///
/// @param form the version of the writer, counted from 1
/// @param section with which a specification begins
/// @param older the baseline since which something changed
/// @param question that the records of an extract answer, or the key of what a map is about
public record PublishedFile(
    FileKind kind,
    int form,
    Baseline baseline,
    @Nullable RecordHead section,
    @Nullable Baseline older,
    @Nullable String question) {

  /// So many digits tell the questions of one reader apart.
  private static final int SHORT = 8;

  public static PublishedFile whole(FileKind kind, int form, Baseline baseline) {
    return new PublishedFile(kind, form, baseline, null, null, null);
  }

  public static PublishedFile specification(
      FileKind kind, int form, Baseline baseline, RecordHead section) {
    return new PublishedFile(kind, form, baseline, section, null, null);
  }

  public static PublishedFile changes(FileKind kind, int form, Baseline older, Baseline newer) {
    return new PublishedFile(kind, form, newer, null, older, null);
  }

  public static PublishedFile extract(int form, Baseline baseline, String question) {
    return new PublishedFile(FileKind.EXTRACT, form, baseline, null, null, question);
  }

  /// A map of what touches what.
  ///
  /// @param question the key of what the map is about, empty for the whole code; and behind `?`
  ///     what it leaves out
  public static PublishedFile map(FileKind kind, int form, Baseline baseline, String question) {
    return new PublishedFile(kind, form, baseline, null, null, question);
  }

  /// The same with what changed since another baseline.
  public PublishedFile comparedWith(Baseline other) {
    return new PublishedFile(kind, form, baseline, section, other, question);
  }

  /// The section of a specification.
  public RecordHead root() {
    if (section == null) {
      throw new IllegalStateException(name() + " is not of a section");
    }
    return section;
  }

  /// The older baseline of changes.
  public Baseline since() {
    if (older == null) {
      throw new IllegalStateException(name() + " is not of changes");
    }
    return older;
  }

  /// The question of an extract, or what a map is about.
  public String asked() {
    if (question == null) {
      throw new IllegalStateException(name() + " answers no question");
    }
    return question;
  }

  /// By which it is told from every other file.
  public String name() {
    String name =
        String.join(
            "/",
            kind.name().toLowerCase(Locale.ROOT),
            Integer.toString(form),
            baseline.id(),
            section == null ? "" : section.name(),
            older == null ? "" : older.id());
    return question == null ? name : name + "/" + question;
  }

  /// What it is, in words, such as `The Word specification of C.4.1.a`.
  public String words() {
    if (question != null && kind.isMap()) {
      int end = question.indexOf('?');
      return end < 0
          ? wordsAbout(question, List.of())
          : wordsAbout(
              question.substring(0, end), List.of(question.substring(end + 1).replace("&", ", ")));
    }
    if (question != null) {
      return kind.label() + " of the records that answer “" + plain(question) + "”";
    }
    if (section != null) {
      return kind.label() + " of " + section.name();
    }
    return older == null
        ? kind.label()
        : kind.label() + " of the changes from " + older.name() + " to " + baseline.name();
  }

  /// The same of a map, by what people call what it is about.
  ///
  /// @param name empty for the whole code
  /// @param without what it leaves out, in words
  public String wordsAbout(String name, List<String> without) {
    String since = older == null ? "" : " with the changes since " + older.name();
    return kind.label()
        + (name.isEmpty() ? "" : " around " + name)
        + (without.isEmpty() ? "" : " without " + String.join(", ", without))
        + since;
  }

  private static String plain(String question) {
    return URLDecoder.decode(question.replace(";", ", "), StandardCharsets.UTF_8);
  }

  /// The name under which it is offered, without its ending.
  public String stem() {
    return switch (kind) {
      case BUNDLE -> baseline.id() + "-bundle";
      case WORKBOOK -> baseline.id() + "-records";
      case EXTRACT ->
          baseline.id() + "-extract-" + Digests.hex(Digests.sha256(asked())).substring(0, SHORT);
      case MAP, MAP_PDF, MAP_PNG ->
          baseline.id() + "-map" + mapped(asked()) + (older == null ? "" : "-since-" + older.id());
      case WORD, HTML ->
          (baseline.id() + "-" + root().name()).replace('.', '-').toLowerCase(Locale.ROOT);
      case CHANGES_WORD, CHANGES_WORKBOOK, CHANGES_JSON ->
          baseline.id() + "-changes-since-" + since().id();
    };
  }

  private static String mapped(String asked) {
    if (asked.isEmpty()) {
      return "";
    }
    return asked.contains("?")
        ? "-" + Digests.hex(Digests.sha256(asked)).substring(0, SHORT)
        : "-" + asked.toLowerCase(Locale.ROOT);
  }

  /// The name under which it is offered.
  ///
  /// @param own whether it is in the form that it was published in
  public String fileName(boolean own) {
    return stem() + (own ? "" : "-form-" + form) + "." + kind.extension();
  }
}
