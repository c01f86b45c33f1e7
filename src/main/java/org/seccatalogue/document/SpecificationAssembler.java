package org.seccatalogue.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.Workflow;

/// Assembles the document of a section from a source: its title page, its contents, and as a stream
/// what each section says.
public final class SpecificationAssembler {

  private static final String LEAST_ADVANCED = "Stage of the least advanced requirement";
  private static final String REQUIREMENTS = "Requirements";

  /// The lines of document control that are about the requirements below a section.
  public static final List<String> ABOUT_REQUIREMENTS = List.of(LEAST_ADVANCED, REQUIREMENTS);

  private static final String PROGRAMME = "Smart Metering Implementation Programme";
  private static final String CODE = "Draft Smart Energy Code";
  private static final int MOST_REQUIREMENTS_LISTED = 300;
  private static final int RECORD_LEVEL = 4;
  private static final int PATH_STEP = 9;
  private static final int BATCH = 200;

  private final SpecificationSource source;
  private final RecordHead root;
  private final SpecificationForm form;

  public SpecificationAssembler(
      SpecificationSource source, RecordHead root, SpecificationForm form) {
    this.source = source;
    this.root = root;
    this.form = form;
  }

  /// The document, to be read while the source can be.
  public DocumentModel assemble() {
    List<SpecifiedRecord> headings = source.headings(root);
    Edition edition = source.edition(root);
    return new DocumentModel(
        new DocumentModel.Identity(
            (number(root) + " " + root.title()).strip(),
            edition.version(),
            edition.status(),
            edition.digest(),
            edition.date()),
        titlePage(headings.getFirst(), edition),
        contents(headings, edition),
        body(headings, edition));
  }

  /// What stands in front of a title.
  private String number(RecordHead head) {
    return switch (form) {
      case FIRST -> head.name();
      case SECOND, THIRD, FOURTH, FIFTH, SIXTH -> RecordHead.number(head.name(), head.title());
    };
  }

  static int level(RecordHead root, RecordHead head) {
    int depth = (head.path().length() - root.path().length()) / PATH_STEP;
    return Math.min(depth + 1, Block.DEEPEST_HEADING);
  }

  /// The headings, and unless there are very many also the requirements.
  private List<ContentsEntry> contents(List<SpecifiedRecord> headings, Edition edition) {
    Stream<RecordHead> heads = headings.stream().map(SpecifiedRecord::head);
    if (source.part().isPresent() || edition.requirements() <= MOST_REQUIREMENTS_LISTED) {
      heads =
          Stream.concat(
              heads, source.heads(root, SectionBlocks.bodyTypes(source.schema())).stream());
    }
    return heads.sorted(Comparator.comparing(RecordHead::path)).map(this::contents).toList();
  }

  /// A record stands deeper in the contents than its section, where there is room for its key.
  private ContentsEntry contents(RecordHead head) {
    boolean isRecord = SectionBlocks.bodyTypes(source.schema()).contains(head.type());
    int level = isRecord ? Math.max(level(root, head), RECORD_LEVEL) : level(root, head);
    return new ContentsEntry(level, number(head), head.title(), head.key().toString());
  }

  private TitlePage titlePage(SpecifiedRecord heading, Edition edition) {
    List<TitlePage.ControlRow> rows = new ArrayList<>();
    rows.add(new TitlePage.ControlRow("Reference", root.name()));
    rows.add(new TitlePage.ControlRow("Status", edition.status()));
    rows.add(new TitlePage.ControlRow(LEAST_ADVANCED, leastAdvanced(edition)));
    rows.add(new TitlePage.ControlRow(REQUIREMENTS, requirements(edition)));
    rows.addAll(responsibilities(heading));
    rows.addAll(edition.control());
    return new TitlePage(PROGRAMME, CODE, rows, List.of(), Run.of(edition.statement()));
  }

  /// Who drafts, reviews and approves what the document holds, as its heading says: all that stands
  /// in one group with whether existing codes were considered.
  private List<TitlePage.ControlRow> responsibilities(SpecifiedRecord heading) {
    if (form == SpecificationForm.FIRST) {
      return List.of();
    }
    Optional<String> group = heading.type().playing(AttributeRole.CONSIDERED).map(Attribute::group);
    return heading.type().attributes().stream()
        .filter(one -> group.filter(name -> name.equals(one.group())).isPresent())
        .map(one -> new TitlePage.ControlRow(one.label(), heading.attributes().displayText(one)))
        .filter(row -> !row.value().isEmpty())
        .toList();
  }

  private String leastAdvanced(Edition edition) {
    Set<String> stages = edition.stages().keySet();
    return switch (form) {
      case FIRST, SECOND -> first(stages, stage -> true).orElse("No requirements yet");
      case THIRD, FOURTH, FIFTH, SIXTH -> leastAdvanced(edition.stages(), source.stagesLeft(root));
    };
  }

  private Optional<String> first(Set<String> stages, Predicate<Workflow.Stage> which) {
    return source.schema().workflow().stages().stream()
        .filter(stage -> stages.contains(stage.code()) && which.test(stage))
        .map(Workflow.Stage::label)
        .findFirst();
  }

  /// What waits counts as the stage that it left; where nobody knows that, it is told beside.
  private String leastAdvanced(Map<String, Integer> stages, Collection<String> left) {
    Workflow workflow = source.schema().workflow();
    List<String> waiting =
        workflow.stages().stream()
            .filter(stage -> workflow.isSide(stage.code()) && stages.containsKey(stage.code()))
            .map(stage -> stages.get(stage.code()) + " " + stage.label())
            .toList();
    Set<String> reached = new HashSet<>(stages.keySet());
    reached.addAll(left);
    Optional<String> least = first(reached, stage -> !workflow.isSide(stage.code()));
    if (waiting.isEmpty() || !left.isEmpty()) {
      return least.orElse("No requirements yet");
    }
    return least.orElse("None") + ", besides " + String.join(", ", waiting);
  }

  private String requirements(Edition edition) {
    List<String> parts = new ArrayList<>();
    for (Workflow.Stage stage : source.schema().workflow().stages()) {
      Integer count = edition.stages().get(stage.code());
      if (count != null) {
        parts.add(count + " at " + stage.label());
      }
    }
    return parts.isEmpty()
        ? "None"
        : edition.requirements() + " (" + String.join(", ", parts) + ")";
  }

  private Stream<Block> body(List<SpecifiedRecord> headings, Edition edition) {
    SectionBlocks blocks =
        new SectionBlocks(
            source.schema(), root, this::stands, new SectionBlocks.Manner(form, edition.date()));
    List<RecordHead> heads = headings.stream().map(SpecifiedRecord::head).toList();
    List<String> front = SectionBlocks.frontTypes(source.schema(), edition.draftingNotes());
    List<String> body = SectionBlocks.bodyTypes(source.schema());
    AgreementBlocks agreements =
        new AgreementBlocks(
            new AgreementBlocks.Reading(
                source,
                root,
                Stream.concat(front.stream(), body.stream()).toList(),
                form,
                edition.date(),
                source.part().isPresent() ? SectionBox.MOST_OF_A_PAGE : AgreementBlocks.ALL),
            AgreementRows.Leads.within(blocks::isPrinted));
    return headings.stream()
        .flatMap(
            heading ->
                Stream.of(
                        opening(blocks, heading, batches(heading, heads, front)),
                        box(agreements, heading, heads),
                        batches(heading, heads, body)
                            .flatMap(batch -> requirements(blocks, batch).stream()))
                    .flatMap(one -> one));
  }

  private Stream<Block> box(
      AgreementBlocks agreements, SpecifiedRecord heading, List<RecordHead> heads) {
    return switch (form) {
      case FIRST -> Stream.empty();
      case SECOND, THIRD, FOURTH, FIFTH, SIXTH ->
          agreements.of(heading, heads).stream().map(Block.class::cast);
    };
  }

  /// Whether a record below the root stands in this document.
  private boolean stands(RecordHead head) {
    return head.key().equals(root.key()) || (head.isBelow(root) && isInPart(head));
  }

  private boolean isInPart(RecordHead head) {
    return source
        .part()
        .map(part -> part.stream().anyMatch(record -> record.key().equals(head.key())))
        .orElse(true);
  }

  private Stream<Block> opening(
      SectionBlocks blocks, SpecifiedRecord heading, Stream<List<SpecifiedRecord>> batches) {
    List<SpecifiedRecord> front = batches.flatMap(List::stream).toList();
    Map<String, RecordHead> named = source.named(SectionBlocks.agreements(front));
    return blocks.opening(heading, front, named).stream();
  }

  private List<Block> requirements(SectionBlocks blocks, List<SpecifiedRecord> batch) {
    return blocks.requirements(
        form.saysNames() ? calledByPeople(batch) : batch,
        source.links(batch.stream().map(SpecifiedRecord::key).toList()));
  }

  /// The records with what people call the others that their attributes refer to.
  private List<SpecifiedRecord> calledByPeople(List<SpecifiedRecord> batch) {
    Set<String> keys = new HashSet<>();
    batch.forEach(record -> keys.addAll(record.names()));
    Map<String, RecordHead> heads = keys.isEmpty() ? Map.of() : source.named(keys);
    return batch.stream().map(record -> record.naming(key -> called(heads.get(key), key))).toList();
  }

  private static String called(@Nullable RecordHead head, String key) {
    return head == null ? key : head.name();
  }

  private Stream<List<SpecifiedRecord>> batches(
      SpecifiedRecord heading, List<RecordHead> heads, List<String> types) {
    return Stream.iterate(
        next(heading, heads, types, null),
        batch -> !batch.isEmpty(),
        batch -> next(heading, heads, types, batch.getLast().head().path()));
  }

  private List<SpecifiedRecord> next(
      SpecifiedRecord heading, List<RecordHead> heads, List<String> types, @Nullable String after) {
    return source.below(heading.head(), heads, types, after, BATCH);
  }
}
