package org.seccatalogue.workbook.annotate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.MergedRegion;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.annotate.FindingNotes.At;

/// Puts the findings of an import into an Excel 97-2003 workbook. It is in memory as a whole, so
/// that only files up to some size are annotated; macros and all else in the file stay in it.
final class XlsAnnotation {

  private static final long LARGEST = 20_000_000;
  private static final int LETTERS_OF_A_LINE = 40;
  private static final int MOST_LINES = 24;

  private XlsAnnotation() {}

  /// Why a workbook cannot be annotated; nothing when it can.
  static @Nullable String refusal(Path file) throws IOException {
    return Files.size(file) > LARGEST
        ? "it is an .xls file of more than " + LARGEST / 1_000_000 + " MB; save it as .xlsx"
        : null;
  }

  static void write(Path file, FindingsSheet list, Path target) throws IOException {
    String refusal = refusal(file);
    if (refusal != null) {
      throw new NotAnnotated(refusal);
    }
    NotAWorkbook.guarded(
        "a workbook that cannot be changed",
        () -> {
          annotate(file, list, target);
          return "";
        });
  }

  private static void annotate(Path file, FindingsSheet list, Path target) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
        HSSFWorkbook workbook = new HSSFWorkbook(files, true);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      FindingNotes notes = FindingNotes.of(list.findings());
      Set<String> names = new HashSet<>();
      HSSFSheet old = null;
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        HSSFSheet sheet = workbook.getSheetAt(i);
        if (XlsFindings.is(sheet)) {
          old = sheet;
        } else {
          names.add(sheet.getSheetName());
          comment(sheet, notes.of(sheet.getSheetName(), merged(sheet)));
        }
      }
      new XlsFindings(workbook, list.in(names, list.remark())).write(old);
      workbook.write(out);
    }
  }

  private static List<MergedRegion> merged(HSSFSheet sheet) {
    return sheet.getMergedRegions().stream().map(XlsAnnotation::region).toList();
  }

  private static MergedRegion region(CellRangeAddress area) {
    return new MergedRegion(
        area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn(), area.getLastColumn());
  }

  private static void comment(HSSFSheet sheet, SequencedMap<At, String> notes) {
    for (CellAddress address : List.copyOf(sheet.getCellComments().keySet())) {
      takeOut(sheet, address);
    }
    if (!notes.isEmpty()) {
      HSSFPatriarch drawing = sheet.createDrawingPatriarch();
      notes.forEach((at, note) -> add(sheet, drawing, at, note));
    }
  }

  private static void takeOut(HSSFSheet sheet, CellAddress address) {
    HSSFComment comment = sheet.getCellComment(address);
    if (comment == null || comment.getString() == null) {
      return;
    }
    String text = comment.getString().getString();
    String left = FindingNotes.withoutOurs(text);
    if (left.isBlank() && !text.isBlank()) {
      HSSFRow row = sheet.getRow(address.getRow());
      HSSFCell cell = row == null ? null : row.getCell(address.getColumn());
      if (cell != null) {
        cell.removeCellComment();
      }
    } else if (!left.equals(text)) {
      comment.setString(new HSSFRichTextString(left));
    }
  }

  private static void add(HSSFSheet sheet, HSSFPatriarch drawing, At at, String note) {
    HSSFComment there = sheet.getCellComment(new CellAddress(at.row() - 1, at.column()));
    if (there != null) {
      there.setString(new HSSFRichTextString(there.getString().getString() + "\n" + note));
      return;
    }
    HSSFRow row = sheet.getRow(at.row() - 1);
    HSSFCell cell =
        (row == null ? sheet.createRow(at.row() - 1) : row)
            .getCell(at.column(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
    HSSFComment comment = drawing.createCellComment(anchor(at, note));
    comment.setAuthor(FindingNotes.AUTHOR);
    comment.setString(new HSSFRichTextString(note));
    cell.setCellComment(comment);
  }

  /// A box beside the cell, as high as its text, within the sheet.
  private static HSSFClientAnchor anchor(At at, String text) {
    long lines = text.lines().mapToLong(line -> 1 + line.length() / LETTERS_OF_A_LINE).sum();
    int left = Math.min(at.column() + 1, 251);
    int top = Math.min(Math.max(0, at.row() - 2), 65_535 - MOST_LINES - 2);
    int bottom = top + (int) Math.min(MOST_LINES, lines + 1) + 1;
    return new HSSFClientAnchor(0, 0, 0, 0, (short) left, top, (short) (left + 4), bottom);
  }
}
