package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// One option of a question, in words.
///
/// @param rest what the table says of it besides, without what is empty
public record OptionRow(String letter, String words, String state, List<String> rest) {

  private static final List<AttributeRole> ROLES =
      List.of(AttributeRole.OPTION_LETTER, AttributeRole.STATEMENT, AttributeRole.STATE);

  public OptionRow {
    rest = List.copyOf(rest);
  }

  /// The options of a record, in their order.
  public static List<OptionRow> of(RecordType type, Attributes attributes) {
    return type.attributes().stream()
        .filter(attribute -> attribute.has(AttributeRole.OPTIONS))
        .flatMap(attribute -> rows(attribute, attributes))
        .toList();
  }

  private static Stream<OptionRow> rows(Attribute attribute, Attributes attributes) {
    JsonNode rows = attributes.get(attribute.name());
    return rows != null && attribute.type() instanceof AttributeType.Table table
        ? rows.valueStream().map(row -> of(table, row))
        : Stream.empty();
  }

  private static OptionRow of(AttributeType.Table table, JsonNode row) {
    return new OptionRow(
        cell(table, AttributeRole.OPTION_LETTER, row),
        cell(table, AttributeRole.STATEMENT, row),
        cell(table, AttributeRole.STATE, row),
        table.columns().stream()
            .filter(column -> ROLES.stream().noneMatch(column::has))
            .map(column -> ValueText.cell(column, row))
            .filter(words -> !words.isEmpty())
            .toList());
  }

  private static String cell(AttributeType.Table table, AttributeRole role, JsonNode row) {
    return table.playing(role).map(column -> ValueText.cell(column, row)).orElse("");
  }
}
