package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.seccatalogue.finding.Excerpt;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.plan.rows.StagedJson;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.ProposalTable.Part;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;

/// What people should know of a row before they apply it.
final class RowWarnings {

  private static final int LONGEST_SHOWN = 100;

  private final CatalogueSchema schema;
  private final ProposalTable table;

  RowWarnings(CatalogueSchema schema, ProposalTable table) {
    this.schema = schema;
    this.table = table;
  }

  List<Finding> of(StagedChange change) {
    List<Finding> findings = new ArrayList<>();
    StoredRecord record = change.record();
    if (record != null && change.kind() == PlannedChange.Kind.CHANGED) {
      if (change.row().key() != null && change.row().base() == null) {
        baseless(change, record, findings);
      }
    }
    if (record != null) {
      emptied(change, record, findings);
      passedOver(change, findings);
    }
    change.guards().forEach(guard -> guarded(change, guard).ifPresent(findings::add));
    return findings;
  }

  private Optional<Finding> guarded(StagedChange change, Guard guard) {
    return switch (guard) {
      case WITHDRAWAL ->
          Optional.of(
              Finding.warning(
                  FindingCode.WITHDRAWS,
                  table.cell(change.row(), Part.STAGE),
                  schema.workflow().labelOf(change.checked().course().end("")),
                  "a stage in which the record stays proposed" + Guard.ALONE));
      case LOWER_MARKING -> Optional.of(lower(change));
      case REINSTATEMENT -> Optional.of(reinstated(change));
      // Told at each cell in which such a reference stands, or when all rows are there.
      case PASSED_REFERENCE, NEEDS_ROW -> Optional.empty();
    };
  }

  private Finding lower(StagedChange change) {
    Attribute marking = table.type().playing(AttributeRole.MARKING).orElseThrow();
    StoredRecord record = java.util.Objects.requireNonNull(change.record());
    return Finding.warning(
        FindingCode.LOWER_MARKING,
        table.cell(change.row(), table.columnOf(marking.name()).orElse(0)),
        change.attributes().displayText(marking),
        "a marking that is not lower than “"
            + record.attributes().displayText(marking)
            + "”"
            + Guard.ALONE);
  }

  private Finding reinstated(StagedChange change) {
    String differing =
        change.changed().stream()
            .filter(field -> !field.equals(RowChanges.STAGE))
            .map(this::label)
            .collect(Collectors.joining(", "));
    String expected =
        "a record that is not withdrawn; "
            + Objects.requireNonNull(change.record()).head().name()
            + (differing.isEmpty()
                ? " says the same and is brought back"
                : " is brought back with other words in: " + differing)
            + Guard.ALONE;
    return Finding.warning(
        FindingCode.WITHDRAWN, table.cell(change.row(), Part.KEY), change.title(), expected);
  }

  private String label(String field) {
    return switch (field) {
      case RowChanges.SECTION -> "Section";
      case RowChanges.PLACE -> "Place in section";
      default ->
          table
              .type()
              .attribute(field)
              .map(Attribute::label)
              .or(() -> schema.link(field).map(LinkRule::label))
              .orElse(field);
    };
  }

  /// An empty cell of a column takes away what its record says.
  private void emptied(StagedChange change, StoredRecord record, List<Finding> findings) {
    for (String field : change.changed()) {
      table
          .type()
          .attribute(field)
          .filter(attribute -> change.attributes().get(attribute.name()) == null)
          .ifPresent(
              attribute ->
                  findings.add(
                      emptied(
                          change,
                          table.columnOf(field).orElse(0),
                          attribute.label(),
                          record.attributes().displayText(attribute))));
      schema
          .link(field)
          .filter(_ -> change.linkTexts(field).isEmpty() && table.links().contains(field))
          .ifPresent(
              link ->
                  findings.add(
                      emptied(
                          change,
                          table.columnOf(field).orElse(0),
                          link.label(),
                          links(record, field))));
    }
  }

  /// What every record has is not taken away by an empty cell, nor put anywhere else.
  private void passedOver(StagedChange change, List<Finding> findings) {
    Proposal.Base base = change.row().base();
    if (base == null) {
      return;
    }
    Proposal.Stated stated = change.row().stated();
    // A record at the root has no section that an empty cell could pass over.
    boolean below = !Objects.requireNonNullElse(base.section(), "").isEmpty();
    if (below && table.says(Part.SECTION) && stated.section() == null) {
      String expected = "a section: the record stays where it is, as an empty cell moves nothing";
      findings.add(passedOver(change, Part.SECTION, expected));
    }
    if (table.says(Part.STAGE) && stated.stage() == null && base.stage() != null) {
      String expected = "a stage: the record stays at its own, as an empty cell moves nothing";
      findings.add(passedOver(change, Part.STAGE, expected));
    }
  }

  private Finding passedOver(StagedChange change, Part part, String expected) {
    return Finding.warning(FindingCode.EMPTIES, table.cell(change.row(), part), null, expected);
  }

  private static String links(StoredRecord record, String type) {
    return record.links().stream()
        .filter(link -> link.type().equals(type))
        .map(link -> StagedJson.link(link.target().toString(), link.note()))
        .collect(Collectors.joining("; "));
  }

  private Finding emptied(StagedChange change, int column, String label, String before) {
    String shown = Excerpt.of(before, LONGEST_SHOWN);
    String expected =
        "a value: the empty cell takes “"
            + shown
            + "” away from “"
            + label
            + "” of "
            + change.key();
    return Finding.warning(FindingCode.EMPTIES, table.cell(change.row(), column), null, expected);
  }

  /// Only a sheet that has revisions at all lacks one.
  private void baseless(StagedChange change, StoredRecord record, List<Finding> findings) {
    if (table.says(Part.REVISION)) {
      String expected =
          "the revision with which "
              + record.key()
              + " was exported; without it, the row replaces the current content,"
              + " whoever has changed it since";
      findings.add(
          Finding.warning(
              FindingCode.WRONG_BASE, table.cell(change.row(), Part.REVISION), null, expected));
    }
  }
}
