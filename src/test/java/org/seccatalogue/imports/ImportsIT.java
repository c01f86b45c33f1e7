package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.workbook.OpenFiles;

@QuarkusTest
@NullUnmarked
class ImportsIT {

  private static final ChangeNote NOTE = new ChangeNote("tester", "Spring issue");
  private static final Path SAMPLES = Path.of("import", "samples");

  @Inject Imports imports;
  @Inject Revisions revisions;
  @Inject RecordSearch search;
  @Inject Traces traces;

  @TempDir Path folder;

  @Test
  void theExampleCatalogueIsThereWithItsLinksInBothDirections() {
    StoredRecord request = revisions.find(RecordKey.of("GSR-0001")).orElseThrow();

    assertThat(request.head().title()).isEqualTo("Read active import profile data");
    assertThat(request.stage()).isEqualTo("SG3");
    assertThat(request.links())
        .extracting(link -> link.type() + " " + link.target() + " " + link.targetRevision())
        .containsExactly(
            "depends_on DEP-0012 1",
            "derives_from " + key("B.3.2") + " 1",
            "satisfies DSL-0001 1",
            "triggers GOP-0001 1");
    assertThat(traces.to(RecordKey.of("DSL-0001"), 50))
        .extracting(link -> link.source().key() + " " + link.type())
        .containsExactly(
            "GSM-0002 conflicts_with",
            "SRQ-0005 constrains",
            "ESM-0001 satisfies",
            "GSM-0001 satisfies",
            "GSR-0001 satisfies",
            "WCU-0002 satisfies");
    assertThat(
            request
                .attributes()
                .displayText(request.type().attribute("response_times").orElseThrow()))
        .isEqualTo(
            "On demand: On demand: within 30 seconds end to end; Future dated, held by the DCC:"
                + " Within 24 hours; DCC scheduled: By the scheduled time plus 24 hours");
  }

  @Test
  void aSecondImportOfTheSameFilePlansNothing() {
    ImportRun run = planned("sec-part-c.xlsx", SAMPLES.resolve("sec-part-c.xlsx"), null);

    assertThat(run.state()).isEqualTo(ImportState.PLANNED);
    assertThat(
            List.of(
                run.counts().rows(),
                run.counts().created(),
                run.counts().changed(),
                run.counts().same(),
                run.problems().errors()))
        .containsExactly(310, 0, 0, 310, 0);
  }

  @Test
  void everyMistakeIsFoundWithItsCell() {
    String name = "meter-specifications-with-mistakes.xlsx";

    ImportRun run = planned(name, SAMPLES.resolve(name), null);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(imports.findings(run.id(), 0, 100))
        .filteredOn(Finding::isError)
        .extracting(f -> f.place().text() + " | " + f.code() + " | " + f.found())
        .containsExactlyInAnyOrder(
            "sheet “Electricity meter specs”, cell R2 | UNKNOWN_CODE | Three phase",
            "sheet “Electricity meter specs”, cell W2 | BAD_VALUE | 731 fortnights",
            "sheet “Electricity meter specs”, cell A3 | MISSING_VALUE | null",
            "sheet “Electricity meter specs”, cell Z4 | BAD_VALUE | perhaps",
            "sheet “Electricity meter specs”, cell AE5 | UNKNOWN_RECORD | B.9.9",
            "sheet “Gas meter specifications”, cell Y3 | BAD_VALUE | fifteen");
    assertThat(imports.findings(run.id(), 0, 100))
        .extracting(Finding::expected)
        .contains("a value with its unit (entries, days, months), or words");
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.NotApplicable.class);
    assertThat(find("Daily consumption log")).isEmpty();
  }

  @Test
  void newRowsGetKeysAndASecondImportOfThemPlansNothing() throws IOException {
    Path file =
        workbook(
            "Electricity meter specs",
            METER_HEADER,
            meter("", "First new", "B.1.2 (see there); B.1.1"),
            meter("", "Second new", "B.1.2"));

    ImportRun run = planned("new.xlsx", file, null);
    assertThat(List.of(run.counts().created(), run.counts().changed(), run.problems().errors()))
        .containsExactly(2, 0, 0);
    assertThat(imports.apply(run.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);

    StoredRecord first = find("First new").getFirst();
    StoredRecord second = find("Second new").getFirst();
    assertThat(second.key().number()).isEqualTo(first.key().number() + 1);
    assertThat(first.parent()).isEqualTo(key("C.4.1.a"));
    assertThat(first.links())
        .containsExactlyInAnyOrder(
            new Link("derives_from", key("B.1.2"), 1, "see there"),
            new Link("derives_from", key("B.1.1"), 1, null));
    assertThat(revisions.at(first.key(), 1).orElseThrow().note()).isEqualTo("Spring issue");

    assertThat(imports.changes(run.id(), null, 0, 2))
        .extracting(PlannedChange::key)
        .containsExactly(first.key(), second.key());
    assertThat(imports.missing(run.id(), 1000)).doesNotContain(first.key(), second.key());

    ImportRun again = planned("new.xlsx", file, null);
    assertThat(List.of(again.counts().created(), again.counts().changed(), again.counts().same()))
        .containsExactly(0, 0, 2);
  }

  @Test
  void aChangedRowTellsWhatChangesAndTheRestIsLeftAlone() throws IOException {
    StoredRecord before =
        created(Drafts.meter("Old words").below("C.4.1.a").linked("derives_from", "B.1.1"));
    Path file =
        workbook(
            "Electricity meter specs",
            List.of("Key", "Title", "Fuel", "Rationale"),
            List.of(before.key().toString(), "New words", "", "Because"));

    ImportRun run = planned("edit.xlsx", file, null);
    assertThat(imports.findings(run.id(), 0, 10))
        .extracting(f -> f.place().text() + " " + f.code())
        .containsExactly("sheet “Electricity meter specs”, cell C2 MISSING_VALUE");

    Path mended =
        workbook(
            "Electricity meter specs",
            List.of("Key", "Title", "Rationale", "Colour"),
            List.of(before.key().toString(), "New words", "Because", "red"));
    ImportRun second = planned("edit.xlsx", mended, null);
    assertThat(second.problems().warnings()).isEqualTo(1);
    assertThat(imports.changes(second.id(), null, 0, 1))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(PlannedChange.Kind.CHANGED);
              assertThat(change.key()).isEqualTo(before.key());
              assertThat(change.changed()).containsExactly("rationale", "title");
            });
    imports.apply(second.id(), NOTE);

    StoredRecord after = revisions.find(before.key()).orElseThrow();
    assertThat(after.head().revision()).isEqualTo(2);
    assertThat(after.head().title()).isEqualTo("New words");
    assertThat(after.links()).isEqualTo(before.links());
    assertThat(after.attributes().get("fuel")).hasToString("\"E\"");
  }

  @Test
  void aRecordThatMovedSinceThePlanIsNotOverwritten() throws IOException {
    StoredRecord record = created(Drafts.meter("Moves").below("C.4.1.a"));
    Path file =
        workbook(
            "Electricity meter specs",
            List.of("Key", "Title"),
            List.of(record.key().toString(), "From the workbook"));
    ImportRun run = planned("edit.xlsx", file, null);
    revisions.save(
        record.key(),
        record.version(),
        Drafts.meter("From a colleague").below("C.4.1.a").draft(),
        NOTE);

    ApplyOutcome outcome = imports.apply(run.id(), NOTE);

    assertThat(((ApplyOutcome.Moved) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly("sheet “Electricity meter specs”, cell A2 MOVED " + record.key());
    assertThat(revisions.find(record.key()).orElseThrow().head().title())
        .isEqualTo("From a colleague");
  }

  @Test
  void aPlanStandsWhenOthersMakeOtherRecords() throws IOException {
    ImportRun run = planned("stands.xlsx", metersWith("Stands", "Stands too"), null);
    created(Drafts.meter("Meanwhile").below("C.4.1.a"));

    ImportRun applied = applied(run);

    assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
    assertThat(isThere("Stands")).isTrue();
    assertThat(isThere("Stands too")).isTrue();
  }

  @Test
  void aNewRowThatSomebodyMadeSinceThePlanIsNotMadeAgain() throws IOException {
    Path file = metersWith("Not overtaken", "Overtaken");
    ImportRun run = planned("overtaken.xlsx", file, null);
    StoredRecord made = created(Drafts.meter("Overtaken").below("C.4.1.a"));

    ApplyOutcome outcome = imports.apply(run.id(), NOTE);

    assertThat(((ApplyOutcome.Moved) outcome).findings())
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly("sheet “Electricity meter specs”, cell A3 MOVED " + made.key());
    assertThat(isThere("Not overtaken")).isFalse();
    ImportRun again = planned("overtaken.xlsx", file, null);
    assertThat(List.of(again.counts().created(), again.counts().changed())).containsExactly(1, 1);
    assertThat(applied(again).state()).isEqualTo(ImportState.APPLIED);
  }

  private ImportRun applied(ImportRun run) {
    return ((ApplyOutcome.Applied) imports.apply(run.id(), NOTE)).run();
  }

  private boolean isThere(String title) {
    return find(title).stream().anyMatch(record -> record.head().title().equals(title));
  }

  private Path metersWith(String title, String other) throws IOException {
    return workbook("Electricity meter specs", METER_HEADER, counting(title), counting(other));
  }

  private static List<String> counting(String title) {
    List<String> row = new ArrayList<>(meter("", title, "B.1.2"));
    row.set(2, "Of " + title.repeat(3) + " the electricity meter shall keep a count.");
    return row;
  }

  @Test
  void rowsMayNameEachOther() throws IOException {
    Path file =
        workbook(
            "Sections",
            List.of("Section", "Reference", "Title"),
            List.of("C.4.1", "C.4.1.x", "Chargers"),
            List.of("C.4.1.x", "C.4.1.x1", "Fast chargers"),
            List.of("C.4.1.z", "C.4.1.y", "Lost"));

    ImportRun run = planned("sections.xlsx", file, null);

    assertThat(imports.findings(run.id(), 0, 10))
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly("sheet “Sections”, cell A4 UNKNOWN_RECORD C.4.1.z");
  }

  @Test
  void twoRowsForOneRecordAreFound() throws IOException {
    Path file =
        workbook(
            "Electricity meter specs",
            METER_HEADER,
            meter("", "Twice", "B.1.2"),
            meter("", "Twice", "B.1.1"));

    ImportRun run = planned("twice.xlsx", file, null);

    assertThat(imports.findings(run.id(), 0, 10))
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly(
            "sheet “Electricity meter specs”, cell A2 DUPLICATE Title: Twice",
            "sheet “Electricity meter specs”, cell A3 DUPLICATE Title: Twice");
  }

  @Test
  void theCentralListIsReadWithoutTheDevicesThatHaveTypesOfTheirOwn() throws IOException {
    Path file = folder.resolve("Central Products List.csv");
    Files.writeString(
        file,
        """
        Data Group,Entry,Entry,Device_Type,Device_Model,Device_Model,Device_Model,Device_Model,Device_Model
        Data Attribute,number,status,name,manufacturer_identifier,model_identifier,hardware_version.version,hardware_version.revision,firmware_version
        Notes,,,,,,,,
        Conditionality rule,,,,,,,,
        Source of definition,,,,,,,,
        Format,,,,,,,,
        Valid values,,,,,,,,
        ,000001,Current,Communications Hub,10:6C,43:31,00,AC,12:40:74:DA
        ,000002,Current,Pre-Payment Interface Device,10:90,00:09,01,00,05:03:00:00
        ,000003,Current,Gas Smart Meter,10:90,00:0A,01,00,05:03:00:00
        """);

    ImportRun run = planned("Central Products List.csv", file, "central-products-list");

    assertThat(List.of(run.counts().rows(), run.counts().created(), run.problems().errors()))
        .containsExactly(1, 1, 0);
    assertThat(imports.findings(run.id(), 0, 10))
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly("sheet “Central Products List”, cell D2 NOT_READ 2 rows");
  }

  @Test
  void aStrangersFileIsReadWithItsProfile() throws IOException {
    Path file = folder.resolve("dcc-service-requests.csv");
    Files.writeString(
        file,
        """
        Service Request Name,Service Reference,Service Reference Variant,Critical,On Demand,Future Dated Response Pattern,DCC Scheduled,Non-Device Request,Eligible User Roles
        Update Import Tariff (Primary Element),1.1,1.1.1,Yes,Yes,Device,No,No,"IS, GS"
        "Read Inventory
        of devices",8.2,8.2.4,No,No,No,No,Yes,"IS, XX"
        Read Instantaneous Import,6.20,6.20.1,Maybe,Yes,No,No,No,IS
        """);

    ImportRun run = planned("dcc-service-requests.csv", file, null);

    assertThat(run.source().profile()).isEqualTo("dcc-service-requests");
    assertThat(run.counts().rows()).isEqualTo(3);
    assertThat(imports.findings(run.id(), 0, 10))
        .filteredOn(Finding::isError)
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly(
            "sheet “dcc-service-requests”, cell I3 UNKNOWN_CODE XX",
            "sheet “dcc-service-requests”, cell D4 UNKNOWN_CODE Maybe");
  }

  @Test
  void whatIsNoWorkbookIsSaidToBeNone() throws IOException {
    Path file = folder.resolve("broken.xlsx");
    Files.writeString(file, "%PDF-1.7 not a workbook");

    assertThat(imports.plan("broken.xlsx", file, null, NOTE))
        .isEqualTo(
            new PlanOutcome.Unreadable(
                List.of(
                    Finding.error(
                        FindingCode.UNREADABLE_FILE,
                        new Place.Parameter("file"),
                        "a PDF document",
                        "an Excel workbook (.xlsx, .xlsm, .xls), an OpenDocument spreadsheet"
                            + " (.ods) or a CSV file"))));
  }

  @Test
  void headersBelowOtherRowsAndCellsWithoutAValueAreFound() throws IOException {
    Path file =
        messy(
            """
            <row r="1"><c t="inlineStr"><is><t>Meters of May</t></is></c></row>
            <row r="3"><c t="inlineStr"><is><t>Key\u00a0</t></is></c><c t="inlineStr"><is><t>Title</t></is></c><c t="inlineStr"><is><t>Fuel</t></is></c></row>
            <row r="4" hidden="1"><c t="inlineStr"><is><t>ESM-0001</t></is></c><c t="e"><v>#REF!</v></c><c><f>A1</f></c></row>
            <row r="5"/>\
            """);

    ImportRun run = planned("messy.xlsx", file, null);

    assertThat(imports.findings(run.id(), 0, 10))
        .extracting(f -> f.severity() + " " + f.place().text() + " " + f.code())
        .containsExactly(
            "ERROR sheet “Electricity meter specs”, cell B4 CELL_ERROR",
            "ERROR sheet “Electricity meter specs”, cell C4 FORMULA_WITHOUT_VALUE",
            "WARNING sheet “Electricity meter specs” HIDDEN");
  }

  @Test
  void aFileThatTurnsOutToBeBrokenAtItsEndLeavesNothing() throws IOException {
    int before = imports.recent(null, 100).size();
    Path file = messy("<row><c t=\"inlineStr\"><is><t>Key</t></is></c></row><row r=\"1\"/>");

    assertThat(imports.plan("broken.xlsx", file, null, NOTE))
        .isInstanceOf(PlanOutcome.Unreadable.class);
    assertThat(imports.recent(null, 100)).hasSize(before);
  }

  private Path messy(String rows) throws IOException {
    Map<String, String> parts = OpenFiles.xlsx("<sheetData>" + rows + "</sheetData>");
    parts.computeIfPresent(
        "xl/workbook.xml", (_, text) -> text.replace("Data", "Electricity meter specs"));
    return Files.write(folder.resolve("messy.xlsx"), OpenFiles.zip(parts));
  }

  private static final List<String> METER_HEADER =
      List.of(
          "Key",
          "Title",
          "Requirement",
          "Obligation",
          "Policy status",
          "Priority",
          "Owner (drafter)",
          "Owning group",
          "Fuel",
          "Market segment",
          "Source",
          "Protective marking",
          "Function area",
          "Meter variant",
          "Quantity",
          "Data category",
          "Storage",
          "Recording / update interval",
          "Survives power loss",
          "Interfaces",
          "Derives from");

  private static List<String> meter(String key, String title, String derivesFrom) {
    return List.of(
        key,
        title,
        "The electricity meter shall work.",
        "shall",
        "SETTLED",
        "Must",
        "Metering drafter",
        "SMDG",
        "E",
        "ALL",
        "FRC",
        "NPM",
        "Clock",
        "ALL",
        "None",
        "Operational",
        "None",
        "30 min",
        "Y",
        "WAN;HAN",
        derivesFrom);
  }

  private Path workbook(String sheet, List<String> header, List<?>... rows) throws IOException {
    Path file = Files.createTempFile(folder, "test", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet target = workbook.newWorksheet(sheet);
      put(target, 0, header);
      for (int i = 0; i < rows.length; i++) {
        put(target, i + 1, rows[i]);
      }
    }
    return file;
  }

  private static void put(Worksheet sheet, int row, List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      sheet.value(row, i, String.valueOf(cells.get(i)));
    }
  }

  private ImportRun planned(String name, Path file, @Nullable String profile) {
    return ((PlanOutcome.Planned) imports.plan(name, file, profile, NOTE)).run();
  }

  private StoredRecord created(Drafts draft) {
    return ((SaveOutcome.Created) revisions.create(draft.draft(), NOTE)).record();
  }

  private RecordKey key(String reference) {
    return revisions.named(reference).orElseThrow().key();
  }

  private List<StoredRecord> find(String title) {
    RecordQuery query = new RecordQuery(null, null, null, "\"" + title + "\"", List.of(), null, 10);
    return ((RecordPage.Page) search.find(query)).records();
  }
}
