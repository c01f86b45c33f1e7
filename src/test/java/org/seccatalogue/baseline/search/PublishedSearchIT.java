package org.seccatalogue.baseline.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.freezing.NaturalOrder;
import org.seccatalogue.baseline.search.PublishedQuery.Wanted;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Catalogue;
import org.seccatalogue.testkit.Freezer;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class PublishedSearchIT {

  @Inject Freezer freezer;
  @Inject Catalogue catalogue;
  @Inject PublishedSearch search;
  @Inject PublishedRecords records;

  private Baseline baseline;
  private List<PublishedRecord> all;

  @BeforeAll
  void freeze() {
    freezer.freeze("Before", "2011-11-29");
    for (String reference : List.of("Z.6.2.10", "Z.6.2.9", "Z.6.10.1")) {
      catalogue.heading(TypeKind.HEADING, reference, "Ordered heading", null);
    }
    baseline = freezer.freeze("SEC v0.01", "2011-11-30");
    all = records.inOrder(baseline, "", 1000);
  }

  private static PublishedQuery query(String words, String order, String cursor, int limit) {
    return new PublishedQuery(
        List.of(), null, List.of(), List.of(), List.of(), words, order, cursor, limit);
  }

  private static PublishedQuery below(String section, List<String> types, String order) {
    return new PublishedQuery(
        types, section, List.of(), List.of(), List.of(), null, order, null, 200);
  }

  private static PublishedQuery having(List<Wanted> attributes, List<Wanted> codes) {
    return new PublishedQuery(List.of(), null, List.of(), attributes, codes, null, null, null, 200);
  }

  private PublishedPage.Page page(PublishedQuery query) {
    return switch (search.page(baseline, query)) {
      case PublishedPage.Page page -> page;
      case PublishedPage.Refused(List<Finding> findings) -> throw new AssertionError(findings);
    };
  }

  private PublishedFacets.Counted facets(PublishedQuery query) {
    return switch (search.facets(baseline, query)) {
      case PublishedFacets.Counted counted -> counted;
      case PublishedFacets.Refused(List<Finding> findings) -> throw new AssertionError(findings);
    };
  }

  private List<String> walk(String words, String order, int limit) {
    List<String> keys = new ArrayList<>();
    String cursor = null;
    do {
      PublishedPage.Page page = page(query(words, order, cursor, limit));
      page.records().forEach(record -> keys.add(record.key().toString()));
      cursor = page.next();
    } while (cursor != null);
    return keys;
  }

  private static List<String> keys(Stream<PublishedRecord> records) {
    return records.map(record -> record.key().toString()).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 200})
  void walksTheOutlineMeetingEveryRecordOnce(int limit) {
    assertThat(walk(null, "outline", limit)).isEqualTo(keys(all.stream()));
    assertThat(page(query(null, null, null, limit)).total())
        .isEqualTo(new PublishedPage.Total(299, true));
  }

  @Test
  void walksByKeyAsPeopleCount() {
    List<String> keys =
        keys(
            all.stream()
                .sorted(
                    Comparator.comparing((PublishedRecord r) -> NaturalOrder.of(r.head().name()))
                        .thenComparing(r -> r.key().toString())));
    assertThat(walk(null, "key", 11)).isEqualTo(keys);
    Map<String, String> names =
        all.stream().collect(Collectors.toMap(r -> r.key().toString(), r -> r.head().name()));
    assertThat(keys.stream().map(names::get).filter(name -> name.startsWith("Z.6")))
        .containsExactly("Z.6.2.9", "Z.6.2.10", "Z.6.10.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"outline", "key", "rank"})
  void walksWhatWordsFindMeetingEveryRecordOnce(String order) {
    List<String> found = walk("meter", order, 3);
    assertThat(found).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(new HashSet<>(found)).isEqualTo(new HashSet<>(walk("meters", "outline", 200)));
    PublishedPage.Page page = page(query("meter", order, null, 3));
    assertThat(page.total()).isEqualTo(new PublishedPage.Total(found.size(), true));
  }

  @Test
  void ranksTheRecordThatIsNamedFirstThenTitlesThenTexts() {
    assertThat(keys(page(query("esm-0002", null, null, 5)).records().stream()))
        .first()
        .isEqualTo("ESM-0002");
    assertThat(page(query("C.4.1.a", null, null, 5)).records().getFirst().head().reference())
        .isEqualTo("C.4.1.a");
    List<PublishedRecord> found = page(query("ordered heading", null, null, 5)).records();
    assertThat(found.subList(0, 3))
        .extracting(r -> r.head().title())
        .containsOnly("Ordered heading");
  }

  @Test
  void marksWhatWasLookedForAndNothingElse() {
    PublishedPage.Page page = page(query("\"payment\"", null, null, 5));
    assertThat(page.excerpts()).isNotEmpty();
    page.excerpts()
        .values()
        .forEach(
            pieces ->
                assertThat(pieces.stream().filter(PublishedPage.Piece::match))
                    .isNotEmpty()
                    .allSatisfy(piece -> assertThat(piece.text()).startsWithIgnoringCase("pay")));
  }

  @Test
  void readsPiecesFromMarkedText() {
    assertThat(Excerpts.pieces("a <b> \u0002one\u0003\u0002two\u0003 & c"))
        .containsExactly(
            new PublishedPage.Piece("a <b> ", false),
            new PublishedPage.Piece("one", true),
            new PublishedPage.Piece("two", true),
            new PublishedPage.Piece(" & c", false));
  }

  @Test
  void findsBelowASectionOfSomeTypesInBothOrders() {
    PublishedRecord section = records.find(baseline, "C.4.1").orElseThrow();
    List<String> types = List.of("gas-meter-spec", "electricity-meter-spec");
    List<String> expected =
        keys(
            all.stream()
                .filter(r -> r.head().isBelow(section.head()))
                .filter(r -> types.contains(r.type().name())));
    assertThat(expected).hasSizeGreaterThan(5);
    PublishedPage.Page page = page(below("C.4.1", types, "outline"));
    assertThat(keys(page.records().stream())).isEqualTo(expected);
    assertThat(page.total()).isEqualTo(new PublishedPage.Total(expected.size(), true));
    assertThat(keys(page(below(section.key().toString(), types, "key")).records().stream()))
        .isEqualTo(expected.stream().sorted().toList());
  }

  @Test
  void findsServicesByRoleModeAndDevice() {
    List<Wanted> codes =
        List.of(
            new Wanted("user_role", "IS"),
            new Wanted("user_role", "GS"),
            new Wanted("mode_of_operation", "OD"),
            new Wanted("target_device", "ESME"));
    List<String> expected =
        keys(
            all.stream()
                .filter(r -> has(r, "eligible_user_roles", "IS", "GS"))
                .filter(
                    r ->
                        has(r, "modes", "OD")
                            || has(r, "mode_of_operation", "OD")
                            || r.attributes().json().path("response_times").has("OD"))
                .filter(r -> has(r, "target_devices", "ESME")));
    assertThat(expected).isNotEmpty();
    assertThat(keys(page(having(List.of(), codes)).records().stream())).isEqualTo(expected);
  }

  private static boolean has(PublishedRecord record, String attribute, String... codes) {
    Set<String> held = new HashSet<>();
    record.attributes().json().path(attribute).forEach(code -> held.add(code.asText()));
    return Stream.of(codes).anyMatch(held::contains);
  }

  @Test
  void countsWhatItFinds() {
    PublishedFacets.Counted whole = facets(PublishedQuery.all(1));
    assertThat(whole.total()).isEqualTo(new PublishedPage.Total(299, true));
    Map<String, Integer> types = new LinkedHashMap<>();
    whole.facets().getFirst().values().forEach(v -> types.put(v.code(), v.count()));
    assertThat(types)
        .isEqualTo(all.stream().collect(Collectors.groupingBy(r -> r.type().name(), counting())));
    for (PublishedFacets.Facet facet : whole.facets()) {
      for (PublishedFacets.Value value : facet.values()) {
        assertThat(page(by(facet, value)).total().count())
            .as("%s %s", facet.name(), value.code())
            .isEqualTo(value.count());
      }
    }
  }

  private static java.util.stream.Collector<PublishedRecord, ?, Integer> counting() {
    return Collectors.summingInt(_ -> 1);
  }

  private static PublishedQuery by(PublishedFacets.Facet facet, PublishedFacets.Value value) {
    return switch (facet.by()) {
      case TYPE -> below(null, List.of(value.code()), null);
      case STAGE ->
          new PublishedQuery(
              List.of(), null, List.of(value.code()), List.of(), List.of(), null, null, null, 1);
      case ATTRIBUTE -> having(List.of(new Wanted(facet.name(), value.code())), List.of());
    };
  }

  @Test
  void countsAmongWhatIsFilteredAndSearched() {
    PublishedQuery query =
        new PublishedQuery(
            List.of(), "C.4", List.of(), List.of(), List.of(), "meter", null, null, 200);
    PublishedPage.Page page = page(query);
    PublishedFacets.Counted counted = facets(query);
    assertThat(counted.total()).isEqualTo(page.total());
    assertThat(counted.facets().getFirst().values())
        .extracting(PublishedFacets.Value::code, PublishedFacets.Value::count)
        .containsExactlyInAnyOrderElementsOf(
            page.records().stream()
                .collect(Collectors.groupingBy(r -> r.type().name(), counting()))
                .entrySet()
                .stream()
                .map(e -> org.assertj.core.groups.Tuple.tuple(e.getKey(), e.getValue()))
                .toList());
  }

  @Test
  void findsAllThatAppliesToADevice() {
    PublishedQuery gas = PublishedQuery.all(200).withDevices(List.of("GSME"));
    List<String> keys =
        List.of(
            "DSL-0002",
            "DSL-0004",
            "GSM-0001",
            "GSM-0002",
            "GSM-0003",
            "GSM-0004",
            "GSM-0005",
            "WSI-0002",
            "GSR-0002");
    PublishedPage.Page page = page(gas);
    assertThat(keys(page)).isEqualTo(keys);
    assertThat(page.total()).isEqualTo(new PublishedPage.Total(9, true));
    assertThat(facets(gas).total()).isEqualTo(page.total());
    assertThat(keys(page(PublishedQuery.all(200).withDevices(List.of("CAD", "GSME")))))
        .containsAll(keys)
        .hasSize(10);
    assertThat(keys(page(below("C.4.1", List.of(), null).withDevices(List.of("GSME")))))
        .containsExactly("GSM-0001", "GSM-0002", "GSM-0003", "GSM-0004", "GSM-0005");
    assertThat(keys(page(query("GSM-0003", null, null, 10).withDevices(List.of("GSME")))))
        .first()
        .isEqualTo("GSM-0003");
    assertThat(keys(page(query("ESM-0003", null, null, 10).withDevices(List.of("GSME")))))
        .doesNotContain("ESM-0003");
  }

  private static List<String> keys(PublishedPage.Page page) {
    return page.records().stream().map(record -> record.key().toString()).toList();
  }

  @Test
  void refusesADeviceThatThereIsNot() {
    assertThat(search.page(baseline, PublishedQuery.all(1).withDevices(List.of("Kettle"))))
        .isInstanceOfSatisfying(
            PublishedPage.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
                    .containsExactly("parameter “device” UNKNOWN_CODE Kettle"));
  }

  @Test
  void tellsAllThatIsWrongWithAQuestion() {
    PublishedQuery wrong =
        new PublishedQuery(
            List.of("meter"),
            "C.99",
            List.of("GOOD"),
            List.of(new Wanted("fuel", "X"), new Wanted("colour", "RED")),
            List.of(new Wanted("user_role", "XX"), new Wanted("colours", "RED")),
            null,
            "rank",
            "!",
            50);
    assertThat(search.page(baseline, wrong))
        .isInstanceOfSatisfying(
            PublishedPage.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(f -> f.place().text() + " " + f.code() + " " + f.found())
                    .containsExactly(
                        "parameter “type” UNKNOWN_TYPE meter",
                        "parameter “section” UNKNOWN_RECORD C.99",
                        "parameter “stage” UNKNOWN_CODE GOOD",
                        "parameter “attribute” UNKNOWN_CODE fuel:X",
                        "parameter “attribute” UNKNOWN_ATTRIBUTE colour",
                        "parameter “code” UNKNOWN_CODE user_role:XX",
                        "parameter “code” UNKNOWN_ATTRIBUTE colours",
                        "parameter “order” BAD_VALUE rank",
                        "parameter “cursor” BAD_VALUE !"));
  }

  @Test
  void refusesACursorOfAnotherOrder() {
    String cursor = page(query(null, "key", null, 1)).next();
    assertThat(search.page(baseline, query(null, "outline", cursor, 1)))
        .isInstanceOf(PublishedPage.Refused.class);
  }

  @Test
  void findsNothingByWordsThatSayNothing() {
    PublishedPage.Page page = page(query("the of", null, null, 5));
    assertThat(page.records()).isEmpty();
    assertThat(page.total()).isEqualTo(new PublishedPage.Total(0, true));
    assertThat(page.next()).isNull();
  }
}
