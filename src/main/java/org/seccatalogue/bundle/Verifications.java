package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Jws;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.document.BaselineDocuments;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.WordDiff;
import org.seccatalogue.spreadsheet.BaselineWorkbook;
import org.seccatalogue.spreadsheet.WorkbookTexts;

/// Tells of files whether they are what was published here, and if not, where they differ. Each is
/// compared with what is written anew from its baseline.
@ApplicationScoped
public class Verifications {

  private static final int LARGEST_MANIFEST = 4 << 20;
  private static final int MOST = 1_000;
  private static final int MOST_TRIED = 3;

  private final Published published;
  private final PublishedRecords records;
  private final Bundles bundles;
  private final BaselineWorkbook workbook;
  private final BaselineDocuments documents;

  Verifications(
      Published published,
      PublishedRecords records,
      Bundles bundles,
      BaselineWorkbook workbook,
      BaselineDocuments documents) {
    this.published = published;
    this.records = records;
    this.bundles = bundles;
    this.workbook = workbook;
    this.documents = documents;
  }

  /// Writes what should be in a file.
  @FunctionalInterface
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  /// What a file may be.
  private record Candidate(String what, Baseline baseline, Content content) {}

  /// Tells what a file is.
  public Verdict verify(Path file) throws IOException {
    FileFacts facts = FileFacts.of(file);
    if (facts.kind() == FileFacts.Kind.MANIFEST) {
      return manifest(file);
    }
    List<Candidate> candidates = candidates(facts);
    if (candidates.isEmpty()) {
      return facts.kind() == FileFacts.Kind.BUNDLE
          ? BundleCheck.check(file, published.keys())
          : new Verdict.Unknown(
              "Nothing in this file tells of which published baseline it might be.");
    }
    Candidate best = candidates.getFirst();
    Located nearest = null;
    for (Candidate candidate : candidates) {
      Located located = compare(file, candidate.content());
      if (located.isEqual()) {
        return new Verdict.Authentic(
            candidate.what(),
            candidate.baseline().name(),
            candidate.baseline().digest(),
            List.of());
      }
      if (nearest == null || located.different() < nearest.different()) {
        nearest = located;
        best = candidate;
      }
    }
    return nearest != null && nearest.isDamaged()
        ? different(
            best,
            "This is not the file as it was published: a few bytes of it differ.",
            nearest.deviations())
        : byContent(file, facts, candidates.getFirst());
  }

  private static Located compare(Path file, Content content) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Located located = new Located(in);
      OutputStream out = new BufferedOutputStream(located, 1 << 14);
      content.write(out);
      out.flush();
      located.finish();
      return located;
    }
  }

  private static Verdict different(Candidate candidate, String summary, List<Deviation> all) {
    return new Verdict.Different(
        candidate.what(),
        summary,
        candidate.baseline().name(),
        candidate.baseline().digest(),
        all.subList(0, Math.min(all.size(), MOST)));
  }

  private List<Candidate> candidates(FileFacts facts) {
    return baselines(facts).stream()
        .flatMap(baseline -> candidates(facts, baseline))
        .limit(2L * MOST_TRIED)
        .toList();
  }

  /// Those whose digest the file names; if it names none, those whose name it holds.
  private List<Baseline> baselines(FileFacts facts) {
    List<Baseline> all = published.baselines();
    List<Baseline> digested =
        all.stream().filter(b -> facts.digests().contains(b.digest())).toList();
    return digested.isEmpty()
        ? all.stream()
            .filter(b -> facts.names().contains(b.name()))
            .sorted(Comparator.comparingInt((Baseline b) -> b.name().length()).reversed())
            .toList()
        : digested;
  }

  private Stream<Candidate> candidates(FileFacts facts, Baseline baseline) {
    return switch (facts.kind()) {
      case BUNDLE ->
          Stream.of(new Candidate("The bundle", baseline, out -> bundles.write(baseline, out)));
      case WORKBOOK ->
          Stream.of(new Candidate("The workbook", baseline, out -> workbook.write(baseline, out)));
      case WORD ->
          sections(facts, baseline)
              .map(
                  root ->
                      new Candidate(
                          "The Word specification of " + root.name(),
                          baseline,
                          out -> documents.word(baseline, root, out)));
      case HTML ->
          sections(facts, baseline)
              .map(
                  root ->
                      new Candidate(
                          "The HTML specification of " + root.name(),
                          baseline,
                          out -> documents.html(baseline, root, out)));
      case MANIFEST, OTHER -> Stream.of();
    };
  }

  /// A document begins with the heading that it is of.
  private Stream<RecordHead> sections(FileFacts facts, Baseline baseline) {
    return facts.keys().stream()
        .limit(MOST_TRIED)
        .flatMap(key -> records.find(baseline, key).stream())
        .map(PublishedRecord::head)
        .filter(head -> documents.section(baseline, head.name()).isPresent());
  }

  /// What another program saved has other bytes, and may say the same.
  private Verdict byContent(Path file, FileFacts facts, Candidate candidate) throws IOException {
    if (facts.kind() == FileFacts.Kind.BUNDLE) {
      return BundleCheck.check(file, published.keys());
    }
    if (!facts.sound()) {
      return different(
          candidate,
          "This file is damaged, and cannot be unpacked.",
          List.of(Deviation.of("", "It cannot be unpacked.")));
    }
    Path expected = Files.createTempFile("expected", ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(expected))) {
        candidate.content().write(out);
      }
      return compared(candidate, texts(facts, expected), texts(facts, file));
    } catch (IOException e) {
      return different(
          candidate,
          "This file is damaged, and cannot be read.",
          List.of(Deviation.of("", "It cannot be read as what it should be.")));
    } finally {
      Files.delete(expected);
    }
  }

  private static Map<String, String> texts(FileFacts facts, Path file) throws IOException {
    return switch (facts.kind()) {
      case WORD -> RecordTexts.ofWord(file);
      case HTML -> RecordTexts.ofHtml(file);
      case WORKBOOK -> WorkbookTexts.of(file);
      case BUNDLE, MANIFEST, OTHER -> Map.of();
    };
  }

  private static Verdict compared(
      Candidate candidate, Map<String, String> expected, Map<String, String> found) {
    List<Deviation> deviations = new ArrayList<>();
    expected.forEach((key, text) -> compare(key, text, found.get(key), deviations));
    found.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .forEach(
            key ->
                deviations.add(
                    new Deviation(
                        key,
                        "",
                        "The record is not in what was published.",
                        null,
                        found.get(key))));
    boolean same = deviations.stream().allMatch(deviation -> deviation.key() == null);
    if (deviations.isEmpty()) {
      deviations.add(Deviation.of("", "Only what belongs to no record differs, such as styles."));
    }
    return different(
        candidate,
        same
            ? "The bytes are not those that were published, as when another program saved the file;"
                + " but every record says what the baseline says."
            : "Not every record says what the baseline says.",
        deviations);
  }

  private static void compare(
      String key, String expected, @Nullable String found, List<Deviation> deviations) {
    if (found == null) {
      deviations.add(new Deviation(key, "", "The record is not there.", expected, null));
    } else if (!expected.equals(found)) {
      WordDiff words = WordDiff.of(expected, found);
      deviations.add(
          new Deviation(
              key.isEmpty() ? null : key,
              key.isEmpty() ? "before the first record" : "",
              "It does not say what was published.",
              words(words, WordDiff.Mark.DELETED),
              words(words, WordDiff.Mark.INSERTED)));
    }
  }

  /// The words with that mark, and a few of those around them.
  private static String words(WordDiff diff, WordDiff.Mark mark) {
    StringBuilder words = new StringBuilder();
    for (WordDiff.Piece piece : diff.pieces()) {
      if (piece.mark() == mark) {
        words.append(piece.text());
      } else if (piece.mark() == WordDiff.Mark.KEPT) {
        words.append(kept(piece.text(), words.isEmpty()));
      }
    }
    return words.toString().strip();
  }

  private static String kept(String text, boolean first) {
    int around = 40;
    if (text.length() <= 2 * around) {
      return text;
    }
    String end = text.substring(text.length() - around);
    return (first ? "" : text.substring(0, around)) + " … " + end;
  }

  private Verdict manifest(Path file) throws IOException {
    if (Files.size(file) > LARGEST_MANIFEST) {
      return new Verdict.Unknown("This is too large for a manifest.");
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (Baseline baseline : published.baselines()) {
      if (text.equals(baseline.manifest()) || text.equals(baseline.signature())) {
        String what = text.equals(baseline.manifest()) ? "The manifest" : "The signed manifest";
        return new Verdict.Authentic(what, baseline.name(), baseline.digest(), List.of());
      }
    }
    return named(text)
        .<Verdict>map(baseline -> different(text, baseline))
        .orElseGet(() -> new Verdict.Unknown("This names no baseline that was published here."));
  }

  private Optional<Baseline> named(String text) {
    String payload =
        switch (Jws.verify(text, published.keys())) {
          case Jws.Verdict.Genuine(var _, String signed) -> signed;
          case Jws.Verdict.UnknownKey _, Jws.Verdict.Broken _ -> text;
        };
    return published.baselines().stream()
        .filter(
            b ->
                payload.contains(b.digest())
                    || payload.contains("\"id\":\"" + b.id() + "\"")
                    || payload.startsWith(
                        b.signature().substring(0, Math.min(200, b.signature().length()))))
        .findFirst();
  }

  private static Verdict different(String text, Baseline baseline) {
    boolean signature = text.startsWith("eyJ");
    String expected = signature ? baseline.signature() : baseline.manifest();
    WordDiff words = WordDiff.of(expected, text);
    Deviation deviation =
        new Deviation(
            null,
            "",
            "It does not say what was signed.",
            words(words, WordDiff.Mark.DELETED),
            words(words, WordDiff.Mark.INSERTED));
    return new Verdict.Different(
        signature ? "The signed manifest" : "The manifest",
        "This is not the manifest that was signed.",
        baseline.name(),
        baseline.digest(),
        List.of(deviation));
  }
}
