package org.seccatalogue.suggestion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.seccatalogue.mapping.CellTarget;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.SheetColumn;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.proposal.Proposal;
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
            .filter(column -> column.target() instanceof CellTarget.Section)
            .map(SheetColumn::index)
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

  private void other(SheetColumn column) {
    switch (column.target()) {
      case CellTarget.Links(var rule) ->
          add(column.index(), new ColumnTarget.Links(rule.name()), rule.label());
      case CellTarget.Key() -> add(column.index(), new ColumnTarget.Key(), "Key");
      case CellTarget.Position() ->
          add(column.index(), new ColumnTarget.Place(), "Place in section");
      case CellTarget.Stage() -> add(column.index(), new ColumnTarget.Stage(), "Stage");
      case CellTarget.Attributes _,
          CellTarget.Section _,
          CellTarget.Revision _,
          CellTarget.Digest _,
          CellTarget.Ignored _ -> {}
    }
  }

  private void add(int index, ColumnTarget target, String label) {
    headings.add(new MappingPreview.Heading(index, target, label, header(index)));
  }

  private String header(int index) {
    return mapping.columns().stream()
        .filter(column -> column.index() == index)
        .map(SheetColumn::header)
        .findFirst()
        .orElse("")
        .strip();
  }

  /// What a row has in a column, in words.
  String text(Proposal row, MappingPreview.Heading heading) {
    return switch (heading.target()) {
      case ColumnTarget.Of(String name) ->
          mapping.type().attribute(name).map(attribute -> value(row, attribute)).orElse("");
      case ColumnTarget.Links _ -> links(row, heading.index());
      case ColumnTarget.Key() -> Objects.requireNonNullElse(row.key(), "");
      case ColumnTarget.Section() -> Objects.requireNonNullElse(row.stated().section(), home(row));
      case ColumnTarget.Place() -> row.stated().place().text();
      case ColumnTarget.Stage() ->
          row.stated().stage() == null ? "" : schema.workflow().labelOf(row.stated().stage());
      case ColumnTarget.Nothing() -> "";
    };
  }

  private String home(Proposal row) {
    String section = row.defaults().section();
    return section != null ? section : Objects.requireNonNullElse(mapping.type().section(), "");
  }

  private static String value(Proposal row, Attribute attribute) {
    JsonNode raw = row.saidOrDefault(attribute.name());
    JsonNode value = RecordReader.normal(attribute.type(), raw);
    return value != null
        ? ValueText.of(attribute.type(), value)
        : raw.isValueNode() ? raw.asText("") : raw.toString();
  }

  private static String links(Proposal row, int column) {
    return row.stated().links().stream()
        .filter(link -> link.column() == column)
        .map(Proposal.LinkCell::target)
        .collect(Collectors.joining("; "));
  }
}
