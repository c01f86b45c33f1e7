package org.seccatalogue.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.trace.LinkFilter;

/// Which records somebody wants to see; absent parts do not restrict.
///
/// @param type name of a record type
/// @param section key or reference of a record: those below it, at any depth
/// @param stage code of a stage
/// @param text words to find, or a key
/// @param attributes values that attributes must have, all of them
/// @param links those that records must have
/// @param after cursor of the last page, as it gave it
/// @param limit the most records to return
public record RecordQuery(
    @Nullable String type,
    @Nullable String section,
    @Nullable String stage,
    @Nullable String text,
    List<AttributeFilter> attributes,
    List<LinkFilter> links,
    @Nullable String after,
    int limit) {

  /// A query for whatever links.
  public RecordQuery(
      @Nullable String type,
      @Nullable String section,
      @Nullable String stage,
      @Nullable String text,
      List<AttributeFilter> attributes,
      @Nullable String after,
      int limit) {
    this(type, section, stage, text, attributes, List.of(), after, limit);
  }

  /// An attribute, by name, and the code or text that it must have.
  public record AttributeFilter(String name, String value) {}

  public RecordQuery {
    attributes = List.copyOf(attributes);
    links = List.copyOf(links);
  }

  /// The same for one type only.
  public RecordQuery ofType(String name) {
    return new RecordQuery(name, section, stage, text, attributes, links, after, limit);
  }

  /// The same from its beginning, this many records at a time.
  public RecordQuery inBatches(int size) {
    return new RecordQuery(type, section, stage, text, attributes, links, null, size);
  }

  /// The page after one that gave this cursor.
  public RecordQuery from(@Nullable String cursor) {
    return new RecordQuery(type, section, stage, text, attributes, links, cursor, limit);
  }

  /// The same for those that have links: to any of those of one type, and of each type.
  public RecordQuery linked(List<LinkFilter> wanted) {
    return new RecordQuery(type, section, stage, text, attributes, wanted, after, limit);
  }

  /// All records directly or indirectly below a section.
  public static RecordQuery below(String section, @Nullable String after, int limit) {
    return new RecordQuery(null, section, null, null, List.of(), after, limit);
  }
}
