package org.seccatalogue.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.signing.JwkFile;
import org.seccatalogue.bundle.FileCheck;
import org.seccatalogue.bundle.Verdict;
import org.seccatalogue.testkit.Installation;

/// Holds what the diary says against what the catalogue has.
///
/// @param told which round it is
record Comparison(Installation catalogue, Diary diary, String told) {

  void nothingIsLostOrHalfThere() {
    assertRecords();
    assertImports();
    assertBaselines();
    assertNothingSlow();
  }

  private JsonPath json(String address) {
    Response answer = catalogue.given().get(address);
    assertThat(answer.statusCode())
        .as("%s, %s: %s", address, told, answer.asString())
        .isEqualTo(200);
    return answer.jsonPath();
  }

  private void assertRecords() {
    diary.records.forEach(
        (key, entry) -> {
          JsonPath record = json("/api/v1/records/" + key);
          assertThat(record.getInt("revision")).as("%s, %s", key, told).isIn(entry.revision(), 2);
          if (record.getInt("revision") == entry.revision()) {
            assertThat(record.getString("attributes.title")).as(told).isEqualTo(entry.title());
          }
        });
  }

  /// All rows of a workbook are there or none, and all of what was told to be applied.
  private void assertImports() {
    diary.imports.forEach(
        (title, applied) ->
            assertThat(withText("electricity-meter-spec", title))
                .as("rows of %s, %s", title, told)
                .isIn(applied ? List.of(Crew.ROWS) : List.of(0, Crew.ROWS)));
  }

  private int withText(String type, String text) {
    return json("/api/v1/records?type=" + type + "&limit=200&text=" + text).getList("items").size();
  }

  private void assertBaselines() {
    List<String> there = json("/api/v1/baselines").getList("items.id");
    assertThat(there).as(told).containsAll(diary.baselines.keySet());
    for (Map.Entry<String, String> frozen : diary.baselines.entrySet()) {
      JsonPath baseline = json("/api/v1/baselines/" + frozen.getKey());
      assertThat(baseline.getString("digest")).as(told).isEqualTo(frozen.getValue());
    }
  }

  /// What never came to its end was never begun.
  private void assertNothingSlow() {
    assertThat(withText("section", "Slowly")).as(told).isZero();
    assertThat(json("/api/v1/imports").getList("items.fileName"))
        .as(told)
        .doesNotContain("slowly.csv");
  }

  /// Each by nothing but itself and the keys.
  ///
  /// @return how many there are
  int verifiedBundles(Path folder) throws IOException {
    Path keys = Files.write(folder.resolve("jwks.json"), bytes("/.well-known/jwks.json"));
    List<String> all = json("/api/v1/baselines").getList("items.id");
    for (String id : all) {
      Path file =
          Files.write(
              folder.resolve("bundle.zip"), bytes("/api/v1/baselines/" + id + "/bundle.zip"));
      Verdict verdict = FileCheck.check(file, JwkFile.read(keys), List.<FileList>of());
      assertThat(verdict)
          .as(id)
          .isInstanceOfSatisfying(
              Verdict.Unknown.class,
              records -> assertThat(records.reason()).contains("are those that were signed"));
    }
    return all.size();
  }

  private byte[] bytes(String address) {
    return catalogue
        .given()
        .header("Prefer", "wait=60")
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }
}
