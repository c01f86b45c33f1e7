package org.seccatalogue.workbook.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.annotate;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.comments;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.rows;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.wrong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;
import org.seccatalogue.workbook.OpenDocument;

/// The program of OpenDocument spreadsheets sees what was put into one.
@OfficePresent
@NullUnmarked
class AnnotatedOpenDocumentIT {

  private static final String OURS = FindingNotes.AUTHOR;

  @TempDir Path folder;

  @Test
  void commentsAndLinksAreSeenByLibreOffice() throws IOException, InterruptedException {
    Path file = folder.resolve("test.ods");
    Path marked = folder.resolve("marked.ods");
    Files.write(file, OpenDocument.of());
    annotate(
        file,
        marked,
        wrong("Data", 3, 1, "same", "another"),
        wrong("Data", 5, 0, "Mine", "yours"),
        wrong("Da'ta 2", 1, 0, "x", "y"));

    Path seen = Office.saved(marked, folder.resolve("seen"));

    assertThat(comments(seen))
        .extracting(comment -> comment.replaceFirst("(![A-Z]+[0-9]+) [^:]*: ", "$1 "))
        .containsExactly(
            "Da'ta 2!A1 " + OURS + ", error: Found “x”, expected y.",
            "Data!A5 Mine\n" + OURS + ", error: Found “Mine”, expected yours.",
            "Data!B3 " + OURS + ", error: Found “same”, expected another.");
    assertThat(rows(seen, "Findings"))
        .contains(
            "Severity|Sheet|Cell|Found|Expected",
            "Error|Data|B3 -> 'Data'!B3|same|another",
            "Error|Da'ta 2|A1 -> 'Da''ta 2'!A1|x|y");
  }
}
