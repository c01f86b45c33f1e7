package org.seccatalogue.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordKey;

/// An immutable numbered state of one record.
///
/// @param number counted from 1
/// @param stage the stage in which it was made
/// @param digest SHA-256 of the canonical form, 64 hexadecimal digits
public record Revision(
    RecordKey key,
    int number,
    String stage,
    Content content,
    String digest,
    Instant madeAt,
    String madeBy,
    @Nullable String note) {}
