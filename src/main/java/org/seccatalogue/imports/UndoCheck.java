package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.plan.RowPlace;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.BulkSave;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;

/// Finds what others built on an import, and would lose when it is undone.
@ApplicationScoped
class UndoCheck {

  private static final int MOST = 1000;

  /// The import wrote one version of each record. What it made itself is no reason to keep it.
  private static final String BUILT_ON =
      """
      with own as (
        select row_number, sheet, sheet_row, key, outcome, base_version, base_revision, changed
        from import_change
        where import_id = :id and chosen and outcome in ('NEW', 'CHANGED', 'MISSING'))
      select sheet, sheet_row, key, found, expected from (
        select o.row_number, o.sheet, o.sheet_row, o.key, o.key || ' was changed since' as found,
          'the record as the import left it' as expected
        from own o join record r on r.key = o.key
        where r.version <> coalesce(o.base_version, 0) + 1
        union all
        select o.row_number, o.sheet, o.sheet_row, o.key, l.source || ' links to ' || o.key,
          'no link from elsewhere to a record that the import made'
        from own o join link l on l.target = o.key
        where o.outcome = 'NEW' and l.source not in (select key from own)
        union all
        select o.row_number, o.sheet, o.sheet_row, o.key, r.key || ' stands below ' || o.key,
          'no other record below one that the import made'
        from own o join record r on r.parent = o.key
        where o.outcome = 'NEW' and r.key not in (select key from own)
        union all
        select o.row_number, o.sheet, o.sheet_row, o.key, p.key || ' stands below ' || o.key,
          'the section where the record stood before, and not below it'
        from own o
        join record r on r.key = o.key
        join revision v on v.key = o.key and v.number = o.base_revision
        join record p on p.key = cast(v.content as jsonb) ->> 'parent'
        where o.outcome = 'CHANGED' and 'section' = any(o.changed)
          and p.path > r.path || '.' and p.path < r.path || '/'
          and p.key not in (select key from own)) reasons
      order by row_number, found limit :most
      """;

  private final BulkLookup lookup;
  private final Session database;

  UndoCheck(BulkLookup lookup, Session database) {
    this.lookup = lookup;
    this.database = database;
  }

  List<Finding> builtOn(long id) {
    return database
        .createNativeQuery(BUILT_ON, Object[].class)
        .setParameter("id", id)
        .setParameter("most", MOST)
        .getResultList()
        .stream()
        .map(
            row ->
                finding(
                    (String) row[0],
                    (Integer) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4]))
        .toList();
  }

  private static Finding finding(String sheet, int row, String key, String found, String expected) {
    return Finding.error(FindingCode.BUILT_ON, RowPlace.of(sheet, row, key), found, expected);
  }

  /// Values that only one record may have, and that another one was given since.
  List<Finding> taken(long id, List<ImportUndo.Restored> batch) {
    Map<String, Map<String, ImportUndo.Restored>> byType = new HashMap<>();
    for (ImportUndo.Restored row : batch) {
      objects(row.change())
          .forEach(
              object ->
                  byType
                      .computeIfAbsent(row.change().type().name(), _ -> new HashMap<>())
                      .put(object, row));
    }
    List<Finding> findings = new ArrayList<>();
    byType.forEach(
        (type, rows) ->
            lookup
                .containing(type, rows.keySet())
                .forEach((object, keys) -> taken(id, rows, object, keys, findings)));
    return findings;
  }

  private void taken(
      long id,
      Map<String, ImportUndo.Restored> rows,
      String object,
      List<RecordKey> keys,
      List<Finding> findings) {
    ImportUndo.Restored row = rows.get(object);
    if (row != null) {
      Set<String> others = new HashSet<>();
      keys.stream()
          .filter(key -> !key.equals(row.change().key()))
          .forEach(key -> others.add(key.toString()));
      others.removeAll(own(id, others));
      others.forEach(
          other ->
              findings.add(
                  finding(
                      row.sheet(),
                      row.row(),
                      row.change().key().toString(),
                      other + " has a value now that " + row.change().key() + " had",
                      "values that no other record has")));
    }
  }

  private List<String> own(long id, Set<String> keys) {
    return database
        .createNativeQuery(
            "select key from import_change where import_id = :id and key = any(:keys)",
            String.class)
        .setParameter("id", id)
        .setParameter("keys", keys.toArray(String[]::new))
        .getResultList();
  }

  private static Stream<String> objects(BulkSave.Change change) {
    return change.type().attributes().stream()
        .filter(attribute -> isUnique(change, attribute))
        .filter(attribute -> change.attributes().get(attribute.name()) != null)
        .map(a -> "{\"" + a.name() + "\":" + change.attributes().get(a.name()) + "}");
  }

  private static boolean isUnique(BulkSave.Change change, Attribute attribute) {
    return attribute.unique()
        || change.type().playing(AttributeRole.REFERENCE).filter(attribute::equals).isPresent();
  }
}
