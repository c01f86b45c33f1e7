package org.seccatalogue.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;

/// A draft that the rules let pass.
///
/// @param parent absent for a root
/// @param links in the order of the draft
public record CheckedDraft(
    Draft draft,
    RecordType type,
    @Nullable Target parent,
    Slot slot,
    Attributes attributes,
    List<CheckedLink> links,
    StageCourse course) {

  public CheckedDraft {
    links = List.copyOf(links);
  }

  /// The values of it that no other record may have. A number that is counted below another record
  /// is none: only its path is.
  public List<UniqueValue> uniques() {
    String numbered =
        attributes
            .text(type, AttributeRole.REFERENCE)
            .filter(this::isCounted)
            .flatMap(_ -> type.playing(AttributeRole.REFERENCE))
            .map(Attribute::name)
            .orElse("");
    return UniqueValue.of(type, attributes).stream()
        .filter(value -> !value.attribute().equals(numbered))
        .toList();
  }

  /// The values of it that no other record may have and that its record does not have yet.
  List<UniqueValue> claims() {
    Set<UniqueValue> before = before();
    return saysOtherwise()
        ? uniques().stream().filter(value -> !before.contains(value)).toList()
        : List.of();
  }

  /// The values that its record has for itself alone and would not have any more.
  Set<UniqueValue> givenUp() {
    Set<UniqueValue> before = saysOtherwise() ? before() : new HashSet<>();
    uniques().forEach(before::remove);
    return before;
  }

  private boolean saysOtherwise() {
    return course.makesRevision() || renumbers();
  }

  private Set<UniqueValue> before() {
    DraftBase base = draft.base();
    return base == null ? new HashSet<>() : new HashSet<>(UniqueValue.of(type, base.attributes()));
  }

  /// What people are to call its record.
  public Optional<String> reference() {
    return attributes
        .text(type, AttributeRole.REFERENCE)
        .map(number -> isCounted(number) ? Numbering.path(above(), number) : number);
  }

  /// What people are to call its record, and did not until now.
  Optional<String> newName() {
    DraftBase base = draft.base();
    return reference().filter(name -> base == null || !name.equals(base.head().reference()));
  }

  /// That another record had the reference which this one gets: what was called so until now is not
  /// found by it any more.
  List<Finding> warnings(KnownRecords known) {
    return newName().stream()
        .flatMap(
            name ->
                Optional.ofNullable(known.formerly(List.of(name)).get(name))
                    .filter(lost -> !draft.isItself(lost.key()))
                    .map(lost -> passed(name, lost))
                    .stream())
        .toList();
  }

  private Finding passed(String name, RecordHead lost) {
    String attribute = type.playing(AttributeRole.REFERENCE).map(Attribute::name).orElseThrow();
    String called = "“%s” (%s)".formatted(lost.title(), lost.key());
    return Finding.warning(
        FindingCode.REFERENCE_PASSED,
        new Place.Pointer("/attributes/" + attribute),
        name,
        "a reference that no other record had: it was that of %s, and leads to this record now"
            .formatted(called));
  }

  /// Whether its record gets another reference, its first one, or none any more, and keeps its
  /// words: that is no change of them.
  public boolean renumbers() {
    DraftBase base = draft.base();
    return base != null
        && !course.makesRevision()
        && !number(attributes).equals(number(base.attributes()));
  }

  private String number(Attributes of) {
    return of.text(type, AttributeRole.REFERENCE).orElse("");
  }

  private boolean isCounted(String number) {
    return parent != null && type.kind().makesTheOutline() && Numbering.isCounted(number);
  }

  private @Nullable String above() {
    return parent instanceof Target.Known(RecordHead head) ? head.name() : draft.wish().parent();
  }

  /// Whether it stands below another parent than before.
  public boolean changesParent() {
    DraftBase base = draft.base();
    return base == null || !Target.isKnown(parent, base.head().parent());
  }
}
