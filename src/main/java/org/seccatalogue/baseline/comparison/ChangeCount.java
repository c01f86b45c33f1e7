package org.seccatalogue.baseline.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.seccatalogue.schema.RecordType;

/// How many records of a type something became of.
public record ChangeCount(ChangeKind kind, RecordType type, int records) {

  /// In the order of the kinds and of the types.
  ///
  /// @param counts by the name of a kind with that of a type
  static List<ChangeCount> inOrder(List<RecordType> types, Map<String, Integer> counts) {
    List<ChangeCount> all = new ArrayList<>();
    for (ChangeKind kind : ChangeKind.values()) {
      for (RecordType type : types) {
        Integer count = counts.get(kind.name() + type.name());
        if (count != null) {
          all.add(new ChangeCount(kind, type, count));
        }
      }
    }
    return all;
  }
}
