package org.seccatalogue.proposal;

/// A row that is not read yet, with a digest by which it is known again.
///
/// @param number among all that the source proposes, counted from 1
/// @param row its row in the table, as people count it
/// @param digest SHA-256 over its cells and over all that decides what they mean, 64 hexadecimal
///     digits
public record RowPrint(int number, int row, String digest) {}
