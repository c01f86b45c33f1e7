package org.seccatalogue.document.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TracedLink;

/// The working draft, to be read within [DraftSnapshot#read].
@ApplicationScoped
class DraftSource implements SpecificationSource {

  private static final String DISCLAIMER =
      "This document was made from the working draft of the requirements catalogue. It has not been"
          + " approved, it is not part of a baseline, and nobody may rely on it. Square brackets"
          + " and the word “provisional” mark what is not agreed.";

  private final CatalogueSchema schema;
  private final DraftSnapshot draft;
  private final Traces traces;
  private final BulkLookup lookup;

  DraftSource(CatalogueSchema schema, DraftSnapshot draft, Traces traces, BulkLookup lookup) {
    this.schema = schema;
    this.draft = draft;
    this.traces = traces;
    this.lookup = lookup;
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
  public List<SpecifiedRecord> headings(RecordHead root) {
    return specified(draft.headings(root));
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
  public Map<RecordKey, List<TracedLink>> links(Collection<RecordKey> sources) {
    return traces.from(sources);
  }

  @Override
  public Map<String, RecordHead> named(Collection<String> names) {
    return lookup.named(names);
  }

  private static List<SpecifiedRecord> specified(List<StoredRecord> records) {
    return records.stream()
        .map(one -> new SpecifiedRecord(one.head(), one.type(), one.attributes(), null))
        .toList();
  }
}
