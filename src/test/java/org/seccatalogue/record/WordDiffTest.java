package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordDiffTest {

  private static final int LONG = 100_000;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "same,same,same",
        "\"\",new,[+new+]",
        "old,\"\",[-old-]",
        "within 30 s,within 10 s,within [-30-][+10+] s",
        "As it was,As I want it,As [-it was-][+I want it+]",
        "a b,a b c,a b[+ c+]",
      })
  void marksTheWordsThatWentAndThoseThatCame(String before, String after, String expected) {
    assertThat(shown(WordDiff.of(before, after))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "XCA-0001,XCA-0002,[-XCA-0001-][+XCA-0002+]",
    "MRA,'',[-MRA-]",
    "MRA|BSC,MRA|SPAA,MRA; [-BSC-][+SPAA+]",
    "DCC Design Group,DCC Design Group|DCC,DCC Design Group[+; DCC+]",
    "MRA|BSC|UNC,MRA|UNC,MRA; [-BSC; -]UNC",
  })
  void valuesAreComparedAsWholes(String before, String after, String expected) {
    assertThat(shown(WordDiff.ofWholes(values(before), values(after), "; "))).isEqualTo(expected);
  }

  private static List<String> values(String text) {
    return Stream.of(text.split("\\|", -1)).filter(one -> !one.isEmpty()).toList();
  }

  private static String shown(WordDiff diff) {
    return diff.pieces().stream()
        .map(
            piece ->
                switch (piece.mark()) {
                  case KEPT -> piece.text();
                  case DELETED -> "[-" + piece.text() + "-]";
                  case INSERTED -> "[+" + piece.text() + "+]";
                })
        .collect(Collectors.joining());
  }

  /// One paragraph of 100,000 characters, of which two words are others.
  @Test
  void longTextsAreComparedWordByWord() {
    String text = words(LONG, 5);
    String before = "one " + text + " two " + text.substring(0, 40);
    String after = "six " + text + " ten " + text.substring(0, 40);

    assertThat(shown(WordDiff.of(before, after)))
        .isEqualTo("[-one-][+six+] " + text + " [-two-][+ten+] " + text.substring(0, 40));
  }

  /// Texts that have no word in common, but lines.
  @Test
  @Timeout(60)
  void whatHasFewWordsInCommonIsComparedLineByLine() {
    String same = "This line is the same.\n";
    String before = "a ".repeat(LONG / 5) + "\n" + same + "b ".repeat(LONG / 5) + "\n";
    String after = "c ".repeat(LONG / 5) + "\n" + same + "d ".repeat(LONG / 5) + "\n";
    String[] old = before.split(same, -1);
    String[] now = after.split(same, -1);

    assertThat(shown(WordDiff.of(before, after)))
        .isEqualTo("[-%s-][+%s+]%s[-%s-][+%s+]".formatted(old[0], now[0], same, old[1], now[1]));
  }

  /// Whatever two texts of 100,000 characters say, the comparison ends, and holds both of them.
  @ParameterizedTest
  @ValueSource(ints = {2, 5000})
  @Timeout(60)
  void anyTwoLongTextsAreComparedWithinBounds(int different) {
    for (String separator : List.of(" ", "\n", ".", "")) {
      String before = random(1, different, separator);
      String after = random(2, different, separator);

      WordDiff diff = WordDiff.of(before, after);

      assertThat(side(diff, WordDiff.Mark.INSERTED)).isEqualTo(before);
      assertThat(side(diff, WordDiff.Mark.DELETED)).isEqualTo(after);
    }
  }

  private static String side(WordDiff diff, WordDiff.Mark without) {
    return diff.pieces().stream()
        .filter(piece -> piece.mark() != without)
        .map(WordDiff.Piece::text)
        .collect(Collectors.joining());
  }

  private static String words(int length, int seed) {
    return random(seed, 3000, " ").substring(0, length - 100).strip();
  }

  private static String random(int seed, int different, String separator) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(LONG);
    while (text.length() < LONG) {
      text.append(Integer.toString(random.nextInt(different), 36)).append(separator);
    }
    return text.substring(0, LONG);
  }
}
