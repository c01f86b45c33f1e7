package org.seccatalogue.rules;

import org.jspecify.annotations.Nullable;

/// A link that may be made.
///
/// @param targetRevision the revision of the target that it is made against; absent: the one that
///     is current when it is written
public record CheckedLink(
    String type, Target target, @Nullable Integer targetRevision, @Nullable String note) {}
