package org.seccatalogue.baseline.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.trace.LinkFilter;

/// What records must be and have, as a reader wrote it: nothing here has been checked.
///
/// @param types names of record types, any of them; all when there is none
/// @param section key or reference of a record; those at any depth below it
/// @param stages codes of stages, any of them
/// @param attributes codes that attributes must have, by their names
/// @param codes codes that any attribute of an enumeration must have, by the enumeration's name
/// @param devices codes of devices: what applies to any of them
/// @param links those of one type: any of them; of several types: all must hold
public record PublishedFilter(
    List<String> types,
    @Nullable String section,
    List<String> stages,
    List<PublishedQuery.Wanted> attributes,
    List<PublishedQuery.Wanted> codes,
    List<String> devices,
    List<LinkFilter> links) {

  /// Everything.
  public static final PublishedFilter NONE =
      new PublishedFilter(List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of());

  public PublishedFilter {
    types = List.copyOf(types);
    stages = List.copyOf(stages);
    attributes = List.copyOf(attributes);
    codes = List.copyOf(codes);
    devices = List.copyOf(devices);
    links = List.copyOf(links);
  }

  /// What has a link to a record.
  public static PublishedFilter linked(LinkFilter link) {
    return new PublishedFilter(
        List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(link));
  }

  /// The same for what applies to any of some devices.
  PublishedFilter withDevices(List<String> wanted) {
    return new PublishedFilter(types, section, stages, attributes, codes, wanted, links);
  }

  /// Whether it leaves anything out.
  public boolean isNone() {
    return equals(NONE);
  }

  /// The question in texts, whatever the order in which it was asked.
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    add(texts, "type", types.stream());
    add(texts, "section", Stream.ofNullable(section));
    add(texts, "stage", stages.stream());
    add(texts, "attribute", attributes.stream().map(PublishedQuery.Wanted::text));
    add(texts, "code", codes.stream().map(PublishedQuery.Wanted::text));
    add(texts, "device", devices.stream());
    add(texts, "link", links.stream().map(LinkFilter::text));
    return texts;
  }

  private static void add(List<String> texts, String name, Stream<String> values) {
    values.distinct().sorted().forEach(value -> texts.add(name + "=" + value));
  }
}
