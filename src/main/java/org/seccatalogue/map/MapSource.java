package org.seccatalogue.map;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;

/// Where the records of a map come from: the draft, or a baseline. It shows one moment.
public interface MapSource {

  /// The record types that its records are read with.
  CatalogueSchema schema();

  /// What the map is of.
  MapEdition edition();

  /// Gives all records in the order of the outline.
  void each(Consumer<MapRecord> reader);

  /// The labels of the stages that can be left out, by their codes. What is published has none: its
  /// records are what was chosen for it.
  default SequencedMap<String, String> stages() {
    return new LinkedHashMap<>();
  }

  /// Whether a map shows the record: what was withdrawn touches nothing any more.
  default boolean stands(RecordHead head) {
    return !schema().workflow().isEnd(head.stage());
  }
}
