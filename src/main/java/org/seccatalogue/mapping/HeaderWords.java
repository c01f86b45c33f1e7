package org.seccatalogue.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// What the headers of a sheet mean: as a profile says, or by the words that all know.
public final class HeaderWords {

  private static final Map<String, CellTarget> WORDS =
      Map.ofEntries(
          Map.entry("key", new CellTarget.Key()),
          Map.entry("identifier", new CellTarget.Key()),
          Map.entry("section", new CellTarget.Section()),
          Map.entry("part c section", new CellTarget.Section()),
          Map.entry("place in section", new CellTarget.Position()),
          Map.entry("stage", new CellTarget.Stage()),
          Map.entry("revision", new CellTarget.Revision()),
          Map.entry("digest", new CellTarget.Digest()),
          Map.entry("type", new CellTarget.Ignored()));

  /// What profiles call the place among the records of a section. A header of that word may mean
  /// anything.
  private static final String PLACE = "place";

  private final RecordType type;
  private final Profile.@Nullable SheetProfile profile;
  private final CatalogueSchema schema;

  HeaderWords(RecordType type, Profile.@Nullable SheetProfile profile, CatalogueSchema schema) {
    this.type = type;
    this.profile = profile;
    this.schema = schema;
  }

  /// What a profile says of a column; it may say more than one thing.
  List<SheetColumn> profiled(int index, String header, int nth) {
    return Stream.ofNullable(profile)
        .flatMap(p -> p.columns().stream())
        .filter(c -> c.is(header, nth))
        .map(
            c ->
                new SheetColumn(
                    index,
                    header,
                    target(c),
                    c.values(),
                    c.separator() == null ? ";" : Pattern.quote(c.separator()),
                    Set.copyOf(c.leaveOut())))
        .toList();
  }

  private CellTarget target(Profile.ColumnProfile column) {
    if (column.link() != null) {
      return new CellTarget.Links(schema.link(column.link()).orElseThrow());
    }
    if (column.as() != null) {
      return column.as().equals(PLACE)
          ? new CellTarget.Position()
          : WORDS.getOrDefault(column.as(), new CellTarget.Ignored());
    }
    return new CellTarget.Attributes(
        column.attributes().stream().map(name -> type.attribute(name).orElseThrow()).toList());
  }

  /// What a header means by itself.
  Optional<SheetColumn> plain(int index, String header) {
    String text = HeaderText.folded(header);
    Optional<CellTarget> attribute =
        attribute(type, header).map(a -> new CellTarget.Attributes(List.of(a)));
    Optional<CellTarget> link =
        schema.links().stream()
            .filter(l -> text.equals(HeaderText.folded(l.label())) || text.equals(l.name()))
            .findFirst()
            .map(CellTarget.Links::new);
    return attribute
        .or(() -> link)
        .or(() -> Optional.ofNullable(WORDS.get(text)))
        .map(target -> SheetColumn.plain(index, header, target));
  }

  /// The attribute that a header names.
  public static Optional<Attribute> attribute(RecordType type, String header) {
    String text = HeaderText.folded(header);
    return type.attributes().stream().filter(a -> names(a).anyMatch(text::equals)).findFirst();
  }

  private static Stream<String> names(Attribute attribute) {
    Stream<String> withUnit =
        attribute.unit() == null
            ? Stream.empty()
            : Stream.of(attribute.label() + " (" + attribute.unit() + ")");
    return Stream.of(
            Stream.of(attribute.label(), attribute.name()), withUnit, attribute.aliases().stream())
        .flatMap(names -> names)
        .map(HeaderText::folded);
  }
}
