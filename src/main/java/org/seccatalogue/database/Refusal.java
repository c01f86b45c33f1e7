package org.seccatalogue.database;

/// Ends a start that cannot succeed. The message is the sentence for whoever started the catalogue.
final class Refusal extends Exception {

  Refusal(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
