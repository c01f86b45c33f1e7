package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.ChosenRecords;
import org.seccatalogue.revision.ChosenRecords.Chosen;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

/// Goes through the chosen records once, in the order of the outline: shows each to the gate, and
/// passes on what a baseline would hold of it.
final class FreezeWalk {

  private static final int BATCH = 1000;

  private final ChosenRecords chosen;
  private final Traces traces;
  private final Gate gate;
  private final long run;
  private final PublishedPlaces places = new PublishedPlaces();

  FreezeWalk(ChosenRecords chosen, Traces traces, Gate gate, long run) {
    this.chosen = chosen;
    this.traces = traces;
    this.gate = gate;
    this.run = run;
  }

  void each(Consumer<List<FrozenRecord>> sink) {
    chosen.each(run, BATCH, batch -> sink.accept(frozen(batch)));
  }

  private List<FrozenRecord> frozen(List<Chosen> batch) {
    Set<String> named =
        batch.stream()
            .flatMap(record -> PublishedForm.keys(record.content()))
            .collect(Collectors.toSet());
    Set<String> published = chosen.among(run, named);
    Map<RecordKey, List<TracedLink>> links =
        traces.from(batch.stream().map(record -> RecordKey.of(record.key())).toList());
    List<FrozenRecord> frozen = new ArrayList<>();
    for (Chosen record : batch) {
      RecordKey key = RecordKey.of(record.key());
      frozen.add(frozen(record, key, links.getOrDefault(key, List.of()), published));
    }
    return frozen;
  }

  private FrozenRecord frozen(
      Chosen record, RecordKey key, List<TracedLink> links, Set<String> published) {
    ObjectNode content = (ObjectNode) CanonicalJson.parse(record.content());
    PublishedPlaces.Place place = places.next(record.key(), record.path());
    ObjectNode draft = ((ObjectNode) content.path("attributes")).deepCopy();
    boolean cut = PublishedForm.cut(content, published, place.parent());
    gate.check(record, draft, links, cut && !onlyBroken(links, published, draft, content));
    String canonical = CanonicalJson.text(content);
    gate.checkWords(record, PublishedForm.keys(canonical).filter(k -> !published.contains(k)));
    ObjectNode attributes = (ObjectNode) content.path("attributes");
    return new FrozenRecord(
        new Leaf(
            key,
            record.revision(),
            record.stage().reached(),
            Digests.hex(Content.digest(canonical))),
        record.type(),
        place.parent(),
        place.path(),
        record.reference(),
        record.title(),
        isProvisional(record, attributes),
        attributes,
        canonical,
        links.stream().filter(link -> isInside(link, published)).toList());
  }

  /// A link to a withdrawn record is told of as broken, and not as one that leads outside as well.
  private static boolean onlyBroken(
      List<TracedLink> links, Set<String> published, ObjectNode draft, ObjectNode content) {
    return draft.equals(content.path("attributes"))
        && links.stream()
            .filter(link -> !isInside(link, published))
            .allMatch(link -> link.soundness() == Soundness.BROKEN);
  }

  private static boolean isInside(TracedLink link, Set<String> published) {
    return published.contains(link.target().key().toString());
  }

  private static boolean isProvisional(Chosen record, ObjectNode attributes) {
    return record
        .type()
        .playing(AttributeRole.PROVISIONAL)
        .map(attribute -> attributes.path(attribute.name()).asBoolean())
        .orElse(false);
  }
}
