package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.imports.TwoPeople.DRAFTER;
import static org.seccatalogue.imports.TwoPeople.MEMBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.TestDatabase;
import org.seccatalogue.workbook.Layouts;

/// What does not go together is refused, also among the rows of one workbook; what stands so since
/// an earlier version is left as long as nobody changes it.
@QuarkusTest
@NullUnmarked
class StandingValuesIT {

  @Inject Imports imports;
  @Inject Revisions revisions;
  @Inject TwoPeople two;

  @ConfigProperty(name = "quarkus.flyway.default-schema")
  String drafting;

  @TempDir Path folder;

  private List<String> planned(String type, List<List<String>> rows) throws IOException {
    Path file = Layouts.write(folder.resolve(type + ".xlsx"), new Layouts.Named(type, rows));
    ImportRun run = ((PlanOutcome.Planned) imports.plan(type + ".xlsx", file, "", MEMBER)).run();
    return imports.findings(run.id(), 0, 100).stream()
        .filter(Finding::isError)
        .map(f -> f.place().text() + " " + f.code() + " " + f.expected())
        .sorted()
        .toList();
  }

  @Test
  void twoRowsOfTheSameCodeAndChapterAreBothRefused() throws Exception {
    List<String> found =
        planned(
            "impact-assessment",
            List.of(
                List.of("Section", "Subject", "Existing code", "Chapter"),
                List.of("R.5", "STC on C.3", "STC", "C.3"),
                List.of("R.5", "CUSC on C.3", "CUSC", "C.3"),
                List.of("R.5", "STC on C.3 again", "XCA-0007", "C.3")));

    assertThat(found)
        .containsExactly(
            "sheet “impact-assessment”, cell D2 DUPLICATE values of “Existing code” and “Chapter”"
                + " that no other record has together; row 4 of “impact-assessment” has them",
            "sheet “impact-assessment”, cell D4 DUPLICATE values of “Existing code” and “Chapter”"
                + " that no other record has together; row 2 of “impact-assessment” has them");
  }

  @Test
  void twoRowsWhoseReferencesLookAlikeAreBothRefused() throws Exception {
    List<String> found =
        planned(
            "existing-code",
            List.of(
                List.of("Section", "Abbreviation", "Title"),
                List.of("R.1", "ABC", "One"),
                List.of("R.1", "Abc", "Other"),
                List.of("R.1", "mra", "Like the first of all")));

    assertThat(found)
        .containsExactly(
            "sheet “existing-code”, cell B2 DUPLICATE a reference that nobody takes for another;"
                + " “Abc”, which looks the same, is taken already",
            "sheet “existing-code”, cell B3 DUPLICATE a reference that nobody takes for another;"
                + " “ABC”, which looks the same, is taken already",
            "sheet “existing-code”, cell B4 DUPLICATE a reference that nobody takes for another;"
                + " “MRA”, which looks the same, is taken already");
  }

  @Test
  void whatIsWrongIsQuotedAsItIsWritten() throws Exception {
    String chapter =
        two.created(
            Drafts.of("section").with("reference", "C.95").with("title", "Once C.95").below("C"));
    assessment("STC", "C.95");
    assertThat(saved(chapter, "reference", "C.96")).isInstanceOf(SaveOutcome.Renumbered.class);
    Path file =
        Layouts.write(
            folder.resolve("written.xlsx"),
            new Layouts.Named(
                "impact-assessment",
                List.of(
                    List.of("Section", "Subject", "Existing code", "Chapter"),
                    List.of("R.5", "STC once more", "STC", "C.95"))));

    ImportRun run = ((PlanOutcome.Planned) imports.plan("written.xlsx", file, "", MEMBER)).run();
    assertThat(imports.findings(run.id(), 0, 100).stream().filter(Finding::isError))
        .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
        .containsExactly("sheet “impact-assessment”, cell D2 DUPLICATE C.95");
  }

  private String code(String reference) {
    return two.created(
        Drafts.of("existing-code")
            .with("reference", reference)
            .with("title", "Code " + reference)
            .below("R.1"));
  }

  /// As an earlier version let it in.
  private void put(String key, String attribute, String value) throws SQLException {
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("set search_path = " + drafting);
      try (PreparedStatement update =
          owner.prepareStatement(
              "update record set attributes = jsonb_set(attributes, array[?], to_jsonb(?::text)),"
                  + " reference = case when ? = 'reference' then ? else reference end"
                  + " where key = ?")) {
        update.setString(1, attribute);
        update.setString(2, value);
        update.setString(3, attribute);
        update.setString(4, value);
        update.setString(5, key);
        assertThat(update.executeUpdate()).isEqualTo(1);
      }
    }
  }

  private SaveOutcome saved(String key, String attribute, String value) {
    StoredRecord record = two.record(key);
    Drafts now =
        new Drafts(
            record.type().name(),
            record.parent().toString(),
            PlaceWish.NONE,
            record.stage(),
            record.attributes().json(),
            List.of());
    return revisions.save(
        record.key(), record.version(), now.with(attribute, value).draft(), DRAFTER);
  }

  @Test
  void aReferenceThatLooksLikeAnotherSinceBeforeIsLeft() throws Exception {
    code("LIKE");
    String key = code("UNLIKE");
    put(key, "reference", "like\u00ad");

    assertThat(saved(key, "title", "Other words")).isInstanceOf(SaveOutcome.Revised.class);
    put(key, "reference", "like");
    assertThat(saved(key, "title", "More words")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(saved(key, "reference", "Like")).isInstanceOf(SaveOutcome.Rejected.class);
    assertThat(saved(key, "reference", "UNLIKE")).isInstanceOf(SaveOutcome.Renumbered.class);
    assertThat(saved(key, "reference", "unlike")).isInstanceOf(SaveOutcome.Renumbered.class);
  }

  @Test
  void wordsThatAreTurnedSinceBeforeAreLeft() throws Exception {
    String key = code("TURN");
    put(key, "title", "For \u202e31\u202c months");

    assertThat(saved(key, "scope", "Other words")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(saved(key, "title", "For \u202e32\u202c months"))
        .isInstanceOf(SaveOutcome.Rejected.class);
    assertThat(saved(key, "title", "For 31 months")).isInstanceOf(SaveOutcome.Revised.class);
  }

  private String assessment(String code, String chapter) {
    return two.created(
        Drafts.of("impact-assessment")
            .with("assessed_matter", code + " on " + chapter)
            .with("existing_code", code)
            .with("chapter", chapter)
            .with("asked", "2011-11-15")
            .below("R.5"));
  }

  @Test
  void whatContradictsItselfSinceBeforeIsLeft() throws Exception {
    String key = assessment("GRID", "C.4");

    put(key, "assessment_outcome", "disputed");
    assertThat(saved(key, "words", "Of no kind")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(saved(key, "assessment_outcome", "no impact"))
        .isInstanceOf(SaveOutcome.Rejected.class);
    put(key, "received", "2011-11-01");
    assertThat(saved(key, "words", "Of another")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(saved(key, "received", "2011-11-02")).isInstanceOf(SaveOutcome.Rejected.class);
    assertThat(saved(key, "received", "2011-11-15")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(saved(key, "assessment_outcome", "awaited"))
        .isInstanceOf(SaveOutcome.Rejected.class);
    put(key, "assessment_outcome", "awaited");
    assertThat(saved(key, "words", "Of a third")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(saved(key, "received", "2011-11-16")).isInstanceOf(SaveOutcome.Rejected.class);
  }

  @Test
  void twoAssessmentsOfTheSameSinceBeforeAreLeft() throws Exception {
    assessment("DCODE", "C.3");
    String key = assessment("DCODE", "C.7");
    put(key, "chapter", two.key("C.3"));

    assertThat(saved(key, "words", "Once more")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(saved(key, "chapter", "C.7")).isInstanceOf(SaveOutcome.Revised.class);
    assertThat(saved(key, "chapter", "C.3")).isInstanceOf(SaveOutcome.Rejected.class);
  }
}
