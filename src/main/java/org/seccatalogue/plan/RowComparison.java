package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.RowValues;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.mapping.StageName;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.Reading;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.schema.Workflow;

/// Compares one row with the record that it means: checks what the record would then say, and
/// tells what would change.
public final class RowComparison {

  private final CatalogueSchema schema;
  private final SheetMapping mapping;
  private final RowValues row;
  private final @Nullable StoredRecord existing;
  private final @Nullable RecordKey key;
  private final @Nullable String identity;
  private final Map<String, RecordHead> named;
  private final List<Finding> findings;
  private final Set<String> untouched;
  private final List<Conflict> conflicts;
  private final List<StagedChange.StagedLink> pending = new ArrayList<>();

  public RowComparison(
      CatalogueSchema schema,
      SheetMapping mapping,
      BatchMatch.Matched matched,
      RowMerge.Merged merged,
      Map<String, RecordHead> named,
      List<Finding> findings) {
    this.schema = schema;
    this.mapping = mapping;
    this.row = merged.row();
    this.untouched = merged.untouched();
    this.conflicts = merged.conflicts();
    this.existing = matched.record();
    this.key = matched.key();
    this.identity = matched.identity();
    this.named = named;
    this.findings = findings;
  }

  /// What the row would do; nothing when its values are wrong.
  public Optional<StagedChange> compare() {
    String stage = stage();
    String parentText = parentText();
    RecordKey parent = parent(parentText);
    return switch (RecordReader.read(mapping.type(), merged(), stage, schema.workflow())) {
      case Reading.Invalid invalid -> {
        invalid.findings().forEach(this::addAtCell);
        checkLinks();
        pending(parent == null ? parentText : null);
        yield Optional.empty();
      }
      case Reading.Valid valid -> {
        checkLinks();
        yield Optional.of(staged(stage, parent, parent == null ? parentText : null, valid));
      }
    };
  }

  /// The attributes of the record with what the row says put in.
  private ObjectNode merged() {
    if (existing != null) {
      return existing.attributes().with(filled(existing.attributes()));
    }
    ObjectNode merged = initial();
    merged.setAll(row.defaults().attributes());
    merged.setAll(row.attributes());
    return merged;
  }

  /// What the row says, and what its profile says of attributes that the record leaves empty.
  private ObjectNode filled(Attributes present) {
    ObjectNode filled = row.attributes().objectNode();
    row.defaults()
        .attributes()
        .properties()
        .forEach(
            value -> {
              if (present.get(value.getKey()) == null) {
                filled.set(value.getKey(), value.getValue());
              }
            });
    filled.setAll(row.attributes());
    return filled;
  }

  /// What a new record starts with where its sheet says nothing, as in a form.
  private ObjectNode initial() {
    ObjectNode values = row.attributes().objectNode();
    mapping.type().attributes().stream()
        .filter(attribute -> attribute.initial() != null)
        .filter(attribute -> !mapping.filled().contains(attribute.name()))
        .forEach(attribute -> values.set(attribute.name(), attribute.initial()));
    return values;
  }

  private void addAtCell(Finding finding) {
    String pointer = finding.place() instanceof Place.Pointer(String text) ? text : "/";
    Finding placed = finding.at(cell(columnOf(pointer)));
    Optional<Attribute> attribute = mapping.type().attribute(nameIn(pointer));
    if (finding.code() == FindingCode.MISSING_VALUE && attribute.isPresent()) {
      mapping.missing(attribute.get(), placed).ifPresent(findings::add);
    } else {
      findings.add(placed);
    }
  }

  /// The column of the attribute that a pointer such as `/name/0` begins with.
  private int columnOf(String pointer) {
    return mapping.columnOf(nameIn(pointer)).orElse(0);
  }

  private static String nameIn(String pointer) {
    int end = pointer.indexOf('/', 1);
    return pointer.substring(1, end < 0 ? pointer.length() : end);
  }

  private Place cell(int column) {
    return new Place.Cell(mapping.sheet(), row.row(), column);
  }

  private String stage() {
    Workflow workflow = schema.workflow();
    String kept = existing == null || comesBack() ? workflow.initial() : existing.stage();
    String asked = row.stage();
    if (asked == null) {
      return kept;
    }
    Optional<String> stage = StageName.code(workflow, asked);
    if (stage.isEmpty()) {
      String expected =
          "a stage: " + String.join(", ", workflow.stages().stream().map(s -> s.code()).toList());
      add(FindingCode.UNKNOWN_CODE, SheetMapping.Target.Stage.class, asked, expected);
    }
    return stage.orElse(kept);
  }

  /// Whether a row without a key brings back a record that was withdrawn: it says the same, and
  /// keys are never given twice.
  private boolean comesBack() {
    return existing != null
        && row.key() == null
        && existing.stage().equals(schema.workflow().withdrawn());
  }

  private @Nullable String parentText() {
    if (row.section() != null) {
      return row.section();
    }
    if (existing != null) {
      return existing.parent() == null ? null : existing.parent().toString();
    }
    String said = row.defaults().section();
    String home = said == null ? mapping.type().section() : said;
    TypeKind kind = mapping.type().kind();
    if (home == null && kind != TypeKind.HEADING && kind != TypeKind.CLAUSE) {
      String expected = "the reference of the section in which the record stands";
      add(FindingCode.MISSING_VALUE, SheetMapping.Target.Section.class, null, expected);
    }
    return home;
  }

  private @Nullable RecordKey parent(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (existing != null && text.equals(String.valueOf(existing.parent()))) {
      return existing.parent();
    }
    RecordHead head = named.get(text);
    return head == null ? null : head.key();
  }

  private void add(
      FindingCode code,
      Class<? extends SheetMapping.Target> column,
      @Nullable String found,
      String expected) {
    findings.add(Finding.error(code, cell(mapping.columnOf(column)), found, expected));
  }

  private void checkLinks() {
    Set<String> seen = new HashSet<>();
    for (RowValues.LinkCell link : row.links()) {
      LinkRule rule = schema.link(link.type()).orElseThrow();
      RecordHead target = named.get(link.target());
      if (rule.noteRequired() && link.note() == null) {
        String expected = "a note in brackets, as “" + link.target() + " (why)”";
        findings.add(
            Finding.error(FindingCode.BAD_LINK, cell(link.column()), link.target(), expected));
      }
      if (!seen.add(link.type() + " " + link.target())) {
        findings.add(
            Finding.error(FindingCode.DUPLICATE, cell(link.column()), link.target(), "it once"));
      }
      if (target != null && !rule.allows(mapping.type().name(), target.type())) {
        findings.add(badLink(rule, mapping.type(), cell(link.column()), link.target()));
      }
    }
  }

  static Finding badLink(LinkRule rule, RecordType source, Place place, String found) {
    String expected =
        "a record to which one of type "
            + source.name()
            + " may be linked by “"
            + rule.label()
            + "”";
    return Finding.error(FindingCode.BAD_LINK, place, found, expected);
  }

  private StagedChange staged(
      String stage, @Nullable RecordKey parent, @Nullable String parentText, Reading.Valid valid) {
    Attributes attributes = valid.attributes();
    List<StagedChange.StagedLink> links = new ArrayList<>(links());
    List<String> changed = changed(attributes, parent, parentText, links);
    boolean makesRevision = existing == null || !changed.isEmpty();
    boolean moves = existing != null && !existing.stage().equals(stage);
    if (moves) {
      changed.add("stage");
    }
    valid.references().forEach(use -> links.add(check(use)));
    return new StagedChange(
        row,
        mapping.sheet(),
        mapping.type().name(),
        kind(makesRevision || moves),
        key,
        existing == null ? null : existing.version(),
        existing == null ? null : existing.stage(),
        attributes.text(mapping.type(), AttributeRole.TITLE).orElse(""),
        attributes.text(mapping.type(), AttributeRole.REFERENCE).orElse(null),
        parent,
        parentText,
        stage,
        attributes,
        makesRevision,
        changed,
        existing == null ? identity : null,
        uniques(attributes),
        links,
        conflicts);
  }

  private PlannedChange.Kind kind(boolean changes) {
    if (existing == null) {
      return PlannedChange.Kind.NEW;
    }
    if (!conflicts.isEmpty()) {
      return PlannedChange.Kind.CONFLICT;
    }
    return changes ? PlannedChange.Kind.CHANGED : PlannedChange.Kind.SAME;
  }

  /// Keeps what a wrong row says of records that are not there yet, to be checked all the same.
  private void pending(@Nullable String parentText) {
    links().stream().filter(link -> link.target() == null).forEach(pending::add);
    if (parentText != null) {
      int column = mapping.columnOf(SheetMapping.Target.Section.class);
      pending.add(
          new StagedChange.StagedLink(null, List.of(), parentText, null, null, null, column));
    }
  }

  /// What is still to be checked of a row that is wrong.
  List<StagedChange.StagedLink> pending() {
    return pending;
  }

  private List<String> uniques(Attributes attributes) {
    List<String> uniques = new ArrayList<>();
    for (Attribute attribute : mapping.type().attributes()) {
      JsonNode value = attributes.get(attribute.name());
      if (attribute.unique() && value != null) {
        uniques.add(mapping.type().name() + " " + attribute.name() + " " + value);
      }
    }
    return uniques;
  }

  private StagedChange.StagedLink check(ReferenceUse use) {
    RecordHead head = named.get(use.key().toString());
    int column = columnOf(use.pointer());
    return new StagedChange.StagedLink(
        null,
        use.types(),
        use.key().toString(),
        head == null ? null : head.key(),
        null,
        null,
        column);
  }

  /// The links that the record would have: those of the row, and its own of other types.
  private List<StagedChange.StagedLink> links() {
    List<StagedChange.StagedLink> links = new ArrayList<>();
    if (existing != null) {
      existing.links().stream()
          .filter(link -> !isSaid(link.type()))
          .forEach(link -> links.add(kept(link, 0, link.note())));
    }
    for (RowValues.LinkCell cell : row.links()) {
      RecordHead target = named.get(cell.target());
      Optional<Link> before = target == null ? Optional.empty() : before(cell.type(), target.key());
      links.add(
          before
              .map(link -> kept(link, cell.column(), cell.note()))
              .orElseGet(() -> added(cell, target)));
    }
    return links;
  }

  /// Whether the row says which links of this type the record has.
  private boolean isSaid(String type) {
    return mapping.links().contains(type) && !untouched.contains(type);
  }

  private Optional<Link> before(String type, RecordKey target) {
    return existing == null
        ? Optional.empty()
        : existing.links().stream()
            .filter(link -> link.type().equals(type) && link.target().equals(target))
            .findFirst();
  }

  private static StagedChange.StagedLink kept(Link link, int column, @Nullable String note) {
    return new StagedChange.StagedLink(
        link.type(),
        List.of(),
        link.target().toString(),
        link.target(),
        link.targetRevision(),
        note,
        column);
  }

  private static StagedChange.StagedLink added(
      RowValues.LinkCell cell, @Nullable RecordHead target) {
    return new StagedChange.StagedLink(
        cell.type(),
        List.of(),
        cell.target(),
        target == null ? null : target.key(),
        null,
        cell.note(),
        cell.column());
  }

  private List<String> changed(
      Attributes attributes,
      @Nullable RecordKey parent,
      @Nullable String parentText,
      List<StagedChange.StagedLink> links) {
    if (existing == null) {
      return new ArrayList<>();
    }
    List<String> changed = new ArrayList<>(existing.attributes().changesTo(attributes));
    if (parentText != null || !Objects.equals(parent, existing.parent())) {
      changed.add("section");
    }
    Set<String> linked = new HashSet<>();
    existing.links().forEach(link -> linked.add(link.type()));
    links.forEach(link -> linked.add(String.valueOf(link.type())));
    schema.links().stream()
        .map(LinkRule::name)
        .filter(linked::contains)
        .filter(type -> !said(existing.links(), type).equals(asked(links, type)))
        .forEach(changed::add);
    return changed;
  }

  private static Set<String> said(List<Link> links, String type) {
    Set<String> said = new HashSet<>();
    links.stream()
        .filter(link -> link.type().equals(type))
        .forEach(link -> said.add(link.target() + " " + link.note()));
    return said;
  }

  private static Set<String> asked(List<StagedChange.StagedLink> links, String type) {
    Set<String> asked = new HashSet<>();
    links.stream()
        .filter(link -> type.equals(link.type()))
        .forEach(
            link ->
                asked.add(
                    (link.target() == null ? link.targetText() : link.target().toString())
                        + " "
                        + link.note()));
    return asked;
  }
}
