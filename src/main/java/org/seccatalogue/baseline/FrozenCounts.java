package org.seccatalogue.baseline;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a baseline has been found to hold when all of its records were gone through.
///
/// @param digest the root of its hash tree, 64 hexadecimal digits
/// @param types how many records there are of each type, by name
/// @param stages how many records are at each stage, by code
/// @param withdrawn the digest of the records of earlier baselines that are withdrawn; absent when
///     there are none
public record FrozenCounts(
    String digest,
    int records,
    int links,
    SortedMap<String, Integer> types,
    SortedMap<String, Integer> stages,
    @Nullable String withdrawn) {}
