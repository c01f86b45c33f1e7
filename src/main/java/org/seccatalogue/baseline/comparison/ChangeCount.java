package org.seccatalogue.baseline.comparison;

import org.seccatalogue.schema.RecordType;

/// How many records of a type something became of.
public record ChangeCount(ChangeKind kind, RecordType type, int records) {}
