package org.seccatalogue.baseline.freezing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.FrozenCounts;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.revision.selection.ChosenRecords.ChosenLink;
import org.seccatalogue.revision.selection.KnownContents;
import org.seccatalogue.revision.writing.TableCopy;

/// Writes the records of one baseline with COPY, and counts them on the way. Rows are
/// made by one thread and written by another, one batch after the other.
final class FrozenRows {

  /// Rows of some records, ready to be written.
  ///
  /// @param records how many there are up to the last of these
  /// @param words what the records say, one row for each digest
  /// @param learnt what was found out of the contents that were read
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Batch(
      int records,
      Map<String, byte[]> words,
      byte[] entries,
      byte[] links,
      List<KnownContents.Known> learnt) {}

  private final Session database;
  private final PublishedStore store;
  private final KnownContents known;
  private final int baseline;
  private final SortedMap<String, Integer> types = new TreeMap<>();
  private final SortedMap<String, Integer> stages = new TreeMap<>();
  private final Map<String, Map<String, Integer>> facets = new TreeMap<>();
  private final TableCopy contents;
  private final TableCopy entries;
  private final TableCopy links;
  private String tree = "";
  private int records;
  private int linkCount;
  private @Nullable String withdrawn;

  FrozenRows(Session database, PublishedStore store, KnownContents known) {
    this.database = database;
    this.store = store;
    this.known = known;
    this.baseline = store.nextNumber();
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

  /// Makes rows of records. Writes nothing: that is for another thread, while this one goes on.
  Batch made(List<FrozenRecord> batch) {
    Map<String, byte[]> words = new LinkedHashMap<>();
    for (FrozenRecord record : batch) {
      count(record);
      FrozenRecord.Words said = record.words();
      if (said != null) {
        content(record, said);
        words.put(record.leaf().digest(), contents.taken());
      }
      entry(record);
      record.links().forEach(link -> link(record, link));
    }
    return new Batch(records, words, entries.taken(), links.taken(), learnt(batch));
  }

  /// Writes rows that were made, and has it remembered what was found out of contents: whoever
  /// knows of a content later takes it that its words are published, so both come about or neither.
  void write(Batch batch) {
    Set<String> there = there(batch);
    List<byte[]> words =
        batch.words().entrySet().stream()
            .filter(said -> !there.contains(said.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    database.doWork(
        connection -> {
          contents.send(connection, words);
          entries.send(connection, List.of(batch.entries()));
          links.send(connection, List.of(batch.links()));
        });
    known.keep(batch.learnt());
  }

  private static List<KnownContents.Known> learnt(List<FrozenRecord> batch) {
    List<KnownContents.Known> learnt = new ArrayList<>();
    for (FrozenRecord record : batch) {
      KnownContents.Known one = record.learnt();
      if (one != null) {
        learnt.add(one);
      }
    }
    return learnt;
  }

  /// The words that are published already.
  private Set<String> there(Batch batch) {
    List<byte[]> asked = batch.words().keySet().stream().map(Digests::bytes).toList();
    return asked.isEmpty() ? Set.of() : Set.copyOf(store.contents(asked));
  }

  private void count(FrozenRecord record) {
    records++;
    linkCount += record.links().size();
    types.merge(record.type(), 1, Integer::sum);
    stages.merge(record.leaf().stage(), 1, Integer::sum);
    Map<String, Integer> its = facets.computeIfAbsent(record.type(), _ -> new TreeMap<>());
    record.facets().forEach(facet -> its.merge(facet, 1, Integer::sum));
    its.merge("stage=" + record.leaf().stage(), 1, Integer::sum);
    its.merge("type=" + record.type(), 1, Integer::sum);
  }

  private void content(FrozenRecord record, FrozenRecord.Words words) {
    contents
        .addBytes(Digests.bytes(record.leaf().digest()))
        .add(record.type())
        .add(record.shown().title())
        .add(words.content())
        .add(words.said())
        .addTexts(record.facets())
        .end();
  }

  private void entry(FrozenRecord record) {
    entries
        .add(baseline)
        .add(record.key())
        .add(record.type())
        .add(record.leaf().revision())
        .add(record.leaf().stage())
        .add(record.place().parent())
        .add(record.place().path())
        .add(record.shown().reference())
        .add(record.shown().title())
        .add(record.provisional())
        .add(NaturalOrder.of(record.name()))
        .addBytes(Digests.bytes(record.leaf().digest()))
        .end();
  }

  private void link(FrozenRecord record, ChosenLink link) {
    links
        .add(baseline)
        .add(record.key())
        .add(link.type())
        .add(link.target())
        .add(link.revision())
        .add(link.soundness())
        .add(link.note())
        .end();
  }

  void writeWithdrawn(List<WithdrawnRecord> records) {
    TableCopy rows =
        new TableCopy(store.table("withdrawn_record") + " (baseline, key, reason, replacement)");
    for (WithdrawnRecord record : records) {
      rows.add(baseline).add(record.key()).add(record.reason()).add(record.replacement()).end();
    }
    database.doWork(rows::send);
    withdrawn = WithdrawnRecord.digest(WithdrawnRecord.text(records));
  }

  /// Writes how many records have each facet, once all are there.
  void countFacets() {
    TableCopy rows = new TableCopy(store.table("facet") + " (baseline, type, facet, records)");
    facets.forEach(
        (type, counts) ->
            counts.forEach(
                (facet, count) -> rows.add(baseline).add(type).add(facet).add(count).end()));
    database.doWork(rows::send);
  }

  int baseline() {
    return baseline;
  }

  /// All rows of records are written.
  ///
  /// @param root of their hash tree, 64 hexadecimal digits
  void ended(String root) {
    tree = root;
  }

  FrozenCounts counts() {
    return new FrozenCounts(tree, records, linkCount, types, stages, withdrawn);
  }
}
