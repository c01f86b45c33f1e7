package org.seccatalogue.baseline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.Session;
import org.seccatalogue.revision.TableCopy;
import org.seccatalogue.trace.TracedLink;

/// Writes the records of one baseline with COPY, and counts and digests them on the way.
final class FrozenRows {

  private final Session database;
  private final PublishedStore store;
  private final int baseline;
  private final HashTree tree = new HashTree();
  private final SortedMap<String, Integer> types = new TreeMap<>();
  private final SortedMap<String, Integer> stages = new TreeMap<>();
  private final TableCopy contents;
  private final TableCopy entries;
  private final TableCopy links;
  private int records;
  private int linkCount;

  FrozenRows(Session database, PublishedStore store, int baseline) {
    this.database = database;
    this.store = store;
    this.baseline = baseline;
    contents =
        new TableCopy(
            store.table("content") + " (digest, type, title, content, attributes, facets)");
    entries =
        new TableCopy(
            store.table("entry")
                + " (baseline, key, type, revision, stage, parent, path, reference, title,"
                + " provisional, natural_order, digest)");
    links =
        new TableCopy(
            store.table("link")
                + " (baseline, source, type, target, target_revision, soundness, note)");
  }

  void write(List<FrozenRecord> batch) {
    Set<String> known =
        new HashSet<>(
            store.contents(batch.stream().map(r -> Digests.bytes(r.leaf().digest())).toList()));
    for (FrozenRecord record : batch) {
      count(record);
      if (known.add(record.leaf().digest())) {
        content(record);
      }
      entry(record);
      record.links().forEach(link -> link(record, link));
    }
    database.doWork(this::send);
  }

  private void count(FrozenRecord record) {
    records++;
    linkCount += record.links().size();
    types.merge(record.type().name(), 1, Integer::sum);
    stages.merge(record.leaf().stage(), 1, Integer::sum);
    tree.add(record.leaf());
  }

  private void content(FrozenRecord record) {
    contents
        .addBytes(Digests.bytes(record.leaf().digest()))
        .add(record.type().name())
        .add(record.title())
        .add(record.content())
        .add(record.attributes())
        .addTexts(Facets.of(record.type(), record.attributes()))
        .end();
  }

  private void entry(FrozenRecord record) {
    entries
        .add(baseline)
        .add(record.key())
        .add(record.type().name())
        .add(record.leaf().revision())
        .add(record.leaf().stage())
        .add(record.parent())
        .add(record.path())
        .add(record.reference())
        .add(record.title())
        .add(record.provisional())
        .add(NaturalOrder.of(record.name()))
        .addBytes(Digests.bytes(record.leaf().digest()))
        .end();
  }

  private void link(FrozenRecord record, TracedLink link) {
    links
        .add(baseline)
        .add(record.key())
        .add(link.type())
        .add(link.target().key())
        .add(link.targetRevision())
        .add(link.soundness())
        .add(link.note())
        .end();
  }

  private void send(Connection connection) throws SQLException {
    contents.send(connection);
    entries.send(connection);
    links.send(connection);
  }

  int baseline() {
    return baseline;
  }

  FrozenCounts counts() {
    return new FrozenCounts(tree.root(), records, linkCount, types, stages);
  }
}
