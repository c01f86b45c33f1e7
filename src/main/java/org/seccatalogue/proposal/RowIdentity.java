package org.seccatalogue.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;

/// The values by which a row without a key tells which record it means.
public final class RowIdentity {

  private RowIdentity() {}

  /// A number that is counted below a section.
  ///
  /// @param section its key or reference
  public record Counted(String section, String number) {

    /// As JSON that no record contains: others may have the same number.
    public String identity() {
      return TextNode.valueOf(Numbering.path(section, number)).toString();
    }
  }

  /// The number by which the row tells which record it means, if that is counted below its section.
  public static Optional<Counted> counted(ProposalTable table, Proposal row) {
    String section = section(table, row);
    return section == null || !table.type().kind().makesTheOutline()
        ? Optional.empty()
        : attributes(table, row).stream()
            .filter(attribute -> attribute.has(AttributeRole.REFERENCE))
            .map(attribute -> row.saidOrDefault(attribute.name()).asText().strip())
            .filter(Numbering::isCounted)
            .map(number -> new Counted(section, number))
            .findFirst();
  }

  private static @Nullable String section(ProposalTable table, Proposal row) {
    if (row.stated().section() != null) {
      return row.stated().section();
    }
    String section = row.defaults().section();
    return section == null ? table.type().section() : section;
  }

  /// The values as the JSON object that the attributes of the record contain; of a number that is
  /// counted its path.
  ///
  /// @param keys gives the key of the record that a name stands for
  public static Optional<String> of(ProposalTable table, Proposal row, UnaryOperator<String> keys) {
    return counted(table, row).map(Counted::identity).or(() -> values(table, row, keys));
  }

  /// The names of other records in these values.
  public static List<String> names(ProposalTable table, Proposal row) {
    return attributes(table, row).stream()
        .flatMap(one -> ReferenceUse.names(one.type(), row.saidOrDefault(one.name())).stream())
        .toList();
  }

  private static Optional<String> values(
      ProposalTable table, Proposal row, UnaryOperator<String> keys) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : attributes(table, row)) {
      JsonNode value = RecordReader.normal(attribute.type(), row.saidOrDefault(attribute.name()));
      if (value == null) {
        return Optional.empty();
      }
      object.set(attribute.name(), ReferenceUse.renamed(attribute.type(), value, keys));
    }
    return object.isEmpty() ? Optional.empty() : Optional.of(object.toString());
  }

  /// The title, where that alone tells.
  public static Optional<String> title(ProposalTable table, Proposal row) {
    return Optional.of(attributes(table, row))
        .filter(telling -> telling.size() == 1)
        .map(List::getFirst)
        .filter(attribute -> attribute.has(AttributeRole.TITLE))
        .map(title -> RecordReader.normal(title.type(), row.saidOrDefault(title.name())))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  /// The attributes that tell: those that the source names, else a unique one, else the title.
  public static List<Attribute> attributes(ProposalTable table, Proposal row) {
    if (!table.match().isEmpty()) {
      return table.match().stream()
          .map(name -> table.type().attribute(name).orElseThrow())
          .toList();
    }
    Optional<Attribute> unique =
        table.type().attributes().stream()
            .filter(a -> a.unique() && !VisibleText.isBlank(row.saidOrDefault(a.name()).asText()))
            .findFirst();
    return unique.or(() -> table.type().playing(AttributeRole.TITLE)).stream().toList();
  }
}
