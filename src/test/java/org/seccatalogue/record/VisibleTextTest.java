package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class VisibleTextTest {

  @Test
  void spacesOfAnyWidthGoFromTheEndsAlone() {
    assertThat(VisibleText.strip("\u00A0\u200B a\u00A0b\u200D \uFEFF\r\n"))
        .isEqualTo("a\u00A0b\u200D");
    assertThat(VisibleText.isBlank("\u00A0\u200B\u2003\uFEFF")).isTrue();
    assertThat(VisibleText.isBlank("\u00A0x")).isFalse();
  }

  @Test
  void codesHavePlainSpacesAndNothingInvisible() {
    assertThat(VisibleText.plain("\u200E Part\u00A0C\u00AD\u200B ")).isEqualTo("Part C");
    assertThat(VisibleText.plain("two\nlines ")).isEqualTo("two\nlines");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2011-11-30          | 2011-11-30",
        "2011-11-30T00:00    | 2011-11-30",
        "2011-11-30 00:00:00 | 2011-11-30",
        "30/11/2011          | 2011-11-30",
        "11/30/2011          | 2011-11-30",
        "5.5.2011            | 2011-05-05",
        "30 Nov 2011         | 2011-11-30",
        "30-nov-2011         | 2011-11-30",
        "30 November 2011    | 2011-11-30",
        "November 30, 2011   | 2011-11-30",
        "2011/11/30          | 2011-11-30",
        "03/04/2011          | 03/04/2011",
        "31/02/2011          | 31/02/2011",
        "30 February 2011    | 30 February 2011",
        "soon                | soon",
      })
  void daysThatCanBeReadInOneWayAreRead(String text, String read) {
    assertThat(DateText.iso(text)).isEqualTo(read);
  }

  @Test
  void whereADayMayBeTheMonthItIsSaid() {
    assertThat(DateText.expected("03/04/2011"))
        .isEqualTo(
            "a date such as 2011-11-30; which of the first two numbers is the month cannot be told");
    assertThat(DateText.expected("soon")).isEqualTo("a date such as 2011-11-30");
  }
}
