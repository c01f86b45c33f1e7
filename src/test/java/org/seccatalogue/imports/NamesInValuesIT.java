package org.seccatalogue.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.imports.TwoPeople.MEMBER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.export.ExportOutcome;
import org.seccatalogue.export.Exports;
import org.seccatalogue.page.forms.FormFields;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.workbook.Layouts;

/// An attribute that refers to another record takes what people call that, through every door, and
/// keeps its key.
@QuarkusTest
@NullUnmarked
class NamesInValuesIT {

  private static final List<String> HEADERS =
      List.of("Key", "Section", "Subject", "Existing code", "Chapter");

  private static int made;

  @Inject Imports imports;
  @Inject Exports exports;
  @Inject CatalogueSchema schema;
  @Inject TwoPeople two;

  @TempDir Path folder;

  private final List<String> chapters = new ArrayList<>();

  @BeforeEach
  void chaptersWithCountedNumbers() {
    made++;
    String annex = "Annex " + made;
    two.created(Drafts.of("clause").with("reference", annex).with("title", "An annex"));
    for (String number : List.of("(a)", "(b)", "(c)")) {
      chapters.add(
          two.created(
              Drafts.of("clause").with("reference", number).with("title", "Deep").below(annex)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MRA", "XCA-0001", "xca-0001", "\u200bMRA\u00a0"})
  void everyDoorKeepsTheKey(String name) throws Exception {
    String annex = "Annex " + made;

    List<String> keys = new ArrayList<>();
    keys.add(api(assessment("By program " + made, name, annex + " / (a)")));
    keys.add(form(assessment("By form " + made, name, annex + " / (b)")));
    keys.add(workbook("By workbook " + made, name, annex + " / (c)"));

    assertThat(keys.stream().map(this::names))
        .containsExactlyElementsOf(
            chapters.stream().map(chapter -> List.of("XCA-0001", chapter)).toList());
  }

  private static Drafts assessment(String subject, String code, String chapter) {
    return Drafts.of("impact-assessment")
        .with("assessed_matter", subject)
        .with("existing_code", code)
        .with("chapter", chapter)
        .below("R.5");
  }

  private static String api(Drafts draft) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", draft.type());
    body.put("parent", draft.parent()).set("attributes", draft.attributes());
    Response answer =
        given().contentType(ContentType.JSON).body(body.toString()).post("/api/v1/records");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(answer.jsonPath().getString("attributes.existing_code")).isEqualTo("XCA-0001");
    return answer.jsonPath().getString("key");
  }

  private String form(Drafts draft) {
    RequestSpecification request =
        given().contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8));
    request.redirects().follow(false).formParam("action", "save");
    FormFields.of(schema.typeOf(draft.type()), draft).forEach(request::formParam);
    Response answer = request.post("/records/new");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    return answer.header("Location").replaceAll("^.*/records/|\\?.*$", "");
  }

  private String workbook(String subject, String code, String path) throws IOException {
    ImportRun run = planned(List.of(HEADERS, List.of("", "R.5", subject, code, path)));
    assertThat(two.findings(run)).isEmpty();
    two.apply(run);
    return two.rows(run).getFirst().key().toString();
  }

  private ImportRun planned(List<List<String>> rows) throws IOException {
    Path file =
        Layouts.write(
            folder.resolve("assessments.xlsx"), new Layouts.Named("impact-assessment", rows));
    return planned(file);
  }

  private ImportRun planned(Path file) {
    return ((PlanOutcome.Planned) imports.plan(file.getFileName().toString(), file, "", MEMBER))
        .run();
  }

  /// However it is called.
  @Test
  void aListNamesEachRecordOnce() throws IOException {
    Drafts twice =
        Drafts.of("dependency")
            .with("reference", "DEP-8" + made)
            .with("area_of_code", "Metering")
            .with("producer", "SMDG")
            .with("produced_by", List.of("SMDG", "PTY-0006"))
            .below("R.2");
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", twice.type());
    body.put("parent", twice.parent()).set("attributes", twice.attributes());
    Response refused =
        given().contentType(ContentType.JSON).body(body.toString()).post("/api/v1/records");
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.jsonPath().getList("findings.code")).containsExactly("DUPLICATE");
    assertThat(refused.jsonPath().getString("findings[0].pointer"))
        .isEqualTo("/attributes/produced_by/1");

    ImportRun run =
        planned(
            Layouts.write(
                folder.resolve("dependencies.xlsx"),
                new Layouts.Named(
                    "dependency",
                    List.of(
                        List.of("Section", "Reference", "Area of code", "Producer", "Produced by"),
                        List.of("R.2", "DEP-8" + made, "Metering", "SMDG", "SMDG; PTY-0006")))));
    assertThat(two.findings(run)).anyMatch(finding -> finding.contains("DUPLICATE"));
  }

  @Test
  void aRowThatSaysTheSameRecordInOtherWordsPlansNothing() throws Exception {
    ImportRun run =
        planned(
            List.of(
                HEADERS,
                List.of("IMA-0001", "R.5", "MRA on C.2", "MRA", "C.2"),
                List.of("", "R.5", "UNC on C.2", "unc", "C.2")));

    assertThat(two.outcome(run)).contains("SAME IMA-0001 [] []");
    assertThat(two.findings(run))
        .containsExactly("sheet “impact-assessment”, cell D3 UNKNOWN_RECORD unc");
  }

  @Test
  void theRegistersComeInWordsOfPeopleAndTheirExportPlansNothing() throws Exception {
    ImportRun run =
        planned(
            List.of(
                HEADERS,
                List.of("", "R.5", "MRA on C.1", "MRA", "C.1"),
                List.of("", "R.5", "UNC on C.4.1.a", "UNC", "C.4.1.a"),
                List.of("", "R.5", "GRID on A.1", "GRID", "A.1")));
    assertThat(two.findings(run)).isEmpty();
    two.apply(run);

    assertThat(two.rows(run).stream().map(row -> names(row.key().toString())))
        .containsExactly(
            List.of("XCA-0001", two.key("C.1")),
            List.of("XCA-0009", two.key("C.4.1.a")),
            List.of("XCA-0005", two.key("A.1")));
    assertThat(two.rows(planned(exported())))
        .hasSizeGreaterThanOrEqualTo(11)
        .extracting(PlannedChange::kind)
        .containsOnly(PlannedChange.Kind.SAME);
    assertThat(two.rows(planned(folder.resolve("assessments.xlsx"))))
        .extracting(PlannedChange::kind)
        .containsOnly(PlannedChange.Kind.SAME);
  }

  private List<String> names(String key) {
    return Stream.of("existing_code", "chapter").map(name -> two.attribute(key, name)).toList();
  }

  private Path exported() throws IOException {
    RecordQuery query =
        new RecordQuery("impact-assessment", null, null, null, List.of(), null, 100);
    ExportOutcome.Export export =
        (ExportOutcome.Export) exports.workbook(new Exports.Wanted(query, false));
    Path file = folder.resolve("exported.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      export.writer().write(out);
    }
    return file;
  }

  /// The record is made by a later row, in another sheet.
  @Test
  void aNameThatAnotherRowMakesIsKeptAsTheKeyOfItsRecord() throws Exception {
    Path file =
        Layouts.write(
            folder.resolve("both.xlsx"),
            new Layouts.Named(
                "impact-assessment",
                List.of(HEADERS, List.of("", "R.5", "NEW on C.1 " + made, "NEW" + made, "C.1"))),
            new Layouts.Named(
                "existing-code",
                List.of(
                    List.of("Section", "Abbreviation", "Title"),
                    List.of("R.1", "NEW" + made, "A new code"))));

    ImportRun run = planned(file);
    assertThat(two.findings(run)).isEmpty();
    two.apply(run);

    String key = two.rows(run).getFirst().key().toString();
    assertThat(names(key)).containsExactly(two.key("NEW" + made), two.key("C.1"));
    assertThat(two.rows(planned(file)))
        .extracting(PlannedChange::kind)
        .containsOnly(PlannedChange.Kind.SAME);
  }

  /// Who edits an exported row in words changes what the words say, beside what others changed.
  @Test
  void anExportedRowIsMergedByTheRecordThatItNames() throws Exception {
    String key = two.created(assessment("Merged " + made, "MRA", "C.5"));
    Path file = exported();
    two.theirs(key, record -> record.with("existing_code", "BSC"));
    EditedSheet sheet = EditedSheet.of(file, "Impact assessments");

    assertThat(outcome(sheet.set(key, "Existing code", "MRA"), key))
        .as("as it was exported")
        .isEqualTo("SAME " + key + " [] []");
    assertThat(outcome(sheet.set(key, "Existing code", "UNC"), key))
        .isEqualTo("CONFLICT " + key + " [existing_code] [existing_code UNDECIDED]");
  }

  private String outcome(EditedSheet sheet, String key) throws IOException {
    return two.outcome(two.planned(sheet)).stream()
        .filter(line -> line.contains(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFormerReferenceThatNobodyHasNowIsItsRecord() throws Exception {
    String code =
        two.created(
            Drafts.of("existing-code")
                .with("reference", "OLD" + made)
                .with("title", "Renamed " + made)
                .below("R.1"));
    two.theirs(code, record -> record.with("reference", "YOUNG" + made));

    ImportRun run =
        planned(List.of(HEADERS, List.of("", "R.5", "Renamed " + made, "OLD" + made, "C.1")));

    assertThat(two.findings(run))
        .containsExactly("sheet “impact-assessment”, cell D2 REFERENCE_PASSED OLD" + made);
    two.apply(run);
    assertThat(names(two.rows(run).getFirst().key().toString()).getFirst()).isEqualTo(code);
  }
}
