package org.seccatalogue.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

class AgreementBoxTest {

  private static final CatalogueSchema SCHEMA = AgreementNamesTest.SCHEMA;
  private static final RecordHead MRA =
      AgreementNamesTest.agreement("XCA-0001", "MRA", "Master Registration Agreement");
  private static final RecordHead BSC =
      AgreementNamesTest.agreement("XCA-0002", "BSC", "Balancing and Settlement Code");
  private static final RecordHead CHAPTER = head("SEC-0007", "section", "00000003.00000002");
  private static final RecordHead OTHER = head("SEC-0020", "section", "00000003.00000003");
  private static final RecordHead BELOW = head("SEC-0008", "section", CHAPTER.path() + ".00000001");
  private static final RecordHead PRACTICE =
      head("COP-0001", "code-of-practice", BELOW.path() + ".00000001");
  private static final Map<String, RecordHead> NAMED =
      Map.of(
          "XCA-0001", MRA,
          "XCA-0002", BSC,
          "SEC-0007", CHAPTER,
          "SEC-0008", BELOW,
          "SEC-0020", OTHER,
          "COP-0001", PRACTICE);

  private AgreementBox box = box();

  private static RecordHead head(String key, String type, String path) {
    return new RecordHead(
        RecordKey.of(key), type, "Title of " + key, null, "DRAFT", 1, null, false, path);
  }

  @BeforeEach
  void begin() {
    box = box();
  }

  private static AgreementBox box() {
    return new AgreementBox(
        SCHEMA, AgreementNames.of(SCHEMA, List.of(MRA, BSC)), NAMED::get, AgreementBox.Reach.ALL);
  }

  private static Voice voice(RecordHead head, Map<String, Object> values, TracedLink... links) {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    values.forEach(
        (name, value) -> {
          if (value instanceof List<?> list) {
            list.forEach(one -> attributes.withArray("/" + name).add(String.valueOf(one)));
          } else {
            attributes.put(name, String.valueOf(value));
          }
        });
    return new Voice(
        head, SCHEMA.typeOf(head.type()), Attributes.stored(attributes), List.of(links));
  }

  private static TracedLink link(RecordHead from, RecordHead to, @Nullable String note) {
    return new TracedLink(from, "interacts_with", to, 1, note, Soundness.SOUND);
  }

  private List<String> touched() {
    return box.touched().stream().map(one -> one.agreement().name()).toList();
  }

  @Test
  void whateverNamesAnAgreementCounts() {
    box.add(
        voice(
            PRACTICE,
            Map.of("existing_code", List.of("BSC"), "requirement_text", "As the MRA says."),
            link(PRACTICE, MRA, "entry")));
    assertThat(box.touched())
        .containsExactly(
            new TouchedAgreement(
                Agreement.of(MRA),
                List.of(),
                List.of(new Mention(PRACTICE, List.of("interacts with: entry", "Requirement"))),
                TouchedAgreement.More.NONE,
                List.of()),
            new TouchedAgreement(
                Agreement.of(BSC),
                List.of(),
                List.of(new Mention(PRACTICE, List.of("Existing code overlapped"))),
                TouchedAgreement.More.NONE,
                List.of()));
  }

  @Test
  void anInteractionSaysItsOwnAgreementOnce() {
    RecordHead interaction = head("INT-0001", "code-interaction", BELOW.path() + ".00000002");
    box.add(
        voice(
            interaction,
            Map.of(
                "existing_code", "XCA-0001",
                "concerns", "COP-0001",
                "kind", "Data exchanged",
                "impact", "The MRA gets a new flow, the BSC does not.",
                "raised_by", "MRA administrator"),
            link(interaction, MRA, null)));
    assertThat(box.touched())
        .containsExactly(
            new TouchedAgreement(
                Agreement.of(MRA),
                List.of(
                    new Interaction(
                        interaction,
                        PRACTICE,
                        "Title of INT-0001",
                        "Data exchanged",
                        "The MRA gets a new flow, the BSC does not.",
                        "MRA administrator",
                        "")),
                List.of(),
                TouchedAgreement.More.NONE,
                List.of()),
            new TouchedAgreement(
                Agreement.of(BSC),
                List.of(),
                List.of(new Mention(interaction, List.of("Impact"))),
                TouchedAgreement.More.NONE,
                List.of()));
  }

  @Test
  void ofVeryManyTheFirstAreKeptAndTheOthersCounted() {
    for (int number = 1; number <= 100; number++) {
      RecordHead practice =
          head("COP-%04d".formatted(number), "code-of-practice", BELOW.path() + ".0000001");
      box.add(
          voice(
              practice,
              Map.of("requirement_text", "As the MRA says.", "title", "The MRA"),
              link(practice, MRA, null)));
    }
    TouchedAgreement touched = box.touched().getFirst();
    assertThat(touched.mentions()).hasSize(40);
    assertThat(touched.more()).isEqualTo(new TouchedAgreement.More(0, 60));
  }

  @Test
  void whatIsWithdrawnSaysNothing() {
    RecordHead withdrawn = PRACTICE.at("WITHDRAWN");
    box.add(voice(withdrawn, Map.of("requirement_text", "MRA"), link(withdrawn, MRA, "entry")));
    assertThat(touched()).isEmpty();
  }

  @Test
  void assessmentsAreOfTheChapterAndWhatIsInIt() {
    RecordHead first = head("IMA-0001", "impact-assessment", "00000004.00000001");
    RecordHead second = head("IMA-0002", "impact-assessment", "00000004.00000002");
    box.assess(
        voice(
            first,
            Map.of(
                "assessed_matter", "BSC on C.2.1",
                "existing_code", "XCA-0002",
                "chapter", "SEC-0008",
                "asked", "2011-11-14",
                "assessment_outcome", "no impact")),
        CHAPTER,
        List.of());
    box.assess(
        voice(
            second,
            Map.of(
                "assessed_matter",
                "MRA on C.3",
                "existing_code",
                "XCA-0001",
                "chapter",
                "SEC-0020")),
        CHAPTER,
        List.of());
    assertThat(box.touched())
        .containsExactly(
            new TouchedAgreement(
                Agreement.of(BSC),
                List.of(),
                List.of(),
                TouchedAgreement.More.NONE,
                List.of(
                    new Assessment(
                        first,
                        null,
                        List.of(
                            new Assessment.Value("Subject", "BSC on C.2.1"),
                            new Assessment.Value("Asked on", "2011-11-14"),
                            new Assessment.Value("Outcome", "No impact"))))));
  }

  @Test
  void anInteractionWithWhatIsNotAtHandIsKept() {
    RecordHead interaction = head("INT-0001", "code-interaction", BELOW.path() + ".00000002");
    for (String code : List.of("XCA-0099", "UNC")) {
      box.add(voice(interaction, Map.of("existing_code", code, "impact", "A new flow.")));
    }
    assertThat(box.touched())
        .extracting(TouchedAgreement::agreement)
        .containsExactly(
            new Agreement("UNC", "UNC", "Uniform Network Code (Joint Office)", ""),
            new Agreement("XCA-0099", "XCA-0099", "not in this edition", ""));
  }

  @Test
  void ofVeryManyInteractionsTheFirstAreKept() {
    for (int number = 1; number <= 1003; number++) {
      box.add(
          voice(
              head("INT-%04d".formatted(number), "code-interaction", BELOW.path() + ".00000002"),
              Map.of("existing_code", "XCA-0001")));
    }
    assertThat(box.touched().getFirst().interactions()).hasSize(1000);
    assertThat(box.touched().getFirst().more()).isEqualTo(new TouchedAgreement.More(3, 0));
  }

  @Test
  void anAssessmentOfTheWholeIsOneOfItsPartsAndNotTheOtherWayRound() {
    RecordHead answer = head("IMA-0001", "impact-assessment", "00000004.00000001");
    Voice ofChapter = voice(answer, Map.of("existing_code", "XCA-0002", "chapter", "SEC-0007"));
    box.assess(ofChapter, BELOW, List.of());
    assertThat(touched()).containsExactly("BSC");
    begin();
    box.assess(ofChapter, head("SEC-0003", "section", "00000003"), List.of(CHAPTER, OTHER));
    assertThat(touched()).isEmpty();
  }
}
