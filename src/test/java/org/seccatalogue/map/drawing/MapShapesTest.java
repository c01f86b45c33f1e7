package org.seccatalogue.map.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.SmallCode;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Letters;
import org.seccatalogue.schema.TypeKind;

/// Maps of codes of unlike shapes can all be read, and say what they leave out.
class MapShapesTest {

  /// The part of a sheet that a map has: what is laid out for one test is not laid out again.
  private static final Box SHEET = new Box(11, 29, 398, 222);
  private static final Pattern SIZE = Pattern.compile("font-size=\"([0-9.]+)\"");
  private static final String LONG_TITLE =
      "A title of a chapter with many words ".repeat(8).strip();

  private final SmallCode code = new SmallCode();
  private int records;

  record Shape(String name, SmallCode code, List<String> about) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// Parts A and B, eight catalogues, and 17 codes, with as many relations as such have.
  private MapShapesTest usual() {
    part("A", 7, 1);
    part("B", 5, 2);
    codes(17);
    catalogues("C", 8, 3);
    return this;
  }

  private void part(String name, int chapters, int place) {
    code.add(TypeKind.CLAUSE, key("CLS", place, 0), name, "Part " + name, place);
    for (int i = 1; i <= chapters; i++) {
      code.add(TypeKind.CLAUSE, key("CLS", place, i), name + "." + i, "Chapter " + i, place, i);
    }
  }

  private static String key(String prefix, int place, int i) {
    return prefix + "-%d%04d".formatted(place, i);
  }

  private void codes(int count) {
    code.add(TypeKind.HEADING, "SEC-0800", "R", "Registers", 90);
    code.add(TypeKind.HEADING, "SEC-0801", "R.1", "Codes", 90, 1);
    for (int i = 1; i <= count; i++) {
      code.add(TypeKind.AGREEMENT, "XCA-%04d".formatted(i), "CODE" + i, "Code " + i, 90, 1, i);
    }
  }

  private void catalogues(String name, int count, int place) {
    code.add(TypeKind.HEADING, key("SEC", place, 0), name, "Part " + name, place);
    for (int i = 1; i <= count; i++) {
      String title = "Catalogue of " + i;
      code.add(TypeKind.HEADING, key("SEC", place, i), name + "." + i, title, place, i);
      for (int k = 1; k <= 12; k++) {
        requirement(key("CLS", 1 + k % 2, 1 + (i * 3 + k) % (k % 2 == 0 ? 7 : 5)), place, i);
        interaction(1 + (i * 5 + k) % 17, place, i);
      }
    }
  }

  private String requirement(String source, int... places) {
    String own = "DSL-%04d".formatted(++records);
    int[] below = IntStream.concat(IntStream.of(places), IntStream.of(records)).toArray();
    code.requirement(own, List.of("derives_from", source), below);
    return own;
  }

  private void interaction(int agreement, int... places) {
    String kind = List.of("Data exchanged", "Definition shared").get(records % 2);
    String concerns = "DSL-%04d".formatted(records);
    int[] below = IntStream.concat(IntStream.of(places), IntStream.of(5000 + records)).toArray();
    code.interaction(
        "INT-%04d".formatted(records), concerns, "XCA-%04d".formatted(agreement), kind, below);
  }

  /// @param linked whether something derives from each of its clauses
  private MapShapesTest annex(int clauses, boolean linked) {
    code.add(TypeKind.CLAUSE, "CLS-50000", "Annex C", "Annex C of the code", 5);
    for (int i = 1; i <= clauses; i++) {
      code.add(TypeKind.CLAUSE, key("CLS", 5, i), "AC." + i, "Clause " + i, 5, i);
      if (linked) {
        requirement(key("CLS", 5, i), 3, 1 + i % 8);
      }
    }
    return this;
  }

  private Shape of(String name, String... about) {
    return new Shape(name, code, List.of(about));
  }

  private static MapShapesTest one() {
    return new MapShapesTest();
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        one().usual().of("usual", "C", "A", "C.1", "CODE1"),
        one().usual().annex(30, false).of("30 clauses that nothing touches", "Annex C"),
        one().usual().annex(300, false).of("300 clauses that nothing touches", "Annex C"),
        one().usual().annex(30, true).of("30 clauses", "Annex C"),
        one().usual().annex(300, true).of("300 clauses", "Annex C", "AC.7"),
        one().chapters().of("40 chapters", "B", "C", "B.7"),
        one().manyCodes().of("60 codes", "C", "C.3", "CODE7"),
        one().manyCodesApart().of("60 codes in registers of their own"),
        one().manyParts().of("40 parts", "P7"),
        one().longTitles().of("long titles", "A", "C", "C.1", "CODE1"),
        one().assessments().of("30 assessments", "CODE1", "R.2", "R"),
        one().documents().of("documents", "A", "C"));
  }

  private MapShapesTest chapters() {
    part("A", 7, 1);
    part("B", 40, 2);
    codes(17);
    catalogues("C", 40, 3);
    return this;
  }

  private MapShapesTest manyCodes() {
    part("A", 7, 1);
    part("B", 5, 2);
    codes(60);
    catalogues("C", 8, 3);
    for (int i = 1; i <= 60; i++) {
      requirement(key("CLS", 1, 1), 3, 1 + i % 8);
      interaction(i, 3, 1 + i % 8);
    }
    return this;
  }

  private MapShapesTest manyCodesApart() {
    usual();
    for (int i = 1; i <= 60; i++) {
      String register = "Q." + i;
      code.add(TypeKind.HEADING, "SEC-7%04d".formatted(i), register, "Keeper " + i, 91, i);
      String key = "XCA-%04d".formatted(100 + i);
      code.add(TypeKind.AGREEMENT, key, "APART" + i, "Code apart " + i, 91, i, 1);
      requirement(key("CLS", 1, 1), 3, 1 + i % 8);
      interaction(100 + i, 3, 1 + i % 8);
    }
    return this;
  }

  private MapShapesTest manyParts() {
    usual();
    for (int part = 1; part <= 40; part++) {
      part("P" + part, 3, 100 + part);
      requirement(key("CLS", 100 + part, 2), 3, 1 + part % 8);
    }
    return this;
  }

  private MapShapesTest longTitles() {
    codes(1);
    code.add(TypeKind.CLAUSE, "CLS-10000", "A", LONG_TITLE, 1);
    code.add(TypeKind.HEADING, "SEC-30000", "C", LONG_TITLE, 3);
    for (int i = 1; i <= 17; i++) {
      String key = "XCA-%04d".formatted(100 + i);
      String name = i % 3 == 0 ? "M".repeat(59) + i : "CODE" + (100 + i);
      code.add(TypeKind.AGREEMENT, key, name, LONG_TITLE, 90, 1, 100 + i);
      code.add(TypeKind.CLAUSE, key("CLS", 1, i), "A." + i, LONG_TITLE, 1, i);
      code.add(TypeKind.HEADING, key("SEC", 3, i), "C." + i, LONG_TITLE, 3, i);
      requirement(key("CLS", 1, i), 3, i);
      interaction(100 + i, 3, i);
      requirement(key("CLS", 1, 1 + i * 7 % 17), 3, i);
      interaction(1, 3, i);
    }
    return this;
  }

  private MapShapesTest assessments() {
    usual();
    code.add(TypeKind.HEADING, "SEC-0802", "R.2", "Assessments", 90, 2);
    for (int i = 1; i <= 30; i++) {
      String chapter = key("SEC", 3, 1 + i % 8);
      String agreement = i <= 20 ? "CODE1" : "CODE" + (i - 18);
      code.assessment("IMA-%04d".formatted(i), agreement, chapter, 90, 2, i);
    }
    return this;
  }

  private MapShapesTest documents() {
    usual();
    code.add(TypeKind.HEADING, "SEC-0804", "R.4", "Documents", 90, 4);
    for (int i = 1; i <= 40; i++) {
      List<String> serves = List.of("A." + (1 + i % 7), "C." + (1 + i % 8), "B." + (1 + i % 5));
      code.document("SUB-%04d".formatted(i), "DOC-" + i, serves, 90, 4, i);
    }
    return this;
  }

  private static List<MapGraph> maps(Shape shape) {
    List<MapGraph> maps = new ArrayList<>(List.of(shape.code().whole()));
    shape.about().forEach(about -> maps.add(shape.code().around(about)));
    return maps;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void lettersHaveSevenPointsAndMore(Shape shape) {
    for (MapGraph graph : maps(shape)) {
      String svg = MapDrawing.inPage(graph).svg();
      List<Double> sizes =
          SIZE.matcher(svg)
              .results()
              .map((MatchResult size) -> Double.parseDouble(size.group(1)))
              .toList();
      assertThat(sizes)
          .as("%s of %s", graph.title(), shape)
          .isNotEmpty()
          .allMatch(size -> size >= 7 * Letters.POINT - 0.006);
    }
  }

  /// Each relation is drawn or told as one that is not, and each box stands for itself or is told
  /// as one of several.
  @ParameterizedTest
  @MethodSource("shapes")
  void whatIsNotDrawnIsTold(Shape shape) {
    for (MapGraph asked : maps(shape)) {
      MapGraph drawn = MapLayout.of(asked, SHEET).graph();
      assertThat(relations(drawn.edges()) + drawn.rest().inside())
          .isEqualTo(relations(asked.edges()) + asked.rest().inside());
      int hidden = relations(drawn.edges()) - relations(drawn.drawn());
      String told = String.join("; ", drawn.leftOut());
      assertThat(told.contains("not drawn, in lines of")).isEqualTo(hidden > 0);
      assertThat(told.contains(" gathered"))
          .isEqualTo(drawn.nodes().anyMatch(node -> node.gathered() > 0));
      assertThat(places(drawn)).as("%s of %s", asked.title(), shape).isEqualTo(places(asked));
      assertThat(drawn.nodes().map(MapNode::id)).doesNotHaveDuplicates();
      assertThat(drawn.drawn()).hasSizeGreaterThanOrEqualTo(Math.min(5, asked.edges().size()));
    }
  }

  private static int relations(List<MapEdge> edges) {
    return edges.stream().mapToInt(MapEdge::count).sum();
  }

  private static int places(MapGraph graph) {
    return graph.nodes().mapToInt(node -> Math.max(1, node.gathered())).sum();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void boxesStandApartOnTheSheet(Shape shape) {
    for (MapGraph graph : maps(shape)) {
      PlacedMap map = MapLayout.of(graph, SHEET);
      List<Box> boxes = new ArrayList<>(map.boxes().values());
      for (Box one : boxes) {
        assertThat(one.x()).isGreaterThan(SHEET.x() - 0.01);
        assertThat(one.right()).isLessThan(SHEET.right() + 0.01);
        assertThat(one.y()).isGreaterThan(SHEET.y() - 0.01);
        assertThat(one.bottom()).isLessThan(SHEET.bottom() + 0.01);
        assertThat(boxes.stream().filter(other -> !other.equals(one))).noneMatch(one::meets);
      }
      map.boxes().forEach((node, box) -> wordsFit(map, node, box));
    }
  }

  private static void wordsFit(PlacedMap map, MapNode node, Box box) {
    BoxText text = Objects.requireNonNull(map.texts().get(node));
    double scale = map.letters();
    assertThat(text.height() * scale).isLessThanOrEqualTo(box.height() + 0.01);
    for (String line : text.lines()) {
      double width = Letters.width(line, BoxText.TITLE_SIZE) * scale;
      assertThat(box.x() + text.titleAt() * scale + width).isLessThanOrEqualTo(box.right() + 0.01);
    }
    for (String name : text.names()) {
      assertThat(Letters.bold(name, BoxText.NAME_SIZE))
          .isLessThanOrEqualTo(text.nameWidth() + 0.01);
    }
  }

  /// The annex is one box, and all else stands as it did without it.
  @Test
  void clausesThatNothingTouchesTakeNoPlaceFromTheRest() {
    MapGraph without = one().usual().of("").code().whole();
    MapGraph with = one().usual().annex(30, false).of("").code().whole();
    PlacedMap placed = MapLayout.of(with, SHEET);
    assertThat(placed.graph().drawn()).hasSameSizeAs(MapLayout.of(without, SHEET).graph().drawn());
    assertThat(placed.graph().nodes().map(MapNode::title))
        .contains("clauses in Annex C without a relation");
    assertThat(placed.graph().leftOut()).contains("30 without a relation gathered");
    MapGraph more = one().usual().annex(31, false).of("").code().whole();
    PlacedMap after = MapLayout.of(more, SHEET);
    assertThat(after.boxes().values().stream().toList())
        .isEqualTo(placed.boxes().values().stream().toList());
  }

  @Test
  void aLongHeadingOfAFrameHasMoreLines() {
    FrameText text = FrameText.of(LONG_TITLE, 80);
    assertThat(text.lines()).hasSizeGreaterThan(3);
    assertThat(String.join(" ", text.lines())).isEqualTo(LONG_TITLE);
    assertThat(text.size()).isEqualTo(8);
    assertThat(FrameText.of("Part A", 80)).isEqualTo(new FrameText(List.of("Part A"), 10));
  }
}
