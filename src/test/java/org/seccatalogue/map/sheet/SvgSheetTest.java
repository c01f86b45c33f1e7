package org.seccatalogue.map.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgSheetTest {

  @Test
  void numbersHaveTwoDecimalsAtMost() {
    assertThat(SvgSheet.number(1)).isEqualTo("1");
    assertThat(SvgSheet.number(-0.5)).isEqualTo("-0.5");
    assertThat(SvgSheet.number(3.14159)).isEqualTo("3.14");
    assertThat(SvgSheet.number(-0.001)).isEqualTo("0");
    assertThat(SvgSheet.number(7.07)).isEqualTo("7.07");
  }
}
