package org.seccatalogue.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.imports.writing.WritingDoor;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobState;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.workbook.ReadingChoices;

/// Imports as jobs: they outlive the request that begins them, and can be followed and cancelled.
@ApplicationScoped
public class ImportJobs {

  private static final List<String> KINDS = List.of(ReadingWork.KIND, ApplyingWork.KIND);

  private final Jobs jobs;
  private final ImportRuns runs;
  private final ImportFiles files;
  private final WritingDoor door;

  ImportJobs(Jobs jobs, ImportRuns runs, ImportFiles files, WritingDoor door) {
    this.jobs = jobs;
    this.runs = runs;
    this.files = files;
    this.door = door;
  }

  /// How far the reading of a workbook has come.
  public sealed interface Reading {
    /// It was read; the run says whether it may be applied.
    record Read(ImportRun run) implements Reading {}

    /// It cannot be read, for these reasons.
    record Unreadable(ImportRun run, List<Finding> findings) implements Reading {}

    /// It waits, or is being read.
    record UnderWay(ImportRun run, Job job) implements Reading {}

    /// It was cancelled, or failed through no fault of the workbook, or its process is gone.
    record Stopped(ImportRun run, Job job) implements Reading {}
  }

  /// How far the applying of a plan has come.
  public sealed interface Applying {
    /// All of it is in the catalogue.
    record Applied(ImportRun run) implements Applying {}

    /// It was applied before, or has errors, or was never read to its end. Nothing was changed.
    record NotApplicable(ImportRun run) implements Applying {}

    /// Records moved on since the plan was made, at these places. Nothing was changed.
    record Moved(ImportRun run, List<Finding> findings) implements Applying {}

    /// Rows wait for a decision or need rows that are left out. Nothing was changed.
    record Undecided(ImportRun run, List<Finding> findings) implements Applying {}

    /// There is no such import.
    record NotFound(long id) implements Applying {}

    /// It waits, or is being applied.
    record UnderWay(ImportRun run, Job job) implements Applying {}

    /// Somebody began to apply it before.
    record Busy(ImportRun run, Job job) implements Applying {}

    /// It was cancelled, or failed through no fault of the plan, or its process is gone. Nothing
    /// was changed.
    record Stopped(ImportRun run, Job job) implements Applying {}
  }

  /// Takes a workbook, and begins to read it into a plan.
  ///
  /// @param profile name of the profile to read it with; absent: the one that fits
  /// @return number of the job
  @Transactional
  public long read(
      String fileName,
      Path content,
      @Nullable String profile,
      ReadingChoices choices,
      ChangeNote note) {
    try {
      String named = profile == null ? "" : profile;
      long id = runs.begin(fileName, named, ImportReading.digest(content), choices, note);
      files.keep(id, content);
      return jobs.submit(ReadingWork.KIND, id, note).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Begins to read the workbook of an import once more, in another way, into a plan of its own.
  ///
  /// @return number of the job; nothing when the file is not kept any more
  @Transactional
  public Optional<Long> readAgain(ImportRun run, ReadingChoices choices, ChangeNote note) {
    Optional<Path> copy = files.copy(run.id());
    try {
      String profile = run.source().profile().isEmpty() ? null : run.source().profile();
      return copy.map(file -> read(run.source().fileName(), file, profile, choices, note));
    } finally {
      copy.ifPresent(ImportFiles::remove);
    }
  }

  /// Waits for the reading of a workbook.
  ///
  /// @param atMost how long; absent: as long as the configuration says
  public Reading reading(long job, @Nullable Duration atMost) {
    Job now = jobs.await(job, atMost).orElseThrow();
    ImportRun run = find(now.subject()).orElseThrow();
    return switch (now.state()) {
      case QUEUED, RUNNING -> new Reading.UnderWay(run, now);
      case DONE -> new Reading.Read(run);
      case FAILED ->
          now.findings().isEmpty()
              ? new Reading.Stopped(run, now)
              : new Reading.Unreadable(run, now.findings());
      case CANCELLED, DIED -> new Reading.Stopped(run, now);
    };
  }

  /// Begins to apply a plan, and waits for it.
  ///
  /// @param atMost how long; absent: as long as the configuration says
  public Applying apply(long id, ChangeNote note, @Nullable Duration atMost) {
    return apply(id, note, false, atMost);
  }

  /// The same, where all new words may mean the same as before.
  public Applying apply(long id, ChangeNote note, boolean editorial, @Nullable Duration atMost) {
    Optional<ImportRun> found = find(id);
    if (found.isEmpty()) {
      return new Applying.NotFound(id);
    }
    ImportRun run = found.get();
    if (run.state() != ImportState.PLANNED) {
      return new Applying.NotApplicable(run);
    }
    Optional<Long> job = submit(id, note, editorial);
    return job.isPresent()
        ? applying(jobs.await(job.get(), atMost).orElseThrow())
        : newest(id)
            .<Applying>map(other -> new Applying.Busy(run, other))
            .orElseGet(() -> new Applying.NotApplicable(run));
  }

  private Optional<Long> submit(long id, ChangeNote note, boolean editorial) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Optional<Long> job = jobs.submit(ApplyingWork.KIND, id, note);
              if (job.isPresent()) {
                door.noteEditorial(id, editorial);
              }
              return job;
            });
  }

  private Applying applying(Job job) {
    ImportRun run = find(job.subject()).orElseThrow();
    return switch (job.state()) {
      case QUEUED, RUNNING -> new Applying.UnderWay(run, job);
      case DONE -> new Applying.Applied(run);
      case FAILED ->
          job.findings().isEmpty() ? new Applying.Stopped(run, job) : refused(run, job.findings());
      case CANCELLED, DIED -> new Applying.Stopped(run, job);
    };
  }

  private static Applying refused(ImportRun run, List<Finding> findings) {
    if (run.state() != ImportState.PLANNED) {
      return new Applying.NotApplicable(run);
    }
    return findings.stream().allMatch(ImportJobs::waits)
        ? new Applying.Undecided(run, findings)
        : new Applying.Moved(run, findings);
  }

  /// Whether a row waits for somebody, or needs one that is left out.
  private static boolean waits(Finding finding) {
    return finding.code() == FindingCode.UNDECIDED || finding.code() == FindingCode.LEFT_OUT;
  }

  private Optional<ImportRun> find(long id) {
    return QuarkusTransaction.requiringNew().call(() -> runs.find(id));
  }

  /// The newest job of an import.
  public Optional<Job> newest(long importId) {
    return jobs.newest(KINDS, importId);
  }

  /// Whether a job is one of an import.
  public static boolean isImport(Job job) {
    return KINDS.contains(job.kind());
  }

  /// Why an import could not be applied when that was tried last, if it still could be.
  public List<Finding> moved(ImportRun run) {
    return newest(run.id())
        .filter(job -> run.state() == ImportState.PLANNED && job.state() == JobState.FAILED)
        .map(Job::findings)
        .orElse(List.of());
  }
}
