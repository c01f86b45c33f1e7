package org.seccatalogue.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A specification, ready to be written. The body is a stream, because a specification of the whole
/// catalogue does not fit into the heap: it can be read once, and a writer closes it.
///
/// Whoever assembles the model sees to it that no two blocks have the same anchor, and that every
/// anchor that is referred to stands in the document.
///
/// @param figure what stands between the contents and the body; absent where nothing does
public record DocumentModel(
    Identity identity,
    TitlePage titlePage,
    List<ContentsEntry> contents,
    @Nullable Figure figure,
    Stream<Block> body) {

  public DocumentModel {
    contents = List.copyOf(contents);
  }

  /// Of a document without a figure.
  public DocumentModel(
      Identity identity, TitlePage titlePage, List<ContentsEntry> contents, Stream<Block> body) {
    this(identity, titlePage, contents, null, body);
  }

  /// The same document, with a figure if there is one.
  public DocumentModel with(Optional<Figure> one) {
    return new DocumentModel(identity, titlePage, contents, one.orElse(null), body);
  }

  /// The same document, which says its form.
  public DocumentModel saying(String form) {
    Identity said =
        new Identity(
            identity.title(),
            identity.version(),
            identity.status(),
            identity.digest(),
            identity.date(),
            form);
    return new DocumentModel(said, titlePage, contents, figure, body);
  }

  /// What tells this document from every other one, printed on all of its pages.
  ///
  /// @param status how far it may be relied upon, such as "Draft - not a baseline"
  /// @param digest the digest of the baseline that it was made from, or the words that say why it
  ///     has none
  /// @param date the date of the content, not the day on which the document was written
  /// @param form what the file says of its form, if it says it
  public record Identity(
      String title,
      String version,
      String status,
      String digest,
      LocalDate date,
      @Nullable String form) {

    /// Of a document in the first form, which says nothing of it.
    public Identity(String title, String version, String status, String digest, LocalDate date) {
      this(title, version, status, digest, date, null);
    }
  }
}
