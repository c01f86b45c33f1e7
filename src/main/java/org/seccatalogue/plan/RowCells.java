package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.ProposalTable.Part;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.Workflow;

/// The cells of a row for the places of its draft.
///
/// @param row with the names that stand in its cells
/// @param linkColumns the column of each link of the draft
record RowCells(ProposalTable table, Workflow workflow, Proposal row, List<Integer> linkColumns) {

  static RowCells of(ProposalTable table, Workflow workflow, RowDraft drafted) {
    return new RowCells(table, workflow, drafted.written(), drafted.linkColumns());
  }

  /// What the rules found in the draft, told of its cell. What a whole table lacks is told once.
  Optional<Finding> told(Finding finding) {
    String[] steps = finding.place().text().split("/", -1);
    String first = steps.length > 1 ? steps[1] : "";
    String second = steps.length > 2 ? steps[2] : "";
    Optional<Attribute> attribute =
        first.equals("attributes") ? table.type().attribute(second) : Optional.empty();
    Finding placed =
        quoted(labelled(finding, attribute), steps, attribute)
            .at(table.cell(row, column(first, second)));
    return finding.code() == FindingCode.MISSING_VALUE && attribute.isPresent()
        ? table.missing(attribute.get(), placed)
        : Optional.of(placed);
  }

  /// Names in cells were read as keys: what was found is told as it is written.
  private Finding quoted(Finding finding, String[] steps, Optional<Attribute> attribute) {
    String said =
        steps.length > 1 && steps[1].equals("parent")
            ? row.stated().section()
            : attribute.filter(one -> one.type().refers()).map(_ -> inValue(steps)).orElse(null);
    return finding.found() == null || said == null || said.isBlank()
        ? finding
        : finding.quoting(said.strip());
  }

  /// Nothing where the row says no value there.
  private @Nullable String inValue(String[] steps) {
    JsonNode value = row.stated().attributes();
    for (int step = 2; step < steps.length; step++) {
      value = value.isArray() ? value.path(Integer.parseInt(steps[step])) : value.path(steps[step]);
    }
    return value.isTextual() ? value.asText() : null;
  }

  /// Cells hold labels of codes, so that is what is expected there.
  private Finding labelled(Finding finding, Optional<Attribute> attribute) {
    if (finding.code() != FindingCode.UNKNOWN_CODE) {
      return finding;
    }
    return attribute
        .map(Attribute::type)
        .map(RowCells::codes)
        .orElseGet(() -> Stream.of(stages()))
        .filter(codes -> finding.expected().equals("one of " + String.join(", ", codes.keySet())))
        .findFirst()
        .map(codes -> finding.expecting("one of " + String.join(", ", codes.values())))
        .orElse(finding);
  }

  private Map<String, String> stages() {
    Map<String, String> stages = new LinkedHashMap<>();
    workflow.stages().forEach(stage -> stages.put(stage.code(), stage.label()));
    return stages;
  }

  /// The codes with their labels of all lists that values of a type are taken from.
  private static Stream<Map<String, String>> codes(AttributeType type) {
    return switch (type) {
      case AttributeType.Code(CodeList codes) -> Stream.of(labels(codes));
      case AttributeType.ListOf list -> codes(list.item());
      case AttributeType.CodeMap map -> Stream.of(labels(map.keys()), labels(map.values()));
      case AttributeType.Table table ->
          table.columns().stream().flatMap(column -> codes(column.type()));
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Flag(),
          AttributeType.Date(),
          AttributeType.Measure _,
          AttributeType.Reference _ ->
          Stream.empty();
    };
  }

  private static Map<String, String> labels(CodeList codes) {
    Map<String, String> labels = new LinkedHashMap<>();
    codes.values().forEach(value -> labels.put(value.code(), value.label()));
    return labels;
  }

  private int column(String first, String second) {
    return switch (first) {
      case "attributes" -> table.columnOf(second).orElse(0);
      case "links" -> linkColumns.isEmpty() ? 0 : linkColumns.get(place(second));
      case "key" -> table.columnOf(Part.KEY);
      case "parent" -> table.columnOf(Part.SECTION);
      case "before", "after" -> table.columnOf(Part.POSITION);
      case "stage", "editorial" -> table.columnOf(Part.STAGE);
      default -> 0;
    };
  }

  /// Of what is wrong with all links together, the first is told.
  private static int place(String second) {
    return second.isEmpty() ? 0 : Integer.parseInt(second);
  }

  Place place() {
    return table.cell(row, 0);
  }
}
