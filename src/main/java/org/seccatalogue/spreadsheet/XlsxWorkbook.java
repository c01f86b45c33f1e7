package org.seccatalogue.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// An Excel workbook (ISO/IEC 29500). Macros are never run; of formulas only the values that were
/// stored with them are seen.
final class XlsxWorkbook implements Workbook {

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final BigDecimal LAST_DAY = new BigDecimal(2_958_465);

  private final ReadableWorkbook workbook;
  private final Limits limits;

  private XlsxWorkbook(ReadableWorkbook workbook, Limits limits) {
    this.workbook = workbook;
    this.limits = limits;
  }

  static XlsxWorkbook open(Path file, Limits limits) throws NotAWorkbook {
    try {
      checkSize(file, limits);
      return new XlsxWorkbook(
          new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false)), limits);
    } catch (IOException | RuntimeException e) {
      throw new NotAWorkbook(String.valueOf(file.getFileName()), "an Excel workbook");
    }
  }

  private static void checkSize(Path file, Limits limits) throws IOException, NotAWorkbook {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long bytes = zip.stream().mapToLong(ZipEntry::getSize).sum();
      if (bytes > limits.unpackedBytes()) {
        throw new NotAWorkbook(
            bytes + " bytes", "at most " + limits.unpackedBytes() + " bytes when unpacked");
      }
    }
  }

  @Override
  public List<Sheet> sheets() {
    return workbook.getSheets().<Sheet>map(XlsxSheet::new).toList();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private final class XlsxSheet implements Sheet {
    private final org.dhatim.fastexcel.reader.Sheet sheet;

    XlsxSheet(org.dhatim.fastexcel.reader.Sheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public String name() {
      return sheet.getName();
    }

    @Override
    public Stream<SheetRow> rows() throws IOException {
      return sheet.openStream().map(this::row);
    }

    private SheetRow row(Row row) {
      int count = Math.min(row.getCellCount(), limits.columns());
      List<String> cells = new ArrayList<>(Collections.nCopies(count, ""));
      for (Cell cell : row) {
        if (cell != null && cell.getColumnIndex() < count) {
          cells.set(cell.getColumnIndex(), text(cell));
        }
      }
      return new SheetRow(row.getRowNum(), cells);
    }
  }

  private String text(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> number(cell);
      case STRING -> XlsxText.read(String.valueOf(cell.getText()));
      case ERROR -> String.valueOf(cell.getText());
      case FORMULA -> cell.getRawValue() == null ? "" : cell.getRawValue();
      case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "Yes" : "No";
      case EMPTY -> "";
    };
  }

  private String number(Cell cell) {
    BigDecimal value = shortest(cell.getRawValue());
    if (value == null) {
      return String.valueOf(cell.getRawValue());
    }
    return isDate(cell.getDataFormatString())
            && value.signum() >= 0
            && value.compareTo(LAST_DAY) < 0
        ? date(cell)
        : value.toPlainString();
  }

  /// The number as a spreadsheet shows it: 0.1, where the file says 0.10000000000000001.
  private static @Nullable BigDecimal shortest(@Nullable String raw) {
    try {
      BigDecimal value = new BigDecimal(Double.toString(Double.parseDouble(String.valueOf(raw))));
      BigDecimal stripped = value.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isDate(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String bare = QUOTED.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    return bare.contains("y") || bare.contains("d");
  }

  private static String date(Cell cell) {
    String text = cell.asDate().toString();
    return text.endsWith("T00:00") ? text.substring(0, text.length() - 6) : text;
  }
}
