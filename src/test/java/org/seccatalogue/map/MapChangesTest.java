package org.seccatalogue.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seccatalogue.schema.TypeKind;

/// What a map of two editions shows.
class MapChangesTest {

  /// One interaction went, one came, another record touches, and a chapter stands where none was.
  private static SmallCode before() {
    return SmallCode.small()
        .interaction("INT-0009", "DSL-0001", "XCA-0002", "Governance overlap", 2, 1, 9);
  }

  private static SmallCode after() {
    return SmallCode.small()
        .interaction("INT-0009", "DSL-0001", "XCA-0002", "Data exchanged", 2, 1, 9)
        .add(TypeKind.HEADING, "SEC-0009", "C.9", "Assurance", 2, 9)
        .requirement("DSL-0009", List.of("derives_from", "CLS-0002"), 2, 9, 1);
  }

  private static MapGraph changes(SmallCode older, SmallCode newer) {
    return MapGraph.of(MapContents.compared(older, newer), new MapFocus.Whole());
  }

  private static List<String> changed(MapGraph graph) {
    return graph.edges().stream()
        .filter(edge -> edge.change() != MapChange.SAME)
        .map(
            edge ->
                "%s %s > %s: %s %d"
                    .formatted(
                        edge.change(),
                        edge.from().name(),
                        edge.to().name(),
                        edge.kind().label(),
                        edge.count()))
        .toList();
  }

  @Test
  void itTellsWhatCameAndWhatWent() {
    MapGraph graph = changes(before(), after());
    assertThat(changed(graph))
        .containsExactly(
            "ADDED C.1 > BSC: Data exchanged 1",
            "REMOVED C.1 > BSC: Governance overlap 1",
            "ADDED C.9 > A.1: Derives from 1");
    assertThat(
            graph
                .nodes()
                .filter(node -> node.place().change() == MapChange.ADDED)
                .map(MapNode::name))
        .containsExactly("C.9");
    assertThat(graph.title()).endsWith(" – changes since Test <1>");
    assertThat(graph.drawn()).extracting(MapEdge::change).contains(MapChange.SAME);
  }

  @Test
  void theOtherWayRoundWhatCameWent() {
    MapGraph graph = changes(after(), before());
    assertThat(changed(graph))
        .containsExactly(
            "REMOVED C.1 > BSC: Data exchanged 1",
            "ADDED C.1 > BSC: Governance overlap 1",
            "REMOVED C.9 > A.1: Derives from 1");
    assertThat(
            graph
                .nodes()
                .filter(node -> node.place().change() == MapChange.REMOVED)
                .map(MapNode::name))
        .containsExactly("C.9");
  }

  @Test
  void ofTheSameNothingChanged() {
    MapGraph graph = changes(before(), before());
    assertThat(changed(graph)).isEmpty();
    assertThat(graph.edges()).hasSameSizeAs(before().whole().edges());
  }

  @Test
  void whatWasRemovedCanBeAskedAbout() {
    MapContents contents = MapContents.compared(after(), before());
    MapGraph graph = MapGraph.of(contents, contents.focus("C.9").orElseThrow());
    assertThat(changed(graph)).hasSize(1).allMatch(line -> line.startsWith("REMOVED "));
  }

  /// DSL-0002 is linked to XCA-0002 in both.
  @Test
  void aLinkOfWhichAnInteractionSaysMoreWasNotRemoved() {
    SmallCode older = linked();
    SmallCode newer =
        linked().interaction("INT-0099", "DSL-0010", "XCA-0002", "No change", 2, 1, 9);
    assertThat(changed(changes(older, newer)))
        .containsExactly("ADDED C.1 > BSC: Another interaction 1");
    assertThat(changed(changes(newer, older)))
        .containsExactly("REMOVED C.1 > BSC: Another interaction 1");
  }

  private static SmallCode linked() {
    return SmallCode.small()
        .requirement("DSL-0010", List.of("interacts_with", "XCA-0002"), 2, 1, 8);
  }
}
