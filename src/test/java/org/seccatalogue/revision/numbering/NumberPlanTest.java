package org.seccatalogue.revision.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// The numbers of an outline that people have worked on, when eight catalogues become of seven.
class NumberPlanTest {

  private static final NumberChange CHANGE = NumberChange.read("/numbering/eight-catalogues.yaml");

  private final List<RecordHead> headings = new ArrayList<>();

  /// Each line is the reference above, and one of a section.
  private Map<String, String> numbers(Set<String> elsewhere, String... lines) {
    Map<String, RecordKey> keys = new LinkedHashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", 2);
      String own = words[1];
      RecordKey key = RecordKey.of("SEC-%04d".formatted(keys.size() + 1));
      keys.put(own, key);
      headings.add(
          new RecordHead(
              key, "section", own, own, "DRAFT", 1, keys.get(words[0]), false, "00000001"));
    }
    Map<RecordKey, String> numbers =
        new NumberPlan(CHANGE, headings, elsewhere::contains).numbers();
    Map<String, String> byReference = new LinkedHashMap<>();
    keys.forEach(
        (reference, key) -> {
          if (numbers.containsKey(key)) {
            byReference.put(reference, numbers.get(key));
          }
        });
    return byReference;
  }

  @Test
  void whatIsKnownHasItsNumber() {
    assertThat(
            numbers(Set.of(), "- C", "C C.4", "C.4 C.4.1", "C.4 C.4.2", "C C.5", "C C.6", "C C.7"))
        .containsExactly(
            Map.entry("C.4.2", "C.5"),
            Map.entry("C.5", "C.6"),
            Map.entry("C.6", "C.7"),
            Map.entry("C.7", "C.8"));
  }

  @Test
  void whatPeopleAddedFollowsItsSection() {
    assertThat(
            numbers(
                Set.of(),
                "- C",
                "C C.4",
                "C.4 C.4.2",
                "C.4.2 C.4.2.c",
                "C.4.2.c C.4.2.c5",
                "C.4.2 C.4.2.d",
                "C.4.2.d C.4.2.d.1",
                "C C.5",
                "C.5 C.5.6",
                "C.5.6 C.5.6.a",
                "C.5.6 Annex 1"))
        .containsExactly(
            Map.entry("C.4.2", "C.5"),
            Map.entry("C.4.2.c", "C.5.3"),
            Map.entry("C.4.2.c5", "C.5.3.e"),
            Map.entry("C.4.2.d", "C.5.4"),
            Map.entry("C.4.2.d.1", "C.5.4.1"),
            Map.entry("C.5", "C.6"),
            Map.entry("C.5.6", "C.6.6"),
            Map.entry("C.5.6.a", "C.6.6.a"));
  }

  @Test
  void whatHasANumberThatIsNeededTakesTheNextFreeOne() {
    assertThat(
            numbers(
                Set.of("C.10"),
                "- C",
                "C C.4",
                "C.4 C.4.2",
                "C C.5",
                "C C.6",
                "C C.7",
                "C C.8",
                "C.8 C.8.1",
                "C C.9"))
        .containsEntry("C.7", "C.8")
        .containsEntry("C.8", "C.11")
        .containsEntry("C.8.1", "C.11.1")
        .doesNotContainKey("C.9");
  }

  @Test
  void twoThatFollowDoNotMeet() {
    assertThat(
            numbers(
                Set.of(),
                "- C",
                "C C.4",
                "C.4 C.4.2",
                "C.4.2 C.4.2.c",
                "C.4.2.c C.4.2.c5",
                "C.4.2.c C.4.2.c.e",
                "C.4.2.c C.4.2.c.z",
                "C.4.2.c C.4.2.c26"))
        .containsEntry("C.4.2.c5", "C.5.3.e")
        .containsEntry("C.4.2.c.e", "C.5.3.f")
        .containsEntry("C.4.2.c.z", "C.5.3.z")
        .containsEntry("C.4.2.c26", "C.5.3.z1");
  }

  @Test
  void anotherOutlineIsLeftAsItIs() {
    numbers(Set.of(), "- C", "C C.4", "C.4 C.4.2", "C C.5");
    assertThat(NumberPlan.isFor(CHANGE, headings)).isFalse();
    headings.replaceAll(
        head ->
            new RecordHead(
                head.key(),
                head.type(),
                "C.5".equals(head.reference())
                    ? "CODES of practice"
                    : "C.4.2".equals(head.reference()) ? "Interface Definitions" : head.title(),
                head.reference(),
                head.stage(),
                1,
                head.parent(),
                false,
                head.path()));
    assertThat(NumberPlan.isFor(CHANGE, headings)).isTrue();
  }
}
