package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.hibernate.Session;
import org.seccatalogue.job.Upkeep;

/// Removes the files, and later the rows and findings, of imports whose time is over. The line of
/// the import stays, with what it counted. Imports that another node is at are left to it, and
/// those whose job has not ended to the next time.
@ApplicationScoped
class ImportUpkeep {

  private static final String COUNT =
      """
      update import i set emptied_at = :now, created = c.created, changed = c.changed,
        same = c.same, conflicts = c.conflicts, left_out = c.left_out, withdrawn = c.withdrawn,
        state = case state when 'PLANNED' then 'EXPIRED' else state end
      from (
        select count(*) filter (where outcome = 'NEW') as created,
          count(*) filter (where outcome = 'CHANGED') as changed,
          count(*) filter (where outcome = 'SAME') as same,
          count(*) filter (where outcome = 'CONFLICT') as conflicts,
          count(*) filter (
            where outcome in ('NEW', 'CHANGED', 'CONFLICT') and not chosen) as left_out,
          count(*) filter (where outcome = 'MISSING' and chosen) as withdrawn
        from import_change where import_id = :id) c
      where i.id = :id
      """;
  private static final List<String> PARTS =
      List.of("import_conflict", "import_link", "import_change", "import_finding");

  private final Session database;
  private final Duration filesKept;
  private final Duration plansKept;

  ImportUpkeep(Session database, ImportLimits settings) {
    this.database = database;
    this.filesKept = settings.filesKept();
    this.plansKept = settings.plansKept();
  }

  @Transactional
  void removeFiles(@Observes Upkeep moment) {
    over(moment, filesKept, "exists (select 1 from import_file f where f.import_id = i.id)")
        .forEach(id -> change("delete from import_file where import_id = :id", id));
  }

  @Transactional
  void removePlans(@Observes Upkeep moment) {
    for (Long id : over(moment, plansKept, "i.emptied_at is null and i.state <> 'READING'")) {
      database
          .createNativeMutationQuery(COUNT)
          .setParameter("now", moment.now())
          .setParameter("id", id)
          .executeUpdate();
      PARTS.forEach(table -> change("delete from " + table + " where import_id = :id", id));
    }
  }

  private List<Long> over(Upkeep moment, Duration kept, String condition) {
    return database
        .createNativeQuery(
            """
            select i.id from import i
            where greatest(i.started_at, i.applied_at) < :moment and %s
              and not exists (select 1 from job j where j.subject = i.id
                and j.kind in (:kinds) and j.state in ('QUEUED', 'RUNNING'))
            order by i.id for update of i skip locked
            """
                .formatted(condition),
            Long.class)
        .setParameter("moment", moment.now().minus(kept))
        .setParameter("kinds", List.of(ReadingWork.KIND, ApplyingWork.KIND))
        .getResultList();
  }

  private void change(String sql, Long id) {
    database.createNativeMutationQuery(sql).setParameter("id", id).executeUpdate();
  }
}
