package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A title that says its own number has none in front of it.
class NumberOfTitleTest {

  @ParameterizedTest
  @CsvSource({
    "C, PART C – SEC REQUIREMENTS CATALOGUES, ''",
    "A, Part A - Governance and change control, ''",
    "B.1.4, C - HAN Requirements, B.1.4",
    "C.4, SMS Technical Specifications, C.4",
    "C, Codes of practice, C",
    "C, C, C"
  })
  void itStandsOnce(String name, String title, String number) {
    assertThat(RecordHead.number(name, title)).isEqualTo(number);
  }
}
