package org.seccatalogue.workbook.annotate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.OwnSheets;

/// Writes the list of findings into an Excel 97-2003 workbook.
final class XlsFindings {

  private static final int LAST_ROW = 65_535;
  private static final int A_CHARACTER = 256;

  private final HSSFWorkbook workbook;
  private final FindingsSheet list;
  private final HSSFCellStyle title;
  private final HSSFCellStyle header;
  private final HSSFCellStyle text;
  private final HSSFCellStyle link;

  XlsFindings(HSSFWorkbook workbook, FindingsSheet list) {
    this.workbook = workbook;
    this.list = list;
    this.title = style(18, true, HSSFColorPredefined.DARK_TEAL, false);
    this.header = style(11, true, HSSFColorPredefined.WHITE, true);
    this.text = style(11, false, HSSFColorPredefined.AUTOMATIC, true);
    this.link = style(11, false, HSSFColorPredefined.BLUE, true);
    header.setFillForegroundColor(HSSFColorPredefined.DARK_TEAL.getIndex());
    header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    workbook.getFontAt(link.getFontIndex()).setUnderline(Font.U_SINGLE);
  }

  private HSSFCellStyle style(int size, boolean bold, HSSFColorPredefined colour, boolean wraps) {
    HSSFFont font = workbook.createFont();
    font.setFontName("Calibri");
    font.setFontHeightInPoints((short) size);
    font.setBold(bold);
    font.setColor(colour.getIndex());
    HSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setWrapText(wraps);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  /// Whether a sheet is a list of an earlier round.
  static boolean is(HSSFSheet sheet) {
    HSSFRow row = sheet.getRow(0);
    HSSFCell cell = row == null ? null : row.getCell(0);
    return cell != null
        && cell.getCellType() == CellType.STRING
        && OwnSheets.FINDINGS_MARK.equals(cell.getStringCellValue());
  }

  /// @param old the list of an earlier round, which is written over
  void write(@Nullable HSSFSheet old) {
    HSSFSheet sheet = old == null ? workbook.createSheet(FindingsSheet.free(names())) : old;
    for (int i = sheet.getLastRowNum(); i >= 0; i--) {
      HSSFRow row = sheet.getRow(i);
      if (row != null) {
        row.forEach(Cell::removeHyperlink);
        sheet.removeRow(row);
      }
    }
    for (int i = 0; i < FindingsSheet.WIDTHS.size(); i++) {
      sheet.setColumnWidth(i, FindingsSheet.WIDTHS.get(i) * A_CHARACTER);
    }
    List<String> above = list.above();
    for (int i = 0; i < above.size(); i++) {
      put(sheet.createRow(i), 0, above.get(i), i == 0 ? title : null);
    }
    row(sheet, above.size(), FindingsSheet.HEADERS, header);
    sheet.createFreezePane(0, above.size() + 1);
    list.lines().stream().limit(LAST_ROW - above.size()).forEach(line -> line(sheet, line));
  }

  private Set<String> names() {
    return IntStream.range(0, workbook.getNumberOfSheets())
        .mapToObj(workbook::getSheetName)
        .collect(Collectors.toSet());
  }

  private void line(HSSFSheet sheet, FindingsSheet.Line line) {
    HSSFRow row = row(sheet, sheet.getLastRowNum() + 1, line.cells(), text);
    if (line.location() != null) {
      HSSFHyperlink there = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      there.setAddress(line.location());
      HSSFCell cell = row.getCell(line.linked());
      cell.setHyperlink(there);
      cell.setCellStyle(link);
    }
  }

  private static HSSFRow row(HSSFSheet sheet, int number, List<String> cells, HSSFCellStyle style) {
    HSSFRow row = sheet.createRow(number);
    for (int i = 0; i < cells.size(); i++) {
      put(row, i, cells.get(i), style);
    }
    return row;
  }

  private static void put(HSSFRow row, int column, String text, @Nullable HSSFCellStyle style) {
    HSSFCell cell = row.createCell(column, CellType.STRING);
    cell.setCellValue(text);
    if (style != null) {
      cell.setCellStyle(style);
    }
  }
}
