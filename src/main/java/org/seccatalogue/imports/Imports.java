package org.seccatalogue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.job.JobRefused;
import org.seccatalogue.job.Progress;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.WorkbookSource;
import org.seccatalogue.mapping.profile.Profiles;
import org.seccatalogue.plan.Conflict;
import org.seccatalogue.plan.ImportFindings;
import org.seccatalogue.plan.ImportRows;
import org.seccatalogue.plan.MissingRecords;
import org.seccatalogue.plan.PlannedChange;
import org.seccatalogue.plan.Plans;
import org.seccatalogue.proposal.Source;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;
import org.seccatalogue.plan.SimilarRecords;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.Refusal;
import org.seccatalogue.revision.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormats;

/// Imports: a workbook is read into a plan, shown, and then applied as a whole or not at all.
@ApplicationScoped
public class Imports {

  private static final Duration LONGEST = Duration.ofHours(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Command TAKE_OVER =
      Command.of("update import set taken_over = true where id = :id");

  private static final Query<Boolean> TAKES_OVER =
      Query.of(Boolean.class, "select taken_over from import where id = :id");

  private final CatalogueSchema schema;
  private final Profiles profiles;
  private final Workbook.Limits limits;
  private final SimilarRecords.Bounds similar;
  private final ImportRuns runs;
  private final ImportRows rows;
  private final ImportFindings findings;
  private final MissingRecords missing;
  private final ImportDecisions decisions;
  private final RowsWithErrors faulty;
  private final ImportEdits edits;
  private final ConflictResolution settled;
  private final ImportUndo undo;
  private final BulkLookup lookup;
  private final Plans plans;
  private final WritingDoor door;
  private final Outline outline;
  private final Session database;

  Imports(
      CatalogueSchema schema,
      Profiles profiles,
      ImportLimits limits,
      ImportRuns runs,
      ImportRows rows,
      ImportFindings findings,
      MissingRecords missing,
      ImportDecisions decisions,
      RowsWithErrors faulty,
      ImportEdits edits,
      ConflictResolution settled,
      ImportUndo undo,
      BulkLookup lookup,
      Plans plans,
      WritingDoor door,
      Outline outline,
      Session database) {
    this.schema = schema;
    this.profiles = profiles;
    this.limits = limits.asLimits();
    this.similar = limits.similar();
    this.runs = runs;
    this.rows = rows;
    this.findings = findings;
    this.missing = missing;
    this.decisions = decisions;
    this.faulty = faulty;
    this.edits = edits;
    this.settled = settled;
    this.undo = undo;
    this.lookup = lookup;
    this.plans = plans;
    this.door = door;
    this.outline = outline;
    this.database = database;
  }

  /// The profiles that may be named, in order of their names.
  public List<Profile> profiles() {
    return profiles.all();
  }

  /// Reads a workbook or CSV file into a plan. Changes no record.
  ///
  /// @param fileName as its sender called it; the ending tells the format
  /// @param profile name of the profile to read it with; absent: the one whose sheets and headers
  ///     it has, else columns by label and attribute name
  public PlanOutcome plan(
      String fileName, Path content, @Nullable String profile, ChangeNote note) {
    try {
      return inTransaction(
          () -> {
            long id = begin(fileName, content, profile == null ? "" : profile, note);
            read(runs.find(id).orElseThrow(), content, Progress.UNSEEN);
            return new PlanOutcome.Planned(runs.find(id).orElseThrow());
          });
    } catch (JobRefused e) {
      return new PlanOutcome.Unreadable(e.findings());
    }
  }

  private Finding noProfile(@Nullable String name) {
    String names = profiles.all().stream().map(Profile::name).collect(Collectors.joining(", "));
    return Finding.error(
        FindingCode.INVALID_PROFILE,
        new Place.Parameter("profile"),
        String.valueOf(name),
        "one of " + names);
  }

  private long begin(String fileName, Path content, String profile, ChangeNote note) {
    try {
      return runs.begin(fileName, profile, digest(content), ReadingChoices.USUAL, note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(long id, String fileName, Source source, Progress progress)
      throws IOException {
    boolean takesOver = outline.size() == 0;
    if (takesOver) {
      TAKE_OVER.with("id", id).run(database);
    }
    Plans.Plan plan =
        plans.plan(
            source,
            new Plans.Order(id, takesOver ? fileName : null, limits.findings(), similar),
            progress);
    missing.add(id, plan.rows());
    runs.end(id, plan, counters());
  }

  /// Reads the workbook of an import that is there already into its plan, in the transaction of
  /// the caller.
  ///
  /// @throws JobRefused when it cannot be read
  void read(ImportRun run, Path content, Progress progress) {
    progress.at("Opening the workbook", 0, 0);
    try (Workbook workbook =
        WorkbookFormats.open(run.source().fileName(), content, limits, run.source().choices())) {
      String named = run.source().profile().isEmpty() ? null : run.source().profile();
      Profile profile =
          profiles
              .choose(named, run.source().fileName(), workbook)
              .orElseThrow(() -> new JobRefused(List.of(noProfile(named))));
      runs.recognised(run.id(), workbook.recognised(), profile.name());
      Source source = new WorkbookSource(workbook, profile, schema, limits);
      fill(run.id(), run.source().fileName(), source, progress);
    } catch (NotAWorkbook e) {
      throw new JobRefused(List.of(e.finding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String counters() {
    try {
      return JSON.writeValueAsString(lookup.counters());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] digest(Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return digest.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The newest imports, those before id `before` when it is given.
  @Transactional
  public List<ImportRun> recent(@Nullable Long before, int limit) {
    return runs.recent(before, limit);
  }

  @Transactional
  public Optional<ImportRun> find(long id) {
    return runs.find(id);
  }

  /// Planned changes in the order of the rows, those after row number `after`.
  ///
  /// @param filter absent: all of them
  @Transactional
  public List<PlannedChange> changes(
      long id, PlannedChange.@Nullable Filter filter, int after, int limit) {
    return rows.changes(id, filter, after, limit);
  }

  /// How many planned changes a filter finds.
  @Transactional
  public int count(long id, PlannedChange.Filter filter) {
    return rows.count(id, filter);
  }

  /// What planned changes change, before and after, by the numbers of their rows.
  @Transactional
  public Map<Integer, List<PlannedChange.Edit>> edits(long id, List<PlannedChange> changes) {
    return edits.of(id, changes);
  }

  /// The first sections in which the records of its rows stand, in the order of the
  // outline.
  @Transactional
  public List<RecordHead> sections(long id) {
    List<String> keys = runs.sections(id).stream().map(RecordKey::toString).toList();
    Map<String, RecordHead> heads = lookup.named(keys);
    return keys.stream().flatMap(key -> Stream.ofNullable(heads.get(key))).toList();
  }

  /// Findings in the order in which they were found, those after number `after`.
  @Transactional
  public List<Finding> findings(long id, int after, int limit) {
    return findings.find(id, after, limit);
  }

  /// Keys of records of the same types and sections that no row names.
  @Transactional
  public List<RecordKey> missing(long id, int limit) {
    return rows.missing(id, limit);
  }

  /// Decides about rows in conflict, in the order of the list.
  public DecideOutcome decide(long id, List<Decision> taken) {
    return inTransaction(() -> decisions.decide(id, taken));
  }

  /// Decides all conflicts of a plan in the same way.
  ///
  /// @param onlyUndecided whether what was decided before stays
  public DecideOutcome decideAll(long id, Conflict.Choice choice, boolean onlyUndecided) {
    return inTransaction(() -> decisions.decideAll(id, choice, onlyUndecided));
  }

  /// Chooses rows by their numbers to be applied, or leaves them out.
  public DecideOutcome choose(long id, Collection<Integer> numbers, boolean chosen) {
    return inTransaction(() -> decisions.choose(id, numbers, chosen));
  }

  /// Chooses all rows of a filter, or leaves them out. Records that no row names are chosen, and so
  /// withdrawn, only by a filter of that kind.
  public DecideOutcome choose(long id, PlannedChange.Filter filter, boolean chosen) {
    return inTransaction(() -> decisions.choose(id, filter, chosen));
  }

  /// Leaves out the rows with errors of a refused import, and the rows that need them: the others
  /// become a plan. Refused when errors are not of rows.
  public DecideOutcome leaveOutErrors(long id) {
    return inTransaction(() -> faulty.leaveOut(id));
  }

  /// Takes back what an import did, in one transaction.
  public UndoOutcome undo(long id, ChangeNote note) {
    try {
      return inTransaction(() -> refusing(undo.undo(id, note)));
    } catch (NotWritten e) {
      return new UndoOutcome.BuiltOn(find(id).orElseThrow(), e.findings());
    } catch (RuntimeException e) {
      Finding refusal = Refusal.of(e).orElseThrow(() -> e);
      return new UndoOutcome.BuiltOn(find(id).orElseThrow(), List.of(refusal));
    }
  }

  private static UndoOutcome refusing(UndoOutcome outcome) {
    if (outcome instanceof UndoOutcome.BuiltOn(ImportRun _, List<Finding> reasons)) {
      throw new NotWritten(reasons);
    }
    return outcome;
  }

  /// Applies a plan in one transaction.
  public ApplyOutcome apply(long id, ChangeNote note) {
    return apply(id, note, false);
  }

  /// Applies a plan in one transaction.
  ///
  /// @param editorial whether its new words mean the same, where the workflow lets words that do keep
  ///     their stage
  public ApplyOutcome apply(long id, ChangeNote note, boolean editorial) {
    try {
      return inTransaction(() -> applyHeld(id, note, editorial, Progress.UNSEEN));
    } catch (NotWritten e) {
      return refused(find(id).orElseThrow(), e.findings());
    } catch (RuntimeException e) {
      Finding refusal = Refusal.of(e).orElseThrow(() -> e);
      return refused(find(id).orElseThrow(), List.of(refusal));
    }
  }

  private static ApplyOutcome refused(ImportRun run, List<Finding> reasons) {
    return reasons.stream().allMatch(finding -> finding.code() == FindingCode.UNDECIDED)
        ? new ApplyOutcome.Undecided(run, reasons)
        : new ApplyOutcome.Moved(run, reasons);
  }

  /// Applies a plan in the transaction of the caller.
  ///
  /// @throws NotWritten when the transaction must not end as if it had written
  ApplyOutcome applyHeld(long id, ChangeNote note, boolean editorial, Progress progress) {
    Optional<String> counters = runs.hold(id);
    if (counters.isEmpty()) {
      return new ApplyOutcome.NotFound(id);
    }
    ImportRun run = runs.find(id).orElseThrow();
    if (run.state() != ImportState.PLANNED) {
      return new ApplyOutcome.NotApplicable(run);
    }
    PlanCheck check = new PlanCheck(id, lookup, database);
    List<Finding> undecided = check.undecided();
    if (!undecided.isEmpty()) {
      return new ApplyOutcome.Undecided(run, undecided);
    }
    List<Finding> moved = check.moved();
    if (run.counts().created() > 0 && !sameCounters(counters.get())) {
      moved.addAll(check.overtaken());
    }
    if (!moved.isEmpty()) {
      return new ApplyOutcome.Moved(run, moved);
    }
    settled.settle(id);
    write(run, new ImportApply.ApplyOrder(note, editorial, takenOver(run)), progress);
    runs.applied(id, note);
    return new ApplyOutcome.Applied(runs.find(id).orElseThrow());
  }

  private void write(ImportRun run, ImportApply.ApplyOrder order, Progress progress) {
    List<Finding> reasons =
        new ImportApply(run.id(), door, order).write(run.changes(), progress);
    if (!reasons.isEmpty()) {
      throw new NotWritten(reasons);
    }
  }

  /// What is loaded into a catalogue that was empty when it was planned, and is so now.
  private @Nullable String takenOver(ImportRun run) {
    return TAKES_OVER.with("id", run.id()).only(database) && outline.size() == 0
        ? run.source().fileName()
        : null;
  }

  /// Whether no record was made since the plan.
  private boolean sameCounters(String planned) {
    try {
      Map<?, ?> before = JSON.readValue(planned, Map.class);
      return before.equals(lookup.counters());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T inTransaction(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).call(work::get);
  }
}
