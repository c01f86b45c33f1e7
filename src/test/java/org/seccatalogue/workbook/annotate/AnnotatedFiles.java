package org.seccatalogue.workbook.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.OpenFiles;
import org.seccatalogue.workbook.ReadingChoices;

/// Annotates files for tests, and reads what came of it with another library.
final class AnnotatedFiles {

  private AnnotatedFiles() {}

  static Finding wrong(String sheet, int row, int column, String found, String expected) {
    return Finding.error(
        FindingCode.BAD_VALUE, new Place.Cell(sheet, row, column), found, expected);
  }

  static Finding ofSheet(String sheet, String found, String expected) {
    return Finding.warning(FindingCode.HIDDEN, new Place.Sheet(sheet), found, expected);
  }

  /// Marks findings in a file, and gives the new one and what it is.
  static Annotation.Made annotate(Path file, Path target, Finding... findings) {
    FindingsSheet list =
        new FindingsSheet(
            String.valueOf(file.getFileName()), List.of(findings), findings.length, Set.of(), "");
    try {
      return new Annotation(list, OpenFiles.LIMITS, Instant.EPOCH, ReadingChoices.USUAL)
          .write(file, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All comments, as `sheet!cell author: text`.
  static List<String> comments(Path file) throws IOException {
    List<String> comments = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        org.apache.poi.ss.usermodel.Workbook workbook = WorkbookFactory.create(in)) {
      for (Sheet sheet : workbook) {
        sheet
            .getCellComments()
            .forEach(
                (at, comment) ->
                    comments.add(
                        sheet.getSheetName()
                            + "!"
                            + at.formatAsString()
                            + " "
                            + comment.getAuthor()
                            + ": "
                            + comment.getString().getString()));
      }
    }
    return comments.stream().sorted().toList();
  }

  /// The rows of a sheet with the places to which its cells lead, as `text|text -> place`.
  static List<String> rows(Path file, String name) throws IOException {
    List<String> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        org.apache.poi.ss.usermodel.Workbook workbook = WorkbookFactory.create(in)) {
      for (Row row : workbook.getSheet(name)) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
          String link =
              cell.getHyperlink() == null ? "" : " -> " + cell.getHyperlink().getAddress();
          cells.add(cell.getStringCellValue() + link);
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }
}
