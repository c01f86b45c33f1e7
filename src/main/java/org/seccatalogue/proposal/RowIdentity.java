package org.seccatalogue.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordReader;
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
  public static Optional<String> of(ProposalTable table, Proposal row) {
    return counted(table, row).map(Counted::identity).or(() -> values(table, row));
  }

  private static Optional<String> values(ProposalTable table, Proposal row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : attributes(table, row)) {
      JsonNode value = RecordReader.normal(attribute.type(), row.saidOrDefault(attribute.name()));
      if (value == null) {
        return Optional.empty();
      }
      object.set(attribute.name(), value);
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
