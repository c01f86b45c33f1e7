package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.imports.EditedSheet;

/// A workbook that went out and came back, by the API alone.
@QuarkusTest
@NullUnmarked
class ImportDecisionsApiIT {

  private static final String KEY = "DRN-0001";
  private static final String MARKED = "ESM-0001";

  @TempDir Path folder;

  private RequestSpecification api() {
    return given().contentType(ContentType.JSON);
  }

  @Test
  void aConflictIsShownDecidedAppliedAndUndone() throws IOException {
    String title = api().get("/api/v1/records/" + KEY).path("attributes.note");
    int id = planned(title);

    Response shown = api().queryParam("kind", "CONFLICT").get("/api/v1/imports/" + id);
    assertThat(shown.<Integer>path("import.conflicts")).isEqualTo(1);
    assertThat(shown.<List<Map<String, Object>>>path("changes[0].conflicts"))
        .containsExactly(
            Map.of(
                "field", "note",
                "base", title,
                "theirs", "Note by Drafter",
                "ours", "Note by Member",
                "choice", "UNDECIDED"));

    Response early = api().body(Map.of("note", "Early")).post("/api/v1/imports/" + id + "/apply");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.<List<String>>path("findings.code")).containsExactly("UNDECIDED");

    int row = shown.path("changes[0].number");
    Response decided = decide(id, List.of(Map.of("row", row, "field", "note", "choice", "OURS")));
    assertThat(decided.statusCode()).isEqualTo(200);
    assertThat(decided.<Integer>path("undecided")).isZero();

    Map<String, String> note = Map.of("note", "From the meeting");
    assertThat(api().body(note).post("/api/v1/imports/" + id + "/apply").statusCode())
        .isEqualTo(200);
    Response changed = api().queryParam("kind", "CHANGED").get("/api/v1/imports/" + id);
    assertThat(changed.<List<Map<String, Object>>>path("changes[0].edits"))
        .containsExactly(
            Map.of("field", "note", "before", "Note by Drafter", "after", "Note by Member"));
    assertThat(decide(id, List.of()).statusCode()).isEqualTo(409);
    assertThat(choose(id, Map.of("chosen", true)).statusCode()).isEqualTo(409);
    assertThat(api().body(Map.of()).post("/api/v1/imports/" + id + "/undo").statusCode())
        .isEqualTo(422);
    Response undone = api().body(note).post("/api/v1/imports/" + id + "/undo");
    assertThat(undone.<String>path("state")).isEqualTo("UNDONE");
    assertThat(undone.<String>path("undoNote")).isEqualTo("From the meeting");
    assertThat(api().get("/api/v1/records/" + KEY).<String>path("attributes.note"))
        .isEqualTo("Note by Drafter");
    assertThat(api().body(note).post("/api/v1/imports/" + id + "/undo").statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    assertThat(decide(99999, List.of()).statusCode()).isEqualTo(404);
    assertThat(decide(99999, List.of(Map.of("row", 0, "choice", "MINE"))).statusCode())
        .isEqualTo(422);
    assertThat(api().body(Map.of("note", "x")).post("/api/v1/imports/99999/undo").statusCode())
        .isEqualTo(404);
  }

  @Test
  void rowsAreChosenByNumberAndByFilter() throws IOException {
    String other = "DRN-0002";
    String gone = createdBeside(other);
    Path edited =
        exported()
            .set(other, "Note", "Another note")
            .delete(gone)
            .write(folder.resolve("edited.xlsx"));
    Response planned = given().multiPart("file", edited.toFile()).post("/api/v1/imports");
    int id = planned.path("id");
    Response rows = api().queryParam("kind", "CHANGED").get("/api/v1/imports/" + id);
    assertThat(rows.<List<String>>path("changes.key")).containsExactly(other);
    int row = rows.path("changes[0].number");

    Response out = choose(id, Map.of("chosen", false, "rows", List.of(row)));
    assertThat(out.<Integer>path("leftOut")).isEqualTo(1);
    Response all = choose(id, Map.of("chosen", true));
    assertThat(all.<Integer>path("leftOut")).isZero();
    assertThat(all.<Integer>path("withdrawn")).isZero();
    Response missing =
        choose(id, Map.of("chosen", true, "filter", Map.of("kind", "MISSING", "section", "C")));
    assertThat(missing.<Integer>path("withdrawn")).isEqualTo(1);
    Response nowhere = choose(id, Map.of("chosen", true, "filter", Map.of("section", "Nowhere")));
    assertThat(nowhere.statusCode()).isEqualTo(422);
    assertThat(nowhere.<List<String>>path("findings.place")).containsExactly("/filter/section");

    assertThat(
            api()
                .body(Map.of("note", "Chosen"))
                .post("/api/v1/imports/" + id + "/apply")
                .statusCode())
        .isEqualTo(200);
    assertThat(api().get("/api/v1/records/" + gone).<String>path("stage")).isEqualTo("WITHDRAWN");
    assertThat(api().get("/api/v1/records/" + other).<String>path("attributes.note"))
        .isEqualTo("Another note");
  }

  @Test
  void aNoteOfSpacesSaysNothing() {
    int id = marked("Protect");
    Response blank = api().body(Map.of("note", " ")).post("/api/v1/imports/" + id + "/apply");
    assertThat(blank.statusCode()).isEqualTo(422);
    assertThat(blank.<List<String>>path("findings.code")).containsExactly("MISSING_VALUE");
    Response flag =
        api()
            .body(Map.of("note", "x", "editorial", "yes"))
            .post("/api/v1/imports/" + id + "/apply");
    assertThat(flag.<List<String>>path("findings.message"))
        .containsExactly("Found “\"yes\"”, expected true or false.");
  }

  @Test
  void aLowerMarkingIsAppliedOnlyWhenItIsChosenByItself() {
    assertThat(apply(marked("CIC")).statusCode()).isEqualTo(200);
    int id = marked("Protect");

    Response shown = api().queryParam("guard", "LOWER_MARKING").get("/api/v1/imports/" + id);
    assertThat(shown.<List<String>>path("changes.key")).containsExactly(MARKED);
    assertThat(shown.<List<Boolean>>path("changes.chosen")).containsExactly(false);
    assertThat(shown.<List<List<String>>>path("changes.guards"))
        .containsExactly(List.of("LOWER_MARKING"));
    assertThat(shown.<List<String>>path("findings.code")).containsExactly("LOWER_MARKING");
    assertThat(shown.<List<String>>path("findings.severity")).containsExactly("WARNING");
    assertThat(shown.<Integer>path("import.guarded")).isEqualTo(1);
    int row = shown.path("changes[0].number");

    assertThat(choose(id, Map.of("chosen", true)).<Integer>path("leftOut")).isEqualTo(1);
    assertThat(apply(id).statusCode()).isEqualTo(200);
    assertThat(marking()).isEqualTo("CIC");

    int again = marked("Protect");
    Response chosen = choose(again, Map.of("chosen", true, "rows", List.of(row)));
    assertThat(chosen.<Integer>path("leftOut")).isZero();
    assertThat(apply(again).statusCode()).isEqualTo(200);
    assertThat(marking()).isEqualTo("PROTECT");
  }

  @Test
  void aRowWithTwoReasonsIsChosenByItsNumberAlone() {
    assertThat(apply(uploaded("Key,marking\nESM-0005,CIC\n")).statusCode()).isEqualTo(200);
    int id = uploaded("Key,marking,Stage\nESM-0005,Protect,Withdrawn\n");

    Response shown = api().queryParam("kind", "CHANGED").get("/api/v1/imports/" + id);
    assertThat(shown.<List<List<String>>>path("changes.guards"))
        .containsExactly(List.of("WITHDRAWAL", "LOWER_MARKING"));
    assertThat(shown.<List<String>>path("findings.code"))
        .containsExactlyInAnyOrder("WITHDRAWS", "LOWER_MARKING");
    for (String guard : List.of("WITHDRAWAL", "LOWER_MARKING")) {
      assertThat(
              choose(id, Map.of("chosen", true, "filter", Map.of("guard", guard)))
                  .<Integer>path("leftOut"))
          .isEqualTo(1);
    }
    int row = shown.path("changes[0].number");
    assertThat(choose(id, Map.of("chosen", true, "rows", List.of(row))).<Integer>path("leftOut"))
        .isZero();
  }

  @Test
  void aNewRowThatIsToBeWithdrawnIsShownAsThat() {
    int id = uploaded("section.csv", "Reference,Title,Section,Stage\nC.4.99,Gone,C.4,Withdrawn\n");

    Response shown = api().queryParam("kind", "NEW").get("/api/v1/imports/" + id);
    assertThat(shown.<List<List<String>>>path("changes.guards"))
        .containsExactly(List.of("WITHDRAWAL"));
    assertThat(shown.<List<Boolean>>path("changes.chosen")).containsExactly(false);
    assertThat(shown.<List<Map<String, String>>>path("changes[0].edits"))
        .contains(Map.of("field", "stage", "before", "", "after", "WITHDRAWN"));
    assertThat(shown.<List<String>>path("findings.code")).contains("WITHDRAWS");
  }

  private static int marked(String marking) {
    return uploaded("Key,marking\n" + MARKED + "," + marking + "\n");
  }

  private static int uploaded(String rows) {
    return uploaded("electricity meter specifications.csv", rows);
  }

  private static int uploaded(String fileName, String rows) {
    Response planned =
        given().multiPart("file", fileName, rows.getBytes(UTF_8)).post("/api/v1/imports");
    assertThat(planned.<String>path("state")).isEqualTo("PLANNED");
    return planned.path("id");
  }

  private String marking() {
    return api().get("/api/v1/records/" + MARKED).path("attributes.marking");
  }

  @Test
  void rowsWithErrorsAreLeftOutAndTheOthersApplied() throws IOException {
    Path file = Path.of("import", "samples", "meter-specifications-with-mistakes.xlsx");
    Response sent = given().multiPart("file", file.toFile()).post("/api/v1/imports");
    int id = sent.path("id");
    assertThat(sent.<String>path("state")).isEqualTo("REFUSED");
    assertThat(sent.<Integer>path("rowsWithErrors")).isEqualTo(5);
    assertThat(sent.<Boolean>path("separable")).isTrue();
    assertThat(apply(id).statusCode()).isEqualTo(409);

    Response out = leaveOutErrors(id);
    assertThat(out.statusCode()).as(out.asString()).isEqualTo(200);
    assertThat(out.<String>path("state")).isEqualTo("PLANNED");
    assertThat(out.<Integer>path("rowsWithErrors")).isEqualTo(5);
    assertThat(out.<Integer>path("missing")).isZero();
    assertThat(leaveOutErrors(id).statusCode()).isEqualTo(409);

    assertThat(out.<Integer>path("created")).isEqualTo(1);
    assertThat(out.<Integer>path("leftOut")).isEqualTo(out.<Integer>path("rows") - 1);
    assertThat(apply(id).<String>path("state")).isEqualTo("APPLIED");
    Response workbook = given().get("/api/v1/imports/" + id + "/workbook");
    Path marked = Files.write(folder.resolve("marked.xlsx"), workbook.asByteArray());
    try (ReadableWorkbook read = new ReadableWorkbook(marked.toFile());
        Stream<Row> rows = read.findSheet("Findings").orElseThrow().openStream()) {
      assertThat(rows.flatMap(Row::stream).filter(Objects::nonNull).map(Cell::getText))
          .contains("Three phase", "731 fortnights", "perhaps", "B.9.9", "fifteen");
    }
  }

  @Test
  void errorsThatAreOfNoRowCannotBeLeftOut() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sections.csv"), "Reference,Reference,Section\nC.95,C.95,C\n");
    Response sent = given().multiPart("file", file.toFile()).post("/api/v1/imports");
    assertThat(sent.<Boolean>path("separable")).isFalse();

    Response out = leaveOutErrors(sent.path("id"));

    assertThat(out.statusCode()).isEqualTo(422);
    assertThat(out.<List<String>>path("findings.code"))
        .containsExactlyInAnyOrder("DUPLICATE_COLUMN", "DUPLICATE_COLUMN", "MISSING_COLUMN");
    assertThat(leaveOutErrors(99999).statusCode()).isEqualTo(404);
  }

  private Response leaveOutErrors(int id) {
    return api().post("/api/v1/imports/" + id + "/rows-with-errors/leave-out");
  }

  private Response apply(int id) {
    return api().body(Map.of("note", "The rest")).post("/api/v1/imports/" + id + "/apply");
  }

  /// Makes another drafting note in the same section.
  private String createdBeside(String key) {
    Response beside = api().get("/api/v1/records/" + key);
    Map<String, Object> attributes = beside.path("attributes");
    attributes.put("note", "One more note");
    Response made =
        api()
            .body(
                Map.of(
                    "type",
                    "drafting-note",
                    "parent",
                    beside.path("parent"),
                    "attributes",
                    attributes))
            .post("/api/v1/records");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("key");
  }

  private Response choose(int id, Map<String, ?> body) {
    return api().body(body).put("/api/v1/imports/" + id + "/choice");
  }

  private EditedSheet exported() throws IOException {
    Path exported =
        Files.write(
            folder.resolve("out.xlsx"),
            api()
                .queryParam("type", "drafting-note")
                .get("/api/v1/exports/records.xlsx")
                .asByteArray());
    return EditedSheet.of(exported, "Drafting notes");
  }

  private Response decide(int id, List<?> decisions) {
    return api().body(Map.of("decisions", decisions)).put("/api/v1/imports/" + id + "/decisions");
  }

  private int planned(String title) throws IOException {
    EditedSheet exported = exported();
    byTheOther();
    Path edited = exported.set(KEY, "Note", "Note by Member").write(folder.resolve("edited.xlsx"));
    Response planned = given().multiPart("file", edited.toFile()).post("/api/v1/imports");
    assertThat(planned.statusCode()).isEqualTo(201);
    assertThat(title).isNotEqualTo("Note by Drafter");
    return planned.path("id");
  }

  private void byTheOther() {
    Response record = api().get("/api/v1/records/" + KEY);
    Map<String, Object> attributes = record.path("attributes");
    attributes.put("note", "Note by Drafter");
    Response saved =
        api()
            .header("If-Match", record.header("ETag"))
            .body(
                Map.of(
                    "type", "drafting-note",
                    "parent", record.path("parent"),
                    "stage", record.path("stage"),
                    "attributes", attributes,
                    "links", record.path("links")))
            .put("/api/v1/records/" + KEY);
    assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
  }
}
