package org.seccatalogue.baseline.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.sql.Query;

/// Finds the records that changed places among those beside them.
@ApplicationScoped
class Siblings {

  private static final Query<Sibling> SIBLINGS =
      Query.of(
          Sibling.class,
          """
          select parent, key, stands as now from (
            select parent, key, stood, stands,
              bool_or(stood <> stands) over (partition by parent) as mixed
            from (
              select a.parent, a.key,
                row_number() over (partition by a.parent order by a.path) as stood,
                row_number() over (partition by a.parent order by b.path) as stands
              from entry a join entry b on b.baseline = :newer and b.key = a.key
              where a.baseline = :older and a.parent is not distinct from b.parent) ranked) marked
          where mixed order by parent, stood
          """);

  private final PublicDatabase database;

  Siblings(PublicDatabase database) {
    this.database = database;
  }

  /// Where one of several siblings stands now.
  private record Sibling(@Nullable String parent, String key, int now) {}

  /// The keys of those that changed places among the siblings that they still have.
  List<String> reordered(Baseline older, Baseline newer) {
    List<Sibling> siblings =
        database.list(SIBLINGS.with("newer", newer.number()).with("older", older.number()));
    List<String> moved = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= siblings.size(); to++) {
      if (to == siblings.size()
          || !Objects.equals(siblings.get(from).parent(), siblings.get(to).parent())) {
        List<Sibling> family = siblings.subList(from, to);
        Reordered.of(family.stream().mapToInt(Sibling::now).toArray())
            .forEach(index -> moved.add(family.get(index).key()));
        from = to;
      }
    }
    return moved;
  }
}
