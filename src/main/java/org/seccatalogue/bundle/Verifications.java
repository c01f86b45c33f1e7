package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileLists;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.bundle.shown.Shown;
import org.seccatalogue.bundle.shown.ShownHtml;
import org.seccatalogue.bundle.shown.ShownWord;
import org.seccatalogue.bundle.shown.ShownWorkbook;
import org.seccatalogue.map.drawing.MapComparison;
import org.seccatalogue.scratch.ScratchFiles;
import org.seccatalogue.sql.Outage;

/// Tells of files whether they are what was published here, and if not, where they differ. Each is
/// compared with what is written anew from its baseline; one that was found authentic is known by
/// its digest from then on.
@ApplicationScoped
public class Verifications {

  private static final int MOST = 1_000;
  private static final int MOST_KNOWN = 1_000;

  /// JSON takes much more memory than it has bytes.
  private static final long LARGEST_JSON = 10_000_000;

  private final Published published;
  private final Candidates candidates;
  private final FileLists lists;
  private final VerificationLimits limits;
  private final Map<String, Verdict> authentic = new ConcurrentHashMap<>();

  Verifications(
      Published published, Candidates candidates, FileLists lists, VerificationLimits limits) {
    this.published = published;
    this.candidates = candidates;
    this.lists = lists;
    this.limits = limits;
  }

  /// Tells what a file is.
  public Verdict verify(Path file) throws IOException {
    if (Files.size(file) == 0) {
      return FileCheck.EMPTY;
    }
    String digest = Digests.ofFile(file);
    Verdict known = authentic.get(digest);
    if (known != null) {
      return known;
    }
    Optional<Verdict> listed = lists.find(digest).flatMap(this::listed);
    if (listed.isPresent()) {
      return listed.get();
    }
    Verdict verdict = compared(file);
    if (verdict instanceof Verdict.Authentic && authentic.size() < MOST_KNOWN) {
      authentic.put(digest, verdict);
    }
    return verdict;
  }

  /// A file is known by what it is, however many baselines say the same.
  private Optional<Verdict> listed(FileLists.ListedOf listed) {
    return published
        .find(listed.baseline())
        .map(
            baseline ->
                new Verdict.Authentic(
                    listed.file().title(),
                    baseline.name(),
                    baseline.digest(),
                    listed.file().form(),
                    List.of()));
  }

  private Verdict compared(Path file) throws IOException {
    FileFacts facts = FileFacts.of(file, limits.unpacking());
    return switch (facts.kind()) {
      case MANIFEST, OTHER ->
          new ManifestCheck(published.baselines(), published.keys()).check(file);
      case BUNDLE, WORKBOOK, WORD, HTML, CHANGES, MAP, MAP_PDF, MAP_PNG -> compared(file, facts);
    };
  }

  private Verdict compared(Path file, FileFacts facts) throws IOException {
    Candidates.Choice choice = candidates.of(facts);
    Nearest nearest = null;
    for (Candidate candidate : choice.likely()) {
      Nearest next = new Nearest(candidate, compare(file, candidate));
      if (next.comparison().isEqual()) {
        return next.derived();
      }
      nearest = nearest == null || next.isNearerThan(nearest) ? next : nearest;
    }
    if (nearest == null || !choice.whole()) {
      return facts.kind() == FileFacts.Kind.BUNDLE ? bundle(file) : untold(choice);
    }
    if (facts.isUnaskedMap()) {
      return new Verdict.Unknown(Verdict.Unknown.UNASKED);
    }
    if (choice.likely().stream().noneMatch(one -> one.file().form() == facts.form())) {
      return new Verdict.Unknown(
          "This file says that it was written in form %d, which is not known here."
              .formatted(facts.form()));
    }
    if (facts.kind().map().isPresent()) {
      return drawn(file, facts, nearest.candidate());
    }
    return nearest.comparison().isDamaged()
        ? nearest.damaged()
        : byContent(file, facts, choice.likely().getFirst());
  }

  /// What a file was compared with, and how they differ.
  private record Nearest(Candidate candidate, ByteComparison comparison) {

    boolean isNearerThan(Nearest other) {
      return comparison.different() < other.comparison.different();
    }

    Verdict derived() {
      return new Verdict.Derived(
          candidate.what(),
          candidate.baseline().name(),
          candidate.baseline().digest(),
          candidate.file().form());
    }

    Verdict damaged() {
      return different(
          candidate,
          "This is not the file as it was published: a few bytes of it differ.",
          comparison.deviations());
    }
  }

  /// A search that ends before its end says nothing against a file.
  private static Verdict untold(Candidates.Choice choice) {
    return new Verdict.Unknown(
        choice.likely().isEmpty()
            ? Verdict.Unknown.UNTOLD
            : ("It is in no signed list. There are more baselines that it may be of than are"
                    + " compared: it is none of %d files that were.")
                .formatted(choice.likely().size()));
  }

  /// What a bundle says of itself, and the signed lists of the baseline that it names.
  private Verdict bundle(Path file) throws IOException {
    return BundleCheck.check(
        BundleContent.of(file, limits.unpacking()),
        published.keys(),
        id -> published.find(id).map(lists::signed).orElse(List.of()));
  }

  private static ByteComparison compare(Path file, Candidate candidate) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteComparison comparison = new ByteComparison(in, candidate.marks());
      OutputStream out = new BufferedOutputStream(comparison, 1 << 14);
      try {
        candidate.write(out);
        out.flush();
        comparison.finish();
      } catch (IOException | UncheckedIOException e) {
        if (!comparison.isOther()) {
          throw e;
        }
      }
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
      return bundle(file);
    }
    if (!facts.sound()) {
      return different(
          candidate,
          "This file is damaged, and cannot be unpacked.",
          List.of(Deviation.of("", "It cannot be unpacked.")));
    }
    if (facts.size() > largest(facts)) {
      return tooLarge(candidate, "it has %,d bytes when unpacked".formatted(facts.size()));
    }
    Path expected = ScratchFiles.create();
    try {
      return isWritten(candidate, expected, largest(facts))
          ? compared(candidate, shown(facts, expected), shown(facts, file))
          : tooLarge(candidate, "what was published is larger");
    } catch (IOException e) {
      return unreadable(candidate, e);
    } finally {
      Files.delete(expected);
    }
  }

  /// A map that says what it is of, and is not as that is drawn.
  private Verdict drawn(Path file, FileFacts facts, Candidate candidate) throws IOException {
    if (facts.size() > limits.comparedBytes()) {
      return tooLarge(candidate, "it has %,d bytes".formatted(facts.size()));
    }
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    candidate.write(expected);
    byte[] found = Files.readAllBytes(file);
    if (MapComparison.isPackedAgain(expected.toByteArray(), found)) {
      return savedAgain(candidate);
    }
    List<Deviation> all =
        MapComparison.of(expected.toByteArray(), found).stream().map(Deviation::of).toList();
    return different(
        candidate,
        "This is not the map as it is drawn from the baseline that it names.",
        all.isEmpty() ? List.of(Deviation.of("", "Something was added to it.")) : all);
  }

  /// That we have no room for what was published says nothing of the file.
  private static Verdict unreadable(Candidate candidate, IOException failure) throws IOException {
    if (Outage.of(failure).isPresent()) {
      throw failure;
    }
    return different(
        candidate,
        "This file is damaged, and cannot be read.",
        List.of(Deviation.of("", "It cannot be read as what it should be.")));
  }

  /// Whether a file has no more bytes than it may, and so was written.
  private static boolean isWritten(Candidate candidate, Path file, long most) throws IOException {
    try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file))) {
      BoundedOutput out = new BoundedOutput(plain, most);
      try {
        candidate.write(out);
      } catch (IOException | UncheckedIOException e) {
        if (!out.isFull()) {
          throw e;
        }
      }
      return !out.isFull();
    }
  }

  private long largest(FileFacts facts) {
    return facts.kind() == FileFacts.Kind.CHANGES
        ? Math.min(LARGEST_JSON, limits.comparedBytes())
        : limits.comparedBytes();
  }

  private Verdict tooLarge(Candidate candidate, String why) {
    return different(
        candidate,
        "The bytes are not those that were published.",
        List.of(
            Deviation.of(
                "",
                "Its words were not compared: %s, and at most %,d are compared (%s)."
                    .formatted(why, limits.comparedBytes(), VerificationLimits.COMPARED))));
  }

  private Shown shown(FileFacts facts, Path file) throws IOException {
    return switch (facts.kind()) {
      case WORD -> ShownWord.of(file, 2 * limits.comparedBytes());
      case HTML -> ShownHtml.of(file);
      case WORKBOOK -> ShownWorkbook.of(file, 2 * limits.comparedBytes());
      case CHANGES -> new Shown(RecordTexts.ofChanges(file), Set.of());
      case BUNDLE, MAP, MAP_PDF, MAP_PNG, MANIFEST, OTHER -> new Shown(Map.of(), Set.of());
    };
  }

  private static Verdict savedAgain(Candidate candidate) {
    return new Verdict.SavedAgain(
        candidate.what(), candidate.baseline().name(), candidate.baseline().digest());
  }

  /// Only where nothing at all can be seen otherwise, another program may just have saved it.
  private static Verdict compared(Candidate candidate, Shown expected, Shown found) {
    List<Deviation> deviations = ShownComparison.of(expected, found);
    if (deviations.isEmpty()) {
      return savedAgain(candidate);
    }
    return different(
        candidate,
        expected.texts().equals(found.texts())
            ? "It was changed in a way that can hide, add or change what a reader sees."
            : "It does not show what was published.",
        deviations);
  }
}
