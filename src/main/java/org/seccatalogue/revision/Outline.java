package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.sql.Query;

/// The one tree that all records stand in.
@ApplicationScoped
public class Outline {

  private static final Query<Long> SIZE =
      Query.of(Long.class, "select count(*) from (select 1 from record limit 10000) counted");

  private final CatalogueSchema schema;
  private final RecordRepository rows;
  private final Records records;
  private final StoredRecords known;
  private final Session database;

  Outline(
      CatalogueSchema schema,
      RecordRepository rows,
      Records records,
      StoredRecords known,
      Session database) {
    this.schema = schema;
    this.known = known;
    this.rows = rows;
    this.records = records;
    this.database = database;
  }

  /// A heading or clause.
  ///
  /// @param depth 0 for the parts of the code
  public record Entry(RecordHead head, int depth) {}

  /// All headings and clauses, each before those below it.
  @Transactional
  public List<Entry> headings() {
    List<String> types =
        Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
            .flatMap(kind -> schema.namesOf(kind).stream())
            .toList();
    Query<RecordHead> asked =
        records.heads("where r.type = any(:types) order by r.path").with("types", types);
    return database.doReturningWork(asked::list).stream()
        .map(head -> new Entry(head, depth(head.path())))
        .toList();
  }

  /// The headings and clauses directly below a record: the headings first, each in their order.
  @Transactional
  public List<RecordHead> headingsBelow(RecordKey key) {
    return Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
        .map(schema::namesOf)
        .flatMap(types -> below(key, types).stream())
        .toList();
  }

  private List<RecordHead> below(RecordKey key, List<String> types) {
    Query<RecordHead> asked =
        records
            .heads("where r.parent = :parent and r.type = any(:types) order by r.path")
            .with("parent", key.toString())
            .with("types", types);
    return database.doReturningWork(asked::list);
  }

  /// The records above one, from the root down to its parent. It ends on a damaged outline too.
  @Transactional
  public List<RecordHead> above(RecordKey key) {
    List<String> above =
        known.above(List.of(key)).getOrDefault(key, List.of()).stream()
            .map(RecordKey::toString)
            .toList();
    return rows.all(above).stream()
        .sorted(Comparator.comparingInt(row -> -above.indexOf(row.key)))
        .map(records::head)
        .toList();
  }

  /// How many records there are, estimated by the database when there are many.
  @Transactional
  public long size() {
    return SIZE.only(database);
  }

  private static int depth(String path) {
    return path.length() / 9;
  }
}
