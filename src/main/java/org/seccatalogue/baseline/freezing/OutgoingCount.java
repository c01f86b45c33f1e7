package org.seccatalogue.baseline.freezing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.baseline.signing.HashTree;
import org.seccatalogue.revision.selection.ChosenRecords.ChosenLink;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.RecordType;

/// Counts what goes out while the records of a selection pass.
final class OutgoingCount {

  private final List<InternalAttribute> chosen;
  private final Map<String, Integer> records = new HashMap<>();
  private final Map<String, Map<String, Integer>> values = new HashMap<>();
  private final HashTree tree = new HashTree();
  private int linkNotes;

  /// @param chosen the internal attributes that go out
  OutgoingCount(List<InternalAttribute> chosen) {
    this.chosen = chosen;
  }

  /// @param links those that go out, with the notes that the draft has
  void add(FrozenRecord record, List<ChosenLink> links) {
    tree.add(record.leaf());
    records.merge(record.type(), 1, Integer::sum);
    linkNotes += (int) links.stream().filter(link -> link.note() != null).count();
    FrozenRecord.Words words = record.words();
    if (words != null) {
      addValues(record.shown().type(), words.attributes());
    }
  }

  private void addValues(RecordType type, ObjectNode attributes) {
    chosen.stream()
        .filter(one -> one.isOf(type) && one.isIn(attributes))
        .forEach(
            one ->
                values
                    .computeIfAbsent(type.name(), _ -> new HashMap<>())
                    .merge(one.code(), 1, Integer::sum));
  }

  /// @param reasons those of withdrawals that go out, each with the key of its record
  Outgoing total(List<String> reasons) {
    Map<String, Outgoing.OfType> types = new HashMap<>();
    records.forEach(
        (type, count) ->
            types.put(type, new Outgoing.OfType(count, values.getOrDefault(type, Map.of()))));
    String root = tree.root();
    String all = root + String.join("\n", reasons);
    return new Outgoing(types, linkNotes, reasons.size(), root, Digests.hex(Digests.sha256(all)));
  }
}
