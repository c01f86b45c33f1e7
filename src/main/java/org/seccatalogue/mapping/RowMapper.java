package org.seccatalogue.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.RowPrint;
import org.seccatalogue.record.NoteText;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RawValue;
import org.seccatalogue.record.Separated;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.workbook.OmittedValue;
import org.seccatalogue.workbook.SheetRow;

/// Reads the cells of a row as its columns say.
public final class RowMapper {

  private final SheetMapping mapping;
  private final CellRemarks remarks;

  public RowMapper(SheetMapping mapping, CellRemarks remarks) {
    this.mapping = mapping;
    this.remarks = remarks;
  }

  SheetMapping mapping() {
    return mapping;
  }

  /// What the cells of a row tell besides their values.
  List<Finding> remarks(SheetRow row) {
    List<Finding> all = remarks.of(row);
    int key = mapping.keyColumn();
    if (key < 0 || VisibleText.isBlank(row.value(key))) {
      omitted(row).forEach(all::add);
    }
    return all;
  }

  public Proposal read(int number, SheetRow row) {
    return read(new RowPrint(number, row.number(), ""), row, remarks(row));
  }

  /// @param remarked what its cells tell besides their values; then it is not known again
  Proposal read(RowPrint print, SheetRow row, List<Finding> remarked) {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    List<Proposal.LinkCell> links = new ArrayList<>();
    List<Finding> found = new ArrayList<>(remarked);
    String key = null;
    String section = null;
    String stage = null;
    PlaceWish place = PlaceWish.NONE;
    String revision = null;
    String digest = null;
    for (SheetColumn column : mapping.columns()) {
      String cell = column.translated(row.value(column.index()));
      switch (column.target()) {
        case CellTarget.Attributes(List<Attribute> _) when OmittedValue.isOne(cell) -> {}
        case CellTarget.Attributes(List<Attribute> targets) ->
            targets.forEach(target -> put(attributes, target, cell, column));
        case CellTarget.Links(LinkRule _) when OmittedValue.isOne(cell) -> {}
        case CellTarget.Links(LinkRule rule) -> links.addAll(links(rule, cell, column));
        case CellTarget.Key() -> key = blankToNull(cell);
        case CellTarget.Section() ->
            section = VisibleText.isBlank(cell) ? section : VisibleText.plain(cell);
        case CellTarget.Position() -> place = place(row, cell, column, found);
        case CellTarget.Stage() -> stage = blankToNull(cell);
        case CellTarget.Revision() -> revision = blankToNull(cell);
        case CellTarget.Digest() -> digest = blankToNull(cell);
        case CellTarget.Ignored() -> {}
      }
    }
    Proposal.Defaults defaults = defaults(row, attributes, found);
    return new Proposal(
        print.number(),
        row.number(),
        key,
        Proposal.Base.of(revision, digest),
        new Proposal.Stated(section, place, stage, attributes, links, unsaid(row)),
        defaults,
        found,
        found.isEmpty() && !print.digest().isEmpty() ? print.digest() : null);
  }

  /// Of a new record there is nothing that could stay as it is.
  private Stream<Finding> omitted(SheetRow row) {
    return mapping.columns().stream()
        .filter(column -> OmittedValue.isOne(row.value(column.index())))
        .map(
            column ->
                Finding.error(
                    FindingCode.MISSING_VALUE,
                    new Place.Cell(mapping.name(), row.number(), column.index()),
                    row.value(column.index()),
                    "the text itself: this stands where one did not fit"));
  }

  /// The link types that do not fit in their cells.
  private Set<String> unsaid(SheetRow row) {
    Set<String> unsaid = new HashSet<>();
    for (SheetColumn column : mapping.columns()) {
      if (column.target() instanceof CellTarget.Links(LinkRule rule)
          && OmittedValue.isOne(row.value(column.index()))) {
        unsaid.add(rule.name());
      }
    }
    return unsaid;
  }

  private PlaceWish place(SheetRow row, String cell, SheetColumn column, List<Finding> found) {
    if (VisibleText.isBlank(cell)) {
      return PlaceWish.NONE;
    }
    Optional<PlaceWish> place = PlaceWish.of(VisibleText.plain(cell));
    if (place.isEmpty()) {
      found.add(
          Finding.error(
              FindingCode.BAD_VALUE,
              new Place.Cell(mapping.name(), row.number(), column.index()),
              cell,
              "“first”, or “before” or “after” and the key or reference of a record of the same"
                  + " section"));
    }
    return place.orElse(PlaceWish.NONE);
  }

  /// Cuts texts that are longer than their attribute takes, and says so of each.
  private void shorten(SheetRow row, ObjectNode attributes, List<Finding> found) {
    for (Attribute attribute : mapping.type().attributes()) {
      int most = attribute.type().longest();
      String text = attributes.path(attribute.name()).asText().strip();
      if (text.length() > most) {
        attributes.put(attribute.name(), text.substring(0, most - 1).strip() + "…");
        int column = mapping.columnOf(attribute.name()).orElse(0);
        found.add(
            Finding.warning(
                FindingCode.SHORTENED,
                new Place.Cell(mapping.name(), row.number(), column),
                text,
                "at most " + most + " characters of “" + attribute.label() + "”; the rest is cut"));
      }
    }
  }

  /// What the profile says for every row; values that are too long are cut where it says so.
  private Proposal.Defaults defaults(SheetRow row, ObjectNode attributes, List<Finding> found) {
    Proposal.Defaults defaults = defaults(row);
    unsay(attributes, defaults);
    if (mapping.profile() != null && mapping.profile().shorten()) {
      shorten(row, attributes, found);
      shorten(row, defaults.attributes(), found);
    }
    return defaults;
  }

  private Proposal.Defaults defaults(SheetRow row) {
    Profile.SheetProfile profile = mapping.profile();
    if (profile == null) {
      return Proposal.Defaults.none();
    }
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    profile
        .constants()
        .forEach(
            (name, text) -> {
              Attribute attribute = mapping.type().attribute(name).orElseThrow();
              values.set(
                  name,
                  RawValue.of(attribute.type(), filled(text, row), RawValue.Separators.IN_CELL));
            });
    return new Proposal.Defaults(profile.section(), values);
  }

  /// An empty cell says nothing where the profile has a value for that case.
  private static void unsay(ObjectNode attributes, Proposal.Defaults defaults) {
    defaults
        .attributes()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (attributes.path(name).isNull()) {
                attributes.remove(name);
              }
            });
  }

  private String filled(String text, SheetRow row) {
    return HeaderText.PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found ->
                mapping
                    .headed(found.group(1))
                    .map(row::value)
                    .map(cell -> Matcher.quoteReplacement(cell.strip()))
                    .orElse(Matcher.quoteReplacement(found.group())));
  }

  /// Puts a value; several columns may each add to the same list or map.
  private static void put(
      ObjectNode attributes, Attribute attribute, String cell, SheetColumn column) {
    RawValue.Separators separators = new RawValue.Separators(column.separator(), "//|\\R", "\\|");
    JsonNode value = RawValue.of(attribute.type(), cell, separators);
    JsonNode before = attributes.path(attribute.name());
    if (attribute.type() instanceof AttributeType.ListOf && before.isArray()) {
      if (value.isArray()) {
        ((ArrayNode) before).addAll((ArrayNode) value);
      }
    } else if (attribute.type() instanceof AttributeType.CodeMap
        && before.isObject()
        && value.isObject()) {
      ((ObjectNode) before).setAll((ObjectNode) value);
    } else if (!value.isNull() || !attributes.has(attribute.name())) {
      attributes.set(attribute.name(), value);
    }
  }

  private static List<Proposal.LinkCell> links(LinkRule rule, String cell, SheetColumn column) {
    List<Proposal.LinkCell> links = new ArrayList<>();
    for (String part : parts(cell, column.separator())) {
      int bracket = noteAt(part);
      boolean noted = bracket > 0 && part.endsWith(")");
      links.add(
          new Proposal.LinkCell(
              rule.name(),
              VisibleText.plain(noted ? part.substring(0, bracket) : part),
              noted ? NoteText.kept(part.substring(bracket + 1, part.length() - 1)) : null,
              column.index()));
    }
    return links;
  }

  /// Where the note of a link begins, or -1: at the bracket after the name. A bracket that begins a
  /// number of a path, as in “Annex C / 6 / (b)”, is of the name.
  public static int noteAt(String link) {
    int bracket = link.indexOf('(');
    while (bracket == 0
        || link.startsWith(Numbering.BETWEEN, bracket - Numbering.BETWEEN.length())) {
      bracket = link.indexOf('(', bracket + 1);
    }
    return bracket;
  }

  /// Splits a cell at its separators, but not within brackets: notes may hold any.
  public static List<String> parts(String cell, String separator) {
    return Separated.partsOutsideBrackets(cell, separator + "|\\R").stream()
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static @Nullable String blankToNull(String cell) {
    return VisibleText.isBlank(cell) ? null : VisibleText.plain(cell);
  }
}
