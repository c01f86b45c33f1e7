package org.seccatalogue.rules;

import org.seccatalogue.record.RecordKey;

/// The place of a record among its siblings.
public sealed interface Slot {

  /// Where it is; last where it is new or comes from another parent.
  record Kept() implements Slot {}

  record First() implements Slot {}

  record Before(RecordKey sibling) implements Slot {}

  record After(RecordKey sibling) implements Slot {}

  /// Beside a record that another draft makes and that has no key yet: a plan may say so, and
  /// nothing is written before it has one.
  record BesideNew() implements Slot {}

  /// Where it stood once, by the position that the store gave; where another one stands there now,
  /// after that one.
  record Exactly(int position) implements Slot {}

  /// Whether a record is put back, as only an undo does.
  default boolean isBack() {
    return this instanceof Exactly;
  }

  static Slot kept() {
    return new Kept();
  }
}
