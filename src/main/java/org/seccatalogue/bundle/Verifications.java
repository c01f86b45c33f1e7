package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.export.published.WorkbookTexts;
import org.seccatalogue.scratch.ScratchFiles;

/// Tells of files whether they are what was published here, and if not, where they differ. Each is
/// compared with what is written anew from its baseline; one that was found authentic is known by
/// its digest from then on.
@ApplicationScoped
public class Verifications {

  private static final int MOST = 1_000;
  private static final int MOST_KNOWN = 1_000;

  /// What is written anew takes time and memory.
  private static final int AT_A_TIME = 2;

  private static final String COMPARED = "catalogue.verify.compared-bytes";

  private final Published published;
  private final Candidates candidates;
  private final long compared;
  private final Map<String, Verdict> authentic = new ConcurrentHashMap<>();
  private final Semaphore turns = new Semaphore(AT_A_TIME, true);

  Verifications(
      Published published,
      Candidates candidates,
      @ConfigProperty(name = COMPARED, defaultValue = "50000000") long compared) {
    this.published = published;
    this.candidates = candidates;
    this.compared = compared;
  }

  /// Tells what a file is.
  public Verdict verify(Path file) throws IOException {
    String digest = digest(file);
    Verdict known = authentic.get(digest);
    if (known != null) {
      return known;
    }
    turns.acquireUninterruptibly();
    try {
      Verdict verdict = compared(file);
      if (verdict instanceof Verdict.Authentic && authentic.size() < MOST_KNOWN) {
        authentic.put(digest, verdict);
      }
      return verdict;
    } finally {
      turns.release();
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = Checksums.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Verdict compared(Path file) throws IOException {
    FileFacts facts = FileFacts.of(file);
    return switch (facts.kind()) {
      case MANIFEST, OTHER ->
          new ManifestCheck(published.baselines(), published.keys()).check(file);
      case BUNDLE, WORKBOOK, WORD, HTML, CHANGES -> compared(file, facts);
    };
  }

  private Verdict compared(Path file, FileFacts facts) throws IOException {
    List<Candidate> all = candidates.of(facts);
    Candidate best = null;
    ByteComparison nearest = null;
    for (Candidate candidate : all) {
      ByteComparison comparison = compare(file, candidate);
      if (comparison.isEqual()) {
        return new Verdict.Authentic(
            candidate.what(),
            candidate.baseline().name(),
            candidate.baseline().digest(),
            candidate.file().form(),
            List.of());
      }
      if (nearest == null || comparison.different() < nearest.different()) {
        nearest = comparison;
        best = candidate;
      }
    }
    if (best == null || nearest == null) {
      return facts.kind() == FileFacts.Kind.BUNDLE
          ? BundleCheck.check(file, published.keys())
          : new Verdict.Unknown(
              "Nothing in this file tells of which published baseline it might be.");
    }
    if (all.stream().noneMatch(candidate -> candidate.file().form() == facts.form())) {
      return new Verdict.Unknown(
          "This file says that it was written in form %d, which is not known here."
              .formatted(facts.form()));
    }
    return nearest.isDamaged()
        ? different(
            best,
            "This is not the file as it was published: a few bytes of it differ.",
            nearest.deviations())
        : byContent(file, facts, all.getFirst());
  }

  private static ByteComparison compare(Path file, Candidate candidate) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteComparison comparison = new ByteComparison(in, candidate.marks());
      OutputStream out = new BufferedOutputStream(comparison, 1 << 14);
      candidate.write(out);
      out.flush();
      comparison.finish();
      return comparison;
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
    if (facts.size() > compared) {
      return tooLarge(candidate, facts.size());
    }
    Path expected = ScratchFiles.create();
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(expected))) {
        candidate.write(out);
      }
      return Files.size(expected) > compared
          ? tooLarge(candidate, Files.size(expected))
          : compared(candidate, texts(facts, expected), texts(facts, file));
    } catch (IOException e) {
      return different(
          candidate,
          "This file is damaged, and cannot be read.",
          List.of(Deviation.of("", "It cannot be read as what it should be.")));
    } finally {
      Files.delete(expected);
    }
  }

  private Verdict tooLarge(Candidate candidate, long size) {
    return different(
        candidate,
        "The bytes are not those that were published.",
        List.of(
            Deviation.of(
                "",
                "Its words were not compared: it has %,d bytes when unpacked, and at most %,d are compared (%s)."
                    .formatted(size, compared, COMPARED))));
  }

  private static Map<String, String> texts(FileFacts facts, Path file) throws IOException {
    return switch (facts.kind()) {
      case WORD -> RecordTexts.ofWord(file);
      case HTML -> RecordTexts.ofHtml(file);
      case WORKBOOK -> WorkbookTexts.of(file);
      case CHANGES -> RecordTexts.ofChanges(file);
      case BUNDLE, MANIFEST, OTHER -> Map.of();
    };
  }

  private static Verdict compared(
      Candidate candidate, Map<String, String> expected, Map<String, String> found) {
    List<Deviation> deviations = new ArrayList<>(TextComparison.of(expected, found));
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
}
