package org.seccatalogue.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.RowValues;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordVersion;

/// A row that was read and compared with the catalogue, as it waits to be applied.
///
/// @param key of the record that it matches, or that a new record is to have
/// @param base the state of the record that it was compared with; absent for a new record
/// @param baseStage the stage of the record then
/// @param parentText the section that it names, when no record has that name yet
/// @param changed what differs from `base`
/// @param identity the values that tell which record is meant, of a row without a key
/// @param uniques values that no other record may have
/// @param conflicts what the workbook and the catalogue both changed
record StagedChange(
    RowValues row,
    String sheet,
    String type,
    PlannedChange.Kind kind,
    @Nullable RecordKey key,
    @Nullable RecordVersion base,
    @Nullable String baseStage,
    String title,
    @Nullable String reference,
    @Nullable RecordKey parent,
    @Nullable String parentText,
    String stage,
    Attributes attributes,
    boolean makesRevision,
    List<String> changed,
    @Nullable String identity,
    List<String> uniques,
    List<StagedLink> links,
    List<Conflict> conflicts) {

  /// A link of the record, or with no type a record that an attribute names.
  ///
  /// @param target absent when no record has that name yet
  /// @param revision of the target that the link is kept to; absent: the one that is current then
  record StagedLink(
      @Nullable String type,
      List<String> allowed,
      String targetText,
      @Nullable RecordKey target,
      @Nullable Integer revision,
      @Nullable String note,
      int column) {}
}
