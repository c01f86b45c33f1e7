package org.seccatalogue.map.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.seccatalogue.map.LineLook;
import org.seccatalogue.map.MapContents;
import org.seccatalogue.map.MapFocus;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.map.SmallCode;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Letters;
import org.seccatalogue.map.sheet.Point;
import org.seccatalogue.schema.TypeKind;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The picture of a map.
class MapDrawingTest {

  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  private static byte[] bytes(MapGraph graph) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MapDrawing.write(graph, MapFormat.SVG, out);
    return out.toByteArray();
  }

  private static Document drawn(MapGraph graph) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(graph)));
  }

  private static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<String> words(Document document) {
    return all(document, "text").stream().map(Element::getTextContent).toList();
  }

  @Test
  void itIsASheetOfA3ThatSaysWhatItIs() throws Exception {
    Document document = drawn(SmallCode.small().whole());
    Element sheet = document.getDocumentElement();
    assertThat(sheet.getAttribute("viewBox")).isEqualTo("0 0 420 297");
    assertThat(sheet.getAttribute("width")).isEqualTo("420mm");
    assertThat(sheet.getAttribute("height")).isEqualTo("297mm");
    assertThat(sheet.getAttribute("aria-labelledby")).isEqualTo("map-title map-desc");
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "Test <1>, 30 November 2011. From left to right: R.1 Codes; Part A; Part C."
                + " 6 boxes and 4 lines; the list that belongs to the map says the same in words.");
    assertThat(words(document))
        .contains(
            "SEC map: interactions with existing codes and agreements",
            "Test <1>",
            "30 November 2011",
            "SHA-256 0123456789ab…",
            "Governance & <change>",
            "Data exchanged: 2",
            "Definition shared: 1",
            "Derives from: 2",
            "Other trace link: 1",
            "6 relations drawn; 1 relation within one box; arrows lead from the record to what it"
                + " names.");
  }

  @Test
  void aLongTitleStaysAboveTheMap() throws Exception {
    SmallCode code =
        SmallCode.small()
            .add(TypeKind.AGREEMENT, "XCA-0003", "ABC", "Whole Words ".repeat(25), 3, 1, 3)
            .add(TypeKind.AGREEMENT, "XCA-0004", "M".repeat(60), "Long", 3, 1, 4);
    for (String focus : List.of("ABC", "MRA")) {
      MapQuestion question =
          MapQuestion.of(focus, List.of("part:A", "code:BSC", "code:" + "M".repeat(60)));
      MapGraph graph = MapGraph.of(code.contents(), question).orElseThrow();
      List<Element> lines =
          all(drawn(graph), "text").stream()
              .filter(text -> graph.title().contains(text.getTextContent()))
              .filter(text -> Double.parseDouble(text.getAttribute("y")) < 40)
              .filter(text -> text.getTextContent().length() > 12)
              .toList();
      assertThat(String.join(" ", lines.stream().map(Element::getTextContent).toList()))
          .isEqualTo(graph.title().replace("  ", " "));
      assertThat(lines)
          .allSatisfy(
              line -> assertThat(Double.parseDouble(line.getAttribute("y"))).isLessThan(27));
    }
  }

  @Test
  void changesAreToldBySignsAndDashesAndNotByColourAlone() throws Exception {
    SmallCode newer =
        SmallCode.small()
            .interaction("INT-0009", "DSL-0001", "XCA-0002", "Data exchanged", 2, 1, 9);
    MapContents there = MapContents.compared(SmallCode.small(), newer);
    MapContents gone = MapContents.compared(newer, SmallCode.small());
    Document added = drawn(MapGraph.of(there, new MapFocus.Whole()));
    Document removed = drawn(MapGraph.of(gone, new MapFocus.Whole()));
    assertThat(words(added))
        .contains("+1", "added", "removed", "unchanged", "Data exchanged: 3 (+1)")
        .doesNotContain("−1");
    assertThat(words(removed)).contains("−1", "Data exchanged: 2 (−1)").doesNotContain("+1");
    String title = "C.1 Services – BSC Balancing and Settlement Code: Data exchanged, 1 ";
    assertThat(texts(added, "title")).contains(title + "added");
    assertThat(texts(removed, "title")).contains(title + "removed");
    assertThat(dashes(added, title + "added")).containsOnly("");
    assertThat(dashes(removed, title + "removed")).contains("2.6 2");
  }

  private static List<String> texts(Document document, String element) {
    return all(document, element).stream().map(Element::getTextContent).toList();
  }

  /// How the lines of a group are broken.
  private static List<String> dashes(Document document, String title) {
    return all(document, "path").stream()
        .filter(path -> path.getParentNode().getFirstChild().getTextContent().equals(title))
        .map(path -> path.getAttribute("stroke-dasharray"))
        .toList();
  }

  @Test
  void theSameMapHasTheSameBytes() throws IOException {
    byte[] first = bytes(SmallCode.small().whole());
    for (int i = 0; i < 5; i++) {
      assertThat(bytes(SmallCode.small().whole())).isEqualTo(first);
    }
    assertThat(bytes(SmallCode.small().around("MRA"))).isNotEqualTo(first);
  }

  @Test
  void noLetterIsSmallerThanSevenPoints() throws Exception {
    for (MapGraph graph : List.of(SmallCode.small().whole(), SmallCode.small().around("C.1"))) {
      assertThat(all(drawn(graph), "text"))
          .isNotEmpty()
          .allMatch(text -> size(text) >= 7 * 25.4 / 72 - 0.006);
    }
  }

  /// Ten thousand records with their links, among chapters with long titles.
  private static SmallCode large() {
    SmallCode code = new SmallCode();
    for (int part = 1; part <= 2; part++) {
      String name = part == 1 ? "A" : "B";
      code.add(TypeKind.CLAUSE, "CLS-%04d".formatted(part * 100), name, "Part " + name, part);
      for (int i = 1; i <= 9; i++) {
        String title = "A chapter of the code with a title that is as long as any title of one is";
        String key = "CLS-%04d".formatted(part * 100 + i);
        code.add(TypeKind.CLAUSE, key, name + "." + i, title, part, i);
      }
    }
    List<String> kinds =
        List.of("Consequential change needed", "Data exchanged", "Definition shared");
    code.add(TypeKind.HEADING, "SEC-0001", "C", "Part C", 3);
    for (int i = 0; i < 10_000; i++) {
      int chapter = i / 1250;
      if (i % 1250 == 0) {
        String key = "SEC-%04d".formatted(chapter + 2);
        code.add(TypeKind.HEADING, key, "C." + (chapter + 1), "Catalogue", 3, chapter);
      }
      String clause = "CLS-%04d".formatted((i % 2 + 1) * 100 + 1 + i * 7 % 9);
      String other = "DSL-%04d".formatted(i * 31 % 10_000 + 1);
      String agreement = "XCA-%04d".formatted(i % 17 + 1);
      String own = "DSL-%04d".formatted(i + 1);
      code.requirement(
          own, List.of("derives_from", clause, "refines", other), 3, chapter, i % 1250);
      if (i % 20 == 0) {
        String interaction = "INT-%04d".formatted(i + 1);
        code.interaction(interaction, own, agreement, kinds.get(i % 3), 3, chapter, 2000 + i);
      }
    }
    code.add(TypeKind.HEADING, "SEC-0090", "R", "Registers", 4);
    code.add(TypeKind.HEADING, "SEC-0091", "R.1", "Codes", 4, 1);
    for (int i = 1; i <= 17; i++) {
      code.add(TypeKind.AGREEMENT, "XCA-%04d".formatted(i), "CODE" + i, "Code " + i, 4, 1, i);
    }
    return code;
  }

  @Test
  void tenThousandRecordsAreStillReadable() throws Exception {
    SmallCode large = large();
    for (MapGraph graph :
        List.of(large.whole(), large.around("C.1"), large.around("A.1"), large.around("CODE1"))) {
      Document document = drawn(graph);
      assertThat(all(document, "text")).allMatch(text -> size(text) >= 7 * 25.4 / 72 - 0.006);
      long lines = all(document, "g").stream().filter(g -> g.hasAttribute("data-from")).count();
      assertThat(lines).isBetween(5L, 130L);
    }
    List<String> titles =
        all(drawn(large.whole()), "title").stream().map(Element::getTextContent).toList();
    for (int i = 1; i <= 17; i++) {
      assertThat(titles).contains("CODE" + i + " Code " + i);
    }
    assertThat(words(drawn(large.whole())))
        .anyMatch(word -> word.contains(" not drawn, in lines of 1 to "));
  }

  /// With one more chapter, one more record in another one and an interaction less.
  @Test
  void aSmallChangeMovesLittle() {
    SmallCode more =
        large()
            .add(TypeKind.CLAUSE, "CLS-0110", "A.10", "Another chapter", 1, 10)
            .requirement("DSL-0000", List.of("derives_from", "CLS-0110"), 3, 2, 1300)
            .interaction("INT-0000", "DSL-0000", "XCA-0003", "Data exchanged", 3, 2, 1301);
    PlacedMap before = MapLayout.of(large().whole(), new Box(0, 0, 398, 222));
    PlacedMap after = MapLayout.of(more.whole(), new Box(0, 0, 398, 222));
    List<Double> moved = new ArrayList<>();
    before
        .boxes()
        .forEach(
            (node, box) -> {
              Box now = after.boxes().get(node);
              if (now != null) {
                assertThat(now.x()).isCloseTo(box.x(), within(2.0));
                moved.add(Math.abs(now.middle() - box.middle()));
              }
            });
    assertThat(moved).hasSize(before.boxes().size());
    moved.sort(Comparator.naturalOrder());
    assertThat(moved.get(moved.size() / 2)).as("median of %s mm", moved).isLessThan(2);
    assertThat(moved.getLast()).as("most of %s mm", moved).isLessThan(22);
    assertThat(after.boxes().keySet().stream().filter(before.boxes()::containsKey).toList())
        .isEqualTo(List.copyOf(before.boxes().keySet()));
  }

  @Test
  void tenThousandRecordsAreLaidOutWithinFiveSeconds() throws IOException {
    SmallCode large = large();
    bytes(large.whole());
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    bytes(large.whole());
    Duration own = Duration.ofNanos(clock.getCurrentThreadCpuTime() - start);
    assertThat(own).as("of this thread alone, whatever else runs").isLessThan(FIVE_SECONDS);
  }

  @Test
  void nothingAndOneLonelyCodeAreDrawnToo() throws Exception {
    assertThat(words(drawn(new SmallCode().whole())))
        .contains("0 relations drawn; arrows lead from the record to what it names.");
    SmallCode lonely = new SmallCode().add(TypeKind.AGREEMENT, "XCA-0001", "MRA", "Agreement", 1);
    assertThat(words(drawn(lonely.around("MRA")))).contains("MRA", "Agreement");
  }

  private static double size(Element text) {
    return Double.parseDouble(text.getAttribute("font-size"));
  }

  @Test
  void boxesStandApartInTheirOrder() {
    PlacedMap map = MapLayout.of(SmallCode.small().whole(), new Box(0, 0, 398, 222));
    List<Box> boxes = new ArrayList<>(map.boxes().values());
    for (Box one : boxes) {
      assertThat(one.x()).isGreaterThanOrEqualTo(0);
      assertThat(one.right()).isLessThanOrEqualTo(398);
      assertThat(one.y()).isGreaterThanOrEqualTo(0);
      assertThat(one.bottom()).isLessThanOrEqualTo(222);
      assertThat(boxes.stream().filter(other -> !other.equals(one))).noneMatch(one::meets);
    }
    map.frames()
        .keySet()
        .forEach(
            frame -> assertThat(frame.nodes().stream().map(node -> at(map, node).y())).isSorted());
  }

  @Test
  void linesEndAtTheirBoxes() {
    PlacedMap map = MapLayout.of(SmallCode.small().whole(), new Box(0, 0, 398, 222));
    assertThat(map.lines()).hasSize(4);
    for (PlacedMap.Line line : map.lines()) {
      assertThat(isAtSide(at(map, line.edge().from()), line.points().getFirst())).isTrue();
      assertThat(isAtSide(at(map, line.edge().to()), line.tip())).isTrue();
      assertThat(line.label() != null).isEqualTo(line.edge().count() > 1);
    }
  }

  private static Box at(PlacedMap map, MapNode node) {
    return Objects.requireNonNull(map.boxes().get(node));
  }

  private static boolean isAtSide(Box box, Point point) {
    boolean side = Math.abs(point.x() - box.x()) < 0.01 || Math.abs(point.x() - box.right()) < 0.01;
    return side && point.y() > box.y() && point.y() < box.bottom();
  }

  @Test
  void eachKindOfLineHasItsOwnDashOrHeadAndStandsOut() {
    assertThat(Arrays.stream(LineLook.values()).map(LineLook::head)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(LineLook.values()).map(LineLook::colour)).doesNotHaveDuplicates();
    for (LineLook look : LineLook.values()) {
      assertThat(contrast(look.colour(), Ink.PAPER)).isGreaterThan(4.5);
      assertThat(contrast(look.colour(), Ink.GROUND)).isGreaterThan(3);
    }
  }

  private static double contrast(String dark, String light) {
    return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(colour.substring(1, 3))
        + 0.7152 * linear(colour.substring(3, 5))
        + 0.0722 * linear(colour.substring(5, 7));
  }

  private static double linear(String hex) {
    double part = Integer.parseInt(hex, 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @Test
  void widthsGrowFromOnePointToSixAsTheRoot() {
    LineWidths widths = LineWidths.upTo(100);
    assertThat(widths.of(1) / Letters.POINT).isCloseTo(1, withinPercentage(0.1));
    assertThat(widths.of(100) / Letters.POINT).isCloseTo(6, withinPercentage(0.1));
    assertThat(widths.of(25) / Letters.POINT).isCloseTo(1 + 5 * 4 / 9.0, withinPercentage(0.1));
  }

  @Test
  void wordsAreWrappedAndNeverCut() {
    String long300 = "word ".repeat(60).strip();
    BoxText text = BoxText.of(SmallCode.small().whole().nodes().findFirst().orElseThrow(), 10);
    assertThat(text.lines()).containsExactly("Master Registration Agreement");
    List<String> lines = Letters.wrapped(long300, 60, 8);
    assertThat(String.join(" ", lines)).isEqualTo(long300);
    assertThat(lines).allMatch(line -> Letters.width(line, 8) <= 60);
    List<String> broken = Letters.wrapped("W".repeat(100), 30, 8);
    assertThat(String.join("", broken)).isEqualTo("W".repeat(100));
    assertThat(broken).allMatch(line -> Letters.width(line, 8) <= 30);
  }
}
