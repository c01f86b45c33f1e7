package org.seccatalogue.plan.rows;

/// How many rows of an import would do what: of those that would change something, the chosen ones
/// without errors.
///
/// @param missing records of the same types and sections that no row names
public record RowCounts(
    int created, int changed, int same, int conflicts, int missing, Chosen chosen) {

  /// What people decided of them.
  ///
  /// @param undecided rows in conflict that are chosen and wait for a decision
  /// @param leftOut rows without errors that would do something and are not chosen
  /// @param withdrawn records that no row names and that are chosen to be withdrawn
  /// @param guarded rows that are applied only when they are chosen by themselves
  public record Chosen(int undecided, int leftOut, int withdrawn, int guarded) {}
}
