package org.seccatalogue.revision.numbering;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.DraftWriter;
import org.seccatalogue.revision.writing.DraftWriting;
import org.seccatalogue.revision.writing.RecordChange;
import org.seccatalogue.revision.writing.Renumbered;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Gives the sections of a catalogue that an earlier version filled the numbers of this one, once,
/// as an act of the history: their words, stages and links stay as they are.
@ApplicationScoped
class Renumbering {

  private static final int BEFORE_THE_EXAMPLE = 2_000;
  private static final NumberChange CHANGE = NumberChange.read("/numbering/eight-catalogues.yaml");
  static final String AUTHOR = "Upgrade of the catalogue";

  /// Of several nodes that start, the others wait for the first.
  private static final Command LOOK =
      Command.of(
          "insert into renumbering (name, looked_at) values (:name, :at) on conflict do nothing");

  private static final Query<String> REFERENCES =
      Query.of(String.class, "select reference from record where reference is not null");

  private final Outline outline;
  private final DraftWriter writer;
  private final CatalogueSchema schema;
  private final Session database;
  private final Clock clock;
  private final boolean wanted;

  Renumbering(
      Outline outline,
      DraftWriter writer,
      CatalogueSchema schema,
      Session database,
      Clock clock,
      @ConfigProperty(name = "catalogue.side", defaultValue = "both") String side,
      @ConfigProperty(name = "catalogue.renumber-at-upgrade", defaultValue = "true")
          boolean wanted) {
    this.outline = outline;
    this.writer = writer;
    this.schema = schema;
    this.database = database;
    this.clock = clock;
    this.wanted = wanted && !side.equals("public");
  }

  void atStart(@Observes @Priority(BEFORE_THE_EXAMPLE) StartupEvent start) {
    if (wanted) {
      QuarkusTransaction.requiringNew().run(this::renumber);
    }
  }

  void renumber() {
    if (LOOK.with("name", CHANGE.name()).with("at", clock.instant()).run(database) == 0) {
      return;
    }
    List<RecordHead> headings = outline.headings().stream().map(Outline.Entry::head).toList();
    if (NumberPlan.isFor(CHANGE, headings)) {
      writer.holdMoves();
      write(headings);
    }
  }

  private void write(List<RecordHead> headings) {
    Map<RecordKey, RecordHead> heads =
        headings.stream().collect(Collectors.toMap(RecordHead::key, head -> head));
    Map<RecordKey, String> numbers =
        new NumberPlan(CHANGE, headings, bornElsewhere(headings)::contains).numbers();
    DraftWriting writing = writer.begin(new ChangeNote(AUTHOR, CHANGE.reason()));
    writing.renumber(
        numbers.entrySet().stream()
            .map(one -> renumbered(Objects.requireNonNull(heads.get(one.getKey())), one.getValue()))
            .toList());
    writing.write(moves(headings, numbers));
    writing.end();
    Log.infof("%s: %d sections have new numbers.", CHANGE.reason(), numbers.size());
  }

  private Set<String> bornElsewhere(List<RecordHead> headings) {
    Set<String> references = REFERENCES.list(database).stream().collect(Collectors.toSet());
    headings.forEach(head -> references.remove(Objects.toString(head.reference(), "")));
    return references;
  }

  private Renumbered renumbered(RecordHead head, String to) {
    return new Renumbered(
        head.key(), schema.typeOf(head.type()), Objects.requireNonNull(head.reference()), to);
  }

  private List<RecordChange> moves(List<RecordHead> headings, Map<RecordKey, String> numbers) {
    Map<String, RecordHead> byNumber = new HashMap<>();
    headings.forEach(head -> byNumber.put(Objects.toString(head.reference(), ""), head));
    return CHANGE.places().entrySet().stream()
        .filter(place -> byNumber.containsKey(place.getValue()))
        .map(
            place ->
                move(
                    Objects.requireNonNull(byNumber.get(place.getKey())),
                    Objects.requireNonNull(byNumber.get(place.getValue())),
                    numbers))
        .toList();
  }

  /// Words and links are not written where none change, but the number that the record has by now
  /// is looked at.
  private RecordChange move(RecordHead head, RecordHead before, Map<RecordKey, String> numbers) {
    RecordType type = schema.typeOf(head.type());
    ObjectNode number = JsonNodeFactory.instance.objectNode();
    type.playing(AttributeRole.REFERENCE)
        .ifPresent(
            attribute ->
                number.put(
                    attribute.name(),
                    Numbering.last(numbers.getOrDefault(head.key(), head.name()))));
    return new RecordChange(
        head.key(),
        type,
        before.parent(),
        new Slot.After(before.key()),
        Attributes.stored(number),
        List.of(),
        head.revision(),
        StageCourse.STAYS);
  }
}
