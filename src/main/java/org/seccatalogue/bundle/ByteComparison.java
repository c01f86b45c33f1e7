package org.seccatalogue.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.bundle.shown.Shown;

/// Compares a file with what should be in it, byte by byte while that is written, and tells in
/// which part and record the bytes are that differ. Nothing is unpacked: the archives that are
/// written here hold their content as it is.
final class ByteComparison extends OutputStream {

  /// More differences than one who edits a text by hand leaves, or a damaged disk.
  static final int MOST = 4_096;

  private static final int WINDOW = 1 << 16;
  private static final int OVERLAP = 1_200;
  private static final int AROUND = 40;

  /// Of Word documents, which have one.
  private static final String PICTURE = "word/media/image1.png";

  private static final String ARCHIVE =
      "PK\\x03\\x04\\x14\\x00\\x08\\x08\\x08\\x00(?s:.{20})(?<part>[ -~]{1,200}?)[\\x00\\x01]"
          + "|(?<tail>PK\\x07\\x08)|(?<directory>PK\\x01\\x02)";

  private final Pattern pattern;
  private final InputStream actual;
  private final TreeMap<Long, Mark> marks = new TreeMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private final StringBuilder window = new StringBuilder();
  private long windowStart;
  private String outer = "";
  private long written;
  private long different;
  private boolean longer;

  /// Where a record or part begins.
  private record Mark(String part, @Nullable String key) {}

  /// Bytes in a row of which the first and the last differ.
  private static final class Difference {
    private final long start;
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder expected = new StringBuilder();
    private final StringBuilder found = new StringBuilder();
    private long last;

    Difference(long start) {
      this.start = start;
      this.last = start;
    }
  }

  private final StringBuilder lately = new StringBuilder();

  /// @param markup by which what should be in the file shows where its records are
  ByteComparison(InputStream actual, FileMarks markup) {
    this.actual = actual;
    String ends = markup.ends().isEmpty() ? "(?!)" : String.join("|", markup.ends());
    StringBuilder all = new StringBuilder(ARCHIVE).append("|(?<none>").append(ends).append(')');
    markup.keys().forEach(key -> all.append('|').append(key));
    this.pattern = Pattern.compile("(?=[P" + FileMarks.FIRST + "])(?:" + all + ")");
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] found = actual.readNBytes(length);
    int same = isFar() ? same(bytes, offset, length, found) : 0;
    pass(bytes, offset, same);
    for (int i = same; i < length; i++) {
      compare(bytes[offset + i], i < found.length ? found[i] : -1, i < found.length);
    }
    window.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    if (window.length() > WINDOW) {
      mark(window.length() - OVERLAP);
    }
    if (isOther()) {
      throw new IOException("it is another file");
    }
  }

  /// Whether the last difference is too far back to be told more of.
  private boolean isFar() {
    return differences.isEmpty() || written - differences.getLast().last > AROUND;
  }

  /// How many bytes are the same before the first that is not.
  private static int same(byte[] bytes, int offset, int length, byte[] found) {
    int differs = Arrays.mismatch(bytes, offset, offset + length, found, 0, found.length);
    return differs < 0 ? length : differs;
  }

  /// Passes bytes that are the same.
  private void pass(byte[] bytes, int offset, int length) {
    for (int i = Math.max(0, length - AROUND); i < length; i++) {
      lately.append((char) (bytes[offset + i] & 0xff));
    }
    lately.delete(0, Math.max(0, lately.length() - AROUND));
    written += length;
  }

  private void compare(byte expected, int found, boolean there) {
    boolean same = there && expected == (byte) found;
    Difference last = differences.isEmpty() ? null : differences.getLast();
    if (!same) {
      different++;
      if (different <= MOST && (last == null || written - last.last > AROUND)) {
        last = new Difference(written);
        last.before.append(lately);
        differences.add(last);
      }
      if (last != null) {
        last.last = written;
      }
    }
    if (last != null && written - last.last <= AROUND && last.expected.length() < 400) {
      last.expected.append((char) (expected & 0xff));
      last.found.append(there ? (char) (found & 0xff) : ' ');
    }
    lately.append((char) (expected & 0xff));
    if (lately.length() > AROUND) {
      lately.deleteCharAt(0);
    }
    written++;
  }

  /// Notes the marks that begin before an end of the window, and forgets what is before it.
  private void mark(int end) {
    Matcher matcher = pattern.matcher(window.toString());
    while (matcher.find() && matcher.start() < end) {
      mark(matcher);
    }
    window.delete(0, end);
    windowStart += end;
  }

  private void mark(Matcher matcher) {
    long at = windowStart + matcher.start();
    if (matcher.group("part") != null) {
      String part = part(matcher.group("part"));
      marks.put(at, new Mark(part, part.endsWith(PICTURE) ? Shown.FIGURE + 1 : null));
    } else if (matcher.group("tail") != null) {
      marks.put(at, new Mark(part() + " (its length and checksum)", null));
    } else if (matcher.group("directory") != null) {
      marks.put(at, new Mark("the directory of the archive", null));
    } else if (matcher.group("none") != null) {
      marks.put(at, new Mark(part(), null));
    } else {
      marks.put(at, new Mark(part(), key(matcher)));
    }
  }

  private String last = "";

  private String part() {
    return last;
  }

  /// The name of a part; of a part in an archive within, that of both.
  private String part(String name) {
    boolean inner = name.matches("(word|docProps|_rels|xl|customXml)/.*|\\[Content_Types\\]\\.xml");
    if (!inner) {
      outer = name;
    }
    last = inner && !outer.isEmpty() ? outer + "/" + name : name;
    return last;
  }

  /// The one group that matched: no part of an archive did.
  private static String key(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group).replace('_', '-');
      }
    }
    throw new IllegalStateException("a mark without a key");
  }

  /// To be called when all was written.
  void finish() throws IOException {
    mark(window.length());
    longer = actual.read() >= 0;
  }

  /// Whether it is so different that the rest need not be compared.
  boolean isOther() {
    return different > MOST;
  }

  boolean isEqual() {
    return different == 0 && !longer;
  }

  /// How many bytes are not as they should be.
  long different() {
    return longer ? Long.MAX_VALUE : different;
  }

  /// Whether the file is the expected one, but for a few bytes.
  boolean isDamaged() {
    return !longer && different <= MOST;
  }

  List<Deviation> deviations() {
    return differences.stream().map(this::deviation).toList();
  }

  private Deviation deviation(Difference difference) {
    Map.Entry<Long, Mark> mark = marks.floorEntry(difference.start);
    String what = "At byte %,d: it is not as it was published.".formatted(difference.start);
    String key = mark == null ? null : mark.getValue().key();
    String part = mark == null ? "" : mark.getValue().part();
    return new Deviation(
        Shown.isFigure(key) ? null : key,
        Shown.isFigure(key) ? (part + " " + key).strip() : part,
        what,
        words(difference.before, difference.expected),
        words(difference.before, difference.found));
  }

  private static String words(StringBuilder before, StringBuilder text) {
    byte[] bytes = (before.toString() + text).getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
