package org.seccatalogue.imports.writing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.plan.rows.RowPlace;
import org.seccatalogue.plan.rows.StagedJson;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordKey;

/// A chosen row of a plan, as it is applied.
///
/// @param decided whether it was in conflict
record AppliedRow(
    int rowNumber,
    Spot spot,
    PlannedChange.Kind outcome,
    Named record,
    @Nullable Above above,
    Wish wish,
    boolean decided) {

  /// Where it stands in its source.
  record Spot(String sheet, int sheetRow) {}

  /// The record that it means: its key, or which of the new ones of its type.
  record Named(String type, @Nullable RecordKey key, @Nullable Integer newNumber) {}

  /// The record above it: one that there is, or that of another row, or what only has a name.
  record Above(
      @Nullable RecordKey parent,
      @Nullable String parentType,
      @Nullable RecordKey parentKey,
      @Nullable Integer parentNumber,
      @Nullable String parentText) {}

  /// What it asks for.
  record Wish(
      @Nullable String askedStage,
      @Nullable String place,
      String attributes,
      List<String> changed) {

    PlaceWish placeWish() {
      return place == null ? PlaceWish.NONE : PlaceWish.of(place).orElse(PlaceWish.NONE);
    }

    com.fasterxml.jackson.databind.node.ObjectNode values() {
      return StagedJson.object(attributes);
    }

    /// Whether the record goes to another place.
    boolean moves() {
      return changed.contains("section") || changed.contains("place");
    }
  }

  /// A link of it.
  ///
  /// @param target a record that there is; absent: that of the row described by the others
  /// @param revision of the target that the link is made against; absent: the one it has then
  record LinkOf(
      int rowNumber,
      String type,
      @Nullable RecordKey target,
      String targetText,
      @Nullable String note,
      @Nullable Row row,
      @Nullable Integer revision) {

    /// The row that makes the target; nothing where no row does.
    record Row(
        @Nullable String targetType,
        @Nullable RecordKey targetKey,
        @Nullable Integer targetNumber) {}
  }

  /// A name in its values that is of another row.
  record NameOf(int rowNumber, String name, LinkOf.@Nullable Row row) {}

  boolean isNew() {
    return outcome == PlannedChange.Kind.NEW;
  }

  Place place() {
    RecordKey key = record.key();
    return RowPlace.of(spot.sheet(), spot.sheetRow(), key == null ? null : key.toString());
  }

  /// What the rules found in it now, told of the row. Decisions that do not go together are told as
  /// that.
  Finding told(Finding finding) {
    return decided
        ? Finding.error(
            FindingCode.UNDECIDED,
            place(),
            finding.found(),
            "decisions that go together: " + finding.expected())
        : finding.at(place());
  }
}
