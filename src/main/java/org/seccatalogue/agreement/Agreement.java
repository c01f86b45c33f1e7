package org.seccatalogue.agreement;

import org.seccatalogue.record.RecordHead;

/// An existing code or agreement: a record of the register, or, where that is not at hand, what
/// others name.
///
/// @param id the key of the record; of what is not at hand, the name
/// @param name what people call it, such as MRA
/// @param title its whole name
/// @param stage that its record has reached; empty for what is not at hand
public record Agreement(String id, String name, String title, String stage) {

  private static final String ELSEWHERE = "not in this edition";

  static Agreement of(RecordHead record) {
    return new Agreement(record.key().toString(), record.name(), record.title(), record.stage());
  }

  static Agreement elsewhere(String name) {
    return new Agreement(name, name, ELSEWHERE, "");
  }
}
