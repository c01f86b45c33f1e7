package org.seccatalogue.freezing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileStore;
import org.seccatalogue.baseline.files.ListedFile;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;
import org.seccatalogue.baseline.freezing.BaselineFrozen;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.bundle.BundleDigests;
import org.seccatalogue.bundle.StandardFiles;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobWork;
import org.seccatalogue.job.Progress;
import org.seccatalogue.job.Upkeep;
import org.seccatalogue.scratch.ScratchFiles;

/// Writes the bundle and the standard documents of a baseline once it is published, so that every
/// node has them to hand out, and signs what was written. What is larger than is kept, nodes write
/// themselves when it is asked for.
@ApplicationScoped
class FilesWork implements JobWork {

  private static final int AFTER_KEYS = 200;

  private final Published published;
  private final PublishedFiles files;
  private final StandardFiles standard;
  private final FileStore store;
  private final FileSigning signing;
  private final FileSettings settings;
  private final PublishedStore records;

  FilesWork(
      Published published,
      PublishedFiles files,
      StandardFiles standard,
      FileStore store,
      FileSigning signing,
      FileSettings settings,
      PublishedStore records) {
    this.published = published;
    this.files = files;
    this.standard = standard;
    this.store = store;
    this.signing = signing;
    this.settings = settings;
    this.records = records;
  }

  @Override
  public String kind() {
    return FileSigning.KIND;
  }

  /// Begins when the baseline is published.
  void begin(@Observes BaselineFrozen frozen) {
    if (settings.ahead()) {
      signing.submit(frozen.baseline().number(), frozen.by(), frozen.baseline().name());
    }
  }

  /// Begins for baselines that were frozen before their files were signed, and for those whose
  /// files could not be written.
  void begin(@Observes @Priority(AFTER_KEYS) StartupEvent start) {
    if (settings.ahead()) {
      signing.submitMissing();
    }
  }

  /// The same for those whose files could not be written since: what kept them from it may be over.
  void again(@Observes Upkeep moment) {
    if (settings.ahead()) {
      signing.submitMissing();
    }
  }

  static boolean isFiles(Job job) {
    return job.kind().equals(FileSigning.KIND);
  }

  /// The baseline whose files a job writes.
  static Optional<Baseline> baseline(Job job, Published published) {
    return published.baselines().stream().filter(b -> b.number() == job.subject()).findFirst();
  }

  @Override
  public void run(Job job, Progress progress) {
    QuarkusTransaction.requiringNew().run(records::refreshStatistics);
    signing.refuseWithoutKey();
    Baseline baseline = baseline(job, published).orElseThrow();
    List<PublishedFile> all = standard.of(baseline);
    List<ListedFile> listed = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int done = i;
      Progress ofFile = (phase, _, _) -> progress.at(phase, done, all.size());
      listed.addAll(written(all.get(i), ofFile));
    }
    signing.sign(baseline, listed);
  }

  /// Writes a file, keeps it if it is not kept yet, and tells what is to be signed of it.
  private List<ListedFile> written(PublishedFile file, Progress progress) {
    try {
      Path written = ScratchFiles.create();
      try {
        write(file, written, progress);
        if (Files.size(written) <= settings.largest().asLongValue() && !files.isKept(file)) {
          store.keep(file, written);
        }
        return listed(file, written);
      } finally {
        Files.delete(written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(PublishedFile file, Path target, Progress progress) throws IOException {
    String phase = "Writing: " + file.words();
    progress.at(phase, 0, 0);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
      files.write(file, new FollowedStream(out, () -> progress.at(phase, 0, 0)));
    }
  }

  private static List<ListedFile> listed(PublishedFile file, Path written) throws IOException {
    String name = file.fileName(true);
    List<ListedFile> all = new ArrayList<>();
    all.add(new ListedFile(name, null, file.words(), file.form(), Digests.ofFile(written)));
    if (file.kind() == FileKind.BUNDLE) {
      BundleDigests.of(written)
          .forEach(
              (part, digest) ->
                  all.add(new ListedFile(part, name, title(part), file.form(), digest)));
    }
    return all;
  }

  private static String title(String part) {
    return switch (part) {
      case "manifest.json" -> "The manifest";
      case "manifest.jws" -> "The signed manifest";
      default -> "The part " + part + " of the bundle";
    };
  }
}
