package org.seccatalogue.revision.selection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;
import org.seccatalogue.trace.Soundness;

/// Reads the records that [BaselineSelection] chose, as they are in the draft.
@ApplicationScoped
public class ChosenRecords {

  private static final Query<ChosenLink> LINKS =
      Query.of(
          ChosenLink.class,
          """
          select l.source, l.type, l.target, coalesce(t.reference, t.key) as name,
            l.target_revision as revision, l.note, case
              when t.stage = :withdrawn then 'BROKEN'
              when l.target_revision = t.revision then 'SOUND'
              when (select digest from revision where key = t.key and number = t.revision)
                is distinct from
                (select digest from revision where key = t.key and number = l.target_revision)
                then 'SUSPECT'
              else 'SOUND' end as soundness
          from link l
          join record t on t.key = l.target
          where l.source = any (:sources) order by l.source, l.type, l.target
          """);

  private static final Query<Words> CONTENTS =
      Query.of(
          Words.class,
          """
          select v.key, v.content from revision v
          join unnest(cast(:keys as text[]), cast(:numbers as integer[])) as asked (key, number)
            on v.key = asked.key and v.number = asked.number
          """);

  /// All rows of a cursor are wanted, and not the first ones soon.
  private static final Command ALL = Command.of("set local cursor_tuple_fraction = 1");

  private record Words(String key, String content) {}

  private record Row(
      String key,
      String type,
      String stage,
      int revision,
      String path,
      @Nullable String reference,
      String title,
      Wording wording) {}

  /// @param reached whether the words are those of the stage
  /// @param found what is known of the words
  private record Wording(String digest, boolean reached, @Nullable Found found) {}

  private record Found(
      List<String> refers,
      List<String> mentions,
      @Nullable String judged,
      String published,
      List<String> facets) {}

  private final CatalogueSchema schema;
  private final Session database;

  ChosenRecords(CatalogueSchema schema, Session database) {
    this.schema = schema;
    this.database = database;
  }

  /// A stage of a record.
  ///
  /// @param code of the stage that the record has
  /// @param reached code of the one that its present words reached: another one only where they
  ///     were changed at that stage, which earlier versions let pass
  public record Stage(String code, String reached) {}

  /// A record as it is in the draft, without its words.
  ///
  /// @param digest of the canonical form of its current revision
  public record Chosen(
      String key,
      RecordType type,
      Stage stage,
      int revision,
      String path,
      @Nullable String reference,
      String title,
      String digest) {}

  /// A chosen record with what is known of its words, if anything is.
  public record WithKnown(Chosen record, KnownContents.@Nullable Known known) {}

  /// A link of a chosen record.
  ///
  /// @param name of the target, for people
  public record ChosenLink(
      String source,
      String type,
      String target,
      String name,
      int revision,
      @Nullable String note,
      Soundness soundness) {}

  /// Begins to give the chosen records, in the order of the outline.
  public void open() {
    ALL.run(database);
    Command.of(inOrder()).run(database);
  }

  /// Declares the cursor that gives the chosen records in the order of the outline.
  ///
  /// Words are those of a stage when none but editorial changes were made since the record came to
  /// it, by a move or in the beginning. There are stages at which new words stay.
  ///
  /// The places alone are sorted: what else there is of a record is looked up for one after the
  /// other, while those before are worked on.
  private String inOrder() {
    return """
    declare chosen_in_order no scroll cursor for
    select r.key, r.type, r.stage, r.revision, r.path, r.reference, r.title,
      encode(v.digest, 'hex') as digest, r.revision = 1 or r.stage in (%s) or not exists (
        select from revision w where w.key = r.key and w.number <= r.revision
          and w.making = 'EDIT' and w.number > coalesce((
            select m.revision from stage_move m where m.key = r.key order by m.id desc limit 1),
            1)) as reached, k.*
    from (select key, path from chosen order by path offset 0) c
    cross join lateral (
      select key, type, stage, revision, path, reference, title from record
      where key = c.key offset 0) r
    cross join lateral (
      select digest from revision where key = r.key and number = r.revision offset 0) v
    left join lateral (
      select refers, mentions, encode(judged, 'hex') as judged,
        encode(published, 'hex') as published, facets
      from known_content where digest = v.digest offset 0) k on true
    order by c.path
    """
        .formatted(keeping());
  }

  /// The stages at which new words stay, as a list of texts.
  private String keeping() {
    return schema.workflow().stages().stream()
        .map(Workflow.Stage::code)
        .filter(code -> schema.workflow().newWordsFallTo(code).equals(code))
        .map(code -> "'" + code.replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }

  /// The next of the chosen records; none when all were given.
  public List<WithKnown> next() {
    Query<Row> rows = Query.of(Row.class, "fetch 2000 from chosen_in_order");
    return database.doReturningWork(rows::list).stream().map(this::withKnown).toList();
  }

  private WithKnown withKnown(Row row) {
    Found found = row.wording().found();
    return new WithKnown(
        chosen(row),
        found == null
            ? null
            : new KnownContents.Known(
                row.wording().digest(),
                found.refers(),
                found.mentions(),
                found.judged(),
                found.published(),
                found.facets()));
  }

  private String reached(Row row) {
    return row.wording().reached() ? row.stage() : schema.workflow().newWordsFallTo(row.stage());
  }

  private Chosen chosen(Row row) {
    return new Chosen(
        row.key(),
        schema.typeOf(row.type()),
        new Stage(row.stage(), reached(row)),
        row.revision(),
        row.path(),
        row.reference(),
        row.title(),
        row.wording().digest());
  }

  /// The links of records, in the order of their sources, types and targets.
  public List<ChosenLink> links(Collection<String> sources) {
    Query<ChosenLink> asked =
        LINKS.with("sources", sources).with("withdrawn", schema.workflow().withdrawn());
    return database.doReturningWork(asked::list);
  }

  /// The canonical forms of the current revisions of records, by their keys.
  public Map<String, String> contents(Collection<Chosen> records) {
    Query<Words> asked =
        CONTENTS
            .with("keys", records.stream().map(Chosen::key).toList())
            .with("numbers", records.stream().map(Chosen::revision).toList());
    return database.doReturningWork(asked::list).stream()
        .collect(Collectors.toMap(Words::key, Words::content));
  }
}
