package org.seccatalogue.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.OptionRow;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.ValueText;
import org.seccatalogue.record.words.Lateness;
import org.seccatalogue.record.words.ProvisionalWords;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

/// Turns the records of a section into blocks, in the order of the product description: title,
/// clear English summary, options, drafting notes, interactions, then the requirements.
public final class SectionBlocks {

  private static final String AWAITED = "It was still awaited on ";

  private final CatalogueSchema schema;
  private final RecordHead root;
  private final Predicate<RecordHead> stands;
  private final SpecificationForm form;
  private final LocalDate day;

  /// How records are told.
  ///
  /// @param day on which it is asked whether something is late
  record Manner(SpecificationForm form, LocalDate day) {}

  /// @param stands whether a record stands in the document, if its kind does
  SectionBlocks(
      CatalogueSchema schema, RecordHead root, Predicate<RecordHead> stands, Manner manner) {
    this.schema = schema;
    this.root = root;
    this.stands = stands;
    this.form = manner.form();
    this.day = manner.day();
  }

  /// Types whose records stand before the requirements of a section.
  public static List<String> frontTypes(CatalogueSchema schema, boolean draftingNotes) {
    return Stream.of(TypeKind.OPTIONS, TypeKind.NOTE, TypeKind.INTERACTION)
        .filter(kind -> draftingNotes || kind != TypeKind.NOTE)
        .flatMap(kind -> schema.namesOf(kind).stream())
        .toList();
  }

  /// Types whose records stand in a section one after the other.
  public static List<String> bodyTypes(CatalogueSchema schema) {
    return Stream.of(
            TypeKind.REQUIREMENT,
            TypeKind.AGREEMENT,
            TypeKind.ASSESSMENT,
            TypeKind.DEPENDENCY,
            TypeKind.DOCUMENT,
            TypeKind.PARTY)
        .flatMap(kind -> schema.namesOf(kind).stream())
        .toList();
  }

  /// What a section says before its requirements.
  ///
  /// @param named the agreements that its interactions name, by key
  List<Block> opening(
      SpecifiedRecord heading, List<SpecifiedRecord> front, Map<String, RecordHead> named) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(heading(heading));
    blocks.addAll(said(heading));
    List<SpecifiedRecord> shown = front.stream().filter(record -> !isWithdrawn(record)).toList();
    of(TypeKind.OPTIONS, shown).map(this::options).forEach(blocks::add);
    of(TypeKind.NOTE, shown).map(this::note).forEach(blocks::add);
    List<Block.InteractionBox.Interaction> interactions =
        of(TypeKind.INTERACTION, shown).map(record -> interaction(record, named)).toList();
    if (!interactions.isEmpty() && form == SpecificationForm.FIRST) {
      String title = "Potential interactions with existing codes and agreements";
      blocks.add(new Block.InteractionBox(title, interactions));
    }
    return blocks;
  }

  private Block heading(SpecifiedRecord heading) {
    RecordHead head = heading.head();
    int level = SpecificationAssembler.level(root, head);
    String anchor = head.key().toString();
    return switch (form) {
      case FIRST -> new Block.Heading(level, head.name(), head.title(), anchor, head.provisional());
      case SECOND, THIRD, FOURTH, FIFTH, SIXTH ->
          new Block.Heading(
              level,
              RecordHead.number(head.name(), head.title()),
              Run.marked(head.title()),
              anchor,
              text(heading, AttributeRole.PROVISIONAL).filter("true"::equals).isPresent()
                  && !ProvisionalWords.isIn(head.title()));
    };
  }

  /// Words that bind.
  private List<Run> binding(String words) {
    return switch (form) {
      case FIRST -> Run.of(words);
      case SECOND, THIRD, FOURTH, FIFTH, SIXTH -> Run.marked(words);
    };
  }

  /// What a heading says itself; of one that was withdrawn, why. Only the draft tells why: whatever
  /// was published with a withdrawn heading in it keeps its bytes.
  private List<Block> said(SpecifiedRecord heading) {
    if (!heading.withdrawal().isEmpty()) {
      String stage = schema.workflow().labelOf(heading.stage());
      return List.of(new Block.Paragraph(Run.of(stage + ". " + heading.withdrawal())));
    }
    List<Block> said = new ArrayList<>();
    text(heading, AttributeRole.SUMMARY)
        .ifPresent(summary -> said.add(new Block.Summary(Run.of(summary))));
    text(heading, AttributeRole.STATEMENT)
        .ifPresent(words -> said.add(new Block.Paragraph(binding(words))));
    return said;
  }

  private static Stream<SpecifiedRecord> of(TypeKind kind, List<SpecifiedRecord> records) {
    return records.stream().filter(record -> record.type().kind() == kind);
  }

  private boolean isWithdrawn(SpecifiedRecord record) {
    return schema.workflow().isEnd(record.stage());
  }

  private static Optional<String> text(SpecifiedRecord record, AttributeRole role) {
    return record.attributes().text(record.type(), role);
  }

  private static String words(SpecifiedRecord record, AttributeRole role) {
    return record
        .type()
        .playing(role)
        .map(attribute -> record.attributes().displayText(attribute))
        .orElse("");
  }

  private Block options(SpecifiedRecord record) {
    List<Block.Options.Option> options =
        OptionRow.of(record.type(), record.attributes()).stream()
            .map(row -> new Block.Options.Option(row.letter(), Run.of(row.words()), row.state()))
            .toList();
    return new Block.Options(record.head().name(), Run.of(record.head().title()), options);
  }

  private Block note(SpecifiedRecord record) {
    String about = words(record, AttributeRole.CONCERNS);
    String reference = record.head().name() + (about.isEmpty() ? "" : " on " + about);
    return new Block.DraftingNote(
        reference,
        Run.of(words(record, AttributeRole.NOTE)),
        words(record, AttributeRole.AUTHOR),
        words(record, AttributeRole.STATE));
  }

  private static Block.InteractionBox.Interaction interaction(
      SpecifiedRecord record, Map<String, RecordHead> named) {
    RecordHead agreement = named.get(words(record, AttributeRole.AGREEMENT));
    return new Block.InteractionBox.Interaction(
        agreement == null ? words(record, AttributeRole.AGREEMENT) : agreement.name(),
        record.head().title(),
        words(record, AttributeRole.INTERACTION_KIND),
        words(record, AttributeRole.IMPACT),
        told(record, AttributeRole.RAISED_BY),
        told(record, AttributeRole.RESPONSE));
  }

  /// Nothing where the type does not say it: where it was kept inside.
  private static @Nullable String told(SpecifiedRecord record, AttributeRole role) {
    return record.type().playing(role).isPresent() ? words(record, role) : null;
  }

  /// The keys of the agreements that interactions name.
  static List<String> agreements(List<SpecifiedRecord> front) {
    return front.stream()
        .map(record -> words(record, AttributeRole.AGREEMENT))
        .filter(key -> !key.isEmpty())
        .toList();
  }

  List<Block> requirements(List<SpecifiedRecord> records, Map<RecordKey, List<TracedLink>> links) {
    List<Block> blocks = new ArrayList<>();
    for (SpecifiedRecord record : records) {
      blocks.add(
          isWithdrawn(record)
              ? withdrawn(record)
              : requirement(record, links.getOrDefault(record.key(), List.of())));
    }
    return blocks;
  }

  /// A withdrawn requirement keeps its place, so that nobody looks for it in vain. Why it was
  /// withdrawn stands in place of its statement.
  private Block withdrawn(SpecifiedRecord record) {
    String stage = schema.workflow().labelOf(record.stage());
    return new Block.Requirement(
        record.key().toString(),
        record.digest(),
        record.head().title(),
        record.withdrawal().isEmpty() ? List.of() : Run.of(record.withdrawal()),
        List.of(new Block.Requirement.Badge(stage, Block.Requirement.Badge.Kind.WITHDRAWN)),
        record.key().toString(),
        List.of(),
        List.of(),
        List.of());
  }

  private Block requirement(SpecifiedRecord record, Collection<TracedLink> links) {
    return new Block.Requirement(
        record.key().toString(),
        record.digest(),
        record.head().title(),
        binding(words(record, AttributeRole.STATEMENT)),
        badges(record),
        record.key().toString(),
        rows(record),
        links.stream().map(this::link).toList(),
        tables(record));
  }

  private List<Block.Requirement.Badge> badges(SpecifiedRecord record) {
    List<Block.Requirement.Badge> badges = new ArrayList<>();
    badges.add(
        new Block.Requirement.Badge(
            schema.workflow().labelOf(record.stage()), Block.Requirement.Badge.Kind.STAGE));
    String obligation = words(record, AttributeRole.OBLIGATION);
    if (!obligation.isEmpty()) {
      badges.add(new Block.Requirement.Badge(obligation, Block.Requirement.Badge.Kind.OBLIGATION));
    }
    return badges;
  }

  private List<Block.Requirement.AttributeRow> rows(SpecifiedRecord record) {
    boolean late = form.tellsLateness() && Lateness.isLate(record.type(), record.attributes(), day);
    List<Block.Requirement.AttributeRow> rows = new ArrayList<>();
    for (Attribute attribute : record.type().attributes()) {
      String value = record.attributes().displayText(attribute);
      boolean elsewhere =
          attribute.has(AttributeRole.TITLE)
              || attribute.has(AttributeRole.STATEMENT)
              || attribute.has(AttributeRole.OBLIGATION)
              || isWide(attribute.type());
      if (!value.isEmpty() && !elsewhere) {
        String group = attribute.group() == null ? "" : attribute.group();
        rows.add(new Block.Requirement.AttributeRow(group, attribute.label(), Run.of(value)));
        if (late && attribute.has(AttributeRole.DUE)) {
          List<Run> told = Run.of(AWAITED + TitlePage.longDate(day));
          rows.add(new Block.Requirement.AttributeRow(group, "Late", told));
        }
      }
    }
    return together(rows);
  }

  /// The rows with those of a group together, groups in the order in which they first appear.
  private static List<Block.Requirement.AttributeRow> together(
      List<Block.Requirement.AttributeRow> rows) {
    Map<String, List<Block.Requirement.AttributeRow>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(row.group(), _ -> new ArrayList<>()).add(row));
    return groups.values().stream().flatMap(List::stream).toList();
  }

  /// Tables of which a row does not fit on a line.
  private static boolean isWide(AttributeType type) {
    return type instanceof AttributeType.Table table
        && table.columns().stream().filter(Attribute::required).count() > 1;
  }

  private static List<Block.Table> tables(SpecifiedRecord record) {
    List<Block.Table> tables = new ArrayList<>();
    RecordType type = record.type();
    for (Attribute attribute : type.attributes()) {
      JsonNode value = record.attributes().get(attribute.name());
      if (attribute.type() instanceof AttributeType.Table table && isWide(table) && value != null) {
        tables.add(
            new Block.Table(
                attribute.label(),
                table.columns().stream().map(Attribute::label).toList(),
                ValueText.rows(table, value)));
      }
    }
    return tables;
  }

  private Block.Requirement.LinkRow link(TracedLink link) {
    return new Block.Requirement.LinkRow(
        schema.link(link.type()).map(rule -> rule.label()).orElse(link.type()),
        link.target().name(),
        link.target().title(),
        anchor(link.target()),
        link.soundness() != Soundness.SOUND,
        link.note() == null ? "" : link.note());
  }

  /// The anchor of a record that stands in this document.
  private @Nullable String anchor(RecordHead target) {
    return isPrinted(target) ? target.key().toString() : null;
  }

  /// Whether a record stands in this document as itself.
  boolean isPrinted(RecordHead target) {
    TypeKind kind = schema.typeOf(target.type()).kind();
    boolean printed =
        switch (kind) {
          case REQUIREMENT, HEADING, CLAUSE, AGREEMENT, DEPENDENCY, ASSESSMENT, DOCUMENT, PARTY ->
              true;
          case OPTIONS, NOTE, INTERACTION -> false;
        };
    return printed && stands.test(target);
  }
}
