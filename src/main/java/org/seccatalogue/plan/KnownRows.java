package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.proposal.RowPrint;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.sql.Query;

/// Rows that earlier imports read. A row with the same digest says what its record says, without
/// being read, as long as the record has the version that it had then, all names in the row still
/// stand for the same records, and, where it was found by its title, no other one has that.
final class KnownRows {

  /// A row, and the record that says the same.
  record Known(String print, List<String> named, Standing record) {}

  /// A record without its words.
  record Standing(
      RecordKey key,
      String title,
      @Nullable String reference,
      @Nullable RecordKey parent,
      String stage,
      int revision,
      long version) {

    static Standing of(StoredRecord record) {
      RecordHead head = record.head();
      return new Standing(
          head.key(),
          head.title(),
          head.reference(),
          head.parent(),
          head.stage(),
          head.revision(),
          record.version().version());
    }
  }

  /// Those of imports that were not applied count only where they changed nothing.
  /// Without the offsets the database may walk through newer rows in the hope to find one soon.
  private static final Query<Known> KNOWN =
      Query.of(
          Known.class,
          """
          select encode(p.print, 'hex') as print, f.named, f.key, f.title, f.reference, f.parent,
            f.stage, f.revision, f.version
          from unnest(cast(:prints as bytea[])) p (print)
          cross join lateral (
            select c.named, s.key, s.title, s.reference, s.parent, s.stage, s.revision, s.version
            from (
              select import_id, key, named, outcome, base_version, chosen, asked_stage, by_title
              from import_change where print = p.print offset 0) c
            cross join lateral record_standing(c.key) s
            where ((c.outcome = 'SAME' and s.version = c.base_version)
                or (c.outcome in ('NEW', 'CHANGED') and c.chosen
                  and s.version = coalesce(c.base_version, 0) + 1
                  and (c.asked_stage is null or c.asked_stage = s.stage)
                  and exists (select from applied_import(c.import_id))))
              and not (c.by_title and (s.stage = :withdrawn or exists (
                select from (
                  select key, stage from records_titled(s.type, s.title) offset 0) o
                where o.key <> s.key and o.stage <> :withdrawn)))
            order by c.import_id desc limit 1) f
          """);

  private final Catalogue catalogue;

  /// For each name that was looked at, the key of its record; empty where it has none.
  private final Map<String, String> names = new HashMap<>();

  KnownRows(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The known ones of some rows, by their digests.
  Map<String, Known> among(List<RowPrint> rows) {
    Query<Known> asked =
        KNOWN
            .with("prints", bytes(rows))
            .with("withdrawn", catalogue.schema().workflow().withdrawn());
    List<Known> found = catalogue.database().doReturningWork(asked::list);
    lookUp(found);
    Map<String, Known> known = new HashMap<>();
    found.stream().filter(this::isNamedAlike).forEach(row -> known.put(row.print(), row));
    return known;
  }

  private static byte[][] bytes(List<RowPrint> rows) {
    return rows.stream()
        .map(RowPrint::digest)
        .distinct()
        .map(HexFormat.of()::parseHex)
        .toArray(byte[][]::new);
  }

  private void lookUp(Collection<Known> rows) {
    Set<String> unseen = new HashSet<>();
    for (Known row : rows) {
      for (int i = 0; i < row.named().size(); i += 2) {
        unseen.add(row.named().get(i));
      }
    }
    unseen.removeAll(names.keySet());
    Map<String, RecordHead> heads = catalogue.lookup().named(new ArrayList<>(unseen));
    unseen.forEach(
        name -> names.put(name, heads.containsKey(name) ? heads.get(name).key().toString() : ""));
  }

  private boolean isNamedAlike(Known row) {
    for (int i = 0; i < row.named().size(); i += 2) {
      if (!row.named().get(i + 1).equals(names.get(row.named().get(i)))) {
        return false;
      }
    }
    return true;
  }
}
