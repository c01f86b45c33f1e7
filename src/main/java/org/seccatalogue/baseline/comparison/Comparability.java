package org.seccatalogue.baseline.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Coverage;
import org.seccatalogue.baseline.Withheld;
import org.seccatalogue.schema.RecordType;

/// In what two baselines can be compared. What one of them does not publish, or was not made of, is
/// no change.
record Comparability(Baseline older, Baseline newer) {

  /// What of records is not compared.
  Withheld withheld() {
    return Withheld.of(older).between(Withheld.of(newer));
  }

  /// The names of types whose records came if only the newer baseline has them.
  List<String> coming(Collection<RecordType> types) {
    return told(older, newer, types);
  }

  /// The names of types whose records went if only the older baseline has them.
  List<String> going(Collection<RecordType> types) {
    return told(newer, older, types);
  }

  private static List<String> told(Baseline without, Baseline with, Collection<RecordType> types) {
    Coverage silent = Coverage.of(without);
    Coverage other = Coverage.of(with);
    return types.stream()
        .filter(type -> silent.tellsOf(type, other))
        .map(RecordType::name)
        .toList();
  }

  /// What is not compared, in words.
  List<String> words() {
    List<String> words = new ArrayList<>(withheld().words());
    Stream.of(older, newer).filter(this::isPart).map(Comparability::outside).forEach(words::add);
    Coverage before = Coverage.of(older);
    Coverage after = Coverage.of(newer);
    if (before.marked() != after.marked()) {
      words.add("Records that only one of the two has, as the other was made without marked ones");
    }
    if (before.notes() != after.notes()) {
      words.add("Drafting notes that only one of the two has");
    }
    return words;
  }

  private boolean isPart(Baseline baseline) {
    Baseline other = baseline.equals(older) ? newer : older;
    return !Coverage.of(baseline).coversAllOf(Coverage.of(other));
  }

  private static String outside(Baseline part) {
    return "Records outside the part of the catalogue that "
        + part.name()
        + " was made of, and references to them";
  }
}
