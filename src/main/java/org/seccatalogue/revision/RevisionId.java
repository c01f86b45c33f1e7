package org.seccatalogue.revision;

import org.seccatalogue.record.RecordKey;

/// One revision of one record.
///
/// @param number counted from 1
public record RevisionId(RecordKey key, int number) {}
