package org.seccatalogue.baseline.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
/// @param late `true` for what was late on the day of the baseline, `false` for what was not
public record PublishedFilter(
    List<String> types,
    @Nullable String section,
    List<String> stages,
    List<PublishedQuery.Wanted> attributes,
    List<PublishedQuery.Wanted> codes,
    List<String> devices,
    List<LinkFilter> links,
    @Nullable String late) {

  /// Everything.
  public static final PublishedFilter NONE =
      new PublishedFilter(
          List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), null);

  /// The names that its parts have in an address.
  static final Set<String> NAMES =
      Set.of("type", "section", "stage", "attribute", "code", "device", "link", "late");

  public PublishedFilter {
    types = List.copyOf(types);
    stages = List.copyOf(stages);
    attributes = List.copyOf(attributes);
    codes = List.copyOf(codes);
    devices = List.copyOf(devices);
    links = List.copyOf(links);
  }

  /// Reads the parts of an address, of which others are left alone.
  ///
  /// @param values what is given for each name
  /// @param links what is asked of links, which is not read of the address
  public static PublishedFilter read(Map<String, List<String>> values, List<LinkFilter> links) {
    return new PublishedFilter(
        values.getOrDefault("type", List.of()),
        values.getOrDefault("section", List.of()).stream().findFirst().orElse(null),
        values.getOrDefault("stage", List.of()),
        wanted(values.getOrDefault("attribute", List.of())),
        wanted(values.getOrDefault("code", List.of())),
        values.getOrDefault("device", List.of()),
        links,
        values.getOrDefault("late", List.of()).stream().findFirst().orElse(null));
  }

  private static List<PublishedQuery.Wanted> wanted(List<String> values) {
    return values.stream().map(PublishedQuery.Wanted::of).toList();
  }

  /// What has a link to a record.
  public static PublishedFilter linked(LinkFilter link) {
    return new PublishedFilter(
        List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(link), null);
  }

  /// The same for what applies to any of some devices.
  PublishedFilter withDevices(List<String> wanted) {
    return new PublishedFilter(types, section, stages, attributes, codes, wanted, links, late);
  }

  /// The same for the records of one type.
  PublishedFilter ofType(String type) {
    return new PublishedFilter(
        List.of(type), section, stages, attributes, codes, devices, links, late);
  }

  /// The same, where other records are named otherwise.
  ///
  /// @param names gives a record another name
  /// @param wanted the attributes with such names
  public PublishedFilter naming(UnaryOperator<String> names, List<PublishedQuery.Wanted> wanted) {
    return new PublishedFilter(
        types,
        section == null ? null : names.apply(section),
        stages,
        wanted,
        codes,
        devices,
        links.stream()
            .map(link -> new LinkFilter(link.type(), names.apply(link.target())))
            .toList(),
        late);
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
    add(texts, "late", Stream.ofNullable(late));
    return texts;
  }

  private static void add(List<String> texts, String name, Stream<String> values) {
    values.distinct().sorted().forEach(value -> texts.add(name + "=" + value));
  }
}
