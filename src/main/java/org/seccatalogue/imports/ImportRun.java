package org.seccatalogue.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;

/// A workbook that was read into a plan of changes.
///
/// @param counts what its rows are, as they are now
/// @param selection what people decided of them
/// @param course when each thing was done with it
public record ImportRun(
    long id,
    ImportState state,
    Source source,
    Counts counts,
    Selection selection,
    Problems problems,
    Course course) {

  /// The file that was read, and how.
  ///
  /// @param profile name of the profile; empty when none was asked for and none is found yet
  /// @param digest SHA-256 of the file, 64 hexadecimal digits
  /// @param choices how it was asked to be read
  /// @param recognised what the file was found to be; absent until it is read
  public record Source(
      String fileName,
      String profile,
      String digest,
      ReadingChoices choices,
      @Nullable RecognisedFile recognised) {}

  /// What its rows would do.
  ///
  /// @param rows number of rows with data
  /// @param created chosen rows that would make a new record
  /// @param changed chosen rows that would change a record
  /// @param same rows that say what the catalogue says already
  /// @param conflicts chosen rows of which the workbook and the catalogue changed the same
  /// @param missing records of the same types and sections that no row names
  public record Counts(int rows, int created, int changed, int same, int conflicts, int missing) {

    private int planned() {
      return created + changed + same + conflicts;
    }
  }

  /// What people decided of its rows, or have yet to decide.
  ///
  /// @param undecided rows in conflict that are to be applied and wait for a decision
  /// @param leftOut rows without errors that would do something and are not to be applied
  /// @param withdrawn records that no row names and that are to be withdrawn
  /// @param guarded rows that withdraw their record or lower its marking, and are chosen by
  ///     themselves
  public record Selection(int undecided, int leftOut, int withdrawn, int guarded) {}

  /// What was found in its rows.
  ///
  /// @param errors findings that stop the import
  /// @param warnings findings that do not
  /// @param rowsWithErrors rows with errors, as long as its findings are kept
  /// @param separable whether all its errors are of rows, which can be left out
  public record Problems(int errors, int warnings, int rowsWithErrors, boolean separable) {}

  /// Who did what with it, when and why.
  public record Course(
      Instant startedAt,
      String startedBy,
      @Nullable Instant appliedAt,
      @Nullable String appliedBy,
      @Nullable String note,
      @Nullable Instant undoneAt,
      @Nullable String undoneBy,
      @Nullable String undoNote) {}

  /// How many rows have a place in the plan, with the records that no row names.
  public int staged() {
    return counts.planned() + selection.leftOut() + counts.missing();
  }

  /// Whether rows with errors were left out of what is planned or was applied.
  public boolean isWithoutFaulty() {
    return problems.rowsWithErrors() > 0 && state != ImportState.REFUSED;
  }

  /// How many rows are left out, those with errors that have no place in the plan among them. With
  /// those that are not, they are all rows.
  public int leftOut() {
    return isWithoutFaulty() ? counts.rows() - counts.planned() : selection.leftOut();
  }

  /// How many rows would do something, or did.
  public int changes() {
    return counts.created() + counts.changed() + counts.conflicts() + selection.withdrawn();
  }
}
