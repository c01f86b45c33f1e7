package org.seccatalogue.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

class AgreementNamesTest {

  static final CatalogueSchema SCHEMA =
      switch (SchemaLoader.load(SchemaFiles.bundled())) {
        case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
        case SchemaLoader.Outcome.Refused refused -> throw new AssertionError(refused);
      };
  private static final AgreementNames NAMES =
      AgreementNames.of(
          SCHEMA,
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
    return NAMES.in(text).stream().map(Agreement::id).toList();
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
          UNIFORM NETWORK CODE, or UNC                    | XCA-0009
          the Uniform\u00a0Network  Code                  | XCA-0009
          (MRA)                                           | XCA-0001
          under the BSC and the MRA                       | BSC;XCA-0001
          """)
  void namesAreFoundInWords(String text, String keys) {
    assertThat(in(text)).containsExactly(keys.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"the mra", "MRAs", "XMRA", "STCA", "STC1", "a uniform network", "''"})
  void whatOnlyLooksLikeOneIsNone(String text) {
    assertThat(in(text)).isEmpty();
  }

  @Test
  void aNameMayGoOnInTheNextLine() {
    assertThat(in("the Uniform\nNetwork Code")).containsExactly("XCA-0009");
  }

  @Test
  void withoutARegisterTheListOfCodesNamesThem() {
    AgreementNames none = AgreementNames.of(SCHEMA, List.of());
    assertThat(none.in("MRA"))
        .containsExactly(
            new Agreement("MRA", "MRA", "Master Registration Agreement (Gemserv / MRASCo)", ""));
    assertThat(none.agreements()).extracting(Agreement::name).startsWith("MRA", "BSC", "DCUSA");
  }

  @Test
  void twoThatAreKnownByTheSameAreBothNamed() {
    AgreementNames two =
        AgreementNames.of(
            SCHEMA,
            List.of(
                agreement("XCA-0021", "ABC", "Agreement on Billing"),
                agreement("XCA-0022", "ABC", "Another"),
                agreement("XCA-0023", "DEF", "ABC")));
    assertThat(two.in("as the ABC says"))
        .extracting(Agreement::id)
        .containsExactly("XCA-0021", "XCA-0022", "XCA-0023");
    assertThat(two.referred("ABC"))
        .extracting(Agreement::id)
        .containsExactly("XCA-0021", "XCA-0022");
  }

  @Test
  void aNameMayBeOfAnySigns() {
    AgreementNames odd =
        AgreementNames.of(
            SCHEMA,
            List.of(
                agreement("XCA-0031", "A+B", "(Draft) Code [of] Practice"),
                agreement("XCA-0032", "Ü-1", "Überarbeitung")));
    assertThat(odd.in("A+B and the code; draft) code [OF] practice, ü-1 or ÜBERARBEITUNG"))
        .extracting(Agreement::id)
        .containsExactly("XCA-0031", "XCA-0032");
  }

  /// A capital that has two letters as a small one is none that both sides read in one way.
  @Test
  void theFilterSaysPlainLettersAlone() {
    AgreementNames odd =
        AgreementNames.of(SCHEMA, List.of(agreement("XCA-0033", "IST", "\u0130stanbul CODE")));

    assertThat(odd.filter().small()).contains("%%stanbul%code%");
  }

  @Test
  void ofVeryManyNamesEverythingIsLookedAt() {
    List<RecordHead> many =
        IntStream.rangeClosed(1, 600)
            .mapToObj(n -> agreement("XCA-%04d".formatted(n), "Q" + n, "Quantity agreement " + n))
            .toList();
    AgreementNames names = AgreementNames.of(SCHEMA, many);
    assertThat(names.filter().asWritten()).containsExactly("%");
    assertThat(names.filter().small()).isEmpty();
    assertThat(names.in("the Q599 and quantity agreement 60"))
        .extracting(Agreement::id)
        .containsExactly("XCA-0599", "XCA-0060");
  }

  @Test
  void whatIsFoundPassesTheFilterBefore() {
    for (String text :
        List.of(
            "\"MRA\"",
            "iGT UNC",
            "iGT \\n UNC",
            "System Operator-Transmission Owner Code",
            "MASTER registration  agreement",
            "XCA-0007")) {
      assertThat(passes(text)).as(text).isTrue();
    }
    assertThat(passes("nothing of it")).isFalse();
    assertThat(passes("\"function_area\": \"A\"")).isFalse();
  }

  private static boolean passes(String text) {
    AgreementNames.Filter filter = NAMES.filter();
    return isLikeAny(text, filter.asWritten())
        || isLikeAny(text.toLowerCase(Locale.ROOT), filter.small());
  }

  /// As the database reads them: a percent sign stands for anything.
  private static boolean isLikeAny(String text, List<String> patterns) {
    return patterns.stream()
        .anyMatch(
            one -> Pattern.compile(one.replace("%", ".*"), Pattern.DOTALL).matcher(text).matches());
  }
}
