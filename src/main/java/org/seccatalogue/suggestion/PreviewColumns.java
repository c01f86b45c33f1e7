package org.seccatalogue.suggestion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.RowValues;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.ValueText;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;

/// The columns of a preview: the section, the attributes in the order of the type, and what else
/// the sheet gives, each known by what it is read as.
final class PreviewColumns {

  private final SheetMapping mapping;
  private final CatalogueSchema schema;
  private final List<MappingPreview.Heading> headings = new ArrayList<>();

  PreviewColumns(SheetMapping mapping, CatalogueSchema schema) {
    this.mapping = mapping;
    this.schema = schema;
    section();
    mapping.type().attributes().forEach(this::attribute);
    mapping.columns().forEach(this::other);
  }

  List<MappingPreview.Heading> headings() {
    return List.copyOf(headings);
  }

  private void section() {
    int index =
        mapping.columns().stream()
            .filter(column -> column.target() instanceof SheetMapping.Target.Section)
            .map(SheetMapping.Column::index)
            .findFirst()
            .orElse(-1);
    headings.add(new MappingPreview.Heading(index, new ColumnTarget.Section(), "Section", ""));
  }

  private void attribute(Attribute attribute) {
    mapping
        .columnOf(attribute.name())
        .map(
            index ->
                new MappingPreview.Heading(
                    index,
                    new ColumnTarget.Of(attribute.name()),
                    attribute.label(),
                    mapping.isGiven(attribute.name()) ? header(index) : "put together"))
        .ifPresent(headings::add);
  }

  private void other(SheetMapping.Column column) {
    switch (column.target()) {
      case SheetMapping.Target.Links(var rule) ->
          add(column.index(), new ColumnTarget.Links(rule.name()), rule.label());
      case SheetMapping.Target.Key() -> add(column.index(), new ColumnTarget.Key(), "Key");
      case SheetMapping.Target.Stage() -> add(column.index(), new ColumnTarget.Stage(), "Stage");
      case SheetMapping.Target.Attributes _,
          SheetMapping.Target.Section _,
          SheetMapping.Target.Revision _,
          SheetMapping.Target.Digest _,
          SheetMapping.Target.Ignored _ -> {}
    }
  }

  private void add(int index, ColumnTarget target, String label) {
    headings.add(new MappingPreview.Heading(index, target, label, header(index)));
  }

  private String header(int index) {
    return mapping.columns().stream()
        .filter(column -> column.index() == index)
        .map(SheetMapping.Column::header)
        .findFirst()
        .orElse("")
        .strip();
  }

  /// What a row has in a column, in words.
  String text(RowValues row, MappingPreview.Heading heading) {
    return switch (heading.target()) {
      case ColumnTarget.Of(String name) ->
          mapping.type().attribute(name).map(attribute -> value(row, attribute)).orElse("");
      case ColumnTarget.Links _ -> links(row, heading.index());
      case ColumnTarget.Key() -> Objects.requireNonNullElse(row.key(), "");
      case ColumnTarget.Section() ->
          Objects.requireNonNullElse(
              row.section(), Objects.requireNonNullElse(mapping.type().section(), ""));
      case ColumnTarget.Stage() ->
          row.stage() == null ? "" : schema.workflow().labelOf(row.stage());
      case ColumnTarget.Nothing() -> "";
    };
  }

  private static String value(RowValues row, Attribute attribute) {
    JsonNode raw = row.attributes().path(attribute.name());
    JsonNode value = RecordReader.normal(attribute.type(), raw);
    return value != null
        ? ValueText.inWords(attribute.type(), value)
        : raw.isValueNode() ? raw.asText("") : raw.toString();
  }

  private static String links(RowValues row, int column) {
    return row.links().stream()
        .filter(link -> link.column() == column)
        .map(RowValues.LinkCell::target)
        .collect(Collectors.joining("; "));
  }
}
