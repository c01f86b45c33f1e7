package org.seccatalogue.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;

/// The records that bad drafts are about.
@ApplicationScoped
public class BadDraftWorld {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");
  private static final List<String> WAY = List.of("PEER", "SG3", "DCG", "PROG", "APPROVED");

  private final CatalogueSchema schema;
  private final Revisions revisions;
  private final Catalogue catalogue;
  private final Map<String, RecordKey> keys = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  BadDraftWorld(CatalogueSchema schema, Revisions revisions, Catalogue catalogue) {
    this.schema = schema;
    this.revisions = revisions;
    this.catalogue = catalogue;
  }

  /// Makes the records, once.
  public void make() {
    if (!keys.isEmpty()) {
      return;
    }
    String number = String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000, 100_000_000));
    section("outer", "C." + number, null);
    section("inner", "C." + number + ".1", "outer");
    section("other", "C." + number + ".2", "outer");
    section("deep", "C." + number + ".1.a", "inner");
    keep(
        "clause",
        create(Drafts.of("clause").with("reference", "A." + number).with("title", "A clause")));
    assessment(number);
    meter("meter", "inner");
    meter("sibling", "inner");
    meter("far", "other");
    moved("peer", meter("peer", "inner"), "PEER");
    moved(
        "bare",
        keep("bare", create(Drafts.meter("Bare").with("rationale", "Why").below(name("inner")))),
        "PEER");
    StoredRecord approved = meter("approved", "inner");
    for (String stage : WAY) {
      approved = moved("approved", approved, stage);
    }
    moved("withdrawn", meter("withdrawn", "inner"), "WITHDRAWN");
    StoredRecord waiting = meter("waiting", "inner");
    for (String stage : List.of("PEER", "SG3", "DCG", "PROG", "BLOCKED")) {
      waiting = moved("waiting", waiting, stage);
    }
    section("gone", "C." + number + ".3", "outer");
    moved("lost", meter("lost", "gone"), "WITHDRAWN");
    moved(
        "gone",
        revisions.find(Objects.requireNonNull(keys.get("gone"))).orElseThrow(),
        "WITHDRAWN");
    moved("blocked", moved("blocked", meter("blocked", "inner"), "PEER"), "BLOCKED");
    moved("parked", moved("parked", meter("parked", "inner"), "BLOCKED"), "PARKED");
    StoredRecord event = event("event");
    event("event2");
    names.put("code of event", event.attributes().json().path("event_code").asText());
  }

  /// An impact assessment, with a number that two sections have.
  private void assessment(String number) {
    keep(
        "code",
        create(
            Drafts.of("existing-code")
                .with("reference", "XC" + number)
                .with("title", "A code")
                .below(name("outer"))));
    names.put("wide code", "ＸC" + number);
    keep(
        "other code",
        create(
            Drafts.of("existing-code")
                .with("reference", "YC" + number)
                .with("title", "Another code")
                .below(name("outer"))));
    String counted = "(z" + number + ")";
    section("counted", counted, "other");
    section("counted again", counted, "deep");
    names.put("number of counted", counted);
    names.put("capital deep", "C." + number + ".1.A");
    pit(number);
    assessment("assessment", "inner");
    assessment("other assessment", "other");
  }

  /// As far down as may be: below `deep`, which has two above it.
  private void pit(String number) {
    String above = "deep";
    for (int depth = 3; depth <= 20; depth++) {
      String name = depth == 20 ? "pit" : "pit " + depth;
      section(name, "C.%s.%d".formatted(number, 10 + depth), above);
      above = name;
    }
    names.put("pit below", "C.%s.31".formatted(number));
  }

  private void assessment(String name, String chapter) {
    keep(
        name,
        create(
            Drafts.of("impact-assessment")
                .with("assessed_matter", name + " of " + name("code"))
                .with("existing_code", name("key of code"))
                .with("chapter", name("key of " + chapter))
                .below(name("outer"))));
  }

  private void section(String name, String reference, @Nullable String parent) {
    Drafts section =
        Drafts.of("section").with("reference", reference).with("title", "Section " + name);
    keep(name, create(parent == null ? section : section.below(name(parent))));
  }

  private StoredRecord meter(String name, String section) {
    return keep(
        name,
        catalogue.record(
            schema.typeOf("electricity-meter-spec"), "Meter " + name, name(section), List.of()));
  }

  private StoredRecord event(String name) {
    return keep(
        name,
        catalogue.record(
            schema.typeOf("event-definition"), "Event " + name, name("inner"), List.of()));
  }

  private StoredRecord moved(String name, StoredRecord record, String stage) {
    SaveOutcome outcome =
        revisions.save(record.key(), record.version(), draft(record).at(stage).draft(), NOTE);
    return keep(name, ((SaveOutcome.Revised) outcome).record());
  }

  private StoredRecord create(Drafts draft) {
    return ((SaveOutcome.Created) revisions.create(draft.draft(), NOTE)).record();
  }

  private StoredRecord keep(String name, StoredRecord record) {
    keys.put(name, record.key());
    names.put(name, record.head().name());
    names.put("key of " + name, record.key().toString());
    return record;
  }

  private String name(String of) {
    return String.valueOf(names.get(of));
  }

  /// The record of a bad draft.
  public StoredRecord subject(BadDraft bad) {
    return revisions.find(Objects.requireNonNull(keys.get(bad.subject()))).orElseThrow();
  }

  /// What is asked for, with the names of records in it.
  public Drafts asked(BadDraft bad) {
    Drafts before = bad.isNew() ? Drafts.meter("New").below(name("inner")) : draft(subject(bad));
    return resolved(bad.change().apply(before));
  }

  private Drafts draft(StoredRecord record) {
    return new Drafts(
        record.type().name(),
        record.parent() == null ? null : record.parent().toString(),
        PlaceWish.NONE,
        null,
        record.attributes().json(),
        record.links().stream()
            .map(l -> new LinkDraft(l.type(), l.target().toString(), l.targetRevision(), l.note()))
            .toList());
  }

  private Drafts resolved(Drafts asked) {
    PlaceWish place = asked.place();
    return new Drafts(
        asked.type(),
        resolved(asked.parent()),
        new PlaceWish(place.first(), resolved(place.before()), resolved(place.after())),
        asked.stage(),
        object(String.valueOf(resolved(asked.attributes().toString()))),
        asked.links().stream()
            .map(
                l ->
                    new LinkDraft(
                        l.type(),
                        String.valueOf(resolved(l.target())),
                        l.targetRevision(),
                        l.note()))
            .toList());
  }

  /// A text with the names of records in it.
  public @Nullable String resolved(@Nullable String text) {
    String resolved = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      resolved =
          resolved == null ? null : resolved.replace("{" + name.getKey() + "}", name.getValue());
    }
    return resolved;
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
