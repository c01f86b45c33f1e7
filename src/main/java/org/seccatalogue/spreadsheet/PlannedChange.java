package org.seccatalogue.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;

/// What a row of a workbook would do.
///
/// @param number of the row among all rows of the import, counted from 1
/// @param row the row of the sheet, counted from 1 as spreadsheets show it
/// @param key of the record that it changes; absent for a new record that gets its key when
///     the import is applied
/// @param conflicts what the catalogue changed meanwhile in another way
/// @param changed what would change: names of attributes, `section`, `stage`, and names of links
public record PlannedChange(
    int number,
    String sheet,
    int row,
    Kind kind,
    String type,
    @Nullable RecordKey key,
    String title,
    List<String> changed,
    List<Conflict> conflicts) {

  /// Which rows of an import are wanted; absent: all.
  ///
  /// @param type name of a record type
  /// @param section key of the record below which the rows' records stand
  public record Filter(@Nullable Kind kind, @Nullable String type, @Nullable RecordKey section) {
    public static final Filter ALL = new Filter(null, null, null);
  }

  /// One thing that a row changes, in words; empty where nothing was or will be said.
  public record Edit(String field, String before, String after) {}

  /// What would happen.
  public enum Kind {
    NEW,
    CHANGED,
    SAME,
    /// The record moved on since the workbook was exported, and both changed the same thing.
    CONFLICT,
    /// A cell of the row has an error.
    WRONG,
    /// Somebody decided that the row is not read.
    LEFT_OUT
  }
}
