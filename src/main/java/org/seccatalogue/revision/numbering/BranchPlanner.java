package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.number.Likeness;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.revision.numbering.RenumberingPlan.Called;
import org.seccatalogue.revision.numbering.RenumberingPlan.Cites;
import org.seccatalogue.revision.numbering.RenumberingPlan.Line;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Plans which numbers the records of a branch get, when its head gets another one, or when that is
/// undone.
@ApplicationScoped
class BranchPlanner {

  /// More records are not renumbered at once.
  static final int MOST = 10_000;

  private static final String NUMBER = "/number";

  private final BranchRows rows;
  private final FormerReferences former;
  private final CatalogueSchema schema;

  BranchPlanner(BranchRows rows, FormerReferences former, CatalogueSchema schema) {
    this.rows = rows;
    this.former = former;
    this.schema = schema;
  }

  /// Which records are to get which references, and what was found on the way.
  private record Draft(
      BranchMember head,
      @Nullable BranchMember other,
      Map<RecordKey, String> fixed,
      List<BranchMember> members,
      List<Finding> findings) {

    static Draft of(BranchMember head, @Nullable BranchMember other) {
      return new Draft(head, other, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(List<BranchMember> more) {
      members.addAll(more);
    }

    void found(FindingCode code, String found, String expected) {
      findings.add(Finding.error(code, new Place.Pointer(NUMBER), found, expected));
    }
  }

  /// What comes of a wish.
  ///
  /// @param head of the branch
  RenumberingPlan plan(BranchMember head, RenumberingWish wish) {
    String number = wish.number().strip();
    List<Finding> wrong = form(head, number);
    if (!wrong.isEmpty()) {
      return new RenumberingPlan(called(head), null, List.of(), wrong, List.of(), true);
    }
    String to = reference(head, number);
    BranchMember holder = rows.called(List.of(to)).stream().findFirst().orElse(null);
    BranchMember other = holder != null && isBeside(head, holder) ? holder : null;
    Draft draft = Draft.of(head, other);
    draft.add(branch(head));
    draft.fixed().put(head.key(), to);
    judge(draft, holder, to, wish.exchange());
    if (wish.exchange() && other != null) {
      draft.add(branch(other));
      draft.fixed().put(other.key(), reference(other, last(head)));
    }
    return planned(draft);
  }

  private List<Finding> form(BranchMember head, String number) {
    RecordType type = schema.typeOf(head.type());
    Place place = new Place.Pointer(NUMBER);
    if (!type.kind().makesTheOutline() || head.reference() == null) {
      String expected = "a section or clause that has a number, which this record is not";
      return List.of(Finding.error(FindingCode.WRONG_TYPE, place, number, expected));
    }
    if (number.isEmpty()) {
      String expected = "the new number of the head of the branch";
      return List.of(Finding.error(FindingCode.MISSING_VALUE, place, null, expected));
    }
    return RecordReader.reference(type, number, NUMBER);
  }

  /// A record is called by its number, with what is above it if it is counted below that.
  private String reference(BranchMember member, String number) {
    return member.parent() == null || !Numbering.isCounted(number)
        ? number
        : Numbering.path(rows.one(member.parent()).map(BranchMember::name).orElse(null), number);
  }

  private static String last(BranchMember member) {
    return Numbering.last(Objects.requireNonNull(member.reference()));
  }

  /// Whether the branches of two records have nothing in common.
  private boolean isBeside(BranchMember head, BranchMember other) {
    return schema.typeOf(other.type()).kind().makesTheOutline()
        && !other.isIn(head)
        && !head.isIn(other);
  }

  private List<BranchMember> branch(BranchMember head) {
    List<BranchMember> branch = new ArrayList<>(List.of(head));
    branch.addAll(rows.below(head, MOST));
    return branch;
  }

  private void judge(Draft draft, @Nullable BranchMember holder, String to, boolean exchange) {
    BranchMember outside = holder == null || holder.isIn(draft.head()) ? null : holder;
    if (to.equals(draft.head().reference())) {
      draft.found(FindingCode.BAD_VALUE, to, "another number than the one that it has");
    } else if (exchange && draft.other() == null) {
      draft.found(
          FindingCode.BAD_VALUE,
          to,
          "the number of another branch, which gets the one of this in exchange");
    } else if (!exchange && outside != null) {
      draft.found(
          FindingCode.DUPLICATE,
          to,
          "a number that no record outside of the branch has; “%s” (%s) has it"
              .formatted(outside.title(), outside.key()));
    }
    if (outside == null && !to.equals(draft.head().reference())) {
      former.of(List.of(to)).stream()
          .filter(one -> !one.key().equals(draft.head().key()))
          .forEach(one -> draft.findings().add(passed(to, one.key())));
    }
  }

  /// Who looks for a number is led to who has it, and told who had it.
  private Finding passed(String number, RecordKey key) {
    String before = rows.one(key).map(one -> "“" + one.title() + "”, ").orElse("");
    return Finding.warning(
        FindingCode.REFERENCE_PASSED,
        new Place.Pointer(NUMBER),
        number,
        "a number that meant nothing else before: it was that of %s%s, to which it leads no more"
            .formatted(before, key));
  }

  private RenumberingPlan planned(Draft draft) {
    if (draft.members().size() > MOST) {
      draft.found(
          FindingCode.TOO_LARGE,
          "more than " + MOST,
          "a branch of at most %d records; renumber the branches below it one by one"
              .formatted(MOST));
    }
    boolean wrong = draft.findings().stream().anyMatch(Finding::isError);
    List<Line> lines = wrong ? List.of() : lines(draft);
    lines.forEach(line -> leftBehind(draft, line));
    return new RenumberingPlan(
        called(draft.head()),
        draft.other() == null ? null : called(draft.other()),
        lines,
        draft.findings(),
        List.of(),
        true);
  }

  /// The schema names sections by their numbers, and is no record.
  private void leftBehind(Draft draft, Line line) {
    for (RecordType type : schema.types()) {
      if (line.from().equals(type.section())) {
        draft
            .findings()
            .add(
                Finding.warning(
                    FindingCode.REFERENCE_PASSED,
                    new Place.Pointer(NUMBER),
                    line.from(),
                    "a number that no record type names: “%s” puts its new records into %s until its file names %s"
                        .formatted(type.label(), line.from(), line.to())));
      }
    }
  }

  private List<Line> lines(Draft draft) {
    List<BranchMember> members =
        draft.members().stream().sorted(Comparator.comparing(BranchMember::path)).toList();
    Set<String> elsewhere = rows.elsewhere(members);
    List<Line> lines = new ArrayList<>();
    for (BranchNumbers.Change change :
        new BranchNumbers(draft.fixed(), members, elsewhere).changes()) {
      BranchMember member = change.member();
      check(draft, change);
      lines.add(
          new Line(
              member.key(),
              member.type(),
              member.title(),
              member.version(),
              change.from(),
              change.to(),
              change.wanted(),
              Cites.NONE));
    }
    alike(draft, lines);
    return lines;
  }

  /// Records outside whose references nobody tells apart from new ones.
  private void alike(Draft draft, List<Line> lines) {
    Set<RecordKey> inside =
        draft.members().stream().map(BranchMember::key).collect(Collectors.toSet());
    Map<String, List<Line>> wanted =
        lines.stream().collect(Collectors.groupingBy(line -> Likeness.of(line.to())));
    for (BranchMember other : rows.alike(lines.stream().map(Line::to).toList())) {
      String name = Objects.requireNonNull(other.reference());
      wanted.getOrDefault(Likeness.of(name), List.of()).stream()
          .filter(_ -> !inside.contains(other.key()))
          .filter(line -> line.type().equals(other.type()) && !line.to().equals(name))
          .forEach(line -> draft.found(FindingCode.DUPLICATE, line.to(), taken(other)));
    }
  }

  private static String taken(BranchMember other) {
    return "a reference that nobody takes for another; “%s”, which looks the same, is that of “%s” (%s)"
        .formatted(other.reference(), other.title(), other.key());
  }

  /// What is put together from the number of the head may be no number.
  private void check(Draft draft, BranchNumbers.Change change) {
    RecordType type = schema.typeOf(change.member().type());
    boolean outline = type.kind().makesTheOutline();
    String number = outline ? Numbering.last(change.to()) : change.to();
    RecordReader.reference(type, number, NUMBER).stream()
        .filter(_ -> !draft.fixed().containsKey(change.member().key()))
        .forEach(
            finding ->
                draft.found(
                    finding.code(),
                    change.to(),
                    "for %s, %s".formatted(change.from(), finding.expected())));
  }

  private static Called called(BranchMember member) {
    return new Called(member.key(), member.name(), member.title());
  }

  /// What comes of undoing an act: its records get the numbers that they had, and what was added
  /// below them since follows.
  ///
  /// @param done what it did
  RenumberingPlan undone(RenumberingAct act, List<RenumberingAct.Line> done) {
    BranchMember head = rows.one(act.head()).orElseThrow();
    Draft draft = Draft.of(head, act.other() == null ? null : rows.one(act.other()).orElse(null));
    Map<RecordKey, BranchMember> members = new HashMap<>();
    heads(draft).forEach(one -> branch(one).forEach(each -> members.put(each.key(), each)));
    rows.keyed(done.stream().map(RenumberingAct.Line::key).toList())
        .forEach(each -> members.put(each.key(), each));
    draft.add(List.copyOf(members.values()));
    for (RenumberingAct.Line line : done) {
      BranchMember now = Objects.requireNonNull(members.get(line.key()));
      draft.fixed().put(line.key(), line.from());
      if (!line.to().equals(now.reference())) {
        draft.found(
            FindingCode.MOVED,
            now.name(),
            "“%s” (%s) to be called %s still, as this left it"
                .formatted(now.title(), now.key(), line.to()));
      }
    }
    taken(draft, members);
    if (act.undone() != null) {
      draft.found(FindingCode.MOVED, act.to(), "a renumbering that nobody has undone yet");
    }
    return planned(draft);
  }

  private static List<BranchMember> heads(Draft draft) {
    return draft.other() == null ? List.of(draft.head()) : List.of(draft.head(), draft.other());
  }

  private void taken(Draft draft, Map<RecordKey, BranchMember> members) {
    Set<String> wanted = draft.fixed().values().stream().collect(Collectors.toSet());
    for (BranchMember holder : rows.called(wanted)) {
      if (!members.containsKey(holder.key())) {
        draft.found(
            FindingCode.DUPLICATE,
            String.valueOf(holder.reference()),
            "a number that nobody has taken since; “%s” (%s) has it"
                .formatted(holder.title(), holder.key()));
      }
    }
  }
}
