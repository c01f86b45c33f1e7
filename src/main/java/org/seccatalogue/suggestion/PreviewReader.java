package org.seccatalogue.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.CellRemarks;
import org.seccatalogue.mapping.ColumnSample;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.RowMapper;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.mapping.SheetSample;
import org.seccatalogue.plan.ProposalCheck;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

/// Reads the first rows of a sheet as an import would, with the same code, and keeps nothing.
final class PreviewReader {

  private static final int SHOWN = 8;
  private static final int SAMPLES = 3;
  private static final int MOST_VALUES = 60;

  private final CatalogueSchema schema;
  private final Workbook.Limits limits;
  private final Function<Collection<String>, Map<String, RecordHead>> lookup;

  PreviewReader(
      CatalogueSchema schema,
      Workbook.Limits limits,
      Function<Collection<String>, Map<String, RecordHead>> lookup) {
    this.schema = schema;
    this.limits = limits;
    this.lookup = lookup;
  }

  MappingPreview read(SheetSample sample, Profile.SheetProfile sheetProfile) {
    RecordType type = schema.typeOf(sheetProfile.type());
    List<Finding> findings = new ArrayList<>();
    SheetRow header = sample.header(sheetProfile.headerRows());
    SheetMapping mapping =
        SheetMapping.of(sample.sheet(), header, type, sheetProfile, schema, findings);
    List<SheetRow> data = sample.from(sheetProfile.dataFrom());
    RowMapper mapper = new RowMapper(mapping, new CellRemarks(mapping, data, limits));
    List<Proposal> rows =
        data.stream()
            .filter(row -> mapping.leavingOut(row).isEmpty())
            .map(row -> mapper.read(row.number(), row))
            .toList();
    rows.forEach(row -> findings.addAll(row.remarks()));
    findings.addAll(new ProposalCheck(schema, lookup).asNew(mapping, rows));
    PreviewColumns preview = new PreviewColumns(mapping, schema);
    return new MappingPreview(
        sheetProfile,
        type,
        ColumnSample.of(header, data).map(column -> column(column, sheetProfile, type)).toList(),
        preview.headings(),
        rows.stream().limit(SHOWN).map(row -> line(row, preview, findings)).toList(),
        findings,
        rows.size(),
        sample.more(),
        given(mapping));
  }

  /// Names of the attributes that a column gives, whatever is the same for all rows.
  private static Set<String> given(SheetMapping mapping) {
    return mapping.type().attributes().stream()
        .map(Attribute::name)
        .filter(mapping::isGiven)
        .collect(Collectors.toSet());
  }

  private static MappingPreview.Line line(
      Proposal row, PreviewColumns preview, List<Finding> findings) {
    List<Finding> left = new ArrayList<>();
    findings.stream()
        .filter(f -> f.place() instanceof Place.Cell cell && cell.row() == row.row())
        .forEach(left::add);
    List<MappingPreview.Cell> cells = new ArrayList<>();
    for (MappingPreview.Heading heading : preview.headings()) {
      List<Finding> here = left.stream().filter(f -> isIn(f, heading.index())).toList();
      left.removeAll(here);
      cells.add(new MappingPreview.Cell(preview.text(row, heading), here));
    }
    return new MappingPreview.Line(row.row(), cells, left);
  }

  private static boolean isIn(Finding finding, int index) {
    return finding.place() instanceof Place.Cell cell && cell.column() == index;
  }

  private MappingPreview.Column column(
      ColumnSample column, Profile.SheetProfile sheetProfile, RecordType type) {
    List<Profile.ColumnProfile> all =
        sheetProfile.columns().stream().filter(c -> c.is(column.header(), column.nth())).toList();
    ColumnTarget target =
        all.isEmpty() ? new ColumnTarget.Nothing() : ColumnTarget.of(all.getFirst());
    String separator = all.isEmpty() ? null : all.getFirst().separator();
    var choices = ValueChoices.of(target, type, schema);
    return new MappingPreview.Column(
        column.index(),
        column.header(),
        column.occurrence(),
        column.values().stream().limit(SAMPLES).toList(),
        target,
        all.stream()
            .flatMap(c -> c.attributes().stream())
            .filter(name -> !target.attributes().contains(name))
            .map(name -> type.attribute(name).map(Attribute::label).orElse(name))
            .toList(),
        separator,
        choices.map(ValueChoices::codes).orElse(List.of()),
        choices
            .map(c -> translations(c.values(column.values().stream(), separator), c, all))
            .orElse(List.of()));
  }

  private static List<MappingPreview.Translation> translations(
      Set<String> found, ValueChoices choices, List<Profile.ColumnProfile> columnProfiles) {
    Map<String, String> values =
        columnProfiles.isEmpty() ? Map.of() : columnProfiles.getFirst().values();
    List<String> leftOut =
        columnProfiles.stream().flatMap(column -> column.leaveOut().stream()).toList();
    Set<String> unknown = choices.unknown(found);
    return found.stream()
        .filter(v -> unknown.contains(v) || values.containsKey(v) || leftOut.contains(v))
        .limit(MOST_VALUES)
        .map(v -> new MappingPreview.Translation(v, values.get(v), leftOut.contains(v)))
        .toList();
  }
}
