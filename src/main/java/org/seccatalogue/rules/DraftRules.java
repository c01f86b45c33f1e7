package org.seccatalogue.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Likeness;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// The only judge of drafts: of their place, values, links, uniqueness, stage and withdrawal.
/// Every door asks it; doors differ in how they ask and answer, never in what they allow.
///
/// One instance serves one sitting: the one draft of a form ([#judge(Draft)]), or all drafts of
/// an import, which come batch by batch ([#judge(List)]) and are closed at the end ([#close]). It
/// knows the drafts of earlier batches, so that two drafts of one sitting can neither make a ring
/// of the outline together, nor claim the same unique value, key or record. What is stored it
/// reads through [KnownRecords], a few queries for each batch.
///
/// Findings have JSON pointers into the draft as their places (`/type`, `/key`, `/stage`,
/// `/editorial`, `/note`, `/replacedBy`, `/parent`, `/before`, `/after`, `/attributes/...`,
/// `/links/2/target`); a door translates them into its fields or cells.
///
/// A name that no record has is no finding yet: another draft may make the record. One of the
/// same batch, or of an earlier one, is found at once ([Target.Peer]); else the target stays
/// [Target.Open], and [#close] tells what became of it.
///
/// A value that a record has for itself alone may be claimed where that record gives it up in the
/// same sitting, earlier or later: drafts state how all is to be in the end, and may exchange
/// values.
/// It tells too whether something is left that is proposed below what is not.
///
/// What comes out is written with `DraftWriter` of the package `revision`, which wants peers
/// replaced by their keys.
public final class DraftRules {

  private final CatalogueSchema schema;
  private final KnownRecords known;
  private final IntFunction<String> naming;
  private final Peers peers = new Peers();
  private final Ancestry ancestry;
  private final Endings endings;
  private final Places places;

  /// @param naming what people call a draft of the sitting, such as “row 5 of Meters”
  public DraftRules(CatalogueSchema schema, KnownRecords known, IntFunction<String> naming) {
    this.schema = schema;
    this.known = known;
    this.naming = naming;
    this.ancestry = new Ancestry(known);
    this.endings = new Endings(schema.workflow(), known, naming);
    this.places = new Places(ancestry);
  }

  /// Judges the only draft of a sitting.
  public Verdict judge(Draft draft) {
    Verdict verdict = judge(List.of(draft)).getFirst();
    List<Finding> late = new ArrayList<>();
    for (Late each : close()) {
      if (each instanceof Late.Wrong(int _, Finding finding)) {
        late.add(finding);
      }
    }
    if (late.isEmpty()) {
      return verdict instanceof Verdict.Sound sound ? sound.warned(known) : verdict;
    }
    List<Finding> all = new ArrayList<>();
    if (verdict instanceof Verdict.Faulty(List<Finding> findings)) {
      all.addAll(findings);
    }
    all.addAll(late);
    all.sort(Findings.READING);
    return new Verdict.Faulty(all);
  }

  /// Judges the next batch.
  ///
  /// @return the verdicts in the order of the drafts
  public List<Verdict> judge(List<Draft> batch) {
    List<DraftJudge> judges = batch.stream().map(draft -> new DraftJudge(schema, draft)).toList();
    judges.forEach(this::takeIn);
    Names names = names(batch, judges);
    ancestry.read(PlaceRules.newParents(batch, names));
    StagesLeft left = StagesLeft.of(batch, schema.workflow(), known);
    PlaceRules placing = new PlaceRules(names, ancestry, places);
    StageRules stages = new StageRules(schema, names, left);
    judges.forEach(judge -> judge.judge(names, placing, stages));
    checkUniques(judges);
    checkLikeness(judges);
    judges.forEach(judge -> judge.checked().ifPresent(endings::take));
    return judges.stream().map(DraftJudge::verdict).toList();
  }

  private void takeIn(DraftJudge judge) {
    Draft draft = judge.draft();
    RecordType type = judge.typeIfKnown();
    ancestry.know(draft);
    if (type != null) {
      peers.add(draft, type);
    }
    RecordKey key = draft.key();
    if (key != null) {
      peers.claimedBefore(key, draft.number()).ifPresent(other -> claimedTwice(judge, other, key));
    }
  }

  private void claimedTwice(DraftJudge judge, int other, RecordKey key) {
    judge.found(repeated(key, other));
    peers.claimedTwice(other, repeated(key, judge.draft().number()));
  }

  private Finding repeated(RecordKey key, int other) {
    String expected = "each record once; " + naming.apply(other) + " has it too";
    return Findings.of(FindingCode.DUPLICATE, "/key", key.toString(), expected);
  }

  private Names names(List<Draft> batch, List<DraftJudge> judges) {
    Set<String> names = new HashSet<>(Names.in(batch));
    judges.forEach(judge -> names.addAll(judge.names()));
    Map<String, RecordHead> found = names.isEmpty() ? Map.of() : known.named(names);
    Names without = new Names(found, peers);
    Set<String> paths =
        judges.stream().flatMap(judge -> judge.path(without).stream()).collect(Collectors.toSet());
    return paths.isEmpty() ? without : new Names(with(found, paths), peers);
  }

  /// The same with the records that are called by these paths.
  private Map<String, RecordHead> with(Map<String, RecordHead> found, Set<String> paths) {
    Map<String, RecordHead> more = new HashMap<>(known.named(paths));
    more.putAll(found);
    return more;
  }

  private void checkUniques(List<DraftJudge> judges) {
    judges.forEach(judge -> judge.giveUp(peers));
    Set<UniqueValue> claimed = new HashSet<>();
    judges.forEach(judge -> claimed.addAll(judge.claims()));
    if (!claimed.isEmpty()) {
      Map<UniqueValue, List<RecordKey>> holders = known.holders(claimed);
      Set<String> keys =
          holders.values().stream()
              .flatMap(List::stream)
              .map(RecordKey::toString)
              .collect(Collectors.toSet());
      Holders all = new Holders(holders, keys.isEmpty() ? Map.of() : known.named(keys));
      judges.forEach(judge -> judge.claims().forEach(value -> check(judge, value, all)));
    }
  }

  /// The records that have values which drafts claim.
  private record Holders(
      Map<UniqueValue, List<RecordKey>> ofValues, Map<String, RecordHead> heads) {

    List<RecordKey> others(UniqueValue value, Draft draft) {
      return ofValues.getOrDefault(value, List.of()).stream()
          .filter(key -> !draft.isItself(key))
          .toList();
    }

    /// What people call a record other than by its value that is claimed.
    String name(RecordKey key, String claimed) {
      RecordHead head = heads.get(key.toString());
      if (head == null) {
        return key.toString();
      }
      return head.name().equals(claimed) ? "“" + head.title() + "”" : head.name();
    }
  }

  private void check(DraftJudge judge, UniqueValue value, Holders holders) {
    Draft draft = judge.draft();
    List<RecordKey> others = holders.others(value, draft);
    if (others.isEmpty()) {
      claimedBefore(value, draft).ifPresent(name -> judge.found(taken(value, draft, name)));
    } else {
      String name = holders.name(others.getFirst(), described(value, draft));
      peers.hold(
          new Peers.Held(
              draft.number(),
              value,
              others,
              taken(value, draft, name),
              number -> taken(value, draft, naming.apply(number))));
    }
  }

  /// Nobody tells apart references that look alike; those that records have already are left.
  private void checkLikeness(List<DraftJudge> judges) {
    judges.stream()
        .filter(judge -> judge.newName().isPresent())
        .collect(Collectors.groupingBy(judge -> judge.draft().wish().type()))
        .forEach(this::checkLikeness);
  }

  private void checkLikeness(String type, List<DraftJudge> judges) {
    Set<String> wanted =
        judges.stream().flatMap(judge -> judge.newName().stream()).collect(Collectors.toSet());
    Map<String, List<RecordHead>> alike = known.alike(type, wanted);
    for (DraftJudge judge : judges) {
      String name = judge.newName().orElseThrow();
      Optional<String> before = alikeBefore(judge.draft(), name);
      alike.getOrDefault(Likeness.of(name), List.of()).stream()
          .filter(judge::isMistakenFor)
          .map(RecordHead::name)
          .findFirst()
          .or(() -> before)
          .filter(other -> !other.equals(name))
          .ifPresent(other -> judge.found(alike(judge.draft(), name, other)));
    }
  }

  /// What an earlier draft is to be called. That it is just the same is told already.
  private Optional<String> alikeBefore(Draft draft, String name) {
    Optional<Peers.Called> before = peers.calledBefore(draft, name);
    before
        .filter(first -> !first.name().equals(name))
        .ifPresent(first -> peers.claimedTwice(first.number(), alike(draft, first.name(), name)));
    return before.map(Peers.Called::name);
  }

  private Finding alike(Draft draft, String name, String other) {
    String attribute =
        schema
            .typeOf(draft.wish().type())
            .playing(AttributeRole.REFERENCE)
            .map(Attribute::name)
            .orElseThrow();
    String expected =
        "a reference that nobody takes for another; “%s”, which looks the same, is taken already"
            .formatted(other);
    return Findings.of(FindingCode.DUPLICATE, "/attributes/" + attribute, name, expected);
  }

  private Optional<String> claimedBefore(UniqueValue value, Draft draft) {
    OptionalInt other = peers.claimedBefore(value, draft.number());
    other.ifPresent(
        first -> peers.claimedTwice(first, taken(value, draft, naming.apply(draft.number()))));
    return other.stream().mapToObj(naming).findFirst();
  }

  private Finding taken(UniqueValue value, Draft draft, String other) {
    return Findings.of(
        FindingCode.DUPLICATE,
        "/attributes/" + value.attribute(),
        described(value, draft),
        expected(value) + other + (value.attributes().size() > 1 ? " has them" : " has it"));
  }

  private String expected(UniqueValue value) {
    return value.attributes().size() == 1
        ? "a value that no other record has; "
        : value.attributes().stream()
            .map(name -> schema.typeOf(value.type()).attribute(name).orElseThrow().label())
            .collect(
                Collectors.joining(
                    "” and “", "values of “", "” that no other record has together; "));
  }

  private String described(UniqueValue value, Draft draft) {
    return schema
        .typeOf(value.type())
        .attribute(value.attribute())
        .map(Attribute::name)
        .map(name -> draft.wish().attributes().path(name).asText())
        .orElse(value.object());
  }

  /// What only shows when all drafts of the sitting are known: what became of the names that were
  /// left open, and of what stands below records that came to an end.
  public Collection<Late> close() {
    List<Late> late = new ArrayList<>(names());
    late.addAll(endings.close(ancestry));
    late.addAll(places.wrong(naming));
    late.addAll(peers.kept());
    late.addAll(peers.doubled());
    return late;
  }

  /// What became until now of the names that were left open.
  public Collection<Late> names() {
    List<Peers.Open> open = peers.open();
    Set<String> unknown =
        open.stream()
            .map(Peers.Open::name)
            .filter(name -> peers.named(name).isEmpty())
            .collect(Collectors.toSet());
    Map<String, List<RecordHead>> paths = unknown.isEmpty() ? Map.of() : known.pathsTo(unknown);
    Map<String, RecordHead> formerly = unknown.isEmpty() ? Map.of() : known.formerly(unknown);
    return open.stream()
        .map(
            each ->
                late(
                    each,
                    each.use()
                        .missing(
                            paths.getOrDefault(each.name(), List.of()), formerly.get(each.name()))))
        .toList();
  }

  /// The numbers of the drafts whose records have the place already that they ask for, when all
  /// drafts of the sitting are done.
  public Set<Integer> staying() {
    return places.staying(known);
  }

  /// Whether what a draft comes to is not known before [#close], although no name of it is open.
  public boolean isPending(int number) {
    return endings.isPending(number) || peers.isHolding(number);
  }

  /// @param missing what is wrong if no record is called so
  private Late late(Peers.Open open, NameUse.Wrong missing) {
    Optional<Peers.Peer> peer = peers.named(open.name());
    Optional<NameUse.Wrong> wrong =
        peer.isEmpty()
            ? Optional.of(missing)
            : open.use().judge(peer.get().type(), peer.get().number() >= open.number());
    return wrong
        .<Late>map(
            w ->
                new Late.Wrong(
                    open.number(),
                    Findings.of(w.code(), open.pointer(), open.name(), w.expected())))
        .orElseGet(
            () -> new Late.Found(open.number(), open.pointer(), peer.orElseThrow().number()));
  }
}
