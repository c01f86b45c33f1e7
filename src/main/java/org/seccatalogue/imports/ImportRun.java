package org.seccatalogue.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;

/// A workbook that was read into a plan of changes.
///
/// @param rows number of rows with data
/// @param created rows that would make a new record
/// @param changed rows that would change a record
/// @param same rows that say what the catalogue says already
/// @param conflicts rows of which the workbook and the catalogue changed the same
/// @param undecided those among them that are to be applied and wait for a decision
/// @param leftOut rows that would do something and are not to be applied
/// @param missing records of the same types and sections that no row names
/// @param withdrawn those among them that are to be withdrawn
/// @param errors findings that stop the import
/// @param warnings findings that do not
/// @param faulty rows with errors, as long as its findings are kept
/// @param separable whether all its errors are of rows, which can be left out
/// @param choices how it was asked to be read
/// @param recognised what the file was found to be; absent until it is read
/// @param digest SHA-256 of the file, 64 hexadecimal digits
public record ImportRun(
    long id,
    String fileName,
    String profile,
    String digest,
    ImportState state,
    int rows,
    int created,
    int changed,
    int same,
    int conflicts,
    int undecided,
    int leftOut,
    int missing,
    int withdrawn,
    int errors,
    int warnings,
    Instant startedAt,
    String startedBy,
    @Nullable Instant appliedAt,
    @Nullable String appliedBy,
    @Nullable String note,
    @Nullable Instant undoneAt,
    @Nullable String undoneBy,
    @Nullable String undoNote,
    int faulty,
    boolean separable,
    ReadingChoices choices,
    @Nullable RecognisedFile recognised) {}
