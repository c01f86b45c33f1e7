package org.seccatalogue.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.testkit.Drafts;

/// Numbers are exchanged while somebody edits an export: what is typed into it means what it meant
/// when it was exported, or is asked about.
@QuarkusTest
@NullUnmarked
class EditedExportsIT {

  private static final String DERIVES = "Derives from";

  @Inject TwoPeople two;

  private static void exchange(String head, String number) {
    String address = "/api/v1/records/" + head + "/renumbering";
    Map<String, ?> asked = Map.of("number", number, "exchange", true);
    String state = given().queryParams(asked).get(address).jsonPath().getString("state");
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("number", number, "exchange", true, "state", state, "note", "As agreed"))
        .post(address)
        .then()
        .statusCode(201);
  }

  private String meter(String title) {
    return two.created(Drafts.meter(title).below("C.4.1.a"));
  }

  private List<String> links(String key) {
    return two.record(key).links().stream()
        .filter(link -> link.type().equals("derives_from"))
        .map(link -> link.target() + " " + link.note())
        .toList();
  }

  private List<String> passed(ImportRun run) {
    return two.findings(run).stream().filter(told -> told.contains("REFERENCE_PASSED")).toList();
  }

  @Test
  void whatRowsNoteIsKnown() throws IOException {
    String noted = two.key("B.1.2");
    String watch =
        two.created(Drafts.meter("Watch").below("C.4.1.a").linked("derives_from", "B.1.2"));
    String clock = meter("Clock");
    EditedSheet sheet = two.exported();
    exchange(noted, "B.1.1");
    sheet
        .set(watch, DERIVES, "B.1.2 (my note)")
        .set(clock, DERIVES, "B.1.2")
        .keepSorted(watch, clock);
    ImportRun run = two.planned(sheet);
    assertThat(passed(run)).hasSize(2).allSatisfy(told -> assertThat(told).endsWith(" B.1.2"));
    assertThat(given().get("/api/v1/imports/" + run.id()).asString())
        .contains(
            "B.1.1, the present reference of what was called so when the row was exported; it is"
                + " read as that");
    two.apply(run);
    assertThat(links(watch)).containsExactly(noted + " my note");
    assertThat(links(clock)).containsExactly(noted + " null");
  }

  private String clause(String reference) {
    return two.created(
        Drafts.of("clause").with("reference", reference).with("title", "Clause " + reference));
  }

  /// A row notes another name that was exchanged before.
  @Test
  void whatNoRowNotesIsKnownWhereTheFileIsOlder() throws IOException {
    String one = clause("A.9100.1");
    clause("A.9100.2");
    String gas = two.key("C.4.1.b");
    String clock = meter("Clock of another kind");
    String lamp = meter("Lamp");
    EditedSheet sheet = two.exported();
    exchange(gas, "C.4.1.a");
    exchange(one, "A.9100.2");
    sheet.set(clock, DERIVES, "A.9100.1").set(lamp, "Section", "C.4.1.b").keepSorted(clock, lamp);
    two.apply(two.planned(sheet));
    assertThat(links(clock)).containsExactly(one + " null");
    assertThat(two.record(lamp).parent()).hasToString(gas);
  }

  @Test
  void whatNobodyKnowsIsAsked() throws IOException {
    String clock = meter("Clock of a third kind");
    EditedSheet sheet = two.exported();
    exchange(two.key("B.1.2"), "B.1.1");
    sheet.set(clock, DERIVES, "B.1.1").keepSorted(clock);
    ImportRun run = two.planned(sheet);
    assertThat(passed(run)).singleElement().asString().endsWith(" B.1.1");
    assertThat(two.rows(run).getFirst().effect().guards()).containsExactly(Guard.PASSED_REFERENCE);
    two.apply(run);
    assertThat(links(clock)).isEmpty();
  }

  /// Where no row says a section, the record type names one by its number.
  @Test
  void aNewRowThatSaysNoSectionIsAsked() {
    RecordHead was = two.record(two.key("C.4.1.a")).head();
    RecordHead now = two.record(two.key("C.4.1.b")).head();
    exchange(was.key().toString(), "C.4.1.b");
    int id =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", "electricity-meter-spec.csv", "Title\nNew clock\n".getBytes(UTF_8))
            .post("/api/v1/imports")
            .jsonPath()
            .getInt("id");
    List<String> expected =
        given()
            .get("/api/v1/imports/" + id)
            .jsonPath()
            .getList("findings.findAll { it.code == 'REFERENCE_PASSED' }.expected");
    assertThat(expected)
        .containsExactly(
            "a section in the row: new records of this type stand in C.4.1.a where none is said; it was “%s” (%s) and is “%s” (%s) now; the row is applied only if you select it"
                .formatted(was.title(), was.key(), now.title(), now.key()));
  }
}
