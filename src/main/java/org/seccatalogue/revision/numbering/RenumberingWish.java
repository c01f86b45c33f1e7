package org.seccatalogue.revision.numbering;

import org.seccatalogue.record.RecordKey;

/// The number that somebody wants the head of a branch to have.
///
/// @param exchange whether the branch that has it is to get the number of this one
public record RenumberingWish(RecordKey head, String number, boolean exchange) {}
