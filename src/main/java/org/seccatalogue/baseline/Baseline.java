package org.seccatalogue.baseline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A named, frozen, digested set of revisions.
///
/// @param number counted in the order of freezing; not without gaps
/// @param id what stands in addresses, such as `sec-v0.01`
/// @param dated the day that stands on it
/// @param digest the root of its hash tree, 64 hexadecimal digits
/// @param schemaDigest SHA-256 of the files of record types that it was frozen with
/// @param manifest what was signed: canonical JSON
/// @param signature JWS in compact form over the manifest
/// @param state what it is now
/// @param reason why it was superseded or withdrawn
/// @param successor id of the baseline that took its place
public record Baseline(
    int number,
    String id,
    String name,
    LocalDate dated,
    int records,
    int links,
    String digest,
    String schemaDigest,
    String manifest,
    String signature,
    PublicationAction state,
    @Nullable String reason,
    @Nullable String successor) {}
