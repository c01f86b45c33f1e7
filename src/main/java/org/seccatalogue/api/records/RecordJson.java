package org.seccatalogue.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Moments;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.NewWords;
import org.seccatalogue.api.contract.Record;
import org.seccatalogue.api.contract.Revision;
import org.seccatalogue.api.contract.WithdrawnRecord;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.words.Lateness;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;

/// Records of the draft and what happened to them, in the words of the contract.
@ApplicationScoped
class RecordJson {

  private final CatalogueSchema schema;
  private final History history;
  private final Clock clock;

  RecordJson(CatalogueSchema schema, History history, Clock clock) {
    this.clock = clock;
    this.schema = schema;
    this.history = history;
  }

  Record of(StoredRecord record) {
    return of(List.of(record)).getFirst();
  }

  /// What was saved, with what is to be known of it.
  Record of(StoredRecord record, List<Finding> warnings) {
    Record saved = of(record);
    return warnings.isEmpty()
        ? saved
        : saved.warnings(warnings.stream().map(PlainJson::finding).toList());
  }

  List<Record> of(List<StoredRecord> records) {
    List<RecordKey> withdrawn =
        records.stream()
            .filter(record -> schema.workflow().isEnd(record.stage()))
            .map(StoredRecord::key)
            .toList();
    Map<RecordKey, HistoryEvent.StageChanged> why =
        withdrawn.isEmpty() ? Map.of() : history.withdrawals(withdrawn);
    Map<RecordKey, String> reached =
        history.stagesReached(records.stream().map(StoredRecord::key).toList());
    return records.stream()
        .map(record -> of(record, why.get(record.key())).stageReached(reached.get(record.key())))
        .toList();
  }

  private Record of(StoredRecord record, HistoryEvent.@Nullable StageChanged withdrawal) {
    RecordHead head = record.head();
    return new Record()
        .key(head.key().toString())
        .type(head.type())
        .title(head.title())
        .reference(head.reference())
        .parent(text(record.parent()))
        .stage(head.stage())
        .revision(head.revision())
        .provisional(head.provisional())
        .late(Lateness.of(record.type(), record.attributes(), LocalDate.now(clock)).orElse(null))
        .changedAt(Moments.of(record.changedAt()))
        .newWords(newWords(record))
        .nextStages(history.stagesAfter(record).stream().map(Workflow.Stage::code).toList())
        .withdrawn(withdrawal == null ? null : withdrawn(withdrawal))
        .attributes(record.attributes().json())
        .links(record.links().stream().map(PlainJson::link).toList())
        .warnings(null);
  }

  private NewWords newWords(StoredRecord record) {
    Workflow workflow = schema.workflow();
    String stage = record.stage();
    return new NewWords()
        .stage(workflow.newWordsFallTo(stage))
        .editorialKeeps(workflow.editorialKeeps(stage, history.stageLeft(record)));
  }

  private static WithdrawnRecord withdrawn(HistoryEvent.StageChanged withdrawal) {
    return new WithdrawnRecord()
        .at(Moments.of(withdrawal.by().at()))
        .by(withdrawal.by().author())
        .note(withdrawal.by().note().reason())
        .replacedBy(text(withdrawal.replacement()));
  }

  private static @Nullable String text(@Nullable RecordKey key) {
    return key == null ? null : key.toString();
  }

  static Revision of(org.seccatalogue.revision.Revision revision) {
    return new Revision()
        .key(revision.key().toString())
        .number(revision.number())
        .type(revision.content().type())
        .parent(text(revision.content().parent()))
        .stage(revision.stage())
        .attributes(revision.content().attributes().json())
        .links(revision.content().links().stream().map(PlainJson::link).toList())
        .digest(revision.digest())
        .madeAt(Moments.of(revision.madeAt()))
        .madeBy(revision.madeBy())
        .note(revision.note());
  }
}
