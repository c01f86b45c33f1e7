package org.seccatalogue.workbook.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.ReadingChoices;

/// How a text file writes its cells: found from its beginning, where it is not chosen.
///
/// @param mark number of bytes that mark the encoding at the start of the file
/// @param names whether the first line names the separator, as Excel understands it
record CsvDialect(Charset charset, int mark, char separator, char quote, boolean names) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<Character> SEPARATORS = ReadingChoices.SEPARATORS;
  private static final List<Character> QUOTES = ReadingChoices.QUOTES;
  private static final Pattern DECLARED =
      Pattern.compile("\"?sep=(.)\"?\\R(?s).*", Pattern.CASE_INSENSITIVE);
  private static final int SAMPLE = 1 << 16;
  private static final int LINES = 100;

  /// How much more likely the usual quotation mark is.
  private static final double USUAL = 1.2;

  /// Marks of encodings (Unicode 23.8); the longer before those that they begin with.
  private enum Mark {
    UTF_32LE("UTF-32LE", "fffe0000"),
    UTF_8("UTF-8", "efbbbf"),
    UTF_16LE("UTF-16LE", "fffe"),
    UTF_16BE("UTF-16BE", "feff");

    private final String charset;
    private final String bytes;

    Mark(String charset, String bytes) {
      this.charset = charset;
      this.bytes = bytes;
    }

    int length() {
      return bytes.length() / 2;
    }

    boolean begins(byte[] sample) {
      return sample.length >= length()
          && HexFormat.of().formatHex(sample, 0, length()).equals(bytes);
    }
  }

  static CsvDialect of(Path file, ReadingChoices choices) throws IOException {
    byte[] sample;
    try (InputStream in = Files.newInputStream(file)) {
      sample = in.readNBytes(SAMPLE);
    }
    int mark = 0;
    Charset found = null;
    for (Mark candidate : Mark.values()) {
      if (found == null && candidate.begins(sample)) {
        found = Charset.forName(candidate.charset);
        mark = candidate.length();
      }
    }
    if (found == null) {
      found = unmarked(file, sample);
    }
    Charset charset = choices.encoding() == null ? found : CsvWorkbook.charset(choices.encoding());
    return of(text(sample, mark, charset), charset, mark, choices);
  }

  private static Charset unmarked(Path file, byte[] sample) throws IOException {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] == 0) {
        even += (i + 1) % 2;
        odd += i % 2;
      }
    }
    if (odd > sample.length / 5 && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (even > sample.length / 5 && odd == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return even + odd > 0 ? binary() : eightBit(file);
  }

  private static Charset binary() {
    throw NotAWorkbook.because(
        "binary data of an unknown kind",
        "an Excel workbook (.xlsx, .xlsm, .xls), an OpenDocument spreadsheet (.ods) or a CSV"
            + " file");
  }

  /// UTF-8 when the whole file is; else what Windows programs write.
  private static Charset eightBit(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
      char[] buffer = new char[8192];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        if (CharBuffer.wrap(buffer, 0, read).chars().anyMatch(c -> c == 0)) {
          return binary();
        }
      }
      return StandardCharsets.UTF_8;
    } catch (java.nio.charset.CharacterCodingException e) {
      return WINDOWS;
    }
  }

  private static String text(byte[] sample, int mark, Charset charset) throws IOException {
    int whole = sample.length == SAMPLE ? sample.length - 4 : sample.length;
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(ByteBuffer.wrap(sample, mark, Math.max(0, whole - mark)))
        .toString();
  }

  private static CsvDialect of(String text, Charset charset, int mark, ReadingChoices choices) {
    refuseBinary(text);
    Matcher declared = DECLARED.matcher(text);
    boolean names = declared.matches();
    List<Character> separators =
        choices.separator() != null
            ? List.of(choices.separator())
            : names ? List.of(declared.group(1).charAt(0)) : SEPARATORS;
    List<Character> quotes = choices.quote() != null ? List.of(choices.quote()) : QUOTES;
    CsvDialect best =
        new CsvDialect(charset, mark, separators.getFirst(), quotes.getFirst(), names);
    double bestScore = 0;
    for (char quote : quotes) {
      for (char separator : separators) {
        double score = separator == quote ? 0 : score(text, separator, quote);
        if (score > bestScore) {
          best = new CsvDialect(charset, mark, separator, quote, names);
          bestScore = score;
        }
      }
    }
    return best;
  }

  private static void refuseBinary(String text) {
    long strange = text.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count();
    if (strange > text.length() / 50) {
      binary();
    }
  }

  /// How much like a table the text is: rows of the same number of cells, and many of them.
  private static double score(String text, char separator, char quote) {
    Map<Integer, Integer> widths = new HashMap<>();
    int rows = 0;
    try (CsvReader<CsvRecord> reader =
        CsvWorkbook.reader(new StringReader(text), separator, quote)) {
      for (CsvRecord line : reader) {
        if (rows == LINES) {
          break;
        }
        if (line.getFieldCount() > 1) {
          widths.merge(line.getFieldCount(), 1, Integer::sum);
        }
        rows++;
      }
    } catch (CsvParseException | UncheckedIOException e) {
      // The sample may end within a cell; what came before tells enough.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return score(widths, rows) * (quote == QUOTES.getFirst() ? USUAL : 1);
  }

  private static double score(Map<Integer, Integer> widths, int rows) {
    double best = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      double share = (double) width.getValue() / Math.max(1, rows);
      best = Math.max(best, share * share * (10 + Math.min(50, width.getKey())));
    }
    return best;
  }

  /// The text of a file, without the mark of its encoding.
  Reader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(mark);
    // Windows-1252 is what remains when nothing else fits; any other must be right.
    CodingErrorAction wrong =
        charset.equals(WINDOWS) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    CharsetDecoder decoder =
        charset.newDecoder().onMalformedInput(wrong).onUnmappableCharacter(wrong);
    return new BufferedReader(new InputStreamReader(in, decoder), SAMPLE);
  }
}
