package org.seccatalogue.page.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.seccatalogue.finding.Excerpt;
import org.seccatalogue.page.Dates;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.record.ValueText;
import org.seccatalogue.record.words.Lateness;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;

/// Attributes that stand together under one heading, with their values.
public record AttributeGroup(String heading, List<Line> lines) {

  private static final String REST = "Other";
  private static final String LATE = "Late";
  private static final String ON = "It was still awaited on ";
  private static final int LONGEST_HEADING = 120;

  /// One attribute.
  public record Line(String label, ValueView value) {}

  /// The attributes that have a value, by group, in the order of the type. What is late is told.
  ///
  /// @param day on which it is asked
  /// @param names what people call the records that attributes refer to
  public static List<AttributeGroup> of(
      RecordType type, Attributes attributes, LocalDate day, UnaryOperator<String> names) {
    boolean late = Lateness.isLate(type, attributes, day);
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    for (Attribute attribute : type.attributes()) {
      JsonNode value = attributes.get(attribute.name());
      if (value != null) {
        groups
            .computeIfAbsent(heading(attribute), _ -> new ArrayList<>())
            .add(new Line(attribute.label(), view(attribute.type(), value, names)));
        if (late && attribute.has(AttributeRole.DUE)) {
          groups
              .computeIfAbsent(heading(attribute), _ -> new ArrayList<>())
              .add(new Line(LATE, new ValueView.Words(ON + Dates.day(day.toString()))));
        }
      }
    }
    return groups.entrySet().stream()
        .map(e -> new AttributeGroup(e.getKey(), e.getValue()))
        .toList();
  }

  /// The same without the title and the statement, which stand above them.
  public static List<AttributeGroup> below(
      RecordType type, Attributes attributes, LocalDate day, UnaryOperator<String> names) {
    List<String> above =
        type.attributes().stream()
            .filter(a -> a.has(AttributeRole.TITLE) || a.has(AttributeRole.STATEMENT))
            .filter(a -> a.has(AttributeRole.STATEMENT) || isShort(attributes.displayText(a)))
            .map(Attribute::label)
            .toList();
    return of(type, attributes, day, names).stream()
        .map(
            group ->
                new AttributeGroup(
                    group.heading(),
                    group.lines().stream().filter(l -> !above.contains(l.label())).toList()))
        .filter(group -> !group.lines().isEmpty())
        .toList();
  }

  /// A title as the heading of a page.
  public static String titleOfPage(String title) {
    return isShort(title) ? title : Excerpt.beginning(title, LONGEST_HEADING).strip() + " …";
  }

  private static boolean isShort(String title) {
    return title.length() <= LONGEST_HEADING;
  }

  public static String heading(Attribute attribute) {
    return Objects.requireNonNullElse(attribute.group(), REST);
  }

  static ValueView view(AttributeType type, JsonNode value, UnaryOperator<String> names) {
    return switch (type) {
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Flag(),
          AttributeType.Measure _ ->
          new ValueView.Words(ValueText.of(type, value));
      case AttributeType.Date() -> new ValueView.Words(Dates.day(value.asText()));
      case AttributeType.Code code ->
          new ValueView.Codes(List.of(ValueView.CodeText.of(code.codes(), value.asText())));
      case AttributeType.Reference _ -> named(List.of(value.asText()), names);
      case AttributeType.ListOf list -> list(list, value, names);
      case AttributeType.CodeMap map -> entries(map, value);
      case AttributeType.Table table ->
          new ValueView.Grid(
              table.columns().stream().map(Attribute::label).toList(),
              ValueText.rows(table, ReferenceUse.renamed(table, value, names)));
    };
  }

  private static ValueView named(List<String> keys, UnaryOperator<String> names) {
    return new ValueView.Records(
        keys.stream().map(key -> new ValueView.Named(key, names.apply(key))).toList());
  }

  private static ValueView list(
      AttributeType.ListOf list, JsonNode value, UnaryOperator<String> names) {
    List<String> items = value.valueStream().map(JsonNode::asText).toList();
    if (list.item() instanceof AttributeType.Code(CodeList codes)) {
      return new ValueView.Codes(
          items.stream().map(code -> ValueView.CodeText.of(codes, code)).toList());
    }
    return list.item() instanceof AttributeType.Reference
        ? named(items, names)
        : new ValueView.Items(ValueText.items(list, value));
  }

  private static ValueView entries(AttributeType.CodeMap map, JsonNode value) {
    return new ValueView.Entries(
        value.properties().stream()
            .map(
                e ->
                    new ValueView.Entry(
                        map.keys().labelOf(e.getKey()),
                        ValueView.CodeText.of(map.values(), e.getValue().asText())))
            .toList());
  }
}
