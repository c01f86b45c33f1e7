package org.seccatalogue.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Specification documents, from the draft.
@ApplicationScoped
public class Specifications {

  /// A document that can be written.
  ///
  /// @param fileName as it is offered for download
  public record Specification(String fileName, Writer writer) {}

  /// Writes the bytes of a document.
  @FunctionalInterface
  public interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /// The Word specification of a section with all that stands below it, such as `C.4.1.a`; nothing
  /// when no section or clause has that reference.
  public Optional<Specification> word(String reference) {
    return Optional.empty();
  }
}
