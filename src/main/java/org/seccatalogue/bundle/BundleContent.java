package org.seccatalogue.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.seccatalogue.baseline.ContentLine;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.zip.PlainZipReader;
import org.seccatalogue.zip.UnpackingLimits;

/// What a file that may be a bundle holds. Of the records only their leaves are kept, of documents
/// only their digests.
final class BundleContent implements PlainZipReader.Visitor {

  private static final int LONGEST_LINE = 32 << 20;
  private static final int LARGEST_TEXT = 16 << 20;
  private static final int MOST_LINES = 10_000_000;

  /// Of all lines and texts that are kept; of longer ones there are none in any bundle.
  private static final long MOST_KEPT = 1L << 30;

  /// What anybody may check on a machine of their own.
  private static final UnpackingLimits LARGE = new UnpackingLimits(16L << 30, 2_000, 10_000);

  final Map<String, String> digests = new LinkedHashMap<>();
  final SortedMap<String, String> texts = new TreeMap<>();
  final List<String> revisions = new ArrayList<>();

  /// The leaf that each line of the records shows; a line that shows none as it is, after a space.
  final List<String> records = new ArrayList<>();

  final List<Deviation> damages = new ArrayList<>();
  private final Path file;
  private MessageDigest digest = Checksums.sha256();
  private ByteArrayOutputStream text = new ByteArrayOutputStream();
  private String part = "";
  private final UnpackingLimits limits;
  private final UnpackingLimits.Budget size;
  private final UnpackingLimits.Budget kept;

  private BundleContent(Path file, UnpackingLimits limits, long packed) {
    this.file = file;
    this.limits = limits;
    size = new UnpackingLimits.Budget(limits.most(packed));
    kept = new UnpackingLimits.Budget(Math.min(MOST_KEPT, 10_000_000 + 3 * packed));
  }

  static BundleContent of(Path file) throws IOException {
    return of(file, LARGE);
  }

  static BundleContent of(Path file, UnpackingLimits limits) throws IOException {
    BundleContent content = new BundleContent(file, limits, Files.size(file));
    try {
      if (PlainZipReader.isPlain(file)) {
        PlainZipReader.read(file, content);
      } else {
        content.packed();
      }
    } catch (UnpackingLimits.TooLarge e) {
      content.damages.add(Deviation.of(content.part, "It is larger than any bundle may be."));
    }
    return content;
  }

  /// SHA-256 of the archive as a whole, 64 hexadecimal digits.
  String digestOfAll() throws IOException {
    return Digests.ofFile(file);
  }

  /// An archive that another program packed.
  private void packed() throws IOException {
    damages.add(
        Deviation.of(
            "",
            "The archive is not the one that was published: it was packed anew, or is damaged."));
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        try (OutputStream out = begin(e.getName())) {
          zip.transferTo(out);
        }
        end(e.getName());
      }
    } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
      damages.add(Deviation.of(part, "It cannot be unpacked from here on."));
    }
  }

  @Override
  public OutputStream begin(String name) throws IOException {
    if (digests.size() >= limits.parts()) {
      throw new UnpackingLimits.TooLarge();
    }
    part = name;
    digest = Checksums.sha256();
    text = new ByteArrayOutputStream();
    return switch (name) {
      case BundleParts.REVISIONS -> new Lines(revisions::add);
      case BundleParts.RECORDS ->
          new Lines(
              line ->
                  records.add(
                      ContentLine.parse(line).map(l -> l.leaf().line()).orElse(" " + line)));
      default -> new Kept(isText(name));
    };
  }

  private static boolean isText(String name) {
    return !name.equals(BundleParts.WORKBOOK) && !name.startsWith(BundleParts.DOCUMENTS);
  }

  @Override
  public void end(String name) {
    if (digests.put(name, HexFormat.of().formatHex(digest.digest())) != null) {
      damages.add(Deviation.of(name, "The archive has this part twice."));
    }
    if (isText(name)) {
      texts.put(name, text.toString(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void damaged(long position, String what) {
    damages.add(Deviation.of(part, "At byte %,d: %s.".formatted(position, what)));
  }

  private void count(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    size.take(length);
  }

  /// Digests a part, and keeps it when it is text.
  private class Kept extends OutputStream {
    private final boolean keep;

    Kept(boolean keep) {
      this.keep = keep;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      count(bytes, offset, length);
      if (keep) {
        if (text.size() + length > LARGEST_TEXT) {
          throw new UnpackingLimits.TooLarge();
        }
        kept.take(length);
        text.write(bytes, offset, length);
      }
    }
  }

  /// Digests a part, and gives out its lines.
  private final class Lines extends Kept {
    private final Consumer<String> reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int lines;

    Lines(Consumer<String> reader) {
      super(false);
      this.reader = reader;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      super.write(bytes, offset, length);
      for (int i = offset; i < offset + length; i++) {
        if (bytes[i] == '\n') {
          give();
        } else {
          line.write(bytes[i]);
          if (line.size() > LONGEST_LINE) {
            throw new UnpackingLimits.TooLarge();
          }
        }
      }
    }

    private void give() throws IOException {
      if (++lines > MOST_LINES) {
        throw new UnpackingLimits.TooLarge();
      }
      kept.take(line.size());
      reader.accept(line.toString(StandardCharsets.UTF_8));
      line.reset();
    }

    @Override
    public void close() throws IOException {
      if (line.size() > 0) {
        give();
      }
    }
  }
}
