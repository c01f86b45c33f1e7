package org.seccatalogue.baseline.freezing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.baseline.signing.Leaf;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.words.ProvisionalWords;
import org.seccatalogue.revision.selection.BaselineSelection;
import org.seccatalogue.revision.selection.ChosenRecords;
import org.seccatalogue.revision.selection.ChosenRecords.Chosen;
import org.seccatalogue.revision.selection.ChosenRecords.ChosenLink;
import org.seccatalogue.revision.selection.ChosenRecords.WithKnown;
import org.seccatalogue.revision.selection.KnownContents.Known;
import org.seccatalogue.trace.Soundness;

/// Goes through the chosen records once, in the order of the outline: shows each to the gate, and
/// gives what a baseline would hold of it. Words that were frozen before, at the same stage and in
/// the same place, with nothing wrong and nothing left out, are not read again: what was found out
/// of them then is known by their digest.
final class FreezeWalk {

  private static final int MOST_ASKED = 200_000;

  private final BaselineSelection selection;
  private final BaselineSelection.Criteria criteria;
  private final ChosenRecords chosen;
  private final Gate gate;
  private final DraftProjection projection;
  private final String rule;
  private final PublishedPlaces places = new PublishedPlaces();
  private final OutgoingCount outgoing;
  private final GateOfReasons reasons;

  /// Whether something internal goes out: its values are counted, so that all words are read.
  private final boolean discloses;

  /// Of keys that were named, whether their records were chosen: the same few are named by many.
  private final Map<String, Boolean> asked = new HashMap<>();

  /// What the words of the last record depended on, and its digest: that of the next is often the
  /// same.
  private String lastDepends = "";

  private String lastJudgement = "";
  private int total;
  private int leftOut;
  private boolean ended;

  FreezeWalk(
      BaselineSelection selection,
      BaselineSelection.Criteria criteria,
      ChosenRecords chosen,
      Gate gate,
      DraftProjection projection,
      GateOfReasons reasons) {
    this.reasons = reasons;
    this.selection = selection;
    this.criteria = criteria;
    this.chosen = chosen;
    this.gate = gate;
    this.projection = projection;
    rule = projection.judgement();
    outgoing = new OutgoingCount(projection.chosen());
    discloses = !projection.chosen().isEmpty();
  }

  /// Chooses the records.
  void begin() {
    leftOut = selection.choose(criteria);
    total = selection.count();
    gate.belowAnEnd(selection.belowAnEnd());
    chosen.open();
  }

  /// How many records there are.
  int total() {
    return total;
  }

  GateReport report() {
    return gate.report(leftOut, outgoing.total(reasons.told()));
  }

  /// The next records; none behind the last, when the gate has seen all.
  List<FrozenRecord> next() {
    List<WithKnown> batch = chosen.next();
    if (batch.isEmpty()) {
      end();
      return List.of();
    }
    return new Batch(batch).frozen();
  }

  /// Whoever reads ahead asks again behind the last record.
  private void end() {
    if (!ended) {
      ended = true;
      reasons.check();
    }
  }

  /// A record with its place, and what is known of it if that still holds.
  private record Placed(
      Chosen record, PublishedPlaces.Place place, String judgement, @Nullable Known known) {}

  /// Some records, whose keys, links and contents are looked up together.
  private final class Batch {
    private final List<Placed> records = new ArrayList<>();
    private final Map<String, String> contents = new HashMap<>();
    private final Map<String, List<ChosenLink>> links;
    private final Set<String> published;

    Batch(List<WithKnown> batch) {
      batch.forEach(one -> records.add(placed(one.record(), one.known())));
      read(records.stream().filter(placed -> placed.known() == null).toList());
      Set<String> named = new HashSet<>();
      contents.values().forEach(content -> named.addAll(PublishedForm.named(content).all()));
      for (Placed placed : records) {
        Known one = placed.known();
        if (one != null) {
          named.addAll(one.refers());
          named.addAll(one.mentions());
        }
      }
      published = among(named);
      read(records.stream().filter(placed -> isCutNow(placed.known())).toList());
      links =
          chosen.links(batch.stream().map(one -> one.record().key()).toList()).stream()
              .collect(Collectors.groupingBy(ChosenLink::source));
    }

    private Placed placed(Chosen record, @Nullable Known one) {
      PublishedPlaces.Place place = places.next(record.key(), record.path());
      String judgement = judgement(record, place);
      boolean holds = one != null && !discloses && judgement.equals(one.judged());
      return new Placed(record, place, judgement, holds ? one : null);
    }

    private void read(Collection<Placed> asked) {
      if (!asked.isEmpty()) {
        contents.putAll(chosen.contents(asked.stream().map(Placed::record).toList()));
      }
    }

    private boolean isCutNow(@Nullable Known one) {
      return one != null
          && !(published.containsAll(one.refers()) && published.containsAll(one.mentions()));
    }

    List<FrozenRecord> frozen() {
      return records.stream().map(this::frozen).toList();
    }

    private FrozenRecord frozen(Placed placed) {
      List<ChosenLink> all = links.getOrDefault(placed.record().key(), List.of());
      FrozenRecord frozen = frozen(placed, all);
      outgoing.add(frozen, all.stream().filter(this::isInside).toList());
      return frozen;
    }

    private FrozenRecord frozen(Placed placed, List<ChosenLink> all) {
      Chosen record = placed.record();
      Known one = placed.known();
      String content = contents.get(record.key());
      if (content == null && one != null) {
        gate.check(record, all);
        return new FrozenRecord(
            leaf(record, one.published()),
            projection.shown(record),
            placed.place(),
            false,
            one.facets(),
            null,
            all.stream().map(projection::shown).toList(),
            null);
      }
      return read(placed, all, java.util.Objects.requireNonNull(content));
    }

    private FrozenRecord read(Placed placed, List<ChosenLink> all, String words) {
      Chosen record = placed.record();
      ObjectNode content = (ObjectNode) CanonicalJson.parse(words);
      Chosen shown = projection.shown(record);
      boolean unmarked = gate.checkMarks(record, (ObjectNode) content.path("attributes"));
      projection.apply(content, record);
      boolean sound = gate.checkContent(shown, (ObjectNode) content.path("attributes")) && unmarked;
      gate.check(record, all);
      boolean cut = PublishedForm.cut(content, published, placed.place().parent());
      if (cut && !onlyBroken(all, whole(record, words), content)) {
        gate.addCut(record);
      }
      String said = CanonicalJson.text(content.path("attributes"));
      String canonical = PublishedForm.canonical(content, said);
      PublishedForm.Named named = PublishedForm.named(canonical);
      sound &= gate.checkWords(record, named.all().stream().filter(k -> !published.contains(k)));
      ObjectNode attributes = (ObjectNode) content.path("attributes");
      String digest = Digests.hex(Content.digest(canonical));
      List<String> facets = Facets.of(shown.type(), attributes);
      return new FrozenRecord(
          leaf(record, digest),
          shown,
          placed.place(),
          ProvisionalWords.isIn(shown.type(), attributes::get),
          facets,
          new FrozenRecord.Words(attributes, said, canonical),
          all.stream().filter(this::isInside).map(projection::shown).toList(),
          new Known(
              record.digest(),
              List.copyOf(named.refers()),
              List.copyOf(named.mentions()),
              sound && !cut ? placed.judgement() : null,
              digest,
              facets));
    }

    /// What would be published of the attributes if nothing were cut.
    private JsonNode whole(Chosen record, String words) {
      ObjectNode content = (ObjectNode) CanonicalJson.parse(words);
      projection.apply(content, record);
      return content.path("attributes");
    }

    /// A link to a withdrawn record is told of as broken, and not as one that leads outside as
    /// well.
    private boolean onlyBroken(List<ChosenLink> all, JsonNode whole, ObjectNode content) {
      return whole.equals(content.path("attributes"))
          && all.stream()
              .filter(link -> !isInside(link))
              .allMatch(link -> link.soundness() == Soundness.BROKEN);
    }

    private boolean isInside(ChosenLink link) {
      return published.contains(link.target());
    }
  }

  private Set<String> among(Set<String> named) {
    if (asked.size() > MOST_ASKED) {
      asked.clear();
    }
    List<String> unseen = named.stream().filter(key -> !asked.containsKey(key)).toList();
    Set<String> found = unseen.isEmpty() ? Set.of() : selection.among(unseen);
    unseen.forEach(key -> asked.put(key, found.contains(key)));
    return named.stream().filter(key -> asked.getOrDefault(key, false)).collect(Collectors.toSet());
  }

  private static Leaf leaf(Chosen record, String digest) {
    return new Leaf(
        RecordKey.of(record.key()), record.revision(), record.stage().reached(), digest);
  }

  /// All besides the content on which it depends what is found wrong with the words, and what is
  /// published of them: the record types, the choice of what is internal and the reference among
  /// it.
  private String judgement(Chosen record, PublishedPlaces.Place place) {
    String number = record.reference() == null ? "" : " " + record.reference();
    String depends = rule + " " + record.stage().reached() + " " + place.parent() + number;
    if (!depends.equals(lastDepends)) {
      lastDepends = depends;
      lastJudgement =
          Digests.hex(Digests.sha256().digest(depends.getBytes(StandardCharsets.UTF_8)));
    }
    return lastJudgement;
  }
}
