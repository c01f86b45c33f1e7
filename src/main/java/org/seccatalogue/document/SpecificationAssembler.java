package org.seccatalogue.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.DraftSnapshot;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;

/// Assembles the document of a section from the draft: its title page, its contents, and as a
/// stream what each section says.
@ApplicationScoped
class SpecificationAssembler {

  private static final String PROGRAMME = "Smart Metering Implementation Programme";
  private static final String CODE = "Draft Smart Energy Code";
  private static final String STATUS = "Draft - not a baseline";
  private static final String DISCLAIMER =
      "This document was made from the working draft of the requirements catalogue. It has not been"
          + " approved, it is not part of a baseline, and nobody may rely on it. Square brackets and"
          + " the word “provisional” mark what is not agreed.";
  private static final int MOST_REQUIREMENTS_LISTED = 300;
  private static final int RECORD_LEVEL = 4;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final CatalogueSchema schema;
  private final DraftSnapshot draft;
  private final Traces traces;
  private final BulkLookup lookup;

  SpecificationAssembler(
      CatalogueSchema schema, DraftSnapshot draft, Traces traces, BulkLookup lookup) {
    this.schema = schema;
    this.draft = draft;
    this.traces = traces;
    this.lookup = lookup;
  }

  /// The document of `root`, to be read within the same transaction.
  DocumentModel assemble(RecordHead root) {
    List<StoredRecord> headings = draft.headings(root);
    DraftSnapshot.Facts facts = draft.facts(root);
    LocalDate date = facts.lastChange().atZone(ZoneOffset.UTC).toLocalDate();
    return new DocumentModel(
        new DocumentModel.Identity(name(root), "working draft", STATUS, facts.digest(), date),
        titlePage(root, facts, date),
        contents(root, headings, facts),
        body(root, headings));
  }

  private static String name(RecordHead head) {
    return head.name() + " " + head.title();
  }

  static int level(RecordHead root, RecordHead head) {
    int depth = (head.path().length() - root.path().length()) / 9;
    return Math.min(depth + 1, Block.DEEPEST_HEADING);
  }

  /// The headings, and unless there are very many also the requirements.
  private List<ContentsEntry> contents(
      RecordHead root, List<StoredRecord> headings, DraftSnapshot.Facts facts) {
    Stream<RecordHead> heads = headings.stream().map(StoredRecord::head);
    if (facts.requirements() <= MOST_REQUIREMENTS_LISTED) {
      heads = Stream.concat(heads, draft.heads(root, SectionBlocks.bodyTypes(schema)).stream());
    }
    return heads
        .sorted(Comparator.comparing(RecordHead::path))
        .map(head -> contents(root, head))
        .toList();
  }

  /// A record stands deeper in the contents than its section, where there is room for its key.
  private ContentsEntry contents(RecordHead root, RecordHead head) {
    boolean isRecord = SectionBlocks.bodyTypes(schema).contains(head.type());
    int level = isRecord ? Math.max(level(root, head), RECORD_LEVEL) : level(root, head);
    return new ContentsEntry(level, head.name(), head.title(), head.key().toString());
  }

  private TitlePage titlePage(RecordHead root, DraftSnapshot.Facts facts, LocalDate date) {
    return new TitlePage(
        PROGRAMME,
        CODE,
        List.of(
            new TitlePage.ControlRow("Reference", root.name()),
            new TitlePage.ControlRow("Status", STATUS),
            new TitlePage.ControlRow(
                "Stage of the least advanced requirement", leastAdvanced(facts)),
            new TitlePage.ControlRow("Requirements", requirements(facts)),
            new TitlePage.ControlRow("Last change", DATE.format(date)),
            new TitlePage.ControlRow("Content (SHA-256)", facts.digest())),
        List.of(),
        Run.of(DISCLAIMER));
  }

  private String leastAdvanced(DraftSnapshot.Facts facts) {
    return schema.workflow().stages().stream()
        .filter(stage -> facts.stages().containsKey(stage.code()))
        .map(Workflow.Stage::label)
        .findFirst()
        .orElse("No requirements yet");
  }

  private String requirements(DraftSnapshot.Facts facts) {
    List<String> parts = new ArrayList<>();
    for (Workflow.Stage stage : schema.workflow().stages()) {
      Integer count = facts.stages().get(stage.code());
      if (count != null) {
        parts.add(count + " at " + stage.label());
      }
    }
    return parts.isEmpty() ? "None" : facts.requirements() + " (" + String.join(", ", parts) + ")";
  }

  private Stream<Block> body(RecordHead root, List<StoredRecord> headings) {
    SectionBlocks blocks = new SectionBlocks(schema, root);
    List<RecordHead> heads = headings.stream().map(StoredRecord::head).toList();
    return headings.stream()
        .flatMap(
            heading ->
                Stream.concat(
                    opening(blocks, heading, front(heading, heads)),
                    requirements(heading, heads)
                        .flatMap(batch -> blocks.requirements(batch, traces).stream())));
  }

  private Stream<Block> opening(
      SectionBlocks blocks, StoredRecord heading, List<StoredRecord> front) {
    Map<String, RecordHead> named = lookup.named(SectionBlocks.agreements(front));
    return blocks.opening(heading, front, named).stream();
  }

  /// Options, notes and interactions of a section.
  private List<StoredRecord> front(StoredRecord heading, List<RecordHead> heads) {
    return batches(heading, heads, SectionBlocks.frontTypes(schema)).flatMap(List::stream).toList();
  }

  private Stream<List<StoredRecord>> requirements(StoredRecord heading, List<RecordHead> heads) {
    return batches(heading, heads, SectionBlocks.bodyTypes(schema));
  }

  private Stream<List<StoredRecord>> batches(
      StoredRecord heading, List<RecordHead> heads, List<String> types) {
    return Stream.iterate(
        next(heading, heads, types, null),
        batch -> !batch.isEmpty(),
        batch -> next(heading, heads, types, batch.getLast().head().path()));
  }

  private List<StoredRecord> next(
      StoredRecord heading, List<RecordHead> heads, List<String> types, @Nullable String after) {
    return draft.below(heading.head(), heads, types, after, 200);
  }
}
