package org.seccatalogue.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileStore;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;
import org.seccatalogue.baseline.freezing.BaselineFrozen;
import org.seccatalogue.bundle.StandardFiles;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobWork;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.job.Progress;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.scratch.ScratchFiles;

/// Writes the bundle and the standard documents of a baseline once it is published, so that every
/// node has them to hand out. What is larger than is kept, nodes write themselves when it is asked
/// for.
@ApplicationScoped
class FilesWork implements JobWork {

  private static final String KIND = "write-files";

  private final Published published;
  private final PublishedFiles files;
  private final StandardFiles standard;
  private final FileStore store;
  private final Jobs jobs;
  private final FileSettings settings;

  FilesWork(
      Published published,
      PublishedFiles files,
      StandardFiles standard,
      FileStore store,
      Jobs jobs,
      FileSettings settings) {
    this.published = published;
    this.files = files;
    this.standard = standard;
    this.store = store;
    this.jobs = jobs;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /// Begins when the baseline is published.
  void begin(@Observes BaselineFrozen frozen) {
    if (settings.ahead()) {
      ChangeNote note = new ChangeNote(frozen.by(), frozen.baseline().name());
      var _ = jobs.submit(KIND, frozen.baseline().number(), note);
    }
  }

  static boolean isFiles(Job job) {
    return job.kind().equals(KIND);
  }

  /// The baseline whose files a job writes.
  static Optional<Baseline> baseline(Job job, Published published) {
    return published.baselines().stream().filter(b -> b.number() == job.subject()).findFirst();
  }

  @Override
  public void run(Job job, Progress progress) {
    Baseline baseline = baseline(job, published).orElseThrow();
    List<PublishedFile> all = standard.of(baseline);
    for (int i = 0; i < all.size(); i++) {
      int done = i;
      Progress ofFile = (phase, _, _) -> progress.at(phase, done, all.size());
      if (!files.isKept(all.get(i))) {
        write(all.get(i), ofFile);
      }
    }
  }

  private void write(PublishedFile file, Progress progress) {
    try {
      Path written = ScratchFiles.create();
      try {
        write(file, written, progress);
        if (Files.size(written) <= settings.largest().asLongValue()) {
          store.keep(file, written);
        }
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
}
