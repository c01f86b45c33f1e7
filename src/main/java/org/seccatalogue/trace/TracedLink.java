package org.seccatalogue.trace;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;

/// A link with both of its ends.
///
/// @param type name of the link type
/// @param targetRevision the revision of the target that the link was made against
public record TracedLink(
    RecordHead source,
    String type,
    RecordHead target,
    int targetRevision,
    @Nullable String note,
    Soundness soundness) {}
