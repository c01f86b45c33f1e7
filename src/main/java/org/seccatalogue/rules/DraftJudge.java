package org.seccatalogue.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.NoteText;
import org.seccatalogue.record.Reading;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Judges one draft of a batch: what it says by itself at once, the rest when the names of the
/// batch have been looked up.
final class DraftJudge {

  private final CatalogueSchema schema;
  private final Draft draft;
  private final @Nullable RecordType type;
  private final @Nullable Reading reading;
  private final Findings findings = new Findings();
  private @Nullable CheckedDraft checked;

  DraftJudge(CatalogueSchema schema, Draft draft) {
    this.schema = schema;
    this.draft = draft;
    this.type = type();
    this.reading =
        type == null || draft.intent() instanceof Intent.Withdrawal
            ? null
            : read(type, schema.workflow().initial());
  }

  private @Nullable RecordType type() {
    String asked = draft.wish().type();
    DraftBase base = draft.base();
    RecordType found = schema.type(asked).orElse(null);
    if (found == null || (base != null && !base.head().type().equals(asked))) {
      String expected = base == null ? "the name of a record type" : base.head().type();
      findings.add(FindingCode.UNKNOWN_TYPE, "/type", asked, expected);
      return null;
    }
    if (draft.key() != null && !draft.key().prefix().equals(found.prefix())) {
      String expected = "the key of one of the " + found.plural();
      findings.add(FindingCode.WRONG_TYPE, "/key", draft.key().toString(), expected);
    }
    return found;
  }

  private Reading read(RecordType of, String stage) {
    DraftBase base = draft.base();
    Attributes before = base == null ? null : base.attributes();
    return RecordReader.read(
        of, draft.wish().attributes(), new RecordReader.Asked(stage, schema.workflow(), before));
  }

  Draft draft() {
    return draft;
  }

  @Nullable RecordType typeIfKnown() {
    return type;
  }

  /// The records that its attributes name, and the reference that it claims.
  List<String> names() {
    if (type == null || !(reading instanceof Reading.Valid(var attributes, var uses))) {
      return List.of();
    }
    return Stream.concat(
            uses.stream().map(ReferenceUse::name),
            attributes.text(type, AttributeRole.REFERENCE).stream().filter(n -> !isCounted(n)))
        .toList();
  }

  /// Whether a number of it is counted below the record above it.
  private boolean isCounted(String number) {
    return type != null
        && type.kind().makesTheOutline()
        && draft.wish().parent() != null
        && Numbering.isCounted(number);
  }

  /// What its record would be called, if its number is counted.
  Optional<String> path(Names names) {
    return type != null && reading instanceof Reading.Valid(var attributes, var _)
        ? attributes
            .text(type, AttributeRole.REFERENCE)
            .filter(this::isCounted)
            .map(number -> Numbering.path(above(names), number))
        : Optional.empty();
  }

  private @Nullable String above(Names names) {
    String name = draft.wish().parent();
    return name != null && names.target(name) instanceof Target.Known(RecordHead head)
        ? head.name()
        : name;
  }

  void judge(Names names, PlaceRules places, StageRules stages) {
    if (type == null) {
      return;
    }
    checkNote();
    if (reading == null) {
      withdraw(type, stages, names);
      return;
    }
    Findings ofPlace = new Findings();
    Findings ofLinks = new Findings();
    PlaceRules.Placed placed = places.judge(draft, type, ofPlace);
    List<CheckedLink> links = new LinkRules(schema, names).judge(draft, type, ofLinks);
    StageCourse course = stages.course(draft, change(type, links, names), findings);
    findings.addAll(ofPlace);
    Attributes attributes = attributes(type, course, names);
    findings.addAll(ofLinks);
    if (attributes != null) {
      checked =
          new CheckedDraft(draft, type, placed.parent(), placed.slot(), attributes, links, course);
    }
  }

  private void checkNote() {
    String note =
        switch (draft.intent()) {
          case Intent.Edit edit -> edit.note();
          case Intent.Withdrawal withdrawal -> withdrawal.reason();
          case Intent.TakeOver _, Intent.Restoration _ -> null;
        };
    NoteText.expectedInstead(note)
        .ifPresent(expected -> findings.add(FindingCode.BAD_VALUE, "/note", note, expected));
  }

  private void withdraw(RecordType of, StageRules stages, Names names) {
    DraftBase base = Objects.requireNonNull(draft.base());
    String above = draft.wish().parent();
    Target parent = above == null ? null : names.target(above);
    StageCourse course = stages.course(draft, StageRules.Change.NONE, findings);
    checked =
        new CheckedDraft(draft, of, parent, Slot.kept(), base.attributes(), List.of(), course);
  }

  private StageRules.Change change(RecordType of, List<CheckedLink> links, Names names) {
    DraftBase base = draft.base();
    return base == null
            || !(reading instanceof Reading.Valid(Attributes attributes, List<ReferenceUse> _))
            || !words(base.attributes(), attributes.naming(of, names::keyed)).isEmpty()
        ? StageRules.Change.WORDS
        : LinkRules.change(base, links);
  }

  /// The attributes whose values differ. Another number is no other word, nor is the first one, or
  /// to have none any more.
  private List<String> words(Attributes before, Attributes after) {
    String numbered =
        type == null ? "" : type.playing(AttributeRole.REFERENCE).map(Attribute::name).orElse("");
    return before.changesTo(after).stream().filter(name -> !name.equals(numbered)).toList();
  }

  /// Values are read once more where the record comes to a stage that asks for more.
  private @Nullable Attributes attributes(RecordType of, StageCourse course, Names names) {
    String initial = schema.workflow().initial();
    String end = course.end(initial);
    Reading last = end.equals(initial) ? Objects.requireNonNull(reading) : read(of, end);
    return switch (last) {
      case Reading.Invalid(List<Finding> wrong) -> {
        wrong.forEach(finding -> findings.add(below(finding)));
        yield null;
      }
      case Reading.Valid(Attributes attributes, List<ReferenceUse> uses) -> {
        uses.forEach(use -> judge(use, names));
        checkRepeats(uses, attributes, names);
        checkReference(of, attributes, names);
        yield attributes.naming(of, names::keyed);
      }
    };
  }

  /// A reference names one record, whatever its type; among those of its own type it is a unique
  /// value like any other.
  private void checkReference(RecordType of, Attributes attributes, Names names) {
    String number = attributes.text(of, AttributeRole.REFERENCE).orElse(null);
    String reference = path(names).orElse(number);
    DraftBase base = draft.base();
    if (number == null
        || reference == null
        || (base != null && reference.equals(base.head().reference()))) {
      return;
    }
    String pointer =
        "/attributes/" + of.playing(AttributeRole.REFERENCE).map(Attribute::name).orElse("");
    RecordReader.called(of, number, pointer).forEach(findings::add);
    Target holder = names.target(reference);
    if (isCounted(number)) {
      Target peer = names.target(Numbering.path(draft.wish().parent(), number));
      checkCounted(pointer, number, holder instanceof Target.Open ? peer : holder);
    } else if (isAnother(holder) && !of.name().equals(names.typeOf(holder))) {
      findings.add(
          FindingCode.DUPLICATE, pointer, reference, "a reference that no other record has");
    }
  }

  private void checkCounted(String pointer, String number, Target holder) {
    if (isAnother(holder)) {
      String expected =
          "a number that no other record directly below %s has".formatted(draft.wish().parent());
      findings.add(FindingCode.DUPLICATE, pointer, number, expected);
    }
  }

  private boolean isAnother(Target holder) {
    return switch (holder) {
      case Target.Known(RecordHead head) -> !draft.isItself(head.key());
      case Target.Peer(int number) -> number != draft.number();
      case Target.Open _ -> false;
    };
  }

  private void judge(ReferenceUse use, Names names) {
    String pointer = "/attributes" + use.pointer();
    if (names.isKeyless(draft, use.name())) {
      findings.add(FindingCode.BAD_VALUE, pointer, use.name(), "another record");
      return;
    }
    NameUse asValue = new NameUse.InValue(use.types(), called(use.types()));
    names.judge(draft, pointer, use.name(), asValue, findings);
  }

  /// A list names each record once. What a record says already is left.
  private void checkRepeats(List<ReferenceUse> uses, Attributes attributes, Names names) {
    DraftBase base = draft.base();
    Map<String, String> first = new HashMap<>();
    for (ReferenceUse use : uses) {
      use.list()
          .filter(_ -> base == null || !isKept(use.attribute(), base.attributes(), attributes))
          .map(list -> first.putIfAbsent(list + " " + names.keyed(use.name()), use.name()))
          .ifPresent(
              before ->
                  findings.add(
                      FindingCode.DUPLICATE,
                      "/attributes" + use.pointer(),
                      use.name(),
                      "each record once; “%s” in the same list is the same record"
                          .formatted(before)));
    }
  }

  private static boolean isKept(String name, Attributes before, Attributes after) {
    return Objects.equals(before.look(name), after.look(name));
  }

  private List<String> called(List<String> types) {
    return types.stream()
        .map(name -> schema.type(name).map(RecordType::label).orElse(name))
        .toList();
  }

  private static Finding below(Finding finding) {
    return finding.place() instanceof Place.Pointer(String pointer)
        ? finding.at(new Place.Pointer("/attributes" + pointer))
        : finding;
  }

  /// The values that it newly claims for its record alone.
  List<UniqueValue> claims() {
    return checked().map(CheckedDraft::claims).orElse(List.of());
  }

  /// Tells which values its record has for itself alone and gives up.
  void giveUp(Peers peers) {
    DraftBase base = draft.base();
    if (base != null && checked != null && findings.isEmpty()) {
      peers.giveUp(base.head().key(), checked.givenUp());
    }
  }

  /// What its record is to be called, which it was not yet.
  Optional<String> newName() {
    return checked().flatMap(CheckedDraft::newName);
  }

  /// Whether another record that looks like its own stands so that it could be taken for it: of a
  /// number that is counted, directly below the same one.
  boolean isMistakenFor(RecordHead other) {
    String number = Numbering.last(other.name());
    return !draft.isItself(other.key())
        && checked != null
        && (!checked.type().kind().makesTheOutline()
            || !Numbering.isCounted(number)
            || Target.isKnown(checked.parent(), other.parent()));
  }

  void found(Finding finding) {
    findings.add(finding);
  }

  /// What it comes to, as far as that can be told.
  Optional<CheckedDraft> checked() {
    return Optional.ofNullable(checked);
  }

  Verdict verdict() {
    return checked == null || !findings.isEmpty()
        ? new Verdict.Faulty(findings.all())
        : new Verdict.Sound(checked);
  }
}
