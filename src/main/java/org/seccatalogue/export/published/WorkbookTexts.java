package org.seccatalogue.export.published;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormats;
import org.seccatalogue.workbook.continued.ContinuedText;

/// What the rows of a workbook say, by the keys of their records: each value with the header of its
/// column, on a line of its own. What sheets say that are not of records has the empty key.
public final class WorkbookTexts {

  private static final Pattern KEY = Pattern.compile("[A-Z]{3}-[0-9]{4,9}");
  private static final Workbook.Limits LIMITS =
      new Workbook.Limits(
          1_000_000, 1_000, 40_000, 200, 1_000_000, 10_000, 1L << 30, 1L << 30, 200, 10_000, 100,
          1_000);

  /// Cells may share their texts, and say much more than their file is large.
  private static final long MOST_CHARACTERS = 200_000_000;

  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

  private long characters;

  private WorkbookTexts() {}

  /// Reads a workbook.
  ///
  /// @throws IOException when the file is no workbook, or too large
  public static Map<String, String> of(Path file) throws IOException {
    WorkbookTexts texts = new WorkbookTexts();
    try (Workbook workbook = WorkbookFormats.open("workbook.xlsx", file, LIMITS)) {
      for (Workbook.Sheet sheet : workbook.sheets()) {
        texts.sheet(sheet);
      }
    } catch (NotAWorkbook e) {
      throw new IOException("not a workbook", e);
    }
    Map<String, String> all = new LinkedHashMap<>();
    texts.texts.forEach((key, text) -> all.put(key, text.toString().strip()));
    return all;
  }

  private void sheet(Workbook.Sheet sheet) throws IOException {
    Optional<List<String>> headers;
    try (Stream<SheetRow> rows = sheet.rows()) {
      headers = rows.findFirst().map(SheetRow::cells).filter(cells -> isOfRecords(cells));
    }
    try (Stream<SheetRow> rows = sheet.rows()) {
      if (headers.isPresent()) {
        rows.skip(1).filter(row -> !row.isBlank()).forEach(row -> row(headers.get(), row));
      } else {
        StringBuilder text = texts.computeIfAbsent("", _ -> new StringBuilder());
        rows.filter(row -> !row.isBlank())
            .forEach(row -> add(text, String.join(" | ", row.cells())));
      }
    }
  }

  private static boolean isOfRecords(List<String> headers) {
    return !headers.isEmpty() && headers.getFirst().strip().equals("Key");
  }

  private void row(List<String> headers, SheetRow row) {
    String first = row.cell(0).strip();
    String key = ContinuedText.labelled(first).map(ContinuedText.Label::key).orElse(first);
    StringBuilder text =
        texts.computeIfAbsent(KEY.matcher(key).matches() ? key : "", _ -> new StringBuilder());
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cell(i).strip();
      if (!cell.isEmpty()) {
        String header = i < headers.size() ? headers.get(i) : "Column " + (i + 1);
        add(text, header + ": " + cell);
      }
    }
  }

  private void add(StringBuilder text, String line) {
    characters += line.length();
    if (characters > MOST_CHARACTERS) {
      throw NotAWorkbook.tooLarge(
          "a workbook that says more than can be compared",
          "at most " + MOST_CHARACTERS + " characters");
    }
    text.append(line).append('\n');
  }
}
