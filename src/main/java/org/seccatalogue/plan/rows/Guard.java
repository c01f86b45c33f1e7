package org.seccatalogue.plan.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.rules.CheckedDraft;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.Workflow;

/// Why a row is applied only when somebody chooses that by itself.
public enum Guard {
  /// It withdraws its record.
  WITHDRAWAL,
  /// It lowers the protective marking of its record.
  LOWER_MARKING,
  /// It names no key, and brings back a record that was withdrawn.
  REINSTATEMENT,
  /// It says a reference that was another record's before, and nobody exported it: which of the two
  /// its writer meant is for people to say.
  PASSED_REFERENCE,
  /// It needs the row of a new record that is chosen by itself, and has the reasons of that too:
  /// whoever chooses all rows for one of them chooses both.
  NEEDS_ROW;

  /// How a finding ends that tells of one.
  public static final String ALONE = "; the row is applied only if you select it";

  /// Why a row is to be chosen by itself, if it is: there may be several reasons. What comes to an
  /// end is a withdrawal, also of a record that is new.
  public static List<Guard> of(
      Workflow workflow, @Nullable StoredRecord record, CheckedDraft draft) {
    List<Guard> guards = new ArrayList<>();
    if (draft.course().steps().stream().anyMatch(step -> workflow.isEnd(step.to()))) {
      guards.add(WITHDRAWAL);
    }
    if (record != null && lowers(draft.type(), record.attributes(), draft.attributes())) {
      guards.add(LOWER_MARKING);
    }
    return guards;
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
