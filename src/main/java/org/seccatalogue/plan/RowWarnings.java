package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.ProposalTable.Part;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// What people should know of a row before they apply it.
final class RowWarnings {

  private static final String ALONE = "; the row is applied only if you select it individually";

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
      if (change.row().key() == null) {
        withdrawn(change, record, findings);
      } else if (change.row().base() == null) {
        baseless(change, record, findings);
      }
    }
    change.guards().forEach(guard -> findings.add(guarded(change, guard)));
    return findings;
  }

  private Finding guarded(StagedChange change, Guard guard) {
    return switch (guard) {
      case WITHDRAWAL ->
          Finding.warning(
              FindingCode.WITHDRAWS,
              table.cell(change.row(), Part.STAGE),
              schema.workflow().labelOf(change.checked().course().end("")),
              "a stage in which the record stays proposed" + ALONE);
      case LOWER_MARKING -> lower(change);
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
            + ALONE);
  }

  private void withdrawn(StagedChange change, StoredRecord record, List<Finding> findings) {
    if (schema.workflow().withdrawn().equals(record.stage())) {
      String expected =
          "a record that is not withdrawn; " + record.key() + " says the same and is brought back";
      findings.add(
          Finding.warning(
              FindingCode.WITHDRAWN, table.cell(change.row(), Part.KEY), change.title(), expected));
    }
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
