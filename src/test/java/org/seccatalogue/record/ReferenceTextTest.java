package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.number.Likeness;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// What a reference may look like.
class ReferenceTextTest {

  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema"))))
          .schema();

  @ParameterizedTest
  @CsvSource({
    "M\u200bRA, 2, U+200B, zero width space",
    "MRA\u00ad1, 4, U+00AD, soft hyphen",
    "\u202eMRA, 1, U+202E, right-to-left override",
    "M\u2066RA, 2, U+2066, left-to-right isolate",
    "M\u0090RA, 2, U+0090, device control string",
    "\uD83D\uDE00\u3164, 2, U+3164, hangul filler",
  })
  void aLetterThatNobodySeesIsNamedWithTheWayOut(
      String reference, int place, String letter, String name) {
    assertThat(RecordReader.called(SCHEMA.typeOf("existing-code"), reference, "/r"))
        .extracting(Finding::expected)
        .containsExactly(
            "a reference of which every letter is seen; the one at place %d is %s, %s. Delete it, or type the reference anew"
                .formatted(place, letter, name));
  }

  @ParameterizedTest
  @CsvSource({
    "MRA, mra",
    "ＭＲＡ, mra",
    "Annex\u00a0C, annex c",
    "'  Annex   C ', annex c",
    "ﬁre, FIRE",
    "ÉTÉ, été",
  })
  void whatLooksAlikeHasTheSameText(String one, String other) {
    assertThat(Likeness.of(one)).isEqualTo(Likeness.of(other));
  }

  @Test
  void whatReadersTellApartIsNotAlike() {
    assertThat(Likeness.of("C.1")).isNotEqualTo(Likeness.of("C1"));
    assertThat(Likeness.of("Annex C")).isNotEqualTo(Likeness.of("AnnexC"));
  }
}
