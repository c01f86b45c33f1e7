package org.seccatalogue.schema;

import java.util.Arrays;
import java.util.Optional;

/// What the codes of an enumeration are to those who know no enumeration by its name.
public enum CodeRole {
  /// Who may use a service.
  USER("user"),
  /// Who else must act or takes part, such as the DCC.
  PARTY("party"),
  /// How a service is asked for.
  MODE("mode"),
  /// How fast it answers.
  RESPONSE_TIME("response-time"),
  /// What it acts upon.
  DEVICE("device"),
  /// How much a requirement matters; the first code matters most.
  IMPORTANCE("importance"),
  /// An existing code or agreement: its codes are the references of these.
  AGREEMENT("agreement");

  private final String word;

  CodeRole(String word) {
    this.word = word;
  }

  static Optional<CodeRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }
}
