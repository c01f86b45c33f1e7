package org.seccatalogue.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

class AgreementNamesTest {

  private static final AgreementNames NAMES =
      new AgreementNames(
          List.of(
              agreement("XCA-0001", "MRA", "Master Registration Agreement"),
              agreement("XCA-0009", "UNC", "Uniform Network Code"),
              agreement("XCA-0010", "IGTUNC", "iGT UNC"),
              agreement("XCA-0007", "STC", "System Operator-Transmission Owner Code")));

  static RecordHead agreement(String key, String reference, String title) {
    return new RecordHead(
        RecordKey.of(key), "existing-code", title, reference, "DRAFT", 1, null, false, "00000001");
  }

  private static List<String> in(String text) {
    return NAMES.in(text).stream().map(RecordKey::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Notified under the MRA.                         | XCA-0001
          MRA/UNC practice                                | XCA-0001;XCA-0009
          the iGT UNC alone                               | XCA-0010
          iGT UNC and UNC                                 | XCA-0010;XCA-0009
          as the master registration agreement says       | XCA-0001
          see XCA-0007                                    | XCA-0007
          the System Operator-Transmission Owner Code     | XCA-0007
          """)
  void namesAreFoundInWords(String text, String keys) {
    assertThat(in(text)).containsExactly(keys.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"the mra", "MRAs", "XMRA", "STCA", "a uniform network", "''"})
  void whatOnlyLooksLikeOneIsNone(String text) {
    assertThat(in(text)).isEmpty();
  }

  @Test
  void aNameMayGoOnInTheNextLine() {
    assertThat(in("the Uniform\nNetwork Code")).containsExactly("XCA-0009");
  }

  @Test
  void withoutAgreementsNothingIsNamed() {
    AgreementNames none = new AgreementNames(List.of());
    assertThat(none.in("MRA")).isEmpty();
    assertThat(none.prefilter()).isEmpty();
  }

  @Test
  void whatIsFoundPassesTheFilterBefore() {
    Pattern filter = Pattern.compile(NAMES.prefilter(), Pattern.CASE_INSENSITIVE);
    for (String text :
        List.of("\"MRA\"", "iGT UNC", "System Operator-Transmission Owner Code", "XCA-0007")) {
      assertThat(filter.matcher(text).find()).as(text).isTrue();
    }
    assertThat(filter.matcher("nothing of it").find()).isFalse();
  }
}
