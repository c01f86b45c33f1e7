package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.numbering.RenumberingPlan.Line;
import org.seccatalogue.revision.writing.WrittenBy;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Keeps the acts by which branches were renumbered.
@ApplicationScoped
class RenumberingActs {

  private static final String ACTS =
      """
      select a.id, a.head, a.other, a.from_reference as "from", a.to_reference as "to",
        a.made_by as author, a.note as reason, a.made_at as at, a.undoes, u.id as undone
      from renumbering_act a left join renumbering_act u on u.undoes = a.id
      """;

  private static final Query<RenumberingAct> ONE =
      Query.of(RenumberingAct.class, ACTS + " where a.id = :id");

  private static final Query<RenumberingAct> RECENT =
      Query.of(
          RenumberingAct.class, ACTS + " where a.id < :before order by a.id desc limit :limit");

  private static final Query<RenumberingAct.Line> LINES =
      Query.of(
          RenumberingAct.Line.class,
          """
          select l.key, r.title, l.from_reference as "from", l.to_reference as "to", l.wanted
          from renumbering_line l join record r on r.key = l.key
          where l.act = :act order by l.ordinal
          """);

  private static final Query<Long> ADD =
      Query.of(
          Long.class,
          """
          insert into renumbering_act
            (head, other, from_reference, to_reference, undoes, made_at, made_by, note)
          values (:head, :other, :before, :after, :undoes, :at, :by, :note) returning id
          """);

  private static final Command ADD_LINES =
      Command.of(
          """
          insert into renumbering_line (act, ordinal, key, from_reference, to_reference, wanted)
          select :act, n.ordinal, n.key, n.before, n.after, nullif(n.wanted, '')
          from unnest(cast(:keys as text[]), cast(:befores as text[]), cast(:afters as text[]),
              cast(:wanteds as text[])) with ordinality n (key, before, after, wanted, ordinal)
          """);

  private final Session database;

  RenumberingActs(Session database) {
    this.database = database;
  }

  Optional<RenumberingAct> find(long id) {
    return ONE.with("id", id).first(database);
  }

  List<RenumberingAct> recent(long before, int limit) {
    return RECENT.with("before", before).with("limit", limit).list(database);
  }

  List<RenumberingAct.Line> lines(long act) {
    return LINES.with("act", act).list(database);
  }

  /// What was done.
  ///
  /// @param other head of the branch with which numbers were exchanged
  /// @param undoes the act that is taken back
  record Done(RecordKey head, @Nullable RecordKey other, @Nullable Long undoes, List<Line> lines) {

    Line ofHead() {
      return lines.stream()
          .filter(line -> line.key().equals(head))
          .findFirst()
          .orElseGet(lines::getFirst);
    }
  }

  /// Adds an act.
  ///
  /// @return its number
  long add(Done done, WrittenBy by) {
    long act =
        ADD.with("head", done.head().toString())
            .with("other", done.other() == null ? null : done.other().toString())
            .with("before", done.ofHead().from())
            .with("after", done.ofHead().to())
            .with("undoes", done.undoes())
            .with("at", by.at())
            .with("by", by.author())
            .with("note", by.note().reason())
            .only(database);
    List<String> wanted = new ArrayList<>();
    done.lines().forEach(line -> wanted.add(line.wanted() == null ? "" : line.wanted()));
    ADD_LINES
        .with("act", act)
        .with("keys", done.lines().stream().map(line -> line.key().toString()).toList())
        .with("befores", done.lines().stream().map(Line::from).toList())
        .with("afters", done.lines().stream().map(Line::to).toList())
        .with("wanteds", wanted)
        .run(database);
    return act;
  }
}
