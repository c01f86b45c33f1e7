package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.DraftWriter;
import org.seccatalogue.revision.writing.DraftWriting;
import org.seccatalogue.revision.writing.RecordChange;
import org.seccatalogue.rules.CheckedDraft;
import org.seccatalogue.rules.CheckedLink;
import org.seccatalogue.rules.Draft;
import org.seccatalogue.rules.DraftBase;
import org.seccatalogue.rules.DraftRules;
import org.seccatalogue.rules.Intent;
import org.seccatalogue.rules.Target;
import org.seccatalogue.rules.Verdict;
import org.seccatalogue.schema.CatalogueSchema;

/// Judges and writes one record within a transaction.
@ApplicationScoped
class DraftSaving {

  private final CatalogueSchema schema;
  private final RecordRepository records;
  private final Records views;
  private final StoredRecords known;
  private final DraftWriter writer;

  DraftSaving(
      CatalogueSchema schema,
      RecordRepository records,
      Records views,
      StoredRecords known,
      DraftWriter writer) {
    this.schema = schema;
    this.records = records;
    this.views = views;
    this.known = known;
    this.writer = writer;
  }

  @Transactional
  SaveOutcome create(RecordDraft wish, Intent intent, ChangeNote note) {
    writer.hurry();
    return switch (judge(Draft.created(1, wish, intent))) {
      case Verdict.Faulty(List<Finding> findings) -> new SaveOutcome.Rejected(findings);
      case Verdict.Sound(CheckedDraft checked, List<Finding> warnings) -> {
        DraftWriting writing = writer.begin(note);
        String prefix = checked.type().prefix();
        RecordKey key = new RecordKey(prefix, writing.reserve(prefix, 1) + 1);
        write(writing, change(key, 0, checked));
        yield new SaveOutcome.Created(stored(key), warnings);
      }
    };
  }

  /// What becomes of the record that somebody has seen.
  ///
  /// @param draft what is asked for; absent: it stays where it is
  /// @param besides another record on which it depends, which is not to change meanwhile
  record Wish(
      @Nullable RecordDraft draft, @Nullable String besides, Function<DraftBase, Draft> of) {

    static Wish edit(RecordDraft draft, Intent intent) {
      return new Wish(draft, null, base -> Draft.changed(1, base, draft, intent));
    }

    /// To be withdrawn. Two records cannot replace each other.
    static Wish withdrawal(Intent.Withdrawal why) {
      return new Wish(null, why.replacement(), base -> Draft.withdrawn(1, base, why));
    }

    boolean movesFrom(List<String> parentNow) {
      return draft != null && !parentNow.contains(Objects.toString(draft.parent(), ""));
    }
  }

  @Transactional
  SaveOutcome save(
      RecordKey key, RecordVersion seen, @Nullable Revision base, Wish wish, ChangeNote note) {
    writer.hurry();
    if (wish.movesFrom(records.namesOfParent(key.toString()))) {
      writer.holdMoves();
    }
    String besides = wish.besides();
    if (besides != null) {
      known.hold(key, besides);
    }
    RecordEntity row = records.lock(key.toString()).orElse(null);
    if (row == null) {
      return new SaveOutcome.NotFound(key);
    }
    StoredRecord now = views.of(row);
    if (row.version != seen.version()) {
      return new SaveOutcome.Stale(base, null, now);
    }
    return switch (judge(
        wish.of().apply(new DraftBase(now.head(), now.attributes(), now.links())))) {
      case Verdict.Faulty(List<Finding> findings) -> new SaveOutcome.Rejected(findings);
      case Verdict.Sound sound -> saved(now, sound, note);
    };
  }

  private SaveOutcome saved(StoredRecord before, Verdict.Sound sound, ChangeNote note) {
    CheckedDraft checked = sound.draft();
    write(writer.begin(note), change(before.key(), before.version().revision(), checked));
    StoredRecord after = stored(before.key());
    if (after.version().equals(before.version())) {
      return new SaveOutcome.Unchanged(after);
    }
    return checked.renumbers() && isWhereItWas(before, after)
        ? new SaveOutcome.Renumbered(after, sound.warnings())
        : new SaveOutcome.Revised(after, sound.warnings());
  }

  /// Whether a record without new words has its stage and place still.
  private static boolean isWhereItWas(StoredRecord before, StoredRecord after) {
    return after.stage().equals(before.stage()) && after.head().path().equals(before.head().path());
  }

  private Verdict judge(Draft draft) {
    return new DraftRules(schema, known.forWriting(), _ -> "this record").judge(draft);
  }

  private static void write(DraftWriting writing, RecordChange change) {
    writing.write(List.of(change));
    writing.end();
  }

  private StoredRecord stored(RecordKey key) {
    return views.of(records.findById(key.toString()));
  }

  private static RecordChange change(RecordKey key, int revision, CheckedDraft checked) {
    return new RecordChange(
        key,
        checked.type(),
        checked.parent() == null ? null : head(checked.parent()).key(),
        checked.slot(),
        checked.attributes(),
        checked.links().stream().map(DraftSaving::link).toList(),
        revision,
        checked.course());
  }

  private static Link link(CheckedLink link) {
    RecordHead target = head(link.target());
    Integer revision = link.targetRevision();
    return new Link(
        link.type(), target.key(), revision == null ? target.revision() : revision, link.note());
  }

  /// The only draft of a sitting names nothing but records that there are.
  private static RecordHead head(Target target) {
    return switch (target) {
      case Target.Known(RecordHead head) -> head;
      case Target.Peer _, Target.Open _ ->
          throw new IllegalStateException("not a record yet: " + target);
    };
  }
}
