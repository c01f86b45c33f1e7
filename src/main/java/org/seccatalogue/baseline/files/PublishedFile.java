package org.seccatalogue.baseline.files;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.record.RecordHead;

/// A file that is made from a baseline. Whatever is equal to it has the same bytes, everywhere and
/// for ever.
///
/// @param form the version of the writer, counted from 1
/// @param section with which a specification begins
/// @param older the baseline since which something changed
public record PublishedFile(
    FileKind kind,
    int form,
    Baseline baseline,
    @Nullable RecordHead section,
    @Nullable Baseline older) {

  public static PublishedFile whole(FileKind kind, int form, Baseline baseline) {
    return new PublishedFile(kind, form, baseline, null, null);
  }

  public static PublishedFile specification(
      FileKind kind, int form, Baseline baseline, RecordHead section) {
    return new PublishedFile(kind, form, baseline, section, null);
  }

  public static PublishedFile changes(FileKind kind, int form, Baseline older, Baseline newer) {
    return new PublishedFile(kind, form, newer, null, older);
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

  /// By which it is told from every other file.
  public String name() {
    return String.join(
        "/",
        kind.name().toLowerCase(Locale.ROOT),
        Integer.toString(form),
        baseline.id(),
        section == null ? "" : section.name(),
        older == null ? "" : older.id());
  }

  /// What it is, in words, such as `The Word specification of C.4.1.a`.
  public String words() {
    if (section != null) {
      return kind.label() + " of " + section.name();
    }
    return older == null
        ? kind.label()
        : kind.label() + " of the changes from " + older.name() + " to " + baseline.name();
  }

  /// The name under which it is offered, without its ending.
  public String stem() {
    return switch (kind) {
      case BUNDLE -> baseline.id() + "-bundle";
      case WORKBOOK -> baseline.id() + "-records";
      case WORD, HTML ->
          (baseline.id() + "-" + root().name()).replace('.', '-').toLowerCase(Locale.ROOT);
      case CHANGES_WORD, CHANGES_WORKBOOK, CHANGES_JSON ->
          baseline.id() + "-changes-since-" + since().id();
    };
  }

  /// The name under which it is offered.
  ///
  /// @param own whether it is in the form that it was published in
  public String fileName(boolean own) {
    return stem() + (own ? "" : "-form-" + form) + "." + kind.extension();
  }
}
