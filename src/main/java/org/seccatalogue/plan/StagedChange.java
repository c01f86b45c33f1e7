package org.seccatalogue.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.plan.rows.StagedJson;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.rules.CheckedDraft;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.AttributeRole;

/// A row that was compared with the catalogue and that the rules let pass, as it waits to be
/// applied.
///
/// @param changed what differs from its record
/// @param guards why it is chosen by itself; none for most
/// @param unresolved the names in its values that no record has yet, with their columns
record StagedChange(
    BatchMatch.Matched matched,
    ProposalTable table,
    CheckedDraft checked,
    PlannedChange.Kind kind,
    List<String> changed,
    List<Conflict> conflicts,
    List<Guard> guards,
    List<RowNames.Named> unresolved) {

  Proposal row() {
    return matched.row();
  }

  @Nullable RecordKey key() {
    return matched.key();
  }

  @Nullable StoredRecord record() {
    return matched.record();
  }

  Attributes attributes() {
    return checked.attributes();
  }

  String title() {
    return attributes().text(table.type(), AttributeRole.TITLE).orElse("");
  }

  @Nullable String reference() {
    return checked.reference().orElse(null);
  }

  /// The number that its record has; empty where it has none and could.
  @Nullable String numberBefore() {
    StoredRecord record = record();
    return record == null || record.type().playing(AttributeRole.REFERENCE).isEmpty()
        ? null
        : record.attributes().text(record.type(), AttributeRole.REFERENCE).orElse("");
  }

  /// The links of a type that its row says, as they are written there.
  List<String> linkTexts(String type) {
    return row().stated().links().stream()
        .filter(cell -> cell.type().equals(type))
        .map(cell -> StagedJson.link(cell.target(), cell.note()))
        .toList();
  }

  boolean makesRevision() {
    return checked.course().makesRevision();
  }

  /// The stage that the row asks for; absent when it asks for none.
  @Nullable String askedStage() {
    String asked = checked.draft().wish().stage();
    return asked == null ? contestedStage() : asked;
  }

  /// The stage of its record, once the row is applied as it is.
  String stage() {
    String contested = checked.draft().wish().stage() == null ? contestedStage() : null;
    StoredRecord record = record();
    return contested == null
        ? checked.course().end(record == null ? "" : record.stage())
        : contested;
  }

  private @Nullable String contestedStage() {
    return conflicts.stream()
        .filter(conflict -> conflict.field().equals(RowChanges.STAGE))
        .map(Conflict::ours)
        .findFirst()
        .orElse(null);
  }

  /// The stage to which its new words fall; absent when they do not.
  @Nullable String fallsTo() {
    return checked.course().steps().stream()
        .filter(step -> step.kind() == StageCourse.Kind.FALL)
        .map(StageCourse.Step::to)
        .findFirst()
        .orElse(null);
  }

  /// A row that says nothing new is counted and shown, but never written.
  boolean writes() {
    return kind != PlannedChange.Kind.SAME;
  }
}
