package org.seccatalogue.workbook.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.FormulaGuard;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.reading.PulledRows;
import org.seccatalogue.workbook.reading.RowBuilder;

/// A text file with separators (RFC 4180 and its relatives) as a workbook of one sheet. Its rows
/// are numbered as a spreadsheet would number them.
final class CsvWorkbook implements Workbook {

  /// What spreadsheet programs write into a text file for a cell with an error.
  private static final Set<String> ERRORS =
      Set.of("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!");

  private static final int LARGEST_FIELD = 4_000_000;

  private final String name;
  private final Path file;
  private final CsvDialect dialect;
  private final Limits limits;

  private CsvWorkbook(String name, Path file, CsvDialect dialect, Limits limits) {
    this.name = name;
    this.file = file;
    this.dialect = dialect;
    this.limits = limits;
  }

  static CsvWorkbook open(String fileName, Path file, Limits limits, ReadingChoices choices)
      throws IOException {
    String name = fileName.replaceFirst("\\.[^.]*$", "");
    return new CsvWorkbook(name, file, CsvDialect.of(file, choices), limits);
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(new CsvSheet());
  }

  @Override
  public RecognisedFile recognised() {
    return new RecognisedFile(
        RecognisedFile.Format.CSV,
        dialect.charset().name(),
        dialect.mark() > 0,
        dialect.separator(),
        dialect.quote());
  }

  @Override
  public void close() {}

  /// A reader of a text in this dialect, for others who want to try it.
  static CsvReader<CsvRecord> reader(Reader text, char separator, char quote) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter(quote)
        .skipEmptyLines(false)
        .maxBufferSize(LARGEST_FIELD)
        .allowUnclosedQuote(false)
        .trimWhitespacesAroundQuotes(separator != '\t')
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  private final class CsvSheet implements Sheet {
    @Override
    public String name() {
      return name;
    }

    @Override
    public Stream<SheetRow> rows() throws IOException {
      return new CsvRows().stream();
    }
  }

  private final class CsvRows extends PulledRows {
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> lines;
    private final RowBuilder row = new RowBuilder(name, limits);

    CsvRows() throws IOException {
      this.reader = reader(dialect.open(file), dialect.separator(), dialect.quote());
      this.lines = reader.iterator();
      if (dialect.names() && lines.hasNext()) {
        lines.next();
        row.begin(1, false);
      }
    }

    @Override
    protected @Nullable SheetRow read() {
      try {
        if (!lines.hasNext()) {
          return null;
        }
        put(lines.next());
        return row.build();
      } catch (CsvParseException | UncheckedIOException e) {
        throw broken(e);
      }
    }

    private void put(CsvRecord line) {
      row.begin(row.number() + 1, false);
      for (int column = 0; column < line.getFieldCount(); column++) {
        String text = line.getField(column);
        boolean error = text.startsWith("#") && ERRORS.contains(text);
        row.put(column, FormulaGuard.unguarded(text), error ? CellKind.ERROR : CellKind.TEXT);
      }
    }

    private NotAWorkbook broken(RuntimeException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        return NotAWorkbook.because(
            "text that is not in " + dialect.charset().name(),
            "the encoding in which it was written; choose another, or save it as UTF-8");
      }
      return NotAWorkbook.because(
          "a CSV file whose row " + (row.number() + 1) + " is not as CSV is written",
          "every quotation mark ("
              + dialect.quote()
              + ") that opens a cell to be closed before the next separator, and no cell of more"
              + " than "
              + LARGEST_FIELD
              + " characters");
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /// Charsets by the names that people and programs give them.
  static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw NotAWorkbook.because(name, "the name of an encoding, such as UTF-8 or windows-1252");
    }
  }
}
