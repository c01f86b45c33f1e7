package org.seccatalogue.document.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Run;
import org.seccatalogue.document.SectionBox;
import org.seccatalogue.revision.DraftSnapshot;
import org.seccatalogue.revision.Revisions;

/// The page of a section of the draft has the box with which its document begins.
@QuarkusTest
@NullUnmarked
class SectionBoxIT {

  private static final Pattern BOX =
      Pattern.compile("<section class=\"sec-interactions\">(.*?)</section>", Pattern.DOTALL);
  private static final Pattern LEAD = Pattern.compile("<p class=\"sec-body\">(.*?)</p>");
  private static final Pattern CODE = Pattern.compile("<tr><td>(.*?)</td>", Pattern.DOTALL);

  @Inject DraftSnapshot draft;
  @Inject DraftSource source;
  @Inject Revisions revisions;

  private static String box(String address) {
    Matcher matcher = BOX.matcher(given().get(address).asString());
    return matcher.find() ? matcher.group(1) : "";
  }

  private static List<String> found(Pattern pattern, String box) {
    return pattern
        .matcher(box)
        .results()
        .map(one -> one.group(1).replaceAll("<[^>]*>", ""))
        .toList();
  }

  @Test
  void thePageHasTheBoxOfTheDocument() {
    for (String section : List.of("C.1", "C.2", "C.3", "C.4", "C.4.1", "C.6", "C.8", "A.1")) {
      String page = box("/sections/" + section);
      String document = box("/sections/" + section + ".html");

      assertThat(found(LEAD, page)).as(section).hasSize(1).isEqualTo(found(LEAD, document));
      assertThat(found(CODE, page)).as(section).isEqualTo(found(CODE, document));
    }
    assertThat(box("/sections/R.1")).isEmpty();
  }

  @Test
  void whatWasConsideredIsToldApart() {
    assertThat(found(LEAD, box("/sections/C.3")))
        .containsExactly("Considered on 14 November 2011: none.");
    assertThat(found(LEAD, box("/sections/" + notConsidered())))
        .containsExactly(
            "Not considered yet. No record here names an existing code or agreement by its key,"
                + " abbreviation or full name.");
  }

  /// The first chapter that nobody considered.
  private static String notConsidered() {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(chapter -> "C." + chapter)
        .filter(
            one -> found(LEAD, box("/sections/" + one)).getFirst().startsWith("Not considered yet"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoSaysSomethingIsALink() {
    String box = box("/sections/C.6");
    String assessment = "IMA-0005";

    assertThat(box)
        .contains("<tr><td><a href=\"/sections/MRA\">MRA</a>")
        .contains(
            "<a href=\"/records/" + assessment + "\">" + assessment + "</a>: Administrator: ");
    given().redirects().follow(false).get("/sections/MRA").then().statusCode(303);
  }

  @Test
  void whatIsSaidOfAWholePartIsToldInItsChapters() {
    String assessment =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"type": "impact-assessment", "parent": "R.5", "note": "For a test",
                 "attributes": {"assessed_matter": "GRID on Part C", "existing_code": "GRID",
                   "chapter": "C", "asked": "2011-11-15", "received": "2011-12-01",
                   "assessment_outcome": "no impact"}}""")
            .post("/api/v1/records")
            .then()
            .statusCode(201)
            .extract()
            .path("key");

    assertThat(box("/sections/C.3"))
        .contains(
            "<a href=\"/records/%s\">%s</a>, of PART C as a whole:"
                    .formatted(assessment, assessment)
                + " Subject: GRID on Part C. Asked on: 2011-11-15.");
    assertThat(box("/sections/C"))
        .contains("<a href=\"/records/%s\">%s</a>: Asked on".formatted(assessment, assessment));
    assertThat(box("/sections/C.3.html"))
        .contains("<td>Of PART C as a whole: Subject: GRID on Part C. Asked on: 2011-11-15.");
    assertThat(box("/sections/C.html")).contains("<td>Asked on: 2011-11-15.");
  }

  @Test
  void aSectionWasConsideredWithItsChapter() {
    assertThat(found(LEAD, box("/sections/C.6.1")))
        .containsExactly("Considered on 14 November 2011 with C.6 as a whole.");
    section(null, "E", "");
    section("E", "E.1", "\"interactions_considered\": \"2011-11-20\",");
    section("E.1", "E.1.1", "");
    section("E.1.1", "E.1.1.a", "\"interactions_considered\": \"2011-11-21\",");
    section("E.1.1.a", "E.1.1.a.i", "\"interactions_considered\": \"2999-01-01\",");

    assertThat(found(LEAD, box("/sections/E.1.1")))
        .containsExactly("Considered on 20 November 2011 with E.1 as a whole: none.");
    assertThat(found(LEAD, box("/sections/E.1.1.a")))
        .containsExactly("Considered on 21 November 2011: none.");
    assertThat(found(LEAD, box("/sections/E.1.1.a.i")))
        .containsExactly(
            "Considered on 21 November 2011 with E.1.1.a as a whole: none. After the date of this"
                + " edition: the day given is 1 January 2999.")
        .isEqualTo(found(LEAD, box("/sections/E.1.1.a.i.html")));
  }

  @Test
  void aDayThatHasNotComeIsNoConsideration() {
    section(null, "F", "");
    section("F", "F.1", "\"interactions_considered\": \"2999-01-01\",");
    section("F.1", "F.1.1", "");
    String none =
        " No record here names an existing code or agreement by its key, abbreviation or full"
            + " name.";

    assertThat(found(LEAD, box("/sections/F.1")))
        .containsExactly(
            "Not considered by the date of this edition: the day given is 1 January 2999." + none)
        .isEqualTo(found(LEAD, box("/sections/F.1.html")));
    assertThat(found(LEAD, box("/sections/F.1.1")))
        .containsExactly(
            "Not considered by the date of this edition: the day given for F.1 is 1 January 2999."
                + none);
  }

  @Test
  void aChapterWasConsideredWithItsPart() {
    section(null, "D", "\"interactions_considered\": \"2011-11-20\",");
    section("D", "D.1", "");

    assertThat(found(LEAD, box("/sections/D.1")))
        .containsExactly("Considered on 20 November 2011 with D as a whole: none.");
  }

  private static void section(@Nullable String parent, String reference, String considered) {
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"type": "section", %s "note": "For a test",
             "attributes": {%s "reference": "%s", "title": "Chapter %s"}}"""
                .formatted(
                    parent == null ? "" : "\"parent\": \"%s\",".formatted(parent),
                    considered,
                    reference,
                    reference))
        .post("/api/v1/records")
        .then()
        .statusCode(201);
  }

  @Test
  void ofManyRecordsTheFirstAreLookedThrough() {
    Block.AgreementsBox some = of("C.6", 2);
    Block.AgreementsBox all = of("C.6", 5_000);

    assertThat(text(some.lead()))
        .isEqualTo(
            "Considered on 14 November 2011. There are many records here: below stands what the"
                + " first 2 name and administrators say. The document has what all of them name.");
    assertThat(text(all.lead())).isEqualTo("Considered on 14 November 2011.");
    assertThat(some.rows()).hasSizeLessThan(all.rows().size());
    assertThat(text(of(notConsidered(), 1).lead()))
        .isEqualTo(
            "Not considered yet. There are many records here: the first 1 name no existing code or"
                + " agreement. The document has what all of them name.");
  }

  private Block.AgreementsBox of(String section, int most) {
    List<Block.AgreementsBox> box = new ArrayList<>();
    draft.read(
        () ->
            SectionBox.of(
                    source,
                    source.specified(List.of(revisions.named(section).orElseThrow())).getFirst(),
                    LocalDate.of(2011, 11, 30),
                    most)
                .ifPresent(box::add));
    return box.getFirst();
  }

  private static String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      switch (run) {
        case Run.Text(String words, var _) -> text.append(words);
        case Run.CrossReference(String words, var _) -> text.append(words);
      }
    }
    return text.toString();
  }
}
