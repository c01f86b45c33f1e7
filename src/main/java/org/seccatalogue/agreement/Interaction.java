package org.seccatalogue.agreement;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;

/// A stated interaction with an existing code or agreement.
///
/// @param by the record that states it
/// @param concerns the record that touches the agreement, or null for the section
/// @param area what of the agreement is touched
/// @param kind how the two touch
/// @param impact what changes, or must not
/// @param raisedBy absent, and not only empty, where nobody is told
/// @param response the same of the answer
public record Interaction(
    RecordHead by,
    @Nullable RecordHead concerns,
    String area,
    String kind,
    String impact,
    @Nullable String raisedBy,
    @Nullable String response) {}
