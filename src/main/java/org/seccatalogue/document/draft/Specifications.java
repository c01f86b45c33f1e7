package org.seccatalogue.document.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.Figure;
import org.seccatalogue.document.SpecificationAssembler;
import org.seccatalogue.document.SpecificationForm;
import org.seccatalogue.document.html.HtmlDocument;
import org.seccatalogue.document.word.WordDocument;
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.map.draft.DraftMaps;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.DraftSnapshot;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;

/// Specification documents, from the draft.
@ApplicationScoped
public class Specifications {

  private static final String LIST = "All relations stand as a list below this map of the draft.";

  private final Revisions revisions;
  private final DraftSnapshot draft;
  private final DraftSource source;
  private final DraftMaps maps;

  Specifications(Revisions revisions, DraftSnapshot draft, DraftSource source, DraftMaps maps) {
    this.revisions = revisions;
    this.draft = draft;
    this.source = source;
    this.maps = maps;
  }

  /// A document that can be written.
  ///
  /// @param fileName as it is offered for download
  public record Specification(String fileName, Writer writer) {}

  /// Writes the bytes of a document.
  @FunctionalInterface
  public interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /// Writes a model in one of the formats.
  private interface Format {
    void write(DocumentModel model, OutputStream out) throws IOException;
  }

  /// The Word specification of a section with all that stands below it, such as `C.4.1.a`; nothing
  /// when no section or clause has that reference.
  public Optional<Specification> word(String reference) {
    return of(reference, ".docx", (model, out) -> new WordDocument().write(model, out));
  }

  /// The same as one HTML file in UTF-8.
  public Optional<Specification> html(String reference) {
    return of(reference, ".html", (model, out) -> new HtmlDocument().write(model, out));
  }

  private Optional<Specification> of(String reference, String extension, Format format) {
    return revisions
        .named(reference)
        .filter(record -> reference.equals(record.head().reference()))
        .filter(Specifications::isHeading)
        .map(StoredRecord::head)
        .map(
            head ->
                new Specification(
                    fileName(reference) + extension, out -> write(head, format, out)));
  }

  private static String fileName(String reference) {
    return "sec-" + reference.replace('.', '-').toLowerCase(Locale.ROOT);
  }

  private static boolean isHeading(StoredRecord record) {
    return switch (record.type().kind()) {
      case HEADING, CLAUSE -> true;
      case REQUIREMENT,
          AGREEMENT,
          DEPENDENCY,
          OPTIONS,
          NOTE,
          INTERACTION,
          ASSESSMENT,
          DOCUMENT,
          PARTY ->
          false;
    };
  }

  private void write(RecordHead root, Format format, OutputStream out) throws IOException {
    try {
      draft.read(
          () -> {
            try {
              format.write(model(root), out);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// To be read within one moment of the draft.
  private DocumentModel model(RecordHead root) {
    DocumentModel model =
        new SpecificationAssembler(source, root, SpecificationForm.NEWEST).assemble();
    if (!Figure.stands(root)) {
      return model;
    }
    return model.with(
        maps.mapOfMoment(MapQuestion.about(root.key().toString()))
            .flatMap(
                map -> Figure.of(map, model.identity().title(), LIST, SpecificationForm.NEWEST)));
  }
}
