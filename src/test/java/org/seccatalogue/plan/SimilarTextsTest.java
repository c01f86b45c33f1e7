package org.seccatalogue.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarTextsTest {

  private static final String WORDS = "The meter shall record the energy of each half hour.";

  @Test
  void likenessIsTheShareOfRunsOfThreeCharactersThatBothHave() {
    // “one” has 4 runs and “ones” 5, of which both have 3: “  o”, “ on” and “one”.
    assertThat(SimilarTexts.similarity("one", "ones")).isEqualTo(0.5);
    assertThat(SimilarTexts.similarity("One!", "one")).isEqualTo(1);
    assertThat(SimilarTexts.similarity("one", "two")).isEqualTo(0);
    assertThat(SimilarTexts.similarity("", "")).isEqualTo(0);
  }

  @Test
  void onlyTextsThatAreSimilarEnoughAreFound() {
    SimilarTexts<String> texts = new SimilarTexts<>();
    texts.add("half hour", WORDS);
    texts.add("other", "The comms hub shall forward each alert to its user.");

    assertThat(texts.similar(WORDS.replace("half", "whole"), 0.7))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.of()).isEqualTo("half hour");
              // Of 51 runs that either has, both have 42.
              assertThat(match.similarity()).isCloseTo(42 / 51.0, within(1e-9));
            });
    assertThat(texts.similar(WORDS.replace("half", "whole"), 0.9)).isEmpty();
    assertThat(texts.similar("Nothing that is like it", 0.1)).isEmpty();
  }

  @Test
  void runsOfWordsThatMostTextsHaveBringNoCandidates() {
    SimilarTexts<Integer> texts = new SimilarTexts<>();
    IntStream.range(0, 60).forEach(i -> texts.add(i, "The meter shall " + "x".repeat(i + 1)));

    assertThat(texts.similar("The meter shall y", 0.5)).isEmpty();
  }
}
