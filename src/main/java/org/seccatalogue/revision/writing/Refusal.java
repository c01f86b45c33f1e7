package org.seccatalogue.revision.writing;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.sql.Causes;

/// What the database, or the writer, refused to write although the rules had let it pass: somebody
/// else was faster, or a door did not ask. The one place where constraints become findings.
public final class Refusal {

  private static final String CONSTRAINTS = "23";

  /// Two waited for each other, or one waited too long.
  private static final Set<String> LOCKS = Set.of("40P01", "55P03");

  private Refusal() {}

  /// The finding that a failure stands for, when it is a refusal.
  public static Optional<Finding> of(Throwable failure) {
    return Causes.of(failure).flatMap(one -> finding(one).stream()).findFirst();
  }

  private static Optional<Finding> finding(Throwable failure) {
    if (failure instanceof OutlineRing) {
      return Optional.of(ring());
    }
    if (failure instanceof SectionAtEnd) {
      return Optional.of(
          of(
              FindingCode.BAD_PLACE,
              "/parent",
              "a section that is still proposed; somebody else has just withdrawn this one"));
    }
    if (failure instanceof SiblingLeft) {
      String expected = "a place beside a record that is still there; somebody else moved it";
      return Optional.of(of(FindingCode.MOVED, "", expected));
    }
    return failure instanceof PSQLException refused ? refused(refused) : Optional.empty();
  }

  private static Optional<Finding> refused(PSQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    if (LOCKS.contains(state)) {
      String expected =
          "that nobody else writes in the same place; somebody does just now: try again soon";
      return Optional.of(of(FindingCode.MOVED, "", expected));
    }
    return state.startsWith(CONSTRAINTS)
        ? Optional.of(finding(refused.getServerErrorMessage()))
        : Optional.empty();
  }

  private static Finding finding(@Nullable ServerErrorMessage message) {
    String constraint = message == null ? "" : String.valueOf(message.getConstraint());
    return switch (constraint) {
      case "record_outline" -> ring();
      case "record_depth" ->
          of(FindingCode.BAD_PLACE, "/parent", "a place that is less far down in the outline");
      case "record_stage_known", "revision_stage_known" ->
          of(FindingCode.UNKNOWN_CODE, "/stage", "a stage of the workflow");
      case "record_reference" ->
          of(
              FindingCode.DUPLICATE,
              "/attributes",
              "a reference that no other record has; somebody else has just taken it");
      case "link_to_itself" -> of(FindingCode.BAD_LINK, "/links", "links to other records");
      case "link_pkey" -> of(FindingCode.DUPLICATE, "/links", "each link once");
      case "link_target_fkey", "link_source_fkey" ->
          of(FindingCode.UNKNOWN_RECORD, "/links", "links to records that there are");
      case "record_parent_fkey" ->
          of(FindingCode.UNKNOWN_RECORD, "/parent", "a section that there is");
      default ->
          of(
              FindingCode.MOVED,
              "",
              "the catalogue as it was when you began; somebody else has just changed it");
    };
  }

  private static Finding ring() {
    return of(FindingCode.BAD_PLACE, "/parent", "a record that does not stand below this one");
  }

  private static Finding of(FindingCode code, String pointer, String expected) {
    return Finding.error(code, new Place.Pointer(pointer), null, expected);
  }
}
