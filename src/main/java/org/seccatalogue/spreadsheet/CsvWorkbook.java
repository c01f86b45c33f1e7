package org.seccatalogue.spreadsheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A CSV file (RFC 4180) as a workbook of one sheet, in UTF-8 or else in Windows-1252, separated
/// by commas, semicolons or tabs. Its rows are numbered as a spreadsheet would number them.
final class CsvWorkbook implements Workbook {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final String name;
  private final Path file;
  private final Charset charset;
  private final char separator;

  private CsvWorkbook(String name, Path file, Charset charset, char separator) {
    this.name = name;
    this.file = file;
    this.charset = charset;
    this.separator = separator;
  }

  static CsvWorkbook open(String fileName, Path file) throws NotAWorkbook {
    try {
      Charset charset = charset(file);
      return new CsvWorkbook(
          fileName.replaceFirst("\\.[^.]*$", ""), file, charset, separator(file, charset));
    } catch (IOException e) {
      throw new NotAWorkbook(fileName, "a CSV file that can be read");
    }
  }

  private static Charset charset(Path file) throws IOException, NotAWorkbook {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char[] buffer = new char[8192];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        if (new String(buffer, 0, read).indexOf('\0') >= 0) {
          throw new NotAWorkbook("binary data", "text");
        }
      }
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return WINDOWS;
    }
  }

  private static char separator(Path file, Charset charset) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, charset)) {
      @Nullable String line = reader.readLine();
      String header = line == null ? "" : line;
      return Stream.of(',', ';', '\t')
          .max(java.util.Comparator.comparingLong(c -> header.chars().filter(h -> h == c).count()))
          .orElse(',');
    }
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(new CsvSheet());
  }

  @Override
  public void close() {}

  private final class CsvSheet implements Sheet {
    @Override
    public String name() {
      return name;
    }

    @Override
    public Stream<SheetRow> rows() throws IOException {
      AtomicInteger number = new AtomicInteger();
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator(separator)
              .skipEmptyLines(false)
              .detectBomHeader(charset.equals(StandardCharsets.UTF_8))
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(file, charset);
      return reader.stream()
          .map(line -> new SheetRow(number.incrementAndGet(), unguarded(line.getFields())))
          .onClose(() -> close(reader));
    }

    private static List<String> unguarded(List<String> fields) {
      return fields.stream().map(FormulaGuard::unguarded).toList();
    }

    private static void close(CsvReader<CsvRecord> reader) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
