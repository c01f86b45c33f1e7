package org.seccatalogue.page.forms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.RecordVersion;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.Freezer;

/// Pages and forms call records that attributes refer to as people call them.
@QuarkusTest
@NullUnmarked
class ReferencesInFormsIT {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");
  private static final String CODE = TypedForm.ATTRIBUTES + "existing_code";
  private static final String CHAPTER = TypedForm.ATTRIBUTES + "chapter";

  @Inject RecordSearch search;
  @Inject Revisions revisions;
  @Inject Rebase rebase;
  @Inject Freezer freezer;

  private SaveOutcome saved(StoredRecord record, RecordVersion seen, TypedForm form) {
    return revisions.save(record.key(), seen, FormReader.draft(record.type(), form), false, NOTE);
  }

  private StoredRecord record(String key) {
    return revisions.find(RecordKey.of(key)).orElseThrow();
  }

  /// An assessment of the example by the administrator of the BSC.
  private StoredRecord assessment() {
    return record("IMA-0004");
  }

  @Test
  void aFormThatIsSavedAsItWasOpenedChangesNothing() {
    List<StoredRecord> referring = new ArrayList<>();
    search.each(
        new RecordQuery(null, null, null, null, List.of(), null, 200),
        batch ->
            batch.stream()
                .map(RecordSearch.Digested::record)
                .filter(one -> !one.attributes().named(one.type()).isEmpty())
                .forEach(referring::add));
    assertThat(referring).hasSizeGreaterThan(20);
    for (StoredRecord record : referring) {
      assertThat(saved(record, record.version(), rebase.formOf(record)))
          .as(record.key().toString())
          .isInstanceOf(SaveOutcome.Unchanged.class);
    }
  }

  @Test
  void fieldsAndPagesSayWhatPeopleSay() {
    TypedForm form = rebase.formOf(assessment());

    assertThat(form.text(CODE)).isEqualTo("BSC");
    assertThat(form.text(CHAPTER)).isEqualTo("C.6");
    assertThat(given().get("/records/IMA-0004/edit").asString()).contains("value=\"BSC\"");
    String code = String.valueOf(assessment().attributes().look("existing_code").asText());
    assertThat(given().get("/records/IMA-0004").asString())
        .contains("href=\"/records/" + code + "\">BSC</a>");
    assertThat(given().get("/records/IMA-0004/revisions/1").asString())
        .contains("href=\"/records/" + code + "\">BSC</a>");
    freezer.freeze("SEC v0.01", "2011-11-30");
    assertThat(given().get("/baselines/sec-v0.01/records/IMA-0004").asString())
        .contains("href=\"/baselines/sec-v0.01/records/" + code + "\">BSC</a>");
  }

  @Test
  void aNameAgainstItsKeyIsNoConflict() {
    StoredRecord first = record("IMA-0005");
    TypedForm theirs = rebase.formOf(first).with(CODE, "MRA").with(CHAPTER, "C.5");
    assertThat(saved(first, first.version(), theirs)).isInstanceOf(SaveOutcome.Revised.class);
    String key = String.valueOf(record("IMA-0005").attributes().look("existing_code").asText());

    TypedForm same = rebase.formOf(first).with(CODE, key.toLowerCase(Locale.ROOT));
    SaveOutcome.Stale stale = (SaveOutcome.Stale) saved(first, first.version(), same);
    Merge merge = rebase.merge(stale, same);
    assertThat(merge.conflicts()).isEmpty();
    assertThat(merge.taken()).extracting(Merge.Taken::label).containsExactly("Chapter");
    assertThat(merge.form().text(CHAPTER)).isEqualTo("C.5");

    TypedForm other = rebase.formOf(first).with(CODE, "SPAA");
    Merge differing = rebase.merge((SaveOutcome.Stale) saved(first, first.version(), other), other);
    assertThat(differing.conflicts())
        .extracting(Merge.Conflict::label)
        .containsExactly("Existing code");
    assertThat(differing.form().text(CODE)).isEqualTo("SPAA");
  }

  @Test
  void aRevisionTellsTheNamesThatChanged() {
    StoredRecord first = record("IMA-0003");
    TypedForm other = rebase.formOf(first).with(CHAPTER, "C.7");
    StoredRecord now = ((SaveOutcome.Revised) saved(first, first.version(), other)).record();

    String page =
        given()
            .get("/records/IMA-0003/revisions/" + now.version().revision())
            .asString()
            .replaceAll("<[^>]*>", "")
            .replaceAll("\\s+", " ");
    assertThat(page).contains("C.7").doesNotContain("SEC-00");
  }
}
