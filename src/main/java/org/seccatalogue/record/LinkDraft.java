package org.seccatalogue.record;

import org.jspecify.annotations.Nullable;

/// A link as somebody asks for it.
///
/// @param target key or reference of the target
/// @param targetRevision the revision of the target that was looked at; absent: keep the one that
///     the link has, or take the current one for a new link
public record LinkDraft(
    String type, String target, @Nullable Integer targetRevision, @Nullable String note) {}
