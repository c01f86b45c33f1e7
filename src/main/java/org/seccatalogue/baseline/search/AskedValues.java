package org.seccatalogue.baseline.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.words.Lateness;
import org.seccatalogue.sql.Sql;

/// What the attributes of the records that match must say.
///
/// @param facets groups of facets: one of each group
/// @param referring groups that records may also belong to by what they refer to
/// @param late what must be late, or must not
record AskedValues(List<String[]> facets, List<Referring> referring, @Nullable Late late) {

  private static final String KEYS =
      "select x.key from entry x join content xc on xc.digest = x.digest where x.baseline = ?";
  private static final String VALUE = "(xc.content::jsonb -> 'attributes' ->> cast(? as text))";

  AskedValues {
    facets = List.copyOf(facets);
    referring = List.copyOf(referring);
  }

  /// Records whose attribute refers to one of others, or that have one of some facets.
  ///
  /// @param types those that have the attribute
  /// @param keys of the others
  record Referring(String attribute, List<String> types, List<String> keys, List<String> facets) {

    /// The key stands in a text before it is looked for in its place: that is much faster.
    private Sql keysOf(int baseline) {
      Sql sql =
          new Sql()
              .add(KEYS + " and (x.type = any(?)", baseline, texts(types))
              .add(" and xc.content like any(?)", (Object) texts(quoted()))
              .add(" and exists (select from jsonb_path_query(xc.content::jsonb -> 'attributes'")
              .add(" -> cast(? as text), '$[*]') named (key)", attribute)
              .add(" where named.key #>> '{}' = any(?))", (Object) texts(keys));
      return (facets.isEmpty() ? sql : sql.add(" or xc.facets && ?", (Object) texts(facets)))
          .add(")");
    }

    private List<String> quoted() {
      return keys.stream().map(key -> "%\"" + key + "\"%").toList();
    }
  }

  /// Records that can be late.
  ///
  /// @param wanted whether those that are, or those that are not
  /// @param day on which it is asked
  record Late(boolean wanted, LocalDate day, List<Lateness.Watched> watched) {

    Late {
      watched = List.copyOf(watched);
    }

    private Sql keysOf(int baseline) {
      Sql all = new Sql().add(KEYS + " and false", baseline);
      for (Lateness.Watched one : watched) {
        all.add(" union all " + KEYS + " and x.type = ?", baseline, one.type())
            .add(wanted ? " and " : " and not ")
            .add("coalesce(" + VALUE + " < ?", one.due(), day.toString())
            .add(" and " + VALUE + " = any(?), false)", one.progress(), texts(one.open()));
      }
      return all;
    }
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  /// Whether records are looked up by their values first.
  boolean looksUp() {
    return !referring.isEmpty() || late != null;
  }

  /// What an entry must be.
  Sql ofEntry(int baseline) {
    Sql sql = new Sql();
    referring.forEach(
        one -> sql.add(" and e.key = any(array(").add(one.keysOf(baseline)).add("))"));
    if (late != null) {
      sql.add(" and e.key = any(array(").add(late.keysOf(baseline)).add("))");
    }
    return sql;
  }
}
