package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Query;

/// The stages to which waiting records may return.
@ApplicationScoped
public class StagesLeft {

  /// The last move from a main stage to a side stage, whether the words had changed since they
  /// reached that main stage, or did so while the record waited, and whether an editorial change
  /// was made while it waited.
  private static final Query<StageLeft> LEFT =
      Query.of(
          StageLeft.class,
          """
          select distinct on (m.key) m.key, m.from_stage as stage, exists (
            select from revision w where w.key = m.key and w.making = 'EDIT'
              and (w.number <= m.revision and w.number > coalesce((
                  select i.revision from stage_move i where i.key = m.key and i.id < m.id
                  order by i.id desc limit 1), 1)
                or w.number > (
                  select max(l.revision) from stage_move l where l.key = m.key))) as reworded,
            exists (select from revision w where w.key = m.key and w.making = 'EDITORIAL'
              and w.number > m.revision) as edited
          from stage_move m
          where m.key = any(:keys) and m.kind = 'MOVE' and m.from_stage = any(:main)
            and m.to_stage = any(:side)
          order by m.key, m.id desc
          """);

  private record StageLeft(RecordKey key, String stage, boolean reworded, boolean edited) {

    String words(Workflow workflow) {
      return reworded || (edited && !workflow.editorialKeeps(stage))
          ? workflow.newWordsFallTo(stage)
          : stage;
    }
  }

  private final CatalogueSchema schema;
  private final Session database;

  StagesLeft(CatalogueSchema schema, Session database) {
    this.schema = schema;
    this.database = database;
  }

  /// The main stages that waiting records left, as far as their words had reached them; of those
  /// alone that left one.
  @Transactional
  public Map<RecordKey, String> of(Collection<RecordKey> keys) {
    Workflow workflow = schema.workflow();
    Map<RecordKey, String> left = new HashMap<>();
    LEFT.with("keys", keys.stream().map(RecordKey::toString).toList())
        .with("main", workflow.codes(Workflow.StageKind.MAIN))
        .with("side", workflow.codes(Workflow.StageKind.SIDE))
        .list(database)
        .forEach(row -> left.put(row.key(), row.words(workflow)));
    return left;
  }
}
