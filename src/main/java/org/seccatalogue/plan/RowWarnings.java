package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.schema.CatalogueSchema;

/// What people should know of a row that changes a record before they apply it.
final class RowWarnings {

  private final CatalogueSchema schema;
  private final SheetMapping mapping;

  RowWarnings(CatalogueSchema schema, SheetMapping mapping) {
    this.schema = schema;
    this.mapping = mapping;
  }

  List<Finding> of(StagedChange change) {
    List<Finding> findings = new ArrayList<>();
    if (change.kind() == PlannedChange.Kind.CHANGED && change.key() != null) {
      if (change.row().key() == null) {
        withdrawn(change, findings);
      } else if (change.row().base() == null) {
        baseless(change, findings);
      }
    }
    return findings;
  }

  private void withdrawn(StagedChange change, List<Finding> findings) {
    if (schema.workflow().withdrawn().equals(change.baseStage())) {
      String expected =
          "a record that is not withdrawn; " + change.key() + " says the same and is brought back";
      findings.add(
          Finding.warning(
              FindingCode.WITHDRAWN,
              place(change, SheetMapping.Target.Key.class),
              change.title(),
              expected));
    }
  }

  /// Only a sheet that has revisions at all lacks one.
  private void baseless(StagedChange change, List<Finding> findings) {
    boolean hasRevisions =
        mapping.columns().stream()
            .anyMatch(c -> c.target() instanceof SheetMapping.Target.Revision);
    if (hasRevisions) {
      String expected =
          "the revision with which "
              + change.key()
              + " was exported; without it, the row replaces the current content,"
              + " whoever has changed it since";
      findings.add(
          Finding.warning(
              FindingCode.WRONG_BASE,
              place(change, SheetMapping.Target.Revision.class),
              null,
              expected));
    }
  }

  private Place place(StagedChange change, Class<? extends SheetMapping.Target> column) {
    return new Place.Cell(mapping.sheet(), change.row().row(), mapping.columnOf(column));
  }
}
