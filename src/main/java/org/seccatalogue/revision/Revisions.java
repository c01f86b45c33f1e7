package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.Refusal;
import org.seccatalogue.rules.Intent;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.sql.Query;

/// The public face of the drafting store: records, one at a time, and their history.
@ApplicationScoped
public class Revisions {

  /// What a record was called by the version that somebody saw, where it is called otherwise since.
  private static final Query<String> CALLED_THEN =
      Query.of(
          String.class,
          """
          select from_reference from reference_change
          where key = :key and version > :version order by version limit 1
          """);

  private final RecordRepository records;
  private final RevisionRepository revisions;
  private final Records views;
  private final DraftSaving saving;
  private final Session database;

  Revisions(
      RecordRepository records,
      RevisionRepository revisions,
      Records views,
      DraftSaving saving,
      Session database) {
    this.records = records;
    this.revisions = revisions;
    this.views = views;
    this.saving = saving;
    this.database = database;
  }

  /// The current state of a record.
  @Transactional
  public Optional<StoredRecord> find(RecordKey key) {
    return records.findByIdOptional(key.toString()).map(views::of);
  }

  /// The record that people mean by a key or a reference.
  @Transactional
  public Optional<StoredRecord> named(String keyOrReference) {
    return records.named(keyOrReference).map(views::of);
  }

  /// The newest `limit` revisions older than number `before`, newest first.
  @Transactional
  public List<Revision> history(RecordKey key, int before, int limit) {
    return revisions.history(key.toString(), before, limit).stream()
        .map(Records::revision)
        .toList();
  }

  /// One revision of a record.
  @Transactional
  public Optional<Revision> at(RecordKey key, int number) {
    return revisions
        .findByIdOptional(new RevisionEntity.Id_(key.toString(), number))
        .map(Records::revision);
  }

  /// Makes a new record.
  public SaveOutcome create(RecordDraft draft, ChangeNote note) {
    return create(draft, false, note);
  }

  /// The same for whoever may say that it is editorial, which no new record is.
  public SaveOutcome create(RecordDraft draft, boolean editorial, ChangeNote note) {
    Intent edit = new Intent.Edit(editorial, note.reason());
    return answered(() -> saving.create(draft, edit, note));
  }

  /// Saves what somebody made of the state `seen` of a record.
  public SaveOutcome save(RecordKey key, RecordVersion seen, RecordDraft draft, ChangeNote note) {
    return save(key, seen, draft, false, note);
  }

  /// The same, where the change may be editorial: the words mean the same.
  public SaveOutcome save(
      RecordKey key, RecordVersion seen, RecordDraft draft, boolean editorial, ChangeNote note) {
    Intent edit = new Intent.Edit(editorial, note.reason());
    return save(key, seen, DraftSaving.Wish.edit(draft, edit), note);
  }

  /// Withdraws a record: it stays, with its key and its history, and is no longer binding.
  public SaveOutcome withdraw(RecordKey key, RecordVersion seen, ChangeNote note) {
    return withdraw(key, seen, null, note);
  }

  /// The same, where another record may take its place.
  ///
  /// @param replacement key or reference of that record
  public SaveOutcome withdraw(
      RecordKey key, RecordVersion seen, @Nullable String replacement, ChangeNote note) {
    Intent.Withdrawal why = new Intent.Withdrawal(note.reason(), replacement);
    return save(key, seen, DraftSaving.Wish.withdrawal(why), note);
  }

  private SaveOutcome save(
      RecordKey key, RecordVersion seen, DraftSaving.Wish wish, ChangeNote note) {
    return answered(
        () -> {
          Revision base = at(key, seen.revision()).orElse(null);
          SaveOutcome outcome = saving.save(key, seen, base, wish, note);
          return outcome instanceof SaveOutcome.Stale stale ? numbered(stale, seen) : outcome;
        });
  }

  /// Says which number the record had when it was looked at: its revision may have been written
  /// under another one.
  private SaveOutcome numbered(SaveOutcome.Stale stale, RecordVersion seen) {
    StoredRecord now = stale.current();
    Optional<String> present = now.attributes().text(now.type(), AttributeRole.REFERENCE);
    String number =
        calledThen(now.key(), seen)
            .map(then -> now.type().kind().makesTheOutline() ? Numbering.last(then) : then)
            .or(() -> present)
            .orElse("");
    return new SaveOutcome.Stale(stale.base(), number, now);
  }

  @Transactional
  Optional<String> calledThen(RecordKey key, RecordVersion seen) {
    return CALLED_THEN.with("key", key.toString()).with("version", seen.version()).first(database);
  }

  /// What the database refuses becomes an answer, when the transaction is over.
  private static SaveOutcome answered(Supplier<SaveOutcome> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return Refusal.of(failure)
          .<SaveOutcome>map(finding -> new SaveOutcome.Rejected(List.of(finding)))
          .orElseThrow(() -> failure);
    }
  }
}
