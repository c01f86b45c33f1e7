package org.seccatalogue.revision.numbering;

/// What came of renumbering a branch, or of undoing that.
public sealed interface RenumberingOutcome {

  /// All records of the plan have their numbers.
  record Applied(RenumberingAct act) implements RenumberingOutcome {}

  /// The draft has changed since the plan was looked at. Nothing was changed.
  record Stale(RenumberingPlan now) implements RenumberingOutcome {}

  /// Something speaks against it. Nothing was changed.
  record Refused(RenumberingPlan plan) implements RenumberingOutcome {}

  /// There is no such record, or no such act.
  record NotFound() implements RenumberingOutcome {}
}
