package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

/// Records of the draft that were chosen for a baseline, with what they need to be understood: the
/// headings above them, and the clauses, agreements, dependencies and options that they name.
///
/// The keys stand in a table within the transaction of whoever chooses, so that their number does
/// not matter to the heap.
@ApplicationScoped
public class ChosenRecords {

  /// A key as the canonical form of a record holds it, in links and references. At its end stands
  /// the parent under which the words were written, such as `"parent":"SEC-0001",`: that is left
  /// out, since the record may stand elsewhere by now.
  private static final String MENTIONED =
      """
      insert into chosen (run, key, asked)
      select distinct :run, t.key, false
      from chosen c
      join record r on r.key = c.key
      join revision v on v.key = r.key and v.number = r.revision
      cross join lateral regexp_matches(
        left(v.content, -(length(r.type) + 10
          + case when v.content like '%"parent":"%' then 20 else 0 end)),
        '"([A-Z]{3}-[0-9]{4,9})"', 'g') as named (keys)
      join record t on t.key = named.keys[1]
      where c.run = :run and t.type in (:context) and t.stage not in (:ends)
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

  private static final String RECORDS =
      """
      select r.key, r.type, r.stage, r.revision, r.path, r.reference, r.title, v.content
      from record r join revision v on v.key = r.key and v.number = r.revision
      where r.key = any(:keys) order by r.path
      """;

  private final CatalogueSchema schema;
  private final Session database;

  ChosenRecords(CatalogueSchema schema, Session database) {
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

  /// A record as it is in the draft.
  ///
  /// @param content the canonical form of its current revision
  public record Chosen(
      String key,
      RecordType type,
      String stage,
      int revision,
      String path,
      @Nullable String reference,
      String title,
      String content) {}

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

  /// Gives the chosen records in the order of the outline, so many at a time.
  public void each(long run, int batch, Consumer<List<Chosen>> reader) {
    order(run);
    List<String> keys = next(batch);
    while (!keys.isEmpty()) {
      reader.accept(records(keys));
      keys = next(batch);
    }
    database.createNativeMutationQuery("close chosen_in_order").executeUpdate();
  }

  /// The keys alone are put in order, and once; what the records say is read a few at a time.
  private void order(long run) {
    database
        .createNativeMutationQuery(
            "declare chosen_in_order no scroll cursor for select r.key from chosen c"
                + " join record r on r.key = c.key where c.run = "
                + run
                + " order by r.path")
        .executeUpdate();
  }

  private List<String> next(int limit) {
    return database
        .createNativeQuery("fetch " + limit + " from chosen_in_order", String.class)
        .getResultList();
  }

  private List<Chosen> records(List<String> keys) {
    return database
        .createNativeQuery(RECORDS, Object[].class)
        .setParameter("keys", keys.toArray(String[]::new))
        .getResultList()
        .stream()
        .map(this::chosen)
        .toList();
  }

  private Chosen chosen(Object[] row) {
    return new Chosen(
        (String) row[0],
        schema.typeOf((String) row[1]),
        (String) row[2],
        (Integer) row[3],
        (String) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7]);
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

  /// Clears a choice away.
  public void forget(long run) {
    database
        .createNativeMutationQuery("delete from chosen where run = :run")
        .setParameter("run", run)
        .executeUpdate();
  }
}
