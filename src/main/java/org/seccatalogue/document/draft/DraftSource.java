package org.seccatalogue.document.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.Candidates;
import org.seccatalogue.document.Edition;
import org.seccatalogue.document.SpecificationSource;
import org.seccatalogue.document.SpecifiedRecord;
import org.seccatalogue.document.TitlePage;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.DraftSnapshot;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TracedLink;

/// The working draft, to be read within [DraftSnapshot#read].
@ApplicationScoped
class DraftSource implements SpecificationSource {

  private static final String DISCLAIMER =
      "This document was made from the working draft of the requirements catalogue. It has not been"
          + " approved, it is not part of a baseline, and nobody may rely on it. Square brackets"
          + " and the word “provisional” mark what is not agreed.";

  private static final String UNTOLD = "No reason was recorded.";

  private final CatalogueSchema schema;
  private final DraftSnapshot draft;
  private final Traces traces;
  private final BulkLookup lookup;
  private final History history;

  DraftSource(
      CatalogueSchema schema,
      DraftSnapshot draft,
      Traces traces,
      BulkLookup lookup,
      History history) {
    this.schema = schema;
    this.draft = draft;
    this.traces = traces;
    this.lookup = lookup;
    this.history = history;
  }

  @Override
  public CatalogueSchema schema() {
    return schema;
  }

  @Override
  public Edition edition(RecordHead root) {
    DraftSnapshot.Facts facts = draft.facts(root);
    LocalDate date = facts.lastChange().atZone(ZoneOffset.UTC).toLocalDate();
    return new Edition(
        "working draft",
        "Draft - not a baseline",
        DISCLAIMER,
        facts.digest(),
        date,
        facts.stages(),
        List.of(
            new TitlePage.ControlRow("Last change", TitlePage.longDate(date)),
            new TitlePage.ControlRow("Content (SHA-256)", facts.digest())),
        true);
  }

  @Override
  public Collection<String> stagesLeft(RecordHead root) {
    return history.stagesLeft(draft.waiting(root)).values();
  }

  @Override
  public List<SpecifiedRecord> headings(RecordHead root) {
    return specified(draft.headings(root));
  }

  @Override
  public List<SpecifiedRecord> above(RecordHead heading) {
    return specified(draft.above(heading));
  }

  @Override
  public List<RecordHead> heads(RecordHead root, List<String> types) {
    return draft.heads(root, types);
  }

  @Override
  public List<SpecifiedRecord> below(
      RecordHead heading,
      List<RecordHead> headings,
      List<String> types,
      @Nullable String after,
      int limit) {
    return specified(draft.below(heading, headings, types, after, limit));
  }

  @Override
  public List<SpecifiedRecord> all(List<String> types) {
    return specified(draft.all(types));
  }

  @Override
  public List<SpecifiedRecord> saying(Candidates wanted) {
    return specified(draft.matching(wanted));
  }

  @Override
  public Optional<String> behind(RecordHead heading, int records) {
    return draft.behind(heading, records);
  }

  @Override
  public Map<RecordKey, List<TracedLink>> links(Collection<RecordKey> sources) {
    return traces.from(sources);
  }

  @Override
  public Map<String, RecordHead> named(Collection<String> names) {
    return lookup.named(names);
  }

  List<SpecifiedRecord> specified(List<StoredRecord> records) {
    Map<RecordKey, String> withdrawals = withdrawals(records);
    Map<RecordKey, String> reached =
        history.stagesReached(records.stream().map(StoredRecord::key).toList());
    return records.stream()
        .map(
            one ->
                new SpecifiedRecord(
                    one.head().at(reached.getOrDefault(one.key(), one.stage())),
                    one.type(),
                    one.attributes(),
                    null,
                    withdrawals.getOrDefault(one.key(), "")))
        .toList();
  }

  /// Why those of the records that are at an end are there, in sentences.
  private Map<RecordKey, String> withdrawals(List<StoredRecord> records) {
    List<RecordKey> withdrawn =
        records.stream()
            .filter(record -> schema.workflow().isEnd(record.stage()))
            .map(StoredRecord::key)
            .toList();
    Map<RecordKey, String> words = new HashMap<>();
    withdrawn.forEach(key -> words.put(key, UNTOLD));
    if (!withdrawn.isEmpty()) {
      history.withdrawals(withdrawn).forEach((key, why) -> words.put(key, words(why)));
    }
    return words;
  }

  private String words(HistoryEvent.StageChanged change) {
    String reason = Objects.toString(change.by().note().reason(), "").strip();
    String by =
        Stream.ofNullable(change.replacement())
            .map(RecordKey::toString)
            .flatMap(key -> lookup.named(List.of(key)).values().stream())
            .map(head -> "Replaced by " + head.name() + ".")
            .findFirst()
            .orElse("");
    String because =
        reason.isEmpty() ? "" : "Reason: " + reason + (reason.endsWith(".") ? " " : ". ");
    String why = (because + by).strip();
    return why.isEmpty() ? UNTOLD : why;
  }
}
