package org.seccatalogue.plan.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.rules.CheckedDraft;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;

/// Why a row is applied only when somebody chooses that by itself.
public enum Guard {
  /// It withdraws its record.
  WITHDRAWAL,
  /// It lowers the protective marking of its record.
  LOWER_MARKING;

  /// Why a row is to be chosen by itself, if it is.
  public static Optional<Guard> of(@Nullable StoredRecord record, CheckedDraft draft) {
    if (draft.course().steps().stream()
        .anyMatch(step -> step.kind() == StageCourse.Kind.WITHDRAWAL)) {
      return Optional.of(WITHDRAWAL);
    }
    return record != null && lowers(draft.type(), record.attributes(), draft.attributes())
        ? Optional.of(LOWER_MARKING)
        : Optional.empty();
  }

  private static boolean lowers(RecordType type, Attributes before, Attributes after) {
    return type.playing(AttributeRole.MARKING)
        .filter(marking -> height(marking, after) < height(marking, before))
        .isPresent();
  }

  /// The place of the marking among the codes of its list, which begins with the lowest.
  private static int height(Attribute marking, Attributes attributes) {
    JsonNode value = attributes.get(marking.name());
    return value != null && marking.type() instanceof AttributeType.Code(CodeList codes)
        ? codes.codes().indexOf(value.asText())
        : -1;
  }
}
