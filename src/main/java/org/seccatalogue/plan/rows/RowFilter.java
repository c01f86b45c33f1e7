package org.seccatalogue.plan.rows;

import org.seccatalogue.sql.Sql;

/// The condition of a query by which rows of an import, named `c`, are found.
final class RowFilter {

  private static final String BELOW = " and c.parent in (select keys_under(?))";

  private static final String FOUND =
      """
       and exists (select 1 from import_finding f where f.import_id = c.import_id
        and f.sheet = c.sheet and f.sheet_row = c.sheet_row)
      """;

  private RowFilter() {}

  static Sql of(long id, PlannedChange.Filter filter) {
    Sql sql = new Sql().add("c.import_id = ?", id);
    if (filter.kind() != null) {
      sql.add(" and c.outcome = ?", filter.kind());
    }
    if (filter.type() != null) {
      sql.add(" and c.type = ?", filter.type());
    }
    if (filter.section() != null) {
      sql.add(BELOW, filter.section().toString());
    }
    if (filter.guard() != null) {
      sql.add(" and ? = any(c.guards)", filter.guard());
    }
    if (filter.withFindings()) {
      sql.add(FOUND);
    }
    return sql;
  }
}
