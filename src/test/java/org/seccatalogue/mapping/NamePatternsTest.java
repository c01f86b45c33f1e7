package org.seccatalogue.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternsTest {

  private static boolean recognises(String pattern, String name) {
    return new Profile("", "", List.of(pattern), false, List.of(), List.of()).recognises(name);
  }

  @ParameterizedTest
  @CsvSource({
    "devices.xlsx, Devices.XLSX, true",
    "devices*.xlsx, devices (7).xlsx, true",
    "*, anything, true",
    "*.csv, a.csv, true",
    "*.csv, a.csv.xlsx, false",
    "a.b, axb, false",
    "(a)*, (a)1, true",
    "**a**b, xaxb, true",
  })
  void aStarStandsForAnything(String pattern, String name, boolean expected) {
    assertThat(recognises(pattern, name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"14", "500"})
  void manyStarsTakeNoLonger(int stars) {
    assertThat(recognises("*a".repeat(stars) + "!", "a".repeat(250))).isFalse();
  }
}
