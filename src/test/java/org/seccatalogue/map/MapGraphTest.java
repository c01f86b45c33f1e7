package org.seccatalogue.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seccatalogue.schema.TypeKind;

/// What a map shows of a code.
class MapGraphTest {

  private static List<String> frames(MapGraph graph) {
    return graph.frames().stream()
        .map(
            frame ->
                frame.column()
                    + " "
                    + frame.place().name()
                    + ": "
                    + String.join(" ", frame.nodes().stream().map(MapNode::name).toList()))
        .toList();
  }

  private static List<String> edges(MapGraph graph) {
    return graph.edges().stream()
        .map(
            edge ->
                "%s > %s: %s %d"
                    .formatted(
                        edge.from().name(), edge.to().name(), edge.kind().label(), edge.count()))
        .toList();
  }

  @Test
  void theWholeShowsAgreementsChaptersAndCatalogues() {
    MapGraph graph = SmallCode.small().whole();
    assertThat(frames(graph)).containsExactly("0 R.1: MRA BSC", "1 A: A.1 A.2", "2 C: C.1 C.2");
    assertThat(edges(graph))
        .containsExactly(
            "C.1 > A.1: Derives from 2",
            "C.1 > MRA: Data exchanged 2",
            "C.1 > BSC: Definition shared 1",
            "C.2 > C.1: Other trace link 1");
    assertThat(graph.rest().inside()).isEqualTo(1);
    assertThat(graph.leftOut()).containsExactly("1 relation within one box");
  }

  @Test
  void aLineKnowsTheRecordsThatItStandsFor() {
    MapEdge exchanged = SmallCode.small().whole().edges().get(1);
    assertThat(exchanged.relations())
        .extracting(
            relation -> relation.from().id(),
            relation -> relation.to().id(),
            relation -> relation.says().id())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("DSL-0001", "XCA-0001", "INT-0001"),
            org.assertj.core.groups.Tuple.tuple("DSL-0002", "XCA-0001", "INT-0002"));
  }

  @Test
  void anAgreementShowsTheRecordsThatTouchIt() {
    MapGraph graph = SmallCode.small().around("MRA");
    assertThat(graph.title()).isEqualTo("SEC map: what touches MRA Master Registration Agreement");
    assertThat(frames(graph)).containsExactly("0 R.1: MRA", "2 C.1: DSL-0001 DSL-0002");
    assertThat(edges(graph))
        .containsExactly("DSL-0001 > MRA: Data exchanged 1", "DSL-0002 > MRA: Data exchanged 1");
  }

  @Test
  void aSectionShowsWhatStandsInItAndWhatThatTouches() {
    assertThat(frames(SmallCode.small().around("C.1")))
        .containsExactly("0 R.1: MRA BSC", "1 A: A.1", "2 C.1: C.1 DSL-0001 DSL-0002", "2 C: C.2");
    assertThat(edges(SmallCode.small().around("A"))).containsExactly("C.1 > A.1: Derives from 2");
  }

  @Test
  void aRecordShowsTwoStepsAroundIt() {
    assertThat(edges(SmallCode.small().around("DSL-0003")))
        .containsExactly(
            "DSL-0001 > A.1: Derives from 1",
            "DSL-0001 > MRA: Data exchanged 1",
            "DSL-0002 > DSL-0001: Other trace link 1",
            "DSL-0003 > DSL-0001: Other trace link 1");
  }

  private static SmallCode documents() {
    return SmallCode.small()
        .add(TypeKind.HEADING, "SEC-0090", "R.4", "Subsidiary documents", 3, 4)
        .document("SUB-0001", "SPEC", List.of("C.1", "SEC-0002", "A.2"), 3, 4, 1)
        .document("SUB-0002", "LOST", List.of("C.99"), 3, 4, 2);
  }

  private static List<String> served(MapGraph graph) {
    return graph
        .nodes()
        .flatMap(node -> node.documents().stream().map(one -> one.name() + " on " + node.name()))
        .toList();
  }

  /// One that serves nothing that is there stands on its register.
  @Test
  void documentsStandOnWhatTheyServe() {
    MapGraph graph = documents().whole();
    assertThat(served(graph)).containsExactly("SPEC on A.2", "SPEC on C.1", "LOST on R.4");
    assertThat(edges(graph)).isEqualTo(edges(SmallCode.small().whole()));
  }

  @Test
  void aDocumentAndASectionShowHowTheyBelongTogether() {
    String label = "Subsidiary document that serves it 1";
    assertThat(edges(documents().around("SPEC")))
        .containsExactly("SPEC > A.2: " + label, "SPEC > C.1: " + label.replace("1", "2"));
    assertThat(edges(documents().around("C.1"))).contains("SPEC > C.1: " + label.replace("1", "2"));
    assertThat(served(documents().around("C.1"))).isEmpty();
  }

  @Test
  void documentsThatCameAreTold() {
    MapContents contents =
        MapContents.compared(
            SmallCode.small().document("SUB-0001", "SPEC", List.of("C.1"), 3, 4, 1), documents());
    MapGraph graph = MapGraph.of(contents, new MapFocus.Whole());
    assertThat(
            graph
                .nodes()
                .flatMap(node -> node.documents().stream())
                .map(one -> one.change())
                .toList())
        .containsExactly(MapChange.ADDED, MapChange.SAME, MapChange.ADDED);
  }

  @Test
  void anInteractionShowsWhatItSpeaksOf() {
    assertThat(edges(SmallCode.small().around("INT-0003")))
        .contains("DSL-0002 > BSC: Definition shared 1");
  }

  @Test
  void nothingIsShownOfWhatIsNotThere() {
    assertThat(SmallCode.small().contents().focus("NOPE")).isEmpty();
    assertThat(SmallCode.small().contents().focus("party:NOPE")).isEmpty();
  }

  @Test
  void manyLinesAreDrawnAsFarAsTheyStandForMany() {
    SmallCode code = new SmallCode().add(TypeKind.CLAUSE, "CLS-0001", "A", "Part A", 1);
    for (int i = 1; i <= 12; i++) {
      code.add(TypeKind.CLAUSE, "CLS-%04d".formatted(100 + i), "A." + i, "Chapter", 1, i);
    }
    code.add(TypeKind.HEADING, "SEC-0001", "C", "Part C", 2);
    for (int chapter = 1; chapter <= 8; chapter++) {
      code.add(
          TypeKind.HEADING,
          "SEC-%04d".formatted(100 + chapter),
          "C." + chapter,
          "Chapter",
          2,
          chapter);
      for (int clause = 1; clause <= 12; clause++) {
        List<String> links =
            new ArrayList<>(List.of("derives_from", "CLS-%04d".formatted(100 + clause)));
        String key = "DSL-%04d".formatted(chapter * 100 + clause);
        code.requirement(key, links, 2, chapter, clause);
        if (clause <= chapter) {
          code.requirement(
              "DSL-%04d".formatted(5000 + chapter * 100 + clause), links, 2, chapter, 100 + clause);
        }
      }
    }
    MapGraph graph = code.whole();
    assertThat(graph.edges()).hasSize(96);
    assertThat(graph.drawn()).hasSize(36).allMatch(edge -> edge.count() == 2);
    assertThat(graph.leftOut()).containsExactly("60 relations not drawn, in lines of 1");
  }

  @Test
  void aFullFrameGathersTheBoxesWithTheFewestRelations() {
    SmallCode code =
        new SmallCode()
            .add(TypeKind.CLAUSE, "CLS-0001", "A", "Part A", 1)
            .add(TypeKind.CLAUSE, "CLS-0002", "A.1", "Chapter", 1, 1)
            .add(TypeKind.HEADING, "SEC-0001", "C", "Part C", 2);
    for (int i = 1; i <= 40; i++) {
      code.add(TypeKind.HEADING, "SEC-%04d".formatted(100 + i), "C." + i, "Chapter", 2, i);
      List<String> links = i > 5 ? List.of("derives_from", "CLS-0002") : List.of();
      code.requirement("DSL-%04d".formatted(i), links, 2, i, 1);
    }
    MapGraph graph = code.whole();
    List<MapNode> boxes = graph.frames().getLast().nodes();
    assertThat(boxes).hasSize(22);
    assertThat(boxes.getFirst().name()).isEqualTo("C.6");
    assertThat(boxes.get(20).name()).isEqualTo("C.26");
    assertThat(before(code, null).frames().getLast().nodes().getFirst().name()).isEqualTo("C.20");
    assertThat(boxes.getLast().name()).isEqualTo("+19");
    assertThat(graph.leftOut()).contains("19 with few relations gathered");
    assertThat(boxes.getLast().title()).isEqualTo("more in C");
    assertThat(graph.edges().getLast().count()).isEqualTo(14);
  }

  private static SmallCode assessed() {
    return SmallCode.small()
        .add(TypeKind.HEADING, "SEC-0090", "R.2", "Assessments", 3, 2)
        .assessment("IMA-0001", "XCA-0001", "SEC-0002", 3, 2, 1)
        .assessment("IMA-0002", "BSC", "A.1", 3, 2, 2);
  }

  private static final String ASSESSES = "Assessment by its administrator 1";

  @Test
  void whatIsAssessedStandsAroundItsCodeAndItsRegisterAndNowhereElse() {
    assertThat(edges(assessed().around("MRA")))
        .containsExactlyInAnyOrder(
            "DSL-0001 > MRA: Data exchanged 1",
            "DSL-0002 > MRA: Data exchanged 1",
            "IMA-0001 > MRA: " + ASSESSES);
    assertThat(edges(assessed().around("IMA-0001")))
        .containsExactly("IMA-0001 > C.1: " + ASSESSES, "IMA-0001 > MRA: " + ASSESSES);
    assertThat(edges(assessed().around("R.2")))
        .containsExactly(
            "IMA-0001 > C.1: " + ASSESSES,
            "IMA-0001 > MRA: " + ASSESSES,
            "IMA-0002 > A.1: " + ASSESSES,
            "IMA-0002 > BSC: " + ASSESSES);
    assertThat(edges(assessed().around("C.1"))).isEqualTo(edges(SmallCode.small().around("C.1")));
    assertThat(edges(assessed().whole())).isEqualTo(edges(SmallCode.small().whole()));
    assertThat(edges(without(assessed(), "MRA", "kind:assessment-by-its-administrator")))
        .isEqualTo(edges(SmallCode.small().around("MRA")));
    assertThat(edges(before(assessed(), "MRA"))).isEqualTo(edges(SmallCode.small().around("MRA")));
  }

  @Test
  void anAssessmentThatCameIsTold() {
    MapContents contents = MapContents.compared(SmallCode.small(), assessed());
    MapGraph graph = MapGraph.of(contents, contents.focus("MRA").orElseThrow());
    assertThat(graph.edges().getLast().change()).isEqualTo(MapChange.ADDED);
    assertThat(graph.edges().getLast().kind().label()).isEqualTo("Assessment by its administrator");
  }

  /// As maps of the second form are.
  private static MapGraph before(SmallCode code, @Nullable String focus) {
    return MapGraph.of(code.contents(), MapQuestion.about(focus), MapFocus.Manner.GATHERED)
        .orElseThrow();
  }

  @Test
  void manyThatHaveNoRelationShareABox() {
    for (int clauses : List.of(8, 9)) {
      SmallCode code = SmallCode.small().add(TypeKind.CLAUSE, "CLS-0100", "X", "Annex X", 4);
      for (int i = 1; i <= clauses; i++) {
        code.add(TypeKind.CLAUSE, "CLS-%04d".formatted(100 + i), "X." + i, "Clause", 4, i);
      }
      MapGraph graph = code.whole();
      List<MapNode> boxes = graph.frames().get(2).nodes();
      assertThat(boxes).hasSize(clauses == 8 ? 8 : 1);
      if (clauses == 9) {
        assertThat(boxes.getFirst().name()).isEqualTo("+9");
        assertThat(boxes.getFirst().title()).isEqualTo("clauses in X without a relation");
        assertThat(graph.leftOut())
            .containsExactly("1 relation within one box", "9 without a relation gathered");
      }
      assertThat(before(code, null).frames().get(2).nodes()).hasSize(clauses);
    }
  }

  private static MapGraph without(String... tokens) {
    return without(SmallCode.small(), null, tokens);
  }

  private static MapGraph without(SmallCode code, @Nullable String focus, String... tokens) {
    return MapGraph.of(code.contents(), MapQuestion.of(focus, List.of(tokens))).orElseThrow();
  }

  @Test
  void aReaderCanLeaveOutKindsPartsCodesAndWhatIsNotAgreed() {
    assertThat(edges(without("kind:Data-exchanged")))
        .containsExactly(
            "C.1 > A.1: Derives from 2",
            "C.1 > BSC: Definition shared 1",
            "C.2 > C.1: Other trace link 1");
    assertThat(without("kind:Data-exchanged").leftOut())
        .contains("2 relations left out on purpose");
    assertThat(frames(without("part:A"))).containsExactly("0 R.1: MRA BSC", "2 C: C.1 C.2");
    assertThat(frames(without("code:MRA", "provisional")))
        .containsExactly("0 R.1: BSC", "1 A: A.1", "2 C: C.1 C.2");
    assertThat(edges(without("KIND:data-exchanged")))
        .isEqualTo(edges(without("kind:Data-exchanged")));
    assertThat(without("part:A").choices().options())
        .extracting(MapChoices.Option::token, MapChoices.Option::leftOut)
        .contains(
            tuple("part:A", true),
            tuple("part:C", false),
            tuple("code:BSC", false),
            tuple("provisional", false));
  }

  @Test
  void theTitleOfTheSecondFormSaysWhatIsLeftOut() {
    String whole = "SEC map: interactions with existing codes and agreements";
    assertThat(without("part:A").title()).isEqualTo(whole + ", without Part A");
    assertThat(
            without("part:A", "code:MRA", "kind:Data-exchanged", "part:R", "provisional").title())
        .isEqualTo(whole + ", without “Data exchanged”, Part A, R Registers, MRA and 1 more");
    assertThat(
            MapGraph.of(
                    SmallCode.small().contents(),
                    MapQuestion.of(null, List.of("part:A")),
                    MapFocus.Manner.EACH)
                .orElseThrow()
                .title())
        .isEqualTo(whole);
    String name = "M".repeat(59) + "A";
    SmallCode code =
        SmallCode.small()
            .add(TypeKind.AGREEMENT, "XCA-0003", name, "Long", 3, 1, 3)
            .add(TypeKind.AGREEMENT, "XCA-0004", name + "BC", "Longer", 3, 1, 4);
    assertThat(without(code, null, "code:" + name, "code:" + name + "BC").title())
        .isEqualTo(whole + ", without " + name + " and 1 more");
    assertThat(without(code, null, "code:" + name + "BC").title())
        .isEqualTo(whole + ", without " + "M".repeat(59) + "…");
    code.add(TypeKind.AGREEMENT, "XCA-0005", "X", "Very long ".repeat(30), 3, 1, 5);
    assertThat(without(code, "X", "code:BSC", "part:A").title()).endsWith(", without 2 choices");
  }

  private static MapContents.Asked asked(MapContents contents, String... tokens) {
    return contents.asked(MapQuestion.of("MRA", List.of(tokens)), "the MRA");
  }

  @Test
  void aQuestionIsPutInTheWordsOfTheMap() {
    MapContents contents = SmallCode.small().contents();
    assertThat(asked(contents, "CODE:bsc", "code:BSC", "Part:a"))
        .isEqualTo(
            new MapContents.Asked(
                MapQuestion.of("XCA-0001", List.of("code:BSC", "part:A")), List.of()));
    assertThat(asked(contents, "code:mra").findings())
        .extracting(finding -> finding.message())
        .containsExactly("There is no record the MRA of those that are not left out.");
    assertThat(asked(contents, "nothing", "part:A").findings())
        .extracting(finding -> finding.message())
        .containsExactly(
            "Found “nothing”, expected something that can be left out of this map:"
                + " kind:Data-exchanged, kind:Definition-shared, kind:Derives-from,"
                + " kind:Other-trace-link, part:A, part:C, part:R, code:MRA, code:BSC,"
                + " provisional.");
  }

  /// What only one of two editions has, or calls otherwise, can be left out of both.
  @Test
  void aComparisonHasTheChoicesOfBothEditions() {
    SmallCode older =
        SmallCode.small()
            .add(TypeKind.AGREEMENT, "XCA-0008", "OLD", "Gone", 3, 1, 8)
            .add(TypeKind.AGREEMENT, "XCA-0009", "WAS", "Named", 3, 1, 9);
    SmallCode newer =
        SmallCode.small()
            .add(TypeKind.AGREEMENT, "XCA-0007", "NEW", "Came", 3, 1, 7)
            .add(TypeKind.AGREEMENT, "XCA-0009", "IS", "Named", 3, 1, 9);
    MapContents contents = MapContents.compared(older, newer);
    assertThat(asked(contents, "code:OLD", "code:new", "code:WAS"))
        .isEqualTo(
            new MapContents.Asked(
                MapQuestion.of("XCA-0001", List.of("code:IS", "code:NEW", "code:OLD")), List.of()));
    assertThat(asked(contents, "code:NONE").findings()).hasSize(1);
  }

  @Test
  void aQuestionIsReadAsItWasWritten() {
    MapQuestion question = MapQuestion.of("XCA-0001", List.of("part:B", "code:MRA", "part:B"));
    assertThat(question.text()).isEqualTo("XCA-0001?code:MRA&part:B");
    assertThat(MapQuestion.read(question.text())).isEqualTo(question);
    MapQuestion odd = MapQuestion.of(null, List.of("code:R&D", "code:5%26", "code:?"));
    assertThat(MapQuestion.read(odd.text())).isEqualTo(odd);
    assertThat(MapQuestion.read("")).isEqualTo(MapQuestion.about(null));
    assertThat(MapQuestion.read("XCA-0001")).isEqualTo(MapQuestion.about("XCA-0001"));
  }
}
