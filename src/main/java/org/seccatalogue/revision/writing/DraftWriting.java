package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// One act of writing within one transaction, batch by batch.
public final class DraftWriting {

  private static final Query<Integer> RESERVE =
      Query.of(
          Integer.class,
          "insert into key_counter as c values (:prefix, :count) on conflict (prefix)"
              + " do update set last = c.last + :count returning last");
  private static final Command KEEP =
      Command.of(
          "insert into key_counter as c values (:prefix, :number) on conflict (prefix)"
              + " do update set last = greatest(c.last, :number)");
  private static final Command SETTLE = Command.of("call settle_records()");

  private final Session database;
  private final WrittenBy by;
  private final OutlineWriter outline;
  private final Sections sections;
  private final List<RecordType> counted;
  private final List<RecordChange> postponed = new ArrayList<>();

  /// Records of which the version was counted up for another number already.
  private final Set<RecordKey> renumbered = new HashSet<>();

  DraftWriting(Session database, CatalogueSchema schema, WrittenBy by) {
    this.database = database;
    this.by = by;
    this.outline = new OutlineWriter(by);
    this.sections = new Sections(schema.workflow(), by);
    this.counted = schema.types().stream().filter(type -> type.kind().makesTheOutline()).toList();
  }

  /// Who writes, why and when.
  public WrittenBy by() {
    return by;
  }

  /// Reserves `count` numbers of a prefix. Writers of the same prefix wait for each other, so
  /// that a number that was rolled back is given again and none is lost.
  ///
  /// @return the last number that was given before them
  public int reserve(String prefix, int count) {
    return RESERVE.with("prefix", prefix).with("count", count).only(database) - count;
  }

  /// Makes sure that a number which somebody else gave is never given again.
  public void keep(String prefix, int number) {
    KEEP.with("prefix", prefix).with("number", number).run(database);
  }

  /// Writes a batch. The parent of a new record must have been written before, or stand before it
  /// in the batch. Entities that were read before are forgotten.
  public void write(List<RecordChange> changes) {
    database.flush();
    database.doWork(connection -> write(connection, changes));
    database.clear();
  }

  private void write(Connection connection, List<RecordChange> changes) throws SQLException {
    List<RecordChange> fresh = changes.stream().filter(RecordChange::isNew).toList();
    List<RecordChange> older = changes.stream().filter(change -> !change.isNew()).toList();
    RecordRows rows = new RecordRows(connection, by);
    rows.insert(fresh, outline);
    sections.entered(fresh);
    sections.broughtBack(older);
    Map<String, Standing> standing = Standing.of(connection, older);
    List<RecordChange> moved = move(connection, older, standing);
    sections.entered(moved);
    List<RecordChange> reworded = older.stream().filter(RecordChange::makesRevision).toList();
    ReferenceRows references = new ReferenceRows(connection, by);
    Map<RecordChange, String> otherwise =
        references.otherwise(older.stream().filter(change -> !change.makesRevision()).toList());
    List<RecordChange> named =
        Stream.concat(reworded.stream(), otherwise.keySet().stream()).toList();
    NamesAbove above = NamesAbove.of(connection, named);
    references.reworded(reworded, above);
    rows.update(reworded, above);
    renumber(references, otherwise, above);
    follow(connection, Stream.concat(moved.stream(), named.stream()).toList());
    rows.touch(
        Stream.concat(
                older.stream().filter(c -> !c.makesRevision() && !c.course().steps().isEmpty()),
                moved.stream().filter(c -> c.course().equals(StageCourse.STAYS)))
            .toList(),
        otherwise.keySet());
    HistoryRows history = new HistoryRows(connection, by);
    history.revisions(changes.stream().filter(RecordChange::makesRevision).toList());
    history.steps(changes);
    new LinkRows(connection).replace(changes.stream().filter(RecordChange::makesRevision).toList());
  }

  /// Another number alone is no new words.
  private void renumber(
      ReferenceRows references, Map<RecordChange, String> otherwise, NamesAbove above)
      throws SQLException {
    List<Renumbered> changes = new ArrayList<>();
    otherwise.forEach(
        (change, before) -> {
          String to = Objects.requireNonNullElse(above.reference(change), "");
          changes.add(new Renumbered(change.key(), change.type(), before, to));
          renumbered.add(change.key());
        });
    if (!changes.isEmpty()) {
      references.write(changes);
    }
  }

  /// Paths follow the records that moved, or are called otherwise.
  private void follow(Connection connection, List<RecordChange> changes) throws SQLException {
    List<String> keys =
        changes.stream()
            .filter(change -> change.type().playing(AttributeRole.REFERENCE).isPresent())
            .map(change -> change.key().toString())
            .distinct()
            .toList();
    if (!keys.isEmpty()) {
      new PathRows(connection, by, counted).follow(keys);
      outline.forgetNames();
    }
  }

  /// Gives records other references, also those of each other. Their words, links and stages stay
  /// as they are. Entities that were read before are forgotten.
  public void renumber(List<Renumbered> changes) {
    if (!changes.isEmpty()) {
      database.flush();
      database.doWork(connection -> renumber(connection, changes));
      database.clear();
    }
  }

  /// Has records give up references that others had before them, and that lead to these again.
  /// Entities that were read before are forgotten.
  public void giveBack(List<Renumbered> changes) {
    if (!changes.isEmpty()) {
      database.flush();
      database.doWork(connection -> giveBack(connection, changes));
      database.clear();
    }
  }

  private void giveBack(Connection connection, List<Renumbered> changes) throws SQLException {
    new ReferenceRows(connection, by).giveBack(changes);
    followRenumbered(connection, changes);
  }

  /// Tells which references records had before they came to this catalogue: events of their history
  /// alone.
  public void tellFormer(List<Renumbered> changes) {
    database.doWork(connection -> new ReferenceRows(connection, by).tellFormer(changes));
  }

  private void renumber(Connection connection, List<Renumbered> changes) throws SQLException {
    new ReferenceRows(connection, by).write(changes);
    followRenumbered(connection, changes);
  }

  private void followRenumbered(Connection connection, List<Renumbered> changes)
      throws SQLException {
    new PathRows(connection, by, counted)
        .follow(changes.stream().map(change -> change.key().toString()).toList());
  }

  /// Moves records in an order in which none is put below itself on the way. What cannot be moved
  /// yet waits for later batches.
  private List<RecordChange> move(
      Connection connection, List<RecordChange> changes, Map<String, Standing> standing)
      throws SQLException {
    changes.stream()
        .filter(change -> Standing.isLeft(standing.get(change.key().toString()), change))
        .forEach(postponed::add);
    List<RecordChange> moved = new ArrayList<>();
    int waiting;
    do {
      waiting = postponed.size();
      List<RecordChange> again = new ArrayList<>();
      for (RecordChange change : postponed) {
        switch (outline.move(connection, change)) {
          case DONE -> moved.add(change);
          case NOTHING -> {}
          case BELOW_ITSELF -> again.add(change);
        }
      }
      postponed.clear();
      postponed.addAll(again);
    } while (!postponed.isEmpty() && postponed.size() < waiting);
    return moved;
  }

  /// Ends the act: now that all is written, records are put where they are to stand among others.
  ///
  /// @return the keys of those that stood there already
  /// @throws OutlineRing when records would come to stand below themselves
  /// @throws SectionAtEnd when one would stand below what somebody else has just brought to an end
  /// @throws SiblingLeft when one beside which another is to stand is no longer there
  public List<RecordKey> end() {
    if (!postponed.isEmpty()) {
      throw new OutlineRing(postponed.getFirst().key());
    }
    database.doWork(sections::check);
    if (!outline.hasWishes()) {
      return List.of();
    }
    database.flush();
    List<RecordKey> stayed = database.doReturningWork(this::order);
    database.clear();
    return stayed;
  }

  private List<RecordKey> order(Connection connection) throws SQLException {
    OutlineWriter.Order order = outline.order(connection);
    new RecordRows(connection, by)
        .touch(
            order.moved().stream()
                .filter(c -> c.course().equals(StageCourse.STAYS))
                .filter(c -> !renumbered.contains(c.key()))
                .toList(),
            Set.of());
    return order.stayed().stream().map(RecordChange::key).toList();
  }

  /// Makes the store ready to be searched after many changes.
  public void refreshStatistics() {
    SETTLE.run(database);
  }
}
