package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.SheetRow;

/// What each column of a sheet holds, found from its header and the profile.
public final class SheetMapping implements ProposalTable {

  private final String sheet;
  private final RecordType type;
  private final Profile.@Nullable SheetProfile profile;
  private final List<SheetColumn> columns = new ArrayList<>();
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Map<String, Integer> headers = new HashMap<>();
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final Set<String> reported = new HashSet<>();
  private final Set<String> filled = new HashSet<>();
  private final Set<String> links = new HashSet<>();
  private final int headerRow;
  private boolean exported;
  private boolean keepsKeys;

  private SheetMapping(
      String sheet, RecordType type, Profile.@Nullable SheetProfile profile, int headerRow) {
    this.sheet = sheet;
    this.headerRow = headerRow;
    this.type = type;
    this.profile = profile;
  }

  public static SheetMapping of(
      String sheet,
      SheetRow header,
      RecordType type,
      Profile.@Nullable SheetProfile profile,
      CatalogueSchema schema,
      List<Finding> findings) {
    SheetMapping mapping = new SheetMapping(sheet, type, profile, header.number());
    mapping.exported = isExported(header);
    HeaderWords words = new HeaderWords(type, profile, schema);
    for (int i = 0; i < header.cells().size(); i++) {
      String text = header.cell(i);
      if (!text.isBlank()) {
        mapping.headers.putIfAbsent(HeaderText.folded(text), i);
        mapping.add(i, text, header.number(), words, findings);
      }
    }
    if (mapping.columns.isEmpty()) {
      Place place = new Place.Cell(sheet, header.number(), 0);
      String expected = "the headers of " + type.plural();
      findings.add(Finding.error(FindingCode.MISSING_COLUMN, place, null, expected));
    }
    findings.addAll(RepeatedColumns.of(mapping, header));
    mapping.finish();
    return mapping;
  }

  private static boolean isExported(SheetRow header) {
    Set<String> headers =
        header.cells().stream().map(HeaderText::folded).collect(Collectors.toSet());
    return headers.containsAll(Set.of("revision", "digest"));
  }

  private void finish() {
    filled.addAll(columnOf.keySet());
    if (profile != null) {
      filled.addAll(profile.constants().keySet());
    }
    for (SheetColumn column : columns) {
      if (column.target() instanceof CellTarget.Links(LinkRule rule)) {
        links.add(rule.name());
      }
    }
  }

  private void add(int index, String header, int row, HeaderWords words, List<Finding> findings) {
    Place place = new Place.Cell(sheet, row, index);
    int nth = occurrences.merge(HeaderText.folded(header), 1, Integer::sum);
    List<SheetColumn> found = words.profiled(index, header, nth);
    if (found.isEmpty()) {
      found = words.plain(index, header).filter(this::isReadUnasked).stream().toList();
    }
    if (found.isEmpty()) {
      findings.add(Finding.warning(FindingCode.UNKNOWN_COLUMN, place, header, notRead()));
    }
    found.forEach(this::add);
  }

  /// Once somebody has said what the columns of a sheet mean, no other column is read but those in
  /// which an export notes what its rows were made from.
  private boolean isReadUnasked(SheetColumn column) {
    return !isMapped()
        || (column.target() instanceof CellTarget.Revision && exported)
        || (column.target() instanceof CellTarget.Digest && exported);
  }

  private boolean isMapped() {
    return profile != null && !profile.columns().isEmpty();
  }

  private String notRead() {
    return isMapped()
        ? "a column that the mapping of this sheet knows; this one is new and is not read. Map the"
            + " columns again to read it"
        : "the label or name of an attribute or link of "
            + type.label()
            + "; this column is not read";
  }

  private void add(SheetColumn column) {
    columns.add(column);
    if (column.target() instanceof CellTarget.Attributes(List<Attribute> attributes)) {
      attributes.forEach(attribute -> columnOf.putIfAbsent(attribute.name(), column.index()));
    }
  }

  /// Says once for the sheet that no column gives an attribute which its records must have.
  @Override
  public Optional<Finding> missing(Attribute attribute, Finding finding) {
    if (filled().contains(attribute.name()) || !reported.add(attribute.name())) {
      return filled().contains(attribute.name()) ? Optional.of(finding) : Optional.empty();
    }
    return Optional.of(
        Finding.error(
            FindingCode.MISSING_COLUMN,
            new Place.Cell(sheet, headerRow, 0),
            null,
            "a column or constant for “" + attribute.label() + "”, which the records must have"));
  }

  @Override
  public RecordType type() {
    return type;
  }

  @Override
  public String name() {
    return sheet;
  }

  /// The same mapping, of a profile by which new records take the keys of their rows.
  public SheetMapping keepingKeys(boolean keeps) {
    keepsKeys = keeps;
    return this;
  }

  @Override
  public boolean keepsKeys() {
    return keepsKeys;
  }

  @Override
  public List<String> match() {
    return profile == null ? List.of() : profile.match();
  }

  @Override
  public boolean says(Part part) {
    return columns.stream().anyMatch(column -> is(part, column.target()));
  }

  @Override
  public int columnOf(Part part) {
    return columns.stream()
        .filter(column -> is(part, column.target()))
        .findFirst()
        .map(SheetColumn::index)
        .orElse(0);
  }

  private static boolean is(Part part, CellTarget target) {
    return switch (target) {
      case CellTarget.Key _ -> part == Part.KEY;
      case CellTarget.Section _ -> part == Part.SECTION;
      case CellTarget.Position _ -> part == Part.POSITION;
      case CellTarget.Stage _ -> part == Part.STAGE;
      case CellTarget.Revision _ -> part == Part.REVISION;
      case CellTarget.Digest _ -> part == Part.DIGEST;
      case CellTarget.Attributes _, CellTarget.Links _, CellTarget.Ignored _ -> false;
    };
  }

  /// The row of the headers, the last one where there are several.
  int headerRow() {
    return headerRow;
  }

  public Profile.@Nullable SheetProfile profile() {
    return profile;
  }

  public List<SheetColumn> columns() {
    return columns;
  }

  /// Whether cells of a column, counted from 0, mean something.
  boolean isRead(int column) {
    return columns.stream()
        .anyMatch(one -> one.index() == column && !(one.target() instanceof CellTarget.Ignored));
  }

  /// Where an export notes what its rows were made from, if this is one.
  Optional<Integer> digestColumn() {
    return exported && says(Part.DIGEST) ? Optional.of(columnOf(Part.DIGEST)) : Optional.empty();
  }

  /// The column by which a row is not read, if there is one.
  public Optional<SheetColumn> leavingOut(SheetRow row) {
    return columns.stream().filter(c -> c.leavesOut(row.value(c.index()))).findFirst();
  }

  /// The column that fills an attribute, or the first of those that its value is put together from;
  /// or the one that holds links of a type.
  @Override
  public Optional<Integer> columnOf(String attribute) {
    return Optional.ofNullable(columnOf.get(attribute))
        .or(() -> columnOfLinks(attribute))
        .or(
            () ->
                Stream.ofNullable(profile)
                    .map(p -> p.constants().getOrDefault(attribute, ""))
                    .flatMap(HeaderText::headersIn)
                    .flatMap(header -> headed(header).stream())
                    .findFirst());
  }

  private Optional<Integer> columnOfLinks(String type) {
    return columns.stream()
        .filter(
            column ->
                column.target() instanceof CellTarget.Links(var rule) && rule.name().equals(type))
        .map(SheetColumn::index)
        .findFirst();
  }

  /// Whether the cells of a column are values of the attribute.
  public boolean isGiven(String attribute) {
    return columnOf.containsKey(attribute);
  }

  /// The column of the keys, counted from 0; negative if there is none.
  int keyColumn() {
    return columns.stream()
        .filter(column -> column.target() instanceof CellTarget.Key)
        .mapToInt(SheetColumn::index)
        .findFirst()
        .orElse(-1);
  }

  /// The headers that a profile may name, each with its column.
  Map<String, Integer> headers() {
    return headers;
  }

  /// The column with this header, if there is one.
  Optional<Integer> headed(String header) {
    return Optional.ofNullable(headers.get(HeaderText.folded(header)));
  }

  /// The names of the attributes that this sheet says something of.
  @Override
  public Set<String> filled() {
    return filled;
  }

  /// The names of the link types that this sheet says something of.
  @Override
  public Set<String> links() {
    return links;
  }
}
