package org.seccatalogue.baseline.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which records of a baseline are wanted, and in which order, as a reader wrote it: nothing here
/// has been checked.
///
/// @param words full text
/// @param order `outline`, `key` or `rank`; by rank when there are words, else as the outline
/// @param cursor the next page of the page before
/// @param limit most records of a page
public record PublishedQuery(
    PublishedFilter filter,
    @Nullable String words,
    @Nullable String order,
    @Nullable String cursor,
    int limit) {

  /// A query for whatever device and links.
  public PublishedQuery(
      List<String> types,
      @Nullable String section,
      List<String> stages,
      List<Wanted> attributes,
      List<Wanted> codes,
      @Nullable String words,
      @Nullable String order,
      @Nullable String cursor,
      int limit) {
    this(
        new PublishedFilter(types, section, stages, attributes, codes, List.of(), List.of(), null),
        words,
        order,
        cursor,
        limit);
  }

  /// A code under the name of an attribute or an enumeration.
  public record Wanted(String name, String code) {

    /// Reads `name:code`; without a colon there is no code.
    public static Wanted of(String text) {
      int colon = text.indexOf(':');
      return colon < 0
          ? new Wanted(text, "")
          : new Wanted(text.substring(0, colon), text.substring(colon + 1));
    }

    /// As one text.
    public String text() {
      return name + ":" + code;
    }
  }

  /// All records in the order of the outline.
  public static PublishedQuery all(int limit) {
    return new PublishedQuery(PublishedFilter.NONE, null, null, null, limit);
  }

  /// The same query, told to find words.
  public PublishedQuery withWords(String text) {
    return new PublishedQuery(filter, text, order, cursor, limit);
  }

  /// The same query, for what applies to any of some devices.
  public PublishedQuery withDevices(List<String> wanted) {
    return new PublishedQuery(filter.withDevices(wanted), words, order, cursor, limit);
  }
}
