package org.seccatalogue.plan.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;

/// What a row of a workbook would do, or would be done with a record that no row names.
///
/// @param number of the row among all rows of the import, counted from 1; records that no row names
///     are counted on from there
/// @param key of the record that it changes; absent for a new record that gets its key when
///     the import is applied
/// @param changed what would change: names of attributes, `section`, `stage`, and names of links
/// @param chosen whether applying the import does this
/// @param faulty whether an error was found in it, so that it is never applied
/// @param effect what it does besides
/// @param conflicts what the catalogue changed meanwhile in another way
public record PlannedChange(
    int number,
    Spot spot,
    Kind kind,
    String type,
    @Nullable RecordKey key,
    String title,
    List<String> changed,
    boolean chosen,
    boolean faulty,
    Effect effect,
    List<Conflict> conflicts) {

  /// Where the row stands.
  ///
  /// @param sheet empty for a record that no row names
  /// @param row the row of the sheet, counted from 1 as spreadsheets show it; 0 for a record that
  ///     no row names
  public record Spot(String sheet, int row) {}

  public String sheet() {
    return spot.sheet();
  }

  public int row() {
    return spot.row();
  }

  /// Which rows of an import are wanted; absent: all.
  ///
  /// @param type name of a record type
  /// @param section key of the record below which the rows' records stand
  /// @param guard one reason why the rows are chosen by themselves
  /// @param withFindings only rows that something was found in
  public record Filter(
      @Nullable Kind kind,
      @Nullable String type,
      @Nullable RecordKey section,
      @Nullable Guard guard,
      boolean withFindings) {

    public static final Filter ALL = new Filter(null, null, null, null, false);

    public Filter(
        @Nullable Kind kind,
        @Nullable String type,
        @Nullable RecordKey section,
        boolean withFindings) {
      this(kind, type, section, null, withFindings);
    }
  }

  /// What a row does besides what it says.
  ///
  /// @param guards why it is applied only when it is chosen by itself; none for most
  /// @param fallsTo code of the stage to which the new words fall; absent when they do not
  /// @param makesRevision whether its record gets new words: not by another stage, place or number
  public record Effect(List<Guard> guards, @Nullable String fallsTo, boolean makesRevision) {

    /// Nothing.
    public static final Effect NONE = new Effect(List.of(), null, true);

    public Effect {
      guards = List.copyOf(guards);
    }
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
    /// The catalogue has it and the workbook does not: it is withdrawn if somebody chooses that.
    MISSING
  }
}
