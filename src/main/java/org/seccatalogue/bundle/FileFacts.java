package org.seccatalogue.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.search.Question;
import org.seccatalogue.map.published.MapAddress;
import org.seccatalogue.zip.UnpackingLimits;

/// What a file seems to be, before it is read as that.
///
/// @param digests what may be the digest of a baseline, wherever it stands
/// @param keys of the records that it seems to hold, in their order; not all of very many
/// @param names the beginning of its text, in which names may stand
/// @param question that an extract says it answers, or what a map says it was asked for with;
///     absent if it says none
/// @param form that it says it is written in; the first one if it says none
/// @param sound whether it can be unpacked, within bounds
/// @param size bytes, unpacked where it can be unpacked
record FileFacts(
    Kind kind,
    Set<String> digests,
    Set<String> keys,
    String names,
    @Nullable String question,
    int form,
    boolean sound,
    long size) {

  enum Kind {
    BUNDLE,
    WORKBOOK,
    WORD,
    HTML,
    /// What changed between two baselines, as JSON.
    CHANGES,
    MAP,
    MAP_PDF,
    MAP_PNG,
    MANIFEST,
    OTHER;

    /// As what it is published, if it is a map.
    Optional<FileKind> map() {
      return switch (this) {
        case MAP -> Optional.of(FileKind.MAP);
        case MAP_PDF -> Optional.of(FileKind.MAP_PDF);
        case MAP_PNG -> Optional.of(FileKind.MAP_PNG);
        case BUNDLE, WORKBOOK, WORD, HTML, CHANGES, MANIFEST, OTHER -> Optional.empty();
      };
    }
  }

  private static final HexFormat UPPER = HexFormat.of().withUpperCase();
  private static final int CHUNK = 1 << 16;

  /// The longest question of an extract is not cut. That of a map may be longer, and stands in the
  /// first chunk.
  private static final int OVERLAP = 4_200;

  private static final int MOST = 2_000;
  private static final int MOST_NAMES = 1 << 20;
  private static final int DIGEST_LENGTH = 64;
  private static final String BOOKMARK = "w:name=\"a_";
  private static final String ID = "id=\"";
  private static final Pattern KEY =
      Pattern.compile("w:name=\"a_([A-Z]{3}_[0-9]{4,9})_|\\bid=\"([A-Z]{3}-[0-9]{4,9})\"");

  static FileFacts of(Path file, UnpackingLimits limits) throws IOException {
    long packed = Files.size(file);
    Scan scan = new Scan(packed + limits.most(packed));
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(4_096);
    }
    try (InputStream in = Files.newInputStream(file)) {
      scan.read(in);
    }
    boolean sound = !isZip(start) || unpack(file, scan, limits.parts());
    Kind kind = kind(start, scan);
    return new FileFacts(
        kind,
        scan.digests,
        scan.keys,
        scan.beginning.toString(),
        kind.map().isPresent() ? scan.asked : scan.question,
        form(kind, scan, sound),
        sound,
        isZip(start) ? scan.size - packed : packed);
  }

  /// What the files in a bundle say of their forms says nothing of its own.
  private static int form(Kind kind, Scan scan, boolean sound) {
    OptionalInt said = kind == Kind.BUNDLE && sound ? scan.ownForm : scan.form;
    return said.orElse(FileForms.FIRST);
  }

  /// Whether the file names a baseline, by its digest or its name.
  boolean names(Baseline baseline) {
    return digests.contains(baseline.digest()) || isNamed(baseline);
  }

  /// A PDF has words as hexadecimal digits as soon as one of their characters is not of ASCII.
  boolean isNamed(Baseline baseline) {
    return names.contains(baseline.name())
        || (kind == Kind.MAP_PDF
            && Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE)
                .map(baseline.name()::getBytes)
                .anyMatch(bytes -> names.contains(UPPER.formatHex(bytes))));
  }

  /// Whether the file may be one of changes between two baselines.
  boolean tellsOfChanges() {
    return kind == Kind.CHANGES || names.contains("hanges from ") || names.contains(": changes<");
  }

  /// Whether it is a map that does not say what was asked: one of the first form, perhaps.
  boolean isUnaskedMap() {
    return kind.map().isPresent() && question == null;
  }

  private static boolean isZip(byte[] start) {
    return start.length > 1 && (start[0] == 'P' || start[1] == 'K');
  }

  private static Kind kind(byte[] start, Scan scan) {
    String text = new String(start, StandardCharsets.UTF_8).strip();
    if (isZip(start)) {
      return scan.parts.contains(BundleParts.RECORDS)
          ? Kind.BUNDLE
          : scan.parts.contains("word/document.xml")
              ? Kind.WORD
              : scan.parts.contains("xl/workbook.xml") ? Kind.WORKBOOK : Kind.OTHER;
    }
    Kind drawn = drawn(text, scan);
    if (drawn != Kind.OTHER) {
      return drawn;
    }
    if (text.contains("\"since\":{\"id\":") || text.contains("\"counts\":[")) {
      return Kind.CHANGES;
    }
    return text.startsWith("{") || text.startsWith("eyJ")
        ? Kind.MANIFEST
        : text.contains("<html") || !scan.keys.isEmpty() ? Kind.HTML : Kind.OTHER;
  }

  /// What begins like a map, or says that it is one.
  private static Kind drawn(String text, Scan scan) {
    String asked = scan.asked == null ? "" : scan.asked;
    if (text.startsWith("%PDF-") || asked.startsWith("map.pdf")) {
      return Kind.MAP_PDF;
    }
    if (text.startsWith("PNG", 1) || asked.startsWith("map.png")) {
      return Kind.MAP_PNG;
    }
    return (text.contains("<svg ") && !text.contains("<html")) || asked.startsWith("map.svg")
        ? Kind.MAP
        : Kind.OTHER;
  }

  private static boolean unpack(Path file, Scan scan, int mostParts) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      int parts = 0;
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        scan.parts.add(e.getName());
        if (e.getName().equals(BundleParts.FORM)) {
          scan.readForm(zip);
        } else {
          scan.read(zip);
        }
        if (++parts > mostParts || scan.size > scan.most || scan.declares) {
          return false;
        }
      }
      return true;
    } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
      return false;
    }
  }

  /// Looks for names and digests in what goes by.
  private static final class Scan {
    private final Set<String> digests = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> parts = new LinkedHashSet<>();
    private final StringBuilder beginning = new StringBuilder();
    private long size;
    private final long most;
    private boolean declares;
    private OptionalInt form = OptionalInt.empty();
    private OptionalInt ownForm = OptionalInt.empty();
    private @Nullable String question;
    private @Nullable String asked;

    Scan(long most) {
      this.most = most;
    }

    void read(InputStream in) throws IOException {
      String before = "";
      byte[] chunk = in.readNBytes(CHUNK);
      while (chunk.length > 0 && size <= most) {
        size += chunk.length;
        String text = before + new String(chunk, StandardCharsets.ISO_8859_1);
        look(text);
        before = text.substring(Math.max(0, text.length() - OVERLAP));
        chunk = in.readNBytes(CHUNK);
      }
    }

    /// What a bundle says of itself.
    void readForm(InputStream in) throws IOException {
      ownForm = FileForms.saidIn(new String(in.readNBytes(CHUNK), StandardCharsets.ISO_8859_1));
    }

    private void look(String text) {
      for (String part : Set.of(BundleParts.RECORDS, "word/document.xml", "xl/workbook.xml")) {
        if (text.contains(part)) {
          parts.add(part);
        }
      }
      if (form.isEmpty()) {
        form = FileForms.saidIn(text);
      }
      if (text.contains(Question.SAID)) {
        question(text);
        asked = asked == null ? MapAddress.saidIn(text).orElse(null) : asked;
      }
      declares |= text.contains("<!DOCTYPE") && text.contains("<!ENTITY");
      digests(text);
      if (text.contains(BOOKMARK) || text.contains(ID)) {
        keys(text);
      }
      if (beginning.length() < MOST_NAMES) {
        beginning.append(text);
      }
    }

    /// Where a chunk ends within it, the next one has it whole.
    private void question(String text) {
      String said = Question.saidIn(text).orElse("");
      if (question == null || said.length() > question.length()) {
        question = said.isEmpty() ? question : said;
      }
    }

    /// Looks for words of 64 hexadecimal digits, many times faster than a pattern does.
    private void digests(String text) {
      int start = 0;
      for (int i = 0; i <= text.length() && digests.size() < MOST; i++) {
        char c = i == text.length() ? ' ' : text.charAt(i);
        if (!isOfWord(c)) {
          if (i - start == DIGEST_LENGTH && isHexadecimal(text, start, i)) {
            digests.add(text.substring(start, i));
          }
          start = i + 1;
        }
      }
    }

    private static boolean isOfWord(char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isHexadecimal(String text, int start, int end) {
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if (!(c >= 'a' && c <= 'f') && !(c >= '0' && c <= '9')) {
          return false;
        }
      }
      return true;
    }

    private void keys(String text) {
      Matcher key = KEY.matcher(text);
      while (key.find() && keys.size() < MOST) {
        String found = key.group(1) == null ? key.group(2) : key.group(1);
        keys.add(found.replace('_', '-'));
      }
    }
  }
}
