package org.seccatalogue.page.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;

/// The records that refer to a record in an attribute, and not by a link.
///
/// @param more where those are that are not listed
public record NamedBy(List<Line> lines, List<More> more) {

  /// The most records that are listed for an attribute.
  public static final int MOST = 20;

  /// As far as they are counted.
  public static final int MOST_COUNTED = 1000;

  public NamedBy {
    lines = List.copyOf(lines);
    more = List.copyOf(more);
  }

  /// A record that names it.
  ///
  /// @param label what its type calls the attribute
  public record Line(String label, RecordLine record) {}

  /// The rest of an attribute.
  ///
  /// @param all how many records there are of it, with those that are listed
  public record More(String label, String all, String href) {}

  /// What is found for an attribute.
  ///
  /// @param records the first of them
  /// @param all how many there are, counted up to one more than [#MOST_COUNTED]
  public record Found(List<RecordHead> records, int all) {
    public Found {
      records = List.copyOf(records);
    }
  }

  /// Asks for each attribute that may refer to records of this type.
  ///
  /// @param search the address of the search, which takes an attribute
  /// @param asked finds those of an attribute, by its name
  public static NamedBy of(
      RecordHead record, Page page, PageAddress search, Function<String, Found> asked) {
    List<Line> lines = new ArrayList<>();
    List<More> more = new ArrayList<>();
    for (String name : referring(page.schema(), record.type())) {
      Found found = asked.apply(name);
      found.records().forEach(one -> lines.add(page.line(one, name)));
      if (found.all() > found.records().size()) {
        String href = search.with("attribute", name + ":" + record.key()).toString();
        more.add(new More(label(page.schema(), name), counted(found.all()), href));
      }
    }
    return new NamedBy(lines, more);
  }

  /// The types and the words of a page.
  public record Page(CatalogueSchema schema, RecordLines lines) {

    private Line line(RecordHead one, String name) {
      String label = schema.typeOf(one.type()).attribute(name).map(Attribute::label).orElse(name);
      return new Line(label, lines.of(one));
    }
  }

  private static String counted(int all) {
    String of = all > MOST_COUNTED ? "more than " : "";
    return String.format(Locale.UK, "%s%,d", of, Math.min(all, MOST_COUNTED));
  }

  /// What the types that have an attribute call it.
  public static String label(CatalogueSchema schema, String name) {
    return schema.types().stream()
        .flatMap(type -> type.attribute(name).stream())
        .map(Attribute::label)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static List<String> referring(CatalogueSchema schema, String type) {
    return schema.types().stream()
        .flatMap(one -> one.attributes().stream())
        .filter(attribute -> mayNameOne(attribute.type(), type))
        .map(Attribute::name)
        .distinct()
        .toList();
  }

  /// References in cells of tables are not looked for.
  private static boolean mayNameOne(AttributeType attribute, String type) {
    return switch (attribute) {
      case AttributeType.Reference(List<String> types) -> types.isEmpty() || types.contains(type);
      case AttributeType.ListOf(AttributeType item) -> mayNameOne(item, type);
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Flag _,
          AttributeType.Date _,
          AttributeType.Code _,
          AttributeType.Measure _,
          AttributeType.CodeMap _,
          AttributeType.Table _ ->
          false;
    };
  }

  public boolean isNobody() {
    return lines.isEmpty();
  }
}
