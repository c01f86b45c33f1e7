package org.seccatalogue.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.HeaderWords;
import org.seccatalogue.proposal.DigestNote;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.SheetForm.Look;

/// The columns of the records of a type: key, place and stage, the attributes in their order, the
/// links, and at the end which revision it is.
public final class ExportColumns {

  /// Cells hold no more than 32,767 characters.
  private static final int LONGEST = 30_000;

  private final CatalogueSchema schema;
  private final RecordType type;
  private final Function<ExportRow, String> base;
  private final Function<Attribute, String> hint;

  private ExportColumns(
      CatalogueSchema schema,
      RecordType type,
      Function<ExportRow, String> base,
      Function<Attribute, String> hint) {
    this.schema = schema;
    this.type = type;
    this.base = base;
    this.hint = hint;
  }

  /// The columns of the files of a baseline.
  public static List<ExportColumn> of(RecordType type, CatalogueSchema schema) {
    return new ExportColumns(schema, type, ExportColumns::state, ColumnHint::of).all();
  }

  /// The columns of what is taken away to be edited: each row also notes which records its
  /// references mean, since references may pass to other records before it comes back.
  public static List<ExportColumn> toEdit(RecordType type, CatalogueSchema schema) {
    return new ExportColumns(schema, type, row -> meaning(type, row), ColumnHint::toEdit).all();
  }

  private List<ExportColumn> all() {
    List<ExportColumn> columns = new ArrayList<>();
    columns.add(
        locked(
            "Key",
            12,
            false,
            "Given by the catalogue. Leave it empty for a new record.",
            row -> words(row.record().key().toString())));
    columns.add(section());
    columns.add(stage());
    type.attributes().forEach(attribute -> columns.add(column(attribute)));
    schema.links().stream()
        .filter(this::mayStart)
        .filter(rule -> isFree(rule.label()) || isFree(rule.name()))
        .forEach(rule -> columns.add(links(rule)));
    columns.add(
        locked(
            "Revision",
            10,
            false,
            "The revision that this row was made from.",
            row -> new CellValue.Amount(BigDecimal.valueOf(row.record().head().revision()))));
    // The stage is no part of the revision, and must be known to tell whether somebody edited it.
    columns.add(locked("Digest", 78, true, "", row -> words(base.apply(row))));
    return columns;
  }

  private static ExportColumn locked(
      String header,
      double width,
      boolean hidden,
      String hint,
      Function<ExportRow, @Nullable CellValue> value) {
    return new ExportColumn(header, width, Look.LOCKED, hidden, List.of(), hint, value);
  }

  private static ExportColumn text(
      String header,
      double width,
      List<String> choices,
      String hint,
      Function<ExportRow, @Nullable CellValue> value) {
    return new ExportColumn(header, width, Look.TEXT, false, choices, hint, value);
  }

  private static @Nullable CellValue words(String text) {
    return text.isEmpty() ? null : new CellValue.Words(text);
  }

  private ExportColumn section() {
    return text(
        isFree("Section") ? "Section" : "Part C section",
        12,
        List.of(),
        "The reference of the section in which the record stands, or its key.",
        row -> row.record().parent() == null ? null : words(row.name(row.record().parent())));
  }

  private ExportColumn stage() {
    Workflow workflow = schema.workflow();
    Map<String, String> labels = new ConcurrentHashMap<>();
    return text(
        isFree("Stage") ? "Stage" : "Status",
        16,
        workflow.stages().stream().map(stage -> word(workflow, stage.code())).toList(),
        "The stage of the record.",
        row -> words(labels.computeIfAbsent(row.record().stage(), code -> word(workflow, code))));
  }

  /// The label of a stage, where that leads back to it.
  private static String word(Workflow workflow, String code) {
    String label = workflow.labelOf(code);
    return workflow.stages().stream()
            .filter(s -> s.code().equalsIgnoreCase(label) || s.label().equalsIgnoreCase(label))
            .findFirst()
            .filter(stage -> stage.code().equals(code))
            .isPresent()
        ? label
        : code;
  }

  private ExportColumn column(Attribute attribute) {
    return new ExportColumn(
        header(attribute) + (attribute.required() ? " *" : ""),
        ColumnWidth.of(attribute.type()),
        look(attribute.type()),
        false,
        choices(attribute.type()),
        hint.apply(attribute),
        value(attribute));
  }

  private static Function<ExportRow, @Nullable CellValue> value(Attribute attribute) {
    return row -> {
      JsonNode value = row.record().attributes().look(attribute.name());
      return value == null ? null : CellText.of(attribute.type(), value);
    };
  }

  /// The label with the unit; where an earlier attribute has the same, the name.
  private String header(Attribute attribute) {
    String label =
        attribute.unit() == null
            ? attribute.label()
            : attribute.label() + " (" + attribute.unit() + ")";
    return HeaderWords.attribute(type, label).filter(attribute::equals).isPresent()
        ? label
        : attribute.name();
  }

  private boolean isFree(String header) {
    return HeaderWords.attribute(type, header).isEmpty();
  }

  private static Look look(AttributeType kind) {
    return switch (kind) {
      case AttributeType.Numeric _ -> Look.NUMBER;
      case AttributeType.Date() -> Look.DATE;
      default -> Look.TEXT;
    };
  }

  private static List<String> choices(AttributeType kind) {
    return switch (kind) {
      case AttributeType.Code(CodeList codes) -> codes.codes().stream().map(codes::wordOf).toList();
      case AttributeType.Flag() -> List.of("Yes", "No");
      default -> List.of();
    };
  }

  private boolean mayStart(LinkRule rule) {
    return rule.mayStartAt(type.name())
        || schema.types().stream().anyMatch(other -> rule.allows(type.name(), other.name()));
  }

  private ExportColumn links(LinkRule rule) {
    String label =
        rule.label().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + rule.label().substring(1);
    String form = "Keys or references, with ; between them and a note in brackets after each.";
    return text(
        isFree(rule.label()) ? label : rule.name(),
        28,
        List.of(),
        rule.description() + " " + form,
        row -> {
          List<Link> own = own(row, rule);
          return own.isEmpty()
              ? null
              : words(CellText.links(own, key -> Objects.requireNonNull(row.name(key))));
        });
  }

  /// Most records have few links, and there is a column for each of their types.
  private static List<Link> own(ExportRow row, LinkRule rule) {
    List<Link> own = new ArrayList<>();
    for (Link link : row.record().links()) {
      if (link.type().equals(rule.name())) {
        own.add(link);
      }
    }
    return own;
  }

  /// The state that a row was made from, as far as it is no part of a revision. Files of baselines
  /// say it so for ever.
  private static String state(ExportRow row) {
    return row.digest() + " " + row.record().stage();
  }

  /// The same with the place of the record, and what its references mean.
  private static String meaning(RecordType type, ExportRow row) {
    RecordKey parent = row.record().parent();
    String section = parent == null ? null : parent.toString();
    Map<String, String> meant = row.meant(type);
    String text = DigestNote.text(row.digest(), row.record().stage(), section, meant);
    return text.length() > LONGEST
        ? DigestNote.text(row.digest(), row.record().stage(), section, Map.of())
        : text;
  }
}
