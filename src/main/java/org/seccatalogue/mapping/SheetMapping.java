package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.SheetRow;

/// What each column of a sheet holds, found from its header and the profile.
public final class SheetMapping implements ProposalTable {

  private static final Map<String, Target> WORDS =
      Map.ofEntries(
          Map.entry("key", new Target.Key()),
          Map.entry("identifier", new Target.Key()),
          Map.entry("section", new Target.Section()),
          Map.entry("part c section", new Target.Section()),
          Map.entry("place in section", new Target.Position()),
          Map.entry("stage", new Target.Stage()),
          Map.entry("revision", new Target.Revision()),
          Map.entry("digest", new Target.Digest()),
          Map.entry("type", new Target.Ignored()));

  /// What the cells of a column mean.
  public sealed interface Target {
    record Attributes(List<Attribute> attributes) implements Target {}

    record Links(LinkRule rule) implements Target {}

    record Key() implements Target {}

    record Section() implements Target {}

    record Position() implements Target {}

    record Stage() implements Target {}

    record Revision() implements Target {}

    record Digest() implements Target {}

    record Ignored() implements Target {}
  }

  /// A column that is read.
  ///
  /// @param leaveOut cells of rows that are not read
  public record Column(
      int index,
      String header,
      Target target,
      Map<String, String> values,
      String separator,
      Set<String> leaveOut) {

    /// A column of which nothing is said but its header.
    public static Column plain(int index, String header, Target target) {
      return new Column(index, header, target, Map.of(), ";", Set.of());
    }

    /// Whether a row with this cell is not read.
    boolean leavesOut(String cell) {
      return !leaveOut.isEmpty() && leaveOut.contains(VisibleText.plain(cell));
    }

    /// What a cell means: as a whole, or else each of its parts.
    String translated(String cell) {
      if (values.isEmpty()) {
        return cell;
      }
      String whole = values.get(VisibleText.plain(cell));
      if (whole != null) {
        return whole;
      }
      StringBuilder parts = new StringBuilder();
      Matcher next = Pattern.compile(separator + "|\\R").matcher(cell);
      int from = 0;
      while (next.find()) {
        parts.append(translatedPart(cell.substring(from, next.start()))).append(next.group());
        from = next.end();
      }
      return parts.append(translatedPart(cell.substring(from))).toString();
    }

    private String translatedPart(String part) {
      return values.getOrDefault(VisibleText.plain(part), part);
    }
  }

  private final String sheet;
  private final RecordType type;
  private final Profile.@Nullable SheetProfile profile;
  private final List<Column> columns = new ArrayList<>();
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
    for (int i = 0; i < header.cells().size(); i++) {
      String text = header.cell(i);
      if (!text.isBlank()) {
        mapping.headers.putIfAbsent(folded(text), i);
        mapping.add(i, text, header.number(), schema, findings);
      }
    }
    if (mapping.columns.isEmpty()) {
      Place place = new Place.Cell(sheet, header.number(), 0);
      String expected = "the headers of " + type.plural();
      findings.add(Finding.error(FindingCode.MISSING_COLUMN, place, null, expected));
    }
    mapping.finish();
    return mapping;
  }

  private static boolean isExported(SheetRow header) {
    Set<String> headers =
        header.cells().stream().map(SheetMapping::folded).collect(Collectors.toSet());
    return headers.containsAll(Set.of("revision", "digest"));
  }

  private void finish() {
    filled.addAll(columnOf.keySet());
    if (profile != null) {
      filled.addAll(profile.constants().keySet());
    }
    for (Column column : columns) {
      if (column.target() instanceof Target.Links(LinkRule rule)) {
        links.add(rule.name());
      }
    }
  }

  private void add(
      int index, String header, int row, CatalogueSchema schema, List<Finding> findings) {
    Place place = new Place.Cell(sheet, row, index);
    int nth = occurrences.merge(folded(header), 1, Integer::sum);
    List<Column> found = profiled(index, header, nth, schema);
    if (found.isEmpty()) {
      found = plain(index, header, schema).filter(this::isReadUnasked).stream().toList();
    }
    if (found.isEmpty()) {
      findings.add(Finding.warning(FindingCode.UNKNOWN_COLUMN, place, header, notRead()));
    }
    found.forEach(column -> add(column, place, findings));
  }

  /// Once somebody has said what the columns of a sheet mean, no other column is read but those in
  /// which an export notes what its rows were made from.
  private boolean isReadUnasked(Column column) {
    return !isMapped()
        || (column.target() instanceof Target.Revision && exported)
        || (column.target() instanceof Target.Digest && exported);
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

  private void add(Column column, Place place, List<Finding> findings) {
    columns.add(column);
    if (column.target() instanceof Target.Attributes(List<Attribute> attributes)) {
      for (Attribute attribute : attributes) {
        Integer other = columnOf.putIfAbsent(attribute.name(), column.index());
        if (other != null && profile == null) {
          String expected = "one column for “" + attribute.label() + "”";
          findings.add(
              Finding.error(FindingCode.DUPLICATE_COLUMN, place, column.header(), expected));
        }
      }
    }
  }

  /// What a profile says of a column; it may say more than one thing.
  private List<Column> profiled(int index, String header, int nth, CatalogueSchema schema) {
    return Stream.ofNullable(profile)
        .flatMap(p -> p.columns().stream())
        .filter(c -> c.is(header, nth))
        .map(
            c ->
                new Column(
                    index,
                    header,
                    target(c, schema),
                    c.values(),
                    c.separator() == null ? ";" : Pattern.quote(c.separator()),
                    Set.copyOf(c.leaveOut())))
        .toList();
  }

  private Target target(Profile.ColumnProfile column, CatalogueSchema schema) {
    if (column.link() != null) {
      return new Target.Links(schema.link(column.link()).orElseThrow());
    }
    if (column.as() != null) {
      return WORDS.getOrDefault(column.as(), new Target.Ignored());
    }
    return new Target.Attributes(
        column.attributes().stream().map(name -> type.attribute(name).orElseThrow()).toList());
  }

  private Optional<Column> plain(int index, String header, CatalogueSchema schema) {
    String text = folded(header);
    Optional<Target> attribute =
        attribute(type, header).map(a -> new Target.Attributes(List.of(a)));
    Optional<Target> link =
        schema.links().stream()
            .filter(l -> text.equals(folded(l.label())) || text.equals(l.name()))
            .findFirst()
            .map(Target.Links::new);
    return attribute
        .or(() -> link)
        .or(() -> Optional.ofNullable(WORDS.get(text)))
        .map(target -> Column.plain(index, header, target));
  }

  /// The attribute that a header names.
  public static Optional<Attribute> attribute(RecordType type, String header) {
    String text = folded(header);
    return type.attributes().stream().filter(a -> names(a).anyMatch(text::equals)).findFirst();
  }

  private static Stream<String> names(Attribute attribute) {
    Stream<String> withUnit =
        attribute.unit() == null
            ? Stream.empty()
            : Stream.of(attribute.label() + " (" + attribute.unit() + ")");
    return Stream.of(
            Stream.of(attribute.label(), attribute.name()), withUnit, attribute.aliases().stream())
        .flatMap(names -> names)
        .map(SheetMapping::folded);
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

  public static String folded(String header) {
    return VisibleText.plain(header)
        .replaceAll("\\s*\\*$", "")
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
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
        .map(Column::index)
        .orElse(0);
  }

  private static boolean is(Part part, Target target) {
    return switch (target) {
      case Target.Key _ -> part == Part.KEY;
      case Target.Section _ -> part == Part.SECTION;
      case Target.Position _ -> part == Part.POSITION;
      case Target.Stage _ -> part == Part.STAGE;
      case Target.Revision _ -> part == Part.REVISION;
      case Target.Attributes _, Target.Links _, Target.Digest _, Target.Ignored _ -> false;
    };
  }

  /// The row of the headers, the last one where there are several.
  int headerRow() {
    return headerRow;
  }

  public Profile.@Nullable SheetProfile profile() {
    return profile;
  }

  public List<Column> columns() {
    return columns;
  }

  /// The column by which a row is not read, if there is one.
  public Optional<Column> leavingOut(SheetRow row) {
    return columns.stream().filter(c -> c.leavesOut(row.value(c.index()))).findFirst();
  }

  /// The column that fills an attribute, or the first of those that its value is put together from.
  @Override
  public Optional<Integer> columnOf(String attribute) {
    return Optional.ofNullable(columnOf.get(attribute))
        .or(
            () ->
                Stream.ofNullable(profile)
                    .map(p -> p.constants().getOrDefault(attribute, ""))
                    .flatMap(RowMapper::headersIn)
                    .flatMap(header -> headed(header).stream())
                    .findFirst());
  }

  /// Whether the cells of a column are values of the attribute.
  public boolean isGiven(String attribute) {
    return columnOf.containsKey(attribute);
  }

  /// The column with this header, if there is one.
  Optional<Integer> headed(String header) {
    return Optional.ofNullable(headers.get(folded(header)));
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
