package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// Who an operation is for, and whose contract has it.
enum Side {
  /// Readers of what is published.
  PUBLIC("openapi"),
  /// Those who write.
  DRAFTING("openapi-drafting");

  /// Says of an operation which side it is of.
  static final String MARK = "x-side";

  private final String file;

  Side(String file) {
    this.file = file;
  }

  static Side of(JsonNode operation) {
    return valueOf(operation.path(MARK).asText().toUpperCase(Locale.ROOT));
  }

  /// Its name in the hand-written contract.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Name of the file with its contract, without what tells the format.
  String file() {
    return file;
  }
}
