package org.seccatalogue.map.sheet;

import org.jspecify.annotations.Nullable;

/// A part of a file that is not as it should be.
///
/// @param part in words
/// @param what one sentence for people
/// @param expected what should stand there; absent where that are no words
/// @param found what stands there; absent where that are no words
public record FileDifference(
    String part, String what, @Nullable String expected, @Nullable String found) {}
