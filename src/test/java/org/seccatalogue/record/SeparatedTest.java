package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is joined comes apart as it was, whatever stands in it.
class SeparatedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        ";! a;b!'a\\;b'",
        "[=:]! a=b:c!'a\\=b\\:c'",
        "\\|! a|b!'a\\|b'",
        "//|\\R! a//b/c!'a\\//b/c'"
      })
  void aSeparatorInAPartIsEscaped(String separator, String part, String escaped) {
    assertThat(Separated.escaped(part, separator)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
  void everyEndOfALineParts(String end) {
    List<String> parts = List.of("a" + end + "b", "c/d", "e\\");
    String joined = Separated.joined(parts, "//|\\R", "\n");
    assertThat(joined).startsWith("a\\" + end + "b\n");
    assertThat(Separated.parts(joined, "//|\\R")).isEqualTo(parts);
  }
}
