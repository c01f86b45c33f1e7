package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// The public face of the drafting store: records, one at a time, and their history.
@ApplicationScoped
public class Revisions {

  private final CatalogueSchema schema;
  private final RecordRepository records;
  private final RevisionRepository revisions;
  private final LinkRepository links;
  private final DraftCheck check;
  private final Placement placement;
  private final Keys keys;
  private final Records views;
  private final Session database;
  private final Clock clock;

  Revisions(
      CatalogueSchema schema,
      RecordRepository records,
      RevisionRepository revisions,
      LinkRepository links,
      DraftCheck check,
      Placement placement,
      Keys keys,
      Records views,
      Session database,
      Clock clock) {
    this.schema = schema;
    this.records = records;
    this.revisions = revisions;
    this.links = links;
    this.check = check;
    this.placement = placement;
    this.keys = keys;
    this.views = views;
    this.database = database;
    this.clock = clock;
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
  @Transactional
  public SaveOutcome create(RecordDraft draft, ChangeNote note) {
    List<Finding> findings = new ArrayList<>();
    DraftCheck.Checked checked = check.check(draft, null, List.of(), findings).orElse(null);
    if (checked == null) {
      return new SaveOutcome.Rejected(findings);
    }
    RecordEntity row = new RecordEntity();
    row.key = keys.next(checked.type().prefix()).toString();
    row.type = checked.type().name();
    place(row, checked);
    row.revision = 1;
    row.version = 1;
    fill(row, checked);
    records.persist(row);
    addRevision(row, checked, note);
    replaceLinks(row, checked.links());
    return new SaveOutcome.Created(views.of(row));
  }

  /// Saves what somebody made of the state `seen` of a record.
  @Transactional
  public SaveOutcome save(RecordKey key, RecordVersion seen, RecordDraft draft, ChangeNote note) {
    RecordEntity row = records.lock(key.toString()).orElse(null);
    if (row == null) {
      return new SaveOutcome.NotFound(key);
    }
    if (row.version != seen.version()) {
      return new SaveOutcome.Stale(at(key, seen.revision()).orElse(null), views.of(row));
    }
    List<Link> current = links.from(row.key).stream().map(LinkEntity::link).toList();
    List<Finding> findings = new ArrayList<>();
    DraftCheck.Checked checked = check.check(draft, row, current, findings).orElse(null);
    return checked == null ? new SaveOutcome.Rejected(findings) : change(row, draft, checked, note);
  }

  /// Withdraws a record: it stays, with its key and its history, and is no longer binding.
  @Transactional
  public SaveOutcome withdraw(RecordKey key, RecordVersion seen, ChangeNote note) {
    StoredRecord record = find(key).orElse(null);
    if (record == null) {
      return new SaveOutcome.NotFound(key);
    }
    return save(key, seen, again(record, schema.workflow().withdrawn()), note);
  }

  /// A draft that says what the record says, at another stage.
  private static RecordDraft again(StoredRecord record, String stage) {
    return new RecordDraft(
        record.type().name(),
        record.parent() == null ? null : record.parent().toString(),
        null,
        stage,
        record.attributes().json(),
        record.links().stream()
            .map(l -> new LinkDraft(l.type(), l.target().toString(), l.targetRevision(), l.note()))
            .toList());
  }

  private SaveOutcome change(
      RecordEntity row, RecordDraft draft, DraftCheck.Checked checked, ChangeNote note) {
    String parent = checked.parent() == null ? null : checked.parent().key;
    boolean moves = !Objects.equals(row.parent, parent) || draft.after() != null;
    boolean sameContent =
        Arrays.equals(Content.digest(content(checked).canonical()), currentDigest(row));
    boolean sameStage = row.stage.equals(checked.stage());
    if (sameContent && sameStage && !moves) {
      return new SaveOutcome.Unchanged(views.of(row));
    }
    if (moves) {
      String oldPath = row.path;
      place(row, checked);
      placement.moveBelow(oldPath, row.path);
    }
    if (!sameStage) {
      recordMove(row, checked.stage(), note);
    }
    row.version++;
    if (!sameContent) {
      row.revision++;
      fill(row, checked);
      addRevision(row, checked, note);
      replaceLinks(row, checked.links());
    }
    row.stage = checked.stage();
    row.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    records.flush();
    return new SaveOutcome.Revised(views.of(row));
  }

  private byte[] currentDigest(RecordEntity row) {
    return revisions.findById(new RevisionEntity.Id_(row.key, row.revision)).digest;
  }

  private void place(RecordEntity row, DraftCheck.Checked checked) {
    RecordEntity after = checked.after();
    Placement.Position place =
        after == null
            ? placement.last(checked.parent())
            : placement.after(checked.parent(), after.key);
    if (database.contains(row)) {
      database.refresh(row);
    }
    row.parent = checked.parent() == null ? null : checked.parent().key;
    row.position = place.position();
    row.path = place.path();
  }

  private void fill(RecordEntity row, DraftCheck.Checked checked) {
    row.stage = checked.stage();
    row.title = checked.attributes().text(checked.type(), AttributeRole.TITLE).orElse(row.key);
    row.reference = checked.attributes().text(checked.type(), AttributeRole.REFERENCE).orElse(null);
    row.attributes = checked.attributes().text();
    row.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Content content(DraftCheck.Checked checked) {
    RecordEntity parent = checked.parent();
    return new Content(
        checked.type().name(),
        parent == null ? null : RecordKey.of(parent.key),
        checked.attributes(),
        checked.links());
  }

  private void addRevision(RecordEntity row, DraftCheck.Checked checked, ChangeNote note) {
    RevisionEntity revision = new RevisionEntity();
    revision.key = row.key;
    revision.number = row.revision;
    revision.stage = checked.stage();
    revision.content = content(checked).canonical();
    revision.digest = Content.digest(revision.content);
    revision.madeAt = row.changedAt;
    revision.madeBy = note.author();
    revision.note = note.reason();
    revisions.persist(revision);
  }

  private void replaceLinks(RecordEntity row, List<Link> wanted) {
    links.from(row.key).forEach(database::detach);
    links.delete("source", row.key);
    wanted.forEach(link -> links.persist(LinkEntity.of(RecordKey.of(row.key), link)));
    records.flush();
  }

  private void recordMove(RecordEntity row, String stage, ChangeNote note) {
    database
        .createNativeMutationQuery(
            "insert into stage_move"
                + " (key, revision, from_stage, to_stage, moved_at, moved_by, note)"
                + " values (:key, :revision, :from, :to, :at, :by, :note)")
        .setParameter("key", row.key)
        .setParameter("revision", row.revision)
        .setParameter("from", row.stage)
        .setParameter("to", stage)
        .setParameter("at", clock.instant())
        .setParameter("by", note.author())
        .setParameter("note", text(note.reason()))
        .executeUpdate();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
