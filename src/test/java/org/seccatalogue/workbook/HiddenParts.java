package org.seccatalogue.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook of three sections: one is shown, one stands in a hidden row, one on a hidden sheet.
public final class HiddenParts {

  private HiddenParts() {}

  public static byte[] workbook() {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet shown = workbook.createSheet("Sections");
      row(shown, 0, "Reference", "Title", "Section");
      row(shown, 1, "C.81", "Shown", "C");
      row(shown, 2, "C.82", "In a hidden row", "C").setZeroHeight(true);
      XSSFSheet hidden = workbook.createSheet("Section");
      row(hidden, 0, "Reference", "Title", "Section");
      row(hidden, 1, "C.83", "On a hidden sheet", "C");
      workbook.setSheetHidden(1, true);
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(XSSFSheet sheet, int number, String... cells) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
    return row;
  }
}
