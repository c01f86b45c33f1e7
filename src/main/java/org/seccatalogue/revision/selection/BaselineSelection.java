package org.seccatalogue.revision.selection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Query;
import org.seccatalogue.trace.Soundness;

/// Records of the draft that were chosen for a baseline, with what they need to be understood: the
/// headings above them, and the clauses, agreements, dependencies and options that they name.
///
/// The keys stand in a table within the transaction of whoever chooses, so that their number does
/// not matter to the heap.
@ApplicationScoped
public class BaselineSelection {

  /// The keys that the chosen records hold as values, in links and references: those of contents
  /// that were frozen before are known, the others are searched. The parent that stands in a
  /// content is where its words were written: the record may stand elsewhere by now.
  private static final String MENTIONED =
      """
      insert into chosen (run, key, asked)
      with said as (
        select v.key, v.number, k.refers from chosen c
        join record r on r.key = c.key
        join revision v on v.key = r.key and v.number = r.revision
        left join known_content k on k.digest = v.digest
        where c.run = :run),
      named as (
        select unnest(refers) as key from said where refers is not null
        union
        select found.keys[1] from said
        join revision v on v.key = said.key and v.number = said.number
        cross join lateral regexp_matches(v.content, '(?<!"parent":)"([A-Z]{3}-[0-9]{4,9})"', 'g')
          as found (keys)
        where said.refers is null)
      select :run, t.key, false from named join record t on t.key = named.key
      where t.type in (:context) and t.stage not in (:ends)
      on conflict do nothing
      """;

  private static final String ABOVE =
      """
      insert into chosen (run, key, asked)
      with recursive above as (
        select r.parent as key from chosen c join record r on r.key = c.key where c.run = :run
        union
        select r.parent from above join record r on r.key = above.key)
      select :run, r.key, false from above join record r on r.key = above.key
      where r.type in (:headings)
      on conflict do nothing
      """;

  private static final Query<ChosenLink> LINKS =
      Query.of(
          ChosenLink.class,
          """
          select l.source, l.type, l.target, coalesce(t.reference, t.key) as name,
            l.target_revision as revision, l.note, case
              when t.stage = :withdrawn then 'BROKEN'
              when l.target_revision <> t.revision and pinned.digest is distinct from now.digest
                then 'SUSPECT'
              else 'SOUND' end as soundness
          from link l
          join record t on t.key = l.target
          join revision now on now.key = t.key and now.number = t.revision
          left join revision pinned on pinned.key = t.key and pinned.number = l.target_revision
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

  private record Words(String key, String content) {}

  private record Row(
      String key,
      String type,
      String stage,
      int revision,
      String path,
      @Nullable String reference,
      String title,
      String digest,
      boolean reached) {}

  private final CatalogueSchema schema;
  private final Session database;

  BaselineSelection(CatalogueSchema schema, Session database) {
    this.schema = schema;
    this.database = database;
  }

  /// Which records are asked for.
  ///
  /// @param sections keys of headings: what stands in or below one of them; empty: everything
  /// @param types names of record types; empty: all
  /// @param stages codes of stages at which requirements are taken; empty: all but the ends
  /// @param notes whether drafting notes are taken
  /// @param marked whether records with a protective marking are taken
  public record Criteria(
      List<String> sections,
      List<String> types,
      List<String> stages,
      boolean notes,
      boolean marked) {

    public Criteria {
      sections = List.copyOf(sections);
      types = List.copyOf(types);
      stages = List.copyOf(stages);
    }
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

  /// Chooses records; within the transaction of the caller, who forgets them at the end.
  ///
  /// @return the number by which the choice is called
  public long choose(Criteria criteria) {
    long run =
        database.createNativeQuery("select nextval('chosen_run')", Long.class).getSingleResult();
    ask(run, criteria);
    List<String> context =
        names(
            TypeKind.HEADING,
            TypeKind.CLAUSE,
            TypeKind.AGREEMENT,
            TypeKind.DEPENDENCY,
            TypeKind.OPTIONS);
    database
        .createNativeMutationQuery(MENTIONED)
        .setParameter("run", run)
        .setParameterList("context", context)
        .setParameterList("ends", ends())
        .executeUpdate();
    database
        .createNativeMutationQuery(ABOVE)
        .setParameter("run", run)
        .setParameterList("headings", names(TypeKind.HEADING, TypeKind.CLAUSE))
        .executeUpdate();
    return run;
  }

  private List<String> conditions(Criteria criteria) {
    List<String> conditions =
        new ArrayList<>(List.of("r.stage <> all(:ends)", "r.type = any(:types)"));
    if (!criteria.sections().isEmpty()) {
      conditions.add(
          "exists (select from record s where s.key = any(:sections)"
              + " and (r.path = s.path or (r.path > s.path || '.' and r.path < s.path || '/')))");
    }
    if (!criteria.stages().isEmpty()) {
      conditions.add("(r.stage = any(:stages) or r.type <> all(:requirements))");
    }
    if (!criteria.marked()) {
      conditions.addAll(unmarked());
    }
    return conditions;
  }

  private void ask(long run, Criteria criteria) {
    MutationQuery insert =
        database
            .createNativeMutationQuery(
                "insert into chosen (run, key, asked) select :run, key, true from record r where "
                    + String.join(" and ", conditions(criteria)))
            .setParameter("run", run);
    bind(insert, criteria);
    insert.executeUpdate();
  }

  private void bind(CommonQueryContract query, Criteria criteria) {
    query.setParameter("ends", ends().toArray(String[]::new));
    query.setParameter("types", types(criteria).toArray(String[]::new));
    if (!criteria.sections().isEmpty()) {
      query.setParameter("sections", criteria.sections().toArray(String[]::new));
    }
    if (!criteria.stages().isEmpty()) {
      query.setParameter("stages", criteria.stages().toArray(String[]::new));
      query.setParameter(
          "requirements", schema.namesOf(TypeKind.REQUIREMENT).toArray(String[]::new));
    }
  }

  /// How many records are left out for nothing but their protective marking.
  public int leftOut(Criteria criteria) {
    if (criteria.marked() || unmarked().isEmpty()) {
      return 0;
    }
    Criteria all =
        new Criteria(
            criteria.sections(), criteria.types(), criteria.stages(), criteria.notes(), true);
    var count =
        database.createNativeQuery(
            "select count(*) from record r where "
                + String.join(" and ", conditions(all))
                + " and not ("
                + String.join(" and ", unmarked())
                + ")",
            Long.class);
    bind(count, all);
    return count.getSingleResult().intValue();
  }

  /// Headings come by themselves when only some types or stages are asked for.
  private List<String> types(Criteria criteria) {
    return schema.types().stream()
        .filter(
            type ->
                criteria.types().isEmpty()
                    ? criteria.notes() || type.kind() != TypeKind.NOTE
                    : criteria.types().contains(type.name()))
        .filter(type -> criteria.stages().isEmpty() || type.kind() != TypeKind.HEADING)
        .map(RecordType::name)
        .toList();
  }

  /// For each type that can be marked: no other marking than the one that it starts with.
  private List<String> unmarked() {
    return schema.types().stream()
        .flatMap(type -> type.playing(AttributeRole.MARKING).map(a -> unmarked(type, a)).stream())
        .distinct()
        .toList();
  }

  private static String unmarked(RecordType type, Attribute marking) {
    String value = "r.attributes ->> '" + marking.name() + "'";
    String none = marking.initial() == null ? "" : marking.initial().asText();
    return "(r.type <> '%s' or %s is null or %s = '%s')"
        .formatted(type.name(), value, value, none.replace("'", "''"));
  }

  private List<String> ends() {
    return schema.workflow().stages().stream()
        .filter(stage -> stage.kind() == Workflow.StageKind.END)
        .map(Workflow.Stage::code)
        .toList();
  }

  private List<String> names(TypeKind... kinds) {
    return Stream.of(kinds).flatMap(kind -> schema.namesOf(kind).stream()).toList();
  }

  /// How many records were chosen.
  public int count(long run) {
    return database
        .createNativeQuery("select count(*) from chosen where run = :run", Long.class)
        .setParameter("run", run)
        .getSingleResult()
        .intValue();
  }

  /// Begins to give the chosen records, in the order of the outline.
  public void open(long run) {
    database.createNativeMutationQuery(inOrder(run)).executeUpdate();
  }

  /// Declares the cursor that gives the chosen records in the order of the outline.
  ///
  /// Words are those of a stage when none but editorial changes were made since the record came to
  /// it, by a move or in the beginning. There are stages at which new words stay.
  private String inOrder(long run) {
    return """
    declare chosen_in_order no scroll cursor for
    select r.key, r.type, r.stage, r.revision, r.path, r.reference, r.title,
      encode(v.digest, 'hex') as digest, r.revision = 1 or r.stage in (%2$s) or not exists (
        select from revision w where w.key = r.key and w.number <= r.revision
          and w.making = 'EDIT' and w.number > coalesce((
            select m.revision from stage_move m where m.key = r.key order by m.id desc limit 1),
            1)) as reached
    from chosen c join record r on r.key = c.key
    join revision v on v.key = r.key and v.number = r.revision
    where c.run = %1$d order by r.path
    """
        .formatted(run, keeping());
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
  public List<Chosen> next() {
    Query<Row> rows = Query.of(Row.class, "fetch 1000 from chosen_in_order");
    return database.doReturningWork(rows::list).stream().map(this::chosen).toList();
  }

  private String reached(Row row) {
    return row.reached() ? row.stage() : schema.workflow().newWordsFallTo(row.stage());
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
        row.digest());
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

  /// Those of the keys that were chosen.
  public Set<String> among(long run, Collection<String> keys) {
    return new HashSet<>(
        database
            .createNativeQuery(
                "select key from chosen where run = :run and key = any(:keys)", String.class)
            .setParameter("run", run)
            .setParameter("keys", keys.toArray(String[]::new))
            .getResultList());
  }
}
