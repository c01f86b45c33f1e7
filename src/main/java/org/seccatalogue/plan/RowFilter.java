package org.seccatalogue.plan;

import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/// The condition of a query by which rows of an import, named `c`, are found.
public final class RowFilter {

  private static final String BELOW =
      """
       and c.parent in (
        select b.key from record s join record b
          on b.path = s.path or (b.path > s.path || '.' and b.path < s.path || '/')
        where s.key = :section)
      """;

  private static final String FOUND =
      """
       and exists (select 1 from import_finding f where f.import_id = c.import_id
        and f.sheet = c.sheet and f.sheet_row = c.sheet_row)
      """;

  private RowFilter() {}

  public static String where(PlannedChange.Filter filter) {
    return (filter.kind() == null ? "" : " and c.outcome = :kind")
        + (filter.type() == null ? "" : " and c.type = :type")
        + (filter.section() == null ? "" : BELOW)
        + (filter.withFindings() ? FOUND : "");
  }

  /// Gives a query the values of its condition.
  public static void give(PlannedChange.Filter filter, CommonQueryContract query) {
    give(query, "kind", filter.kind() == null ? null : filter.kind().name());
    give(query, "type", filter.type());
    give(query, "section", filter.section() == null ? null : filter.section().toString());
  }

  private static void give(CommonQueryContract query, String name, @Nullable String value) {
    if (value != null) {
      query.setParameter(name, value);
    }
  }
}
