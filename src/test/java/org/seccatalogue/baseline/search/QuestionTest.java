package org.seccatalogue.baseline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.search.PublishedQuery.Wanted;
import org.seccatalogue.trace.LinkFilter;

/// A question is one text, however it was asked, and is read from it again.
class QuestionTest {

  private static PublishedFilter filter(List<String> types, List<LinkFilter> links) {
    return new PublishedFilter(
        types,
        "C.4.1",
        List.of("APPROVED"),
        List.of(new Wanted("priority", "MUST")),
        List.of(new Wanted("device", "GSME")),
        List.of("IHD"),
        links,
        null);
  }

  @Test
  void theSameQuestionIsTheSameText() {
    LinkFilter link = new LinkFilter("derives_from", "B.1.2");
    Question one = new Question(filter(List.of("b", "a"), List.of(link)), " valve; 5 % = “all”\n");
    Question other =
        new Question(filter(List.of("a", "b", "a"), List.of(link)), "valve; 5 % = “all”");
    assertThat(one.text())
        .isEqualTo(
            "type=a;type=b;section=C.4.1;stage=APPROVED;attribute=priority%3AMUST;"
                + "code=device%3AGSME;device=IHD;link=derives_from%3AB.1.2;"
                + "q=valve%3B+5+%25+%3D+%E2%80%9Call%E2%80%9D")
        .isEqualTo(other.text());
    assertThat(Question.read(one.text())).map(Question::text).contains(one.text());
    assertThat(Question.read(one.text()).orElseThrow().words()).isEqualTo("valve; 5 % = “all”");
    assertThat(Question.saidIn("<dc:description>SEC question " + one.text() + "</dc:description>"))
        .contains(one.text());
    assertThat(Question.saidIn("<t>the SEC question " + one.text() + "</t>")).isEmpty();
  }

  @Test
  void nothingIsAskedWithoutAWord() {
    assertThat(new Question(PublishedFilter.NONE, " \n").isNone()).isTrue();
    assertThat(new Question(PublishedFilter.NONE, "a").isNone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kind=a", "type=a;cursor=b", "q=%zz", "q=%", "=a"})
  void whatIsNoQuestionIsNotRead(String text) {
    assertThat(Question.read(text)).isEmpty();
  }
}
