package org.seccatalogue.imports.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.job.Progress;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.DraftWriting;
import org.seccatalogue.revision.writing.RecordChange;
import org.seccatalogue.rules.Draft;
import org.seccatalogue.rules.DraftBase;
import org.seccatalogue.rules.DraftRules;
import org.seccatalogue.rules.Intent;
import org.seccatalogue.rules.Late;
import org.seccatalogue.rules.Verdict;
import org.seccatalogue.schema.Workflow;

/// Applies the planned changes of one import within the transaction of its caller: judges them once
/// more, on the catalogue as it is now, and writes them.
public final class ImportApply {

  private static final int BATCH = 1000;
  private static final int MOST_TOLD = 1000;

  private final long importId;
  private final WritingDoor door;
  private final ApplyOrder order;
  private final NewKeys keys;
  private final AppliedRows rows;
  private final DraftRules rules;
  private final List<Finding> findings = new ArrayList<>();

  /// What rows call records that other rows make, by the keys of these.
  private final Map<String, String> made = new HashMap<>();

  /// The stages that the waiting records of a batch left, when its changes are editorial.
  private Map<RecordKey, String> left = Map.of();

  /// What the values of a batch name that other rows make.
  private Map<Integer, List<AppliedRow.NameOf>> names = Map.of();

  public ImportApply(long importId, WritingDoor door, ApplyOrder order) {
    this.importId = importId;
    this.door = door;
    this.order = order;
    this.keys = new NewKeys(importId, door.schema(), door.database());
    this.rows = new AppliedRows(door.database(), importId);
    this.rules =
        new DraftRules(door.schema(), door.forWriting(), number -> door.nameOf(importId, number));
  }

  /// Writes all changes.
  ///
  /// @param total number of rows that change something
  /// @return what the rules found in them now; then nothing may be kept of what was written
  public List<Finding> write(int total, Progress progress) {
    door.letExchange();
    DraftWriting writing = door.writer().begin(order.note());
    keys.reserve(writing);
    int written = 0;
    for (List<AppliedRow> batch = rows.next(BATCH);
        !batch.isEmpty() && findings.size() < MOST_TOLD;
        batch = rows.next(BATCH)) {
      write(batch, writing);
      written += batch.size();
      progress.at("Writing the records", written, total);
    }
    rules.close().forEach(this::told);
    if (findings.isEmpty()) {
      progress.at("Finishing", total, total);
      door.didNothing(importId, writing.end());
      keys.note();
      writing.refreshStatistics();
      door.checkAll();
    }
    return door.called(findings, made);
  }

  private void told(Late late) {
    if (late instanceof Late.Wrong(int number, Finding finding) && findings.size() < MOST_TOLD) {
      findings.add(rows.at(number).told(finding));
    }
  }

  private void write(List<AppliedRow> batch, DraftWriting writing) {
    Map<RecordKey, StoredRecord> records =
        door.lookup()
            .records(batch.stream().filter(row -> !row.isNew()).map(row -> keyOf(row)).toList());
    left = order.editorial() ? door.stagesLeft(records.values()) : Map.of();
    Map<Integer, List<AppliedRow.LinkOf>> links = rows.links(batch);
    names = rows.names(batch);
    List<Draft> drafts =
        batch.stream()
            .map(
                row ->
                    draft(
                        row,
                        records.get(keyOf(row)),
                        links.getOrDefault(row.rowNumber(), List.of())))
            .toList();
    List<Verdict> verdicts = rules.judge(drafts);
    List<RecordChange> changes = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      AppliedRow row = batch.get(i);
      switch (verdicts.get(i)) {
        case Verdict.Faulty(List<Finding> wrong) ->
            wrong.forEach(finding -> findings.add(row.told(finding)));
        case Verdict.Sound(var checked, List<Finding> _) ->
            changes.add(
                CheckedWrites.of(
                    keyOf(row),
                    checked,
                    checked.slot(),
                    links.getOrDefault(row.rowNumber(), List.of()).stream()
                        .map(AppliedRow.LinkOf::revision)
                        .collect(Collectors.toCollection(ArrayList::new))));
      }
    }
    if (findings.isEmpty()) {
      door.keepPlaces(importId, moving(batch, records));
      writing.write(changes);
    }
  }

  private static List<RecordHead> moving(
      List<AppliedRow> batch, Map<RecordKey, StoredRecord> records) {
    return batch.stream()
        .filter(row -> row.outcome() == PlannedChange.Kind.CHANGED && row.wish().moves())
        .map(row -> Objects.requireNonNull(records.get(row.record().key())).head())
        .toList();
  }

  private RecordKey keyOf(AppliedRow row) {
    return keys.of(row.record().type(), row.record().key(), row.record().newNumber());
  }

  private Draft draft(
      AppliedRow row, @Nullable StoredRecord record, List<AppliedRow.LinkOf> links) {
    DraftBase base =
        record == null ? null : new DraftBase(record.head(), record.attributes(), record.links());
    if (row.outcome() == PlannedChange.Kind.MISSING) {
      return Draft.withdrawn(
          row.rowNumber(),
          Objects.requireNonNull(base),
          new Intent.Withdrawal(order.note().reason(), null));
    }
    RecordDraft wish =
        new RecordDraft(
            row.record().type(),
            parent(row.above()),
            row.wish().placeWish(),
            row.wish().askedStage(),
            values(row),
            links.stream().map(this::link).toList());
    return new Draft(row.rowNumber(), keyOf(row), base, wish, intent(base));
  }

  /// What it says, with the keys of records that other rows make.
  private ObjectNode values(AppliedRow row) {
    Map<String, String> made =
        names.getOrDefault(row.rowNumber(), List.of()).stream()
            .collect(Collectors.toMap(AppliedRow.NameOf::name, this::key, (one, _) -> one));
    ObjectNode said = row.wish().values();
    return made.isEmpty()
        ? said
        : Attributes.renamed(
            door.schema().typeOf(row.record().type()), said, name -> made.getOrDefault(name, name));
  }

  private String key(AppliedRow.NameOf name) {
    AppliedRow.LinkOf.Row row = name.row();
    return row == null || row.targetType() == null
        ? name.name()
        : named(keys.of(row.targetType(), row.targetKey(), row.targetNumber()), name.name());
  }

  private String named(RecordKey key, @Nullable String name) {
    if (name != null) {
      made.put(key.toString(), name);
    }
    return key.toString();
  }

  /// What nobody makes is left by its name, for the rules to find.
  private @Nullable String parent(AppliedRow.@Nullable Above above) {
    if (above == null) {
      return null;
    }
    if (above.parent() != null) {
      return above.parent().toString();
    }
    return above.parentType() == null
        ? above.parentText()
        : named(
            keys.of(above.parentType(), above.parentKey(), above.parentNumber()),
            above.parentText());
  }

  private LinkDraft link(AppliedRow.LinkOf link) {
    return new LinkDraft(link.type(), target(link), null, link.note());
  }

  private String target(AppliedRow.LinkOf link) {
    if (link.target() != null) {
      return link.target().toString();
    }
    AppliedRow.LinkOf.Row row = link.row();
    return row == null || row.targetType() == null
        ? link.targetText()
        : named(keys.of(row.targetType(), row.targetKey(), row.targetNumber()), link.targetText());
  }

  /// A change is editorial where somebody says so and the workflow lets words keep their stage.
  private Intent intent(@Nullable DraftBase base) {
    if (base == null && order.takenOver() != null) {
      return new Intent.TakeOver(order.takenOver());
    }
    boolean editorial = order.editorial() && base != null && editorialKeeps(base.head());
    return new Intent.Edit(editorial, order.note().reason());
  }

  private boolean editorialKeeps(RecordHead head) {
    Workflow workflow = door.schema().workflow();
    return workflow.editorialKeeps(head.stage(), left.getOrDefault(head.key(), workflow.initial()));
  }

  /// As what a plan is applied.
  ///
  /// @param editorial whether new words mean the same, where the workflow lets them keep their
  ///     stage
  /// @param takenOver what is loaded into an empty catalogue, in words; else absent
  public record ApplyOrder(ChangeNote note, boolean editorial, @Nullable String takenOver) {}
}
