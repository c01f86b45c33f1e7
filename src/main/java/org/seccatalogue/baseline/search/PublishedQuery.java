package org.seccatalogue.baseline.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which records of a baseline are wanted, and in which order, as a reader wrote it: nothing here
/// has been checked.
///
/// @param types names of record types, any of them; all when there is none
/// @param section key or reference of a record; those at any depth below it
/// @param stages codes of stages, any of them
/// @param attributes codes that attributes must have, by their names
/// @param codes codes that any attribute of an enumeration must have, by the enumeration's name
/// @param devices codes of devices: what applies to any of them
/// @param words full text
/// @param order `outline`, `key` or `rank`; by rank when there are words, else as the outline
/// @param cursor the next page of the page before
/// @param limit most records of a page
public record PublishedQuery(
    List<String> types,
    @Nullable String section,
    List<String> stages,
    List<Wanted> attributes,
    List<Wanted> codes,
    List<String> devices,
    @Nullable String words,
    @Nullable String order,
    @Nullable String cursor,
    int limit) {

  public PublishedQuery {
    types = List.copyOf(types);
    stages = List.copyOf(stages);
    attributes = List.copyOf(attributes);
    codes = List.copyOf(codes);
    devices = List.copyOf(devices);
  }

  /// A query for whatever device.
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
    this(types, section, stages, attributes, codes, List.of(), words, order, cursor, limit);
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
  }

  /// All records in the order of the outline.
  public static PublishedQuery all(int limit) {
    return new PublishedQuery(
        List.of(), null, List.of(), List.of(), List.of(), null, null, null, limit);
  }

  /// The same query, told to find words.
  public PublishedQuery withWords(String text) {
    return new PublishedQuery(
        types, section, stages, attributes, codes, devices, text, order, cursor, limit);
  }

  /// The same query, for what applies to any of some devices.
  public PublishedQuery withDevices(List<String> wanted) {
    return new PublishedQuery(
        types, section, stages, attributes, codes, wanted, words, order, cursor, limit);
  }
}
