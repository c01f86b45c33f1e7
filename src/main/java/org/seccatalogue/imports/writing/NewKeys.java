package org.seccatalogue.imports.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.DraftWriting;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// The keys that the new records of an import are given when it is applied.
final class NewKeys {

  /// New records that are left out get no number.
  private static final Command NUMBER_CHOSEN =
      Command.of(
          """
          update import_change c set new_number = n.number
          from (
            select row_number, case when chosen then
              row_number() over (partition by type, chosen order by new_number) end as number
            from import_change where import_id = :id and new_number is not null) n
          where c.import_id = :id and c.row_number = n.row_number
            and c.new_number is distinct from n.number
          """);

  private record Count(String type, int number) {}

  private static final Query<Count> WITHOUT_KEYS =
      Query.of(
          Count.class,
          """
          select type, max(new_number) as number from import_change
          where import_id = :id and new_number is not null group by type order by type
          """);

  private static final Query<Count> WITH_KEYS =
      Query.of(
          Count.class,
          """
          select key_prefix(key) as type, max(key_number(key)) as number from import_change
          where import_id = :id and outcome = 'NEW' and key is not null and chosen
          group by 1 order by 1
          """);

  private static final Command NAME =
      Command.of(
          """
          update import_change set key = key_of(:prefix, :base + new_number)
          where import_id = :id and type = :type and new_number is not null
          """);

  private final long importId;
  private final CatalogueSchema schema;
  private final Session database;

  /// For each type the last number that was given before its new records get theirs.
  private final Map<String, Integer> bases = new HashMap<>();

  NewKeys(long importId, CatalogueSchema schema, Session database) {
    this.importId = importId;
    this.schema = schema;
    this.database = database;
  }

  void reserve(DraftWriting writing) {
    NUMBER_CHOSEN.with("id", importId).run(database);
    for (Count each : WITHOUT_KEYS.with("id", importId).list(database)) {
      bases.put(each.type(), writing.reserve(schema.typeOf(each.type()).prefix(), each.number()));
    }
    WITH_KEYS
        .with("id", importId)
        .list(database)
        .forEach(each -> writing.keep(each.type(), each.number()));
  }

  /// The key of a record, which it has or is given.
  ///
  /// @param newNumber which of the new records of its type it is
  RecordKey of(String type, @Nullable RecordKey key, @Nullable Integer newNumber) {
    return key != null
        ? key
        : new RecordKey(
            schema.typeOf(type).prefix(),
            bases.getOrDefault(type, 0) + Objects.requireNonNull(newNumber));
  }

  /// Says in the plan which keys its new records were given.
  void note() {
    bases.forEach(
        (type, base) ->
            NAME.with("prefix", schema.typeOf(type).prefix())
                .with("base", base)
                .with("id", importId)
                .with("type", type)
                .run(database));
  }
}
