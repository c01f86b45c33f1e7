package org.seccatalogue.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.DraftSnapshot;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Exports: records as workbooks and CSV files that an import reads again.
@ApplicationScoped
public class Exports {

  private final CatalogueSchema schema;
  private final RecordSearch search;
  private final BulkLookup lookup;
  private final DraftSnapshot draft;
  private final Clock clock;

  Exports(
      CatalogueSchema schema,
      RecordSearch search,
      BulkLookup lookup,
      DraftSnapshot draft,
      Clock clock) {
    this.schema = schema;
    this.search = search;
    this.lookup = lookup;
    this.draft = draft;
    this.clock = clock;
  }

  /// Which records to take, and how.
  ///
  /// @param query its page is left out of account
  /// @param template whether none of them are wanted, only the sheets to write some in
  public record Wanted(RecordQuery query, boolean template) {}

  /// All records that a query finds, with a sheet for each of their types.
  public ExportOutcome workbook(Wanted wanted) {
    List<Finding> findings = findings(wanted.query());
    return findings.isEmpty()
        ? new ExportOutcome.Export(
            fileName(wanted) + ".xlsx", out -> snapshot(() -> workbook(wanted, out)))
        : new ExportOutcome.Refused(findings);
  }

  private void workbook(Wanted wanted, OutputStream out) throws IOException {
    Instant now = clock.instant();
    ExportFacts facts =
        wanted.template()
            ? ExportFacts.ofTemplate(types(wanted.query()), now)
            : ExportFacts.of(wanted.query(), search, schema, now);
    new WorkbookExport(schema, rows(), facts)
        .write(wanted.query().inBatches(ExportRows.BATCH), now, out);
  }

  private List<RecordType> types(RecordQuery query) {
    return schema.types().stream()
        .filter(type -> query.type() == null || type.name().equals(query.type()))
        .toList();
  }

  private ExportRows rows() {
    return new ExportRows(search, lookup);
  }

  /// All records of one type that a query finds. A CSV file has one header, and so one type.
  public ExportOutcome csv(Wanted wanted) {
    List<Finding> findings = new ArrayList<>(findings(wanted.query()));
    String type = wanted.query().type();
    if (type == null) {
      String expected = "the name of one record type: a CSV file has the columns of one type";
      Place place = new Place.Parameter("type");
      findings.add(Finding.error(FindingCode.MISSING_VALUE, place, null, expected));
      return new ExportOutcome.Refused(findings);
    }
    return findings.isEmpty()
        ? new ExportOutcome.Export(
            type + ".csv",
            out ->
                snapshot(
                    () ->
                        new CsvExport(schema.typeOf(type), schema, rows())
                            .write(
                                wanted.query().inBatches(ExportRows.BATCH),
                                wanted.template(),
                                out)))
        : new ExportOutcome.Refused(findings);
  }

  private List<Finding> findings(RecordQuery query) {
    return search.findings(query.inBatches(1));
  }

  private static String fileName(Wanted wanted) {
    RecordQuery query = wanted.query();
    String part = query.section() == null ? query.type() : query.section();
    String name = (part == null ? "catalogue" : part) + (wanted.template() ? "-template" : "");
    return "sec-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /// Work that writes what it reads.
  private interface Work {
    void run() throws IOException;
  }

  private void snapshot(Work work) throws IOException {
    try {
      draft.read(
          () -> {
            try {
              work.run();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
