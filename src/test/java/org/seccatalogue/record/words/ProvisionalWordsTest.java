package org.seccatalogue.record.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class ProvisionalWordsTest {

  private static List<String> words(String text) {
    return ProvisionalWords.of(text).stream()
        .map(span -> text.substring(span.from(), span.to()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Budget & Costs [of the SEC], Funding/(Credit?), Code | [of the SEC];Funding/(Credit?)
          Charging methodology [statement]                     | [statement]
          [DCC] BC/DR/EXIT                                     | [DCC]
          [Indicators (DCC & Parties?) DCC detailed, Users]    | [Indicators (DCC & Parties?) DCC detailed, Users]
          B - Supplier to Supplier?                            | Supplier?
          Indicators (DCC & Parties?) detailed                 | (DCC & Parties?)
          within [30 [or 60]] minutes                          | [30 [or 60]]
          an open [bracket without an end                      | [bracket without an end
          a bracket that] was not opened                       | ]
          (an open question? and more                          | question?
          (why) and who?                                       | who?
          ?                                                    | ?
          """)
  void wordsInBracketsAndQuestions(String text, String expected) {
    assertThat(words(text)).containsExactly(expected.split(";"));
    assertThat(ProvisionalWords.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Commercial (Interoperability)",
        "see http://a.example/b?c=1",
        "",
        "50 % (maximum)"
      })
  void whatIsAgreed(String text) {
    assertThat(words(text)).isEmpty();
    assertThat(ProvisionalWords.isIn(text)).isFalse();
  }

  @Test
  void bracketsEndWithTheirLine() {
    assertThat(words("one [two\nthree] four\nfive?")).containsExactly("[two", "]", "five?");
  }

  @Test
  void allIsProvisionalWhenAllIsInOneBracket() {
    assertThat(ProvisionalWords.isAll("[Commercial Interoperability]")).isTrue();
    assertThat(ProvisionalWords.isAll("[DCC] Reporting")).isFalse();
    assertThat(ProvisionalWords.isAll("[a] [b]")).isFalse();
  }

  @Test
  @Timeout(60)
  void aVeryLongLineIsReadOnce() {
    String text = "(?".repeat(1_000_000);
    assertThat(ProvisionalWords.of(text)).hasSize(1);
  }
}
