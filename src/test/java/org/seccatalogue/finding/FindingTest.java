package org.seccatalogue.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {

  @Test
  void tellsTheBeginningOfWhatWasFoundInTextThatCanBeKept() {
    Finding finding =
        Finding.error(
            FindingCode.BAD_VALUE, new Place.Pointer("/a"), "a\0b" + "c".repeat(300), "less");

    assertThat(finding.found()).isEqualTo("a\uFFFDb" + "c".repeat(197) + "…");
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_VALUE, a, 'one capital letter, for example C',"
        + " 'Found “a”, expected one capital letter, for example C.'",
    "MISSING_VALUE,, a value for “Title”, Expected a value for “Title”.",
    "UNKNOWN_RECORD, B.3.99, the key or reference of a clause, There is no clause B.3.99.",
    "UNKNOWN_RECORD, ESM-0999, the key of a record, There is no record ESM-0999.",
    "UNKNOWN_RECORD, ESM-0999, the key of a record; leave the cell empty to make a new one,"
        + " There is no record ESM-0999; leave the cell empty to make a new one.",
    "UNKNOWN_RECORD, C.9, a record of the baseline, There is no record C.9.",
    "UNKNOWN_RECORD, C.9, the key or reference of a record of the baseline,"
        + " There is no record C.9 of the baseline."
  })
  void saysInOneSentenceWhatIsWrong(
      FindingCode code, @Nullable String found, String expected, String message) {
    assertThat(Finding.error(code, new Place.Pointer("/a"), found, expected).message())
        .isEqualTo(message);
  }
}
