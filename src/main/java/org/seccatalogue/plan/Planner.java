package org.seccatalogue.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.job.Progress;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.FindingLog;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.Remarks;
import org.seccatalogue.proposal.RowPlaces;
import org.seccatalogue.proposal.RowPrint;
import org.seccatalogue.proposal.Source;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.rules.CheckedDraft;
import org.seccatalogue.rules.DraftRules;
import org.seccatalogue.rules.Late;
import org.seccatalogue.rules.Verdict;
import org.seccatalogue.schema.AttributeRole;

/// Makes a plan of what a source proposes, batch by batch. The way of a row:
///
/// A row whose digest tells that it says what its record says ([KnownRows]) is done with; else
/// 1. [BatchMatch] finds the record that it means, 2. [RowMerge] leaves of it what its editor
/// changed, where the record has moved on since, 3. [RowDrafts] makes the draft of it, and
/// [DraftRules] judge that, 4. [RowChanges] says what would change, and [ImportStaging] keeps it
/// for whoever applies the plan.
final class Planner implements Source.Receiver {

  private final Catalogue catalogue;
  private final @Nullable String takenOver;
  private final ImportStaging staging;
  private final SimilarRecords similar;
  private final FindingLog log;
  private final Progress progress;
  private final DraftRules rules;
  private final KnownRows known;
  private final RowPlaces places = new RowPlaces();

  /// The rows of which more shows at the end: those with names that no record has, those that want
  /// a place among others, and those that end a record or put one below it.
  private final Map<Integer, RowCells> unresolved = new HashMap<>();

  /// What would be kept of the rows of the batch at hand.
  private final Map<Integer, Remembered> remembered = new HashMap<>();

  /// The numbers of the rows of the batch at hand that only people can tell what they mean.
  private final Set<Integer> doubted = new HashSet<>();

  /// The references of other records before that rows give to their own.
  private final Set<String> taken = new HashSet<>();

  /// The keys of the records that rows mean, but for rows that are known as unchanged.
  private final Set<String> named = new HashSet<>();

  private @Nullable UnchangedRow unchanged;

  Planner(Catalogue catalogue, Plans.Order order, FindingLog log, Progress progress) {
    this.catalogue = catalogue;
    this.takenOver = order.takenOver();
    this.staging = new ImportStaging(order.importId());
    this.similar = new SimilarRecords(catalogue, order.similar());
    this.log = log;
    this.progress = progress;
    this.known = new KnownRows(catalogue);
    this.rules = new DraftRules(catalogue.schema(), catalogue.forPlanning(), places::name);
  }

  /// Plans all that a source proposes.
  ///
  /// @return the number of its rows
  int plan(Source source) throws IOException {
    int rows = source.read(this);
    progress.at("Comparing the rows with each other", rows, rows);
    rules.close().forEach(this::told);
    staging.staying(rules.staying());
    flush();
    catalogue.database().doWork(connection -> staging.resolve(connection, log, catalogue.schema()));
    staging.waiting().forEach(this::told);
    similar.find(log);
    flush();
    return rows;
  }

  /// The keys of the records that its rows mean, whether or not something is wrong with these.
  Set<String> named() {
    return named;
  }

  private void told(Late late) {
    if (late instanceof Late.Wrong(int number, Finding finding)) {
      RowCells cells = unresolved.get(number);
      if (cells != null) {
        cells.told(finding).ifPresent(log::add);
      } else {
        log.add(places.told(number, finding));
      }
    }
  }

  @Override
  public void found(List<Finding> findings) {
    log.addAll(findings);
  }

  @Override
  public Set<Integer> unchanged(ProposalTable table, List<RowPrint> rows) {
    Map<String, KnownRows.Known> found = rows.isEmpty() ? Map.of() : known.among(rows);
    Set<Integer> unchanged = new HashSet<>();
    for (RowPrint row : rows) {
      KnownRows.Known same = found.get(row.digest());
      if (same != null) {
        staging.add(table, row, same.record());
        unchanged.add(row.number());
      }
    }
    flush();
    progress.at("Reading the rows", rows.isEmpty() ? 0 : rows.getLast().number(), 0);
    return unchanged;
  }

  @Override
  public void proposed(ProposalTable table, List<Proposal> batch) {
    List<Finding> findings = new ArrayList<>();
    batch.forEach(row -> places.add(table, row));
    remembered.clear();
    doubted.clear();
    List<RowDraft> drafted = drafted(table, batch, findings);
    List<Verdict> verdicts = rules.judge(drafted.stream().map(RowDraft::draft).toList());
    List<StagedChange> changes = new ArrayList<>();
    batch.stream().map(Proposal::key).filter(Objects::nonNull).forEach(named::add);
    for (int i = 0; i < drafted.size(); i++) {
      StoredRecord record = drafted.get(i).matched().record();
      if (record != null) {
        named.add(record.key().toString());
      }
      judged(table, drafted.get(i), verdicts.get(i), findings).ifPresent(changes::add);
    }
    findings.addAll(new TakenBack(catalogue.lookup(), table).of(changes));
    log.addAll(Remarks.joined(findings, batch));
    flush();
    progress.at("Reading the rows", batch.getLast().number(), 0);
  }

  private List<RowDraft> drafted(
      ProposalTable table, List<Proposal> batch, List<Finding> findings) {
    String withdrawn = catalogue.schema().workflow().withdrawn();
    List<BatchMatch.Matched> matched =
        new BatchMatch(table, catalogue.lookup(), withdrawn, findings).match(batch);
    MeantNames meant = MeantNames.of(table, matched, catalogue, taken);
    Map<String, RecordHead> named = meant.named();
    unchanged = new UnchangedRow(table.type(), named);
    RowDrafts drafts = new RowDrafts(catalogue.schema(), table, takenOver);
    List<RowDraft> drafted = new ArrayList<>();
    for (BatchMatch.Matched each : matched) {
      BatchMatch.Matched row = meant.of(each, findings);
      RowMerge.Merged merged = RowMerge.of(catalogue.schema(), table, row, named);
      RowDraft draft = drafts.of(row, merged).of(each.row());
      if (!named.keySet().containsAll(RowNames.of(table, row.row()))
          || !row.row().stated().place().equals(PlaceWish.NONE)) {
        unresolved.put(
            row.row().number(), RowCells.of(table, catalogue.schema().workflow(), draft));
      }
      Remembered.of(table, row.row(), named)
          .ifPresent(kept -> remembered.put(row.row().number(), kept));
      drafted.add(draft.naming(RowNames.openIn(table, row.row(), named.keySet())));
    }
    doubted.addAll(meant.doubted());
    return drafted;
  }

  /// @return what is kept of the row to be applied
  private Optional<StagedChange> judged(
      ProposalTable table, RowDraft drafted, Verdict verdict, List<Finding> findings) {
    return switch (verdict) {
      case Verdict.Faulty _ when Objects.requireNonNull(unchanged).is(drafted.draft()) -> {
        same(table, drafted.matched());
        yield Optional.empty();
      }
      case Verdict.Faulty(List<Finding> wrong) -> {
        RowCells cells = RowCells.of(table, catalogue.schema().workflow(), drafted);
        wrong.forEach(finding -> cells.told(finding).ifPresent(findings::add));
        yield Optional.empty();
      }
      case Verdict.Sound(CheckedDraft checked, List<Finding> _) -> {
        StagedChange change = staged(table, drafted, checked);
        if (rules.isPending(change.row().number())) {
          unresolved.put(
              change.row().number(), RowCells.of(table, catalogue.schema().workflow(), drafted));
        }
        staging.add(change, Remembered.of(change, remembered).orElse(null));
        statement(change);
        findings.addAll(new RowWarnings(catalogue.schema(), table).of(change));
        yield Optional.of(change);
      }
    };
  }

  /// Writes nothing, so that a rule that came after the record does not refuse it.
  private void same(ProposalTable table, BatchMatch.Matched row) {
    RowPrint place = new RowPrint(row.row().number(), row.row().row(), "");
    staging.add(table, place, KnownRows.Standing.of(Objects.requireNonNull(row.record())));
  }

  private StagedChange staged(ProposalTable table, RowDraft drafted, CheckedDraft checked) {
    BatchMatch.Matched matched = drafted.matched();
    List<String> changed =
        matched.record() == null ? List.of() : changed(matched.record(), drafted.merged(), checked);
    return new StagedChange(
        matched,
        table,
        checked,
        kind(matched, drafted.merged().conflicts(), changed),
        changed,
        drafted.merged().conflicts(),
        guards(matched, checked),
        drafted.openNames());
  }

  /// A stage that waits for a decision is among it, whether it can be come to or not.
  private List<String> changed(StoredRecord record, RowMerge.Merged merged, CheckedDraft checked) {
    List<String> changed = new ArrayList<>(new RowChanges(catalogue.schema()).of(record, checked));
    if (merged.contestedStage().isPresent() && !changed.contains(RowChanges.STAGE)) {
      changed.add(RowChanges.STAGE);
    }
    return changed;
  }

  private List<Guard> guards(BatchMatch.Matched matched, CheckedDraft checked) {
    String withdrawn = catalogue.schema().workflow().withdrawn();
    StoredRecord record = matched.record();
    boolean reinstates =
        record != null
            && matched.row().key() == null
            && record.stage().equals(withdrawn)
            && !checked.course().end(withdrawn).equals(withdrawn);
    List<Guard> guards = new ArrayList<>(Guard.of(catalogue.schema().workflow(), record, checked));
    if (reinstates) {
      guards.add(Guard.REINSTATEMENT);
    }
    if (doubted.contains(matched.row().number())) {
      guards.add(Guard.PASSED_REFERENCE);
    }
    return guards;
  }

  private static PlannedChange.Kind kind(
      BatchMatch.Matched matched, List<Conflict> conflicts, List<String> changed) {
    if (matched.record() == null) {
      return PlannedChange.Kind.NEW;
    }
    if (!conflicts.isEmpty()) {
      return PlannedChange.Kind.CONFLICT;
    }
    return changed.isEmpty() ? PlannedChange.Kind.SAME : PlannedChange.Kind.CHANGED;
  }

  private void statement(StagedChange change) {
    if (change.kind() == PlannedChange.Kind.NEW) {
      change
          .table()
          .type()
          .playing(AttributeRole.STATEMENT)
          .ifPresent(statement -> similar.add(change, statement));
    }
  }

  private void flush() {
    catalogue
        .database()
        .doWork(
            connection -> {
              staging.send(connection);
              log.send(connection);
            });
  }
}
