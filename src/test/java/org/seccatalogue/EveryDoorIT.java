package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.page.forms.FormFields;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.testkit.BadDraft;
import org.seccatalogue.testkit.BadDraft.Act;
import org.seccatalogue.testkit.BadDraftWorld;
import org.seccatalogue.testkit.BadDrafts;
import org.seccatalogue.testkit.Door;
import org.seccatalogue.testkit.Drafts;

/// No door lets in what another one refuses: every bad draft, sent through every door, is refused
/// for the same reason, and changes nothing.
@QuarkusTest
@NullUnmarked
class EveryDoorIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TABLES =
      List.of("record", "revision", "link", "stage_move", "place_move", "key_counter");

  /// Doors that tests of their own go through: `WorkbookDoorIT`, `UndoDoorIT` and, for numbers
  /// alone, `BranchRenumberingIT`.
  private static final Set<Door> ELSEWHERE = Set.of(Door.WORKBOOK, Door.UNDO, Door.RENUMBERING);

  @Inject CatalogueSchema schema;
  @Inject BadDraftWorld world;
  @Inject DataSource database;

  @BeforeEach
  void makeTheRecords() {
    world.make();
  }

  static Stream<Arguments> badDraftsAndDoors() {
    return BadDrafts.all().stream()
        .flatMap(
            bad ->
                Stream.of(Door.values())
                    .filter(door -> !ELSEWHERE.contains(door) && !bad.cannotSay().contains(door))
                    .map(door -> Arguments.of(bad, door)));
  }

  @Test
  void thereAreMany() {
    assertThat(BadDrafts.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(BadDrafts.all()).extracting(BadDraft::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("badDraftsAndDoors")
  void whatIsBadComesInByNoDoor(BadDraft bad, Door door) throws Exception {
    Drafts asked = world.asked(bad);
    StoredRecord subject = bad.isNew() ? null : world.subject(bad);
    List<String> before = dump();

    switch (door) {
      case API -> assertThat(found(api(bad, asked, subject))).contains(bad.found());
      case FORM -> {
        Response page = form(bad, asked, subject);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(422);
        JsonNode finding = finding(api(bad, asked, subject), bad);
        assertThat(page.asString()).contains(FormFields.words(finding));
      }
      case WORKBOOK, UNDO, RENUMBERING -> throw new AssertionError(door + " has a test of its own");
    }

    assertThat(dump()).isEqualTo(before);
  }

  /// The API quotes all that was sent, the page says how much it is.
  @Test
  void aFormLeavesNoRowOut() {
    BadDraft many =
        BadDrafts.all().stream()
            .filter(bad -> bad.name().equals("more links than there may be"))
            .findFirst()
            .orElseThrow();
    assertThat(form(many, world.asked(many), null).asString())
        .contains("Links: Found “1001”, expected at most 1,000 links.");
  }

  /// To withdraw a record once more for the same reason is no event, whoever asks.
  @Test
  void aSecondWithdrawalForTheSameReasonChangesNothing() throws Exception {
    BadDraft again =
        BadDrafts.withdrawn("once more", new Act(Act.Kind.WITHDRAWAL, "Said twice", "{sibling}"));
    StoredRecord before = world.subject(again);
    assertThat(api(again, world.asked(again), before).header("Change-Recorded")).isEqualTo("true");
    StoredRecord subject = world.subject(again);
    List<String> all = dump();

    Response api = api(again, world.asked(again), subject);
    Response form = form(again, world.asked(again), subject);

    assertThat(api.statusCode()).isEqualTo(200);
    assertThat(api.header("Change-Recorded")).isEqualTo("false");
    assertThat(form.header("Location")).endsWith("saved=withdrawn-before");
    assertThat(dump()).isEqualTo(all);
  }

  /// A note of a change that is none is not kept, and that is told.
  @Test
  void aNoteOfNoChangeIsToldOf() throws Exception {
    BadDraft same = BadDrafts.withdrawn("the same", new Act(Act.Kind.EDIT, "Why not", ""));
    StoredRecord subject = world.subject(same);
    List<String> all = dump();

    Response api = api(same, world.asked(same), subject);
    Response form = form(same, world.asked(same), subject);

    assertThat(api.statusCode()).as(api.asString()).isEqualTo(200);
    assertThat(api.header("Change-Recorded")).isEqualTo("false");
    assertThat(form.header("Location")).endsWith("saved=unchanged-note");
    assertThat(given().get(form.header("Location")).asString())
        .contains("What you wrote about the change was not kept.");
    assertThat(dump()).isEqualTo(all);
  }

  private Response api(BadDraft bad, Drafts asked, StoredRecord subject) {
    RequestSpecification request = given().contentType(ContentType.JSON);
    if (subject == null) {
      return request.body(body(bad, asked)).post("/api/v1/records");
    }
    String address = "/api/v1/records/" + subject.key();
    request.header("If-Match", "\"" + subject.version() + "\"");
    if (bad.act().kind() != Act.Kind.WITHDRAWAL) {
      return request.body(body(bad, asked)).put(address);
    }
    Map<String, String> body = new HashMap<>(Map.of("note", bad.act().note()));
    if (!bad.act().replacedBy().isEmpty()) {
      body.put("replacedBy", world.resolved(bad.act().replacedBy()));
    }
    return request.body(body).post(address + "/withdrawal");
  }

  private static String body(BadDraft bad, Drafts asked) {
    ObjectNode body = JSON.createObjectNode().put("type", asked.type());
    put(body, "parent", asked.parent());
    put(body, "before", asked.place().before());
    put(body, "after", asked.place().after());
    put(body, "stage", asked.stage());
    if (asked.place().first()) {
      body.put("first", true);
    }
    if (bad.act().kind() == Act.Kind.EDITORIAL) {
      body.put("editorial", true);
    }
    body.put("note", bad.act().note());
    body.set("attributes", asked.attributes());
    asked
        .links()
        .forEach(
            link -> {
              ObjectNode node = body.withArray("links").addObject().put("type", link.type());
              node.put("target", link.target());
              put(node, "note", link.note());
              if (link.targetRevision() != null) {
                node.put("targetRevision", link.targetRevision());
              }
            });
    return body.toString();
  }

  private static void put(ObjectNode node, String name, String text) {
    if (text != null) {
      node.put(name, text);
    }
  }

  private Response form(BadDraft bad, Drafts asked, StoredRecord subject) {
    RequestSpecification request =
        given().contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8));
    request.redirects().follow(false).formParam("note", bad.act().note());
    if (subject != null) {
      request.formParam("version", subject.version().toString());
    }
    if (bad.act().kind() == Act.Kind.WITHDRAWAL) {
      request.formParam("replacedBy", world.resolved(bad.act().replacedBy()));
      return request.post("/records/" + subject.key() + "/withdraw");
    }
    FormFields.of(schema.typeOf(asked.type()), asked).forEach(request::formParam);
    if (bad.act().kind() == Act.Kind.EDITORIAL) {
      request.formParam("/editorial", "yes");
    }
    request.formParam("action", "save");
    return request.post(subject == null ? "/records/new" : "/records/" + subject.key() + "/edit");
  }

  private static List<String> found(Response answer) throws JsonProcessingException {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    List<String> found = new ArrayList<>();
    JSON.readTree(answer.asString())
        .path("findings")
        .forEach(f -> found.add(f.path("code").asText() + " " + f.path("pointer").asText()));
    return found;
  }

  private static JsonNode finding(Response answer, BadDraft bad) throws JsonProcessingException {
    return JSON.readTree(answer.asString())
        .path("findings")
        .valueStream()
        .filter(f -> bad.found().equals(f.path("code").asText() + " " + f.path("pointer").asText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(answer.asString()));
  }

  /// All that is drafted, table by table.
  private List<String> dump() throws SQLException {
    List<String> dump = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by"
                    + " md5(t::text))), '') from "
                    + table
                    + " t")) {
          row.next();
          dump.add(table + " " + row.getString(1));
        }
      }
    }
    return dump;
  }
}
