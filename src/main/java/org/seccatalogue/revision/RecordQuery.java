package org.seccatalogue.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which records somebody wants to see; absent parts do not restrict.
///
/// @param type name of a record type
/// @param section key or reference of a record: those below it, at any depth
/// @param stage code of a stage
/// @param text words to find, or a key
/// @param attributes values that attributes must have, all of them
/// @param after cursor of the last page, as it gave it
/// @param limit the most records to return
public record RecordQuery(
    @Nullable String type,
    @Nullable String section,
    @Nullable String stage,
    @Nullable String text,
    List<AttributeFilter> attributes,
    @Nullable String after,
    int limit) {

  /// An attribute, by name, and the code or text that it must have.
  public record AttributeFilter(String name, String value) {}

  public RecordQuery {
    attributes = List.copyOf(attributes);
  }

  /// The same for one type only.
  public RecordQuery ofType(String name) {
    return new RecordQuery(name, section, stage, text, attributes, after, limit);
  }

  /// The same from its beginning, this many records at a time.
  public RecordQuery inBatches(int size) {
    return new RecordQuery(type, section, stage, text, attributes, null, size);
  }

  /// The page after one that gave this cursor.
  public RecordQuery from(@Nullable String cursor) {
    return new RecordQuery(type, section, stage, text, attributes, cursor, limit);
  }

  /// All records directly or indirectly below a section.
  public static RecordQuery below(String section, @Nullable String after, int limit) {
    return new RecordQuery(null, section, null, null, List.of(), after, limit);
  }
}
