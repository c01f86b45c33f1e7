package org.seccatalogue.revision.selection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;
import org.seccatalogue.sql.Sql;

/// Records of the draft that were chosen for a baseline, with what they need to be understood: the
/// headings above them, and the clauses, agreements, dependencies and options that they name.
///
/// The keys stand in a table within the transaction of whoever chooses, so that their number does
/// not matter to the heap. Nobody else sees them there: one transaction chooses once.
@ApplicationScoped
public class BaselineSelection {

  /// The records that the chosen ones name in links, and in attributes that hold references.
  private static final Command NAMED =
      Command.of(
          """
          insert into chosen (key, asked, parent, path)
          with named as (
            select l.target as key from chosen c join link l on l.source = c.key
            union
            select jsonb_array_elements_text(named) from chosen where named is not null)
          select t.key, false, t.parent, t.path from named join record t on t.key = named.key
          where t.type = any(:context) and t.stage <> all(:ends)
          on conflict do nothing
          """);

  private static final Command ABOVE =
      Command.of(
          """
          insert into chosen (key, asked, parent, path)
          with recursive above as (
            (select distinct parent as key from chosen)
            union
            select r.parent from above join record r on r.key = above.key)
          select r.key, false, r.parent, r.path from above join record r on r.key = above.key
          where r.type = any(:headings) and r.stage <> all(:ends)
          on conflict do nothing
          """);

  /// Those above are few, and looked at first.
  private static final Query<String> BELOW_AN_END =
      Query.of(
          String.class,
          """
          select c.key from (select distinct parent from chosen) a
          join record p on p.key = a.parent and p.stage = any(:ends)
          join chosen c on c.parent = p.key
          """);

  /// Takes out what is not to be published, and counts it.
  private static final Query<Integer> CLOSED =
      Query.of(
          Integer.class,
          """
          with closed as (delete from chosen where not asked returning key)
          select cast(count(*) as integer) from closed
          """);

  private static final Query<Integer> COUNT =
      Query.of(Integer.class, "select cast(count(*) as integer) from chosen");
  private static final Query<String> AMONG =
      Query.of(String.class, "select key from chosen where key = any(:keys)");

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

  /// Chooses records; within the transaction of the caller, who takes it back at the end.
  ///
  /// @return how many records are left out for nothing but their protective marking
  public int choose(Criteria criteria) {
    asked(criteria).command().run(database);
    int leftOut = CLOSED.only(database);
    List<String> context =
        names(
            TypeKind.HEADING,
            TypeKind.CLAUSE,
            TypeKind.AGREEMENT,
            TypeKind.DEPENDENCY,
            TypeKind.DOCUMENT,
            TypeKind.PARTY,
            TypeKind.OPTIONS);
    NAMED.with("context", context).with("ends", ends()).run(database);
    ABOVE
        .with("headings", names(TypeKind.HEADING, TypeKind.CLAUSE))
        .with("ends", ends())
        .run(database);
    return leftOut;
  }

  /// Goes through the draft once for all of it: what is asked for, whether it is left out for its
  /// marking, what is above it and what it names. The attributes of a record, which may be stored
  /// apart from it, are read once.
  private Sql asked(Criteria criteria) {
    return new Sql()
        .add("insert into chosen (key, asked, parent, path, named) select r.key, true")
        .add(criteria.marked() ? new Sql() : unmarked())
        .add(", r.parent, r.path, ")
        .add(ReferencePath.named(schema.types()))
        .add(" from (select r.key, r.type, r.parent, r.path, r.attributes || '{}' as attributes")
        .add(" from record r where ")
        .add(conditions(criteria))
        .add(" offset 0) r");
  }

  private Sql conditions(Criteria criteria) {
    Sql conditions =
        new Sql().add("r.stage <> all(?) and r.type = any(?)", ends(), types(criteria));
    if (!criteria.sections().isEmpty()) {
      conditions.add(
          " and exists (select from record s where s.key = any(?)"
              + " and (r.path = s.path or (r.path > s.path || '.' and r.path < s.path || '/')))",
          criteria.sections());
    }
    if (!criteria.stages().isEmpty()) {
      conditions.add(
          " and (r.stage = any(?) or r.type <> all(?))",
          criteria.stages(),
          schema.namesOf(TypeKind.REQUIREMENT));
    }
    return conditions;
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

  /// That a record of a type that can be marked has no other marking than the one that the type
  /// starts with. Types that say it alike are asked together.
  private Sql unmarked() {
    Map<Marking, List<String>> types = new LinkedHashMap<>();
    for (RecordType type : schema.types()) {
      type.playing(AttributeRole.MARKING)
          .map(Marking::of)
          .ifPresent(one -> types.computeIfAbsent(one, _ -> new ArrayList<>()).add(type.name()));
    }
    Sql unmarked = new Sql();
    types.forEach((marking, names) -> unmarked.add(marking.unmarked(names)));
    return unmarked;
  }

  /// How types say that a record is marked.
  private record Marking(String attribute, String none) {

    static Marking of(Attribute marking) {
      return new Marking(
          marking.name(), marking.initial() == null ? "" : marking.initial().asText());
    }

    Sql unmarked(List<String> types) {
      return new Sql()
          .add(
              " and (r.type <> all(?) or coalesce(r.attributes ->> cast(? as text), ?) = ?)",
              types,
              attribute,
              none,
              none);
    }
  }

  private List<String> ends() {
    return schema.workflow().codes(Workflow.StageKind.END);
  }

  private List<String> names(TypeKind... kinds) {
    return Stream.of(kinds).flatMap(kind -> schema.namesOf(kind).stream()).toList();
  }

  /// How many records were chosen.
  public int count() {
    return COUNT.only(database);
  }

  /// The chosen records that stand directly below one at an end, which is left out: something that
  /// earlier versions let pass.
  public Set<String> belowAnEnd() {
    return Set.copyOf(BELOW_AN_END.with("ends", ends()).list(database));
  }

  /// Those of the records that have a protective marking.
  public Set<String> marked(Collection<String> keys) {
    if (unmarked().isEmpty()) {
      return Set.of();
    }
    Sql marked = new Sql().add("select r.key from record r where r.key = any(?)", keys);
    marked.add(" and not (true").add(unmarked());
    return Set.copyOf(marked.add(")").asking(String.class).list(database));
  }

  /// Those of the keys that were chosen.
  public Set<String> among(Collection<String> keys) {
    return Set.copyOf(AMONG.with("keys", keys).list(database));
  }
}
