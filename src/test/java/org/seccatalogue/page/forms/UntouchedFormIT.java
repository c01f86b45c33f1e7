package org.seccatalogue.page.forms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Catalogue;

/// A form that is opened and saved at once makes no revision.
@QuarkusTest
@BrowserPresent
class UntouchedFormIT {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");

  @ConfigProperty(name = "test.url")
  String address;

  @Inject Catalogue catalogue;
  @Inject CatalogueSchema schema;
  @Inject Revisions revisions;

  @ParameterizedTest
  @ValueSource(strings = {"24 h after the visit", "30 min", "1,7", "first\r\nsecond"})
  void wordsOfQuantitiesAndNotesOfLinksStayAsTheyAre(String words) {
    StoredRecord record = record(words, "first line\nsecond line");
    saveUntouched(record);
    assertThat(revisions.find(record.key()).orElseThrow()).isEqualTo(record);
  }

  @Test
  void aNoteIsKeptWithPlainLineBreaksHoweverItIsSent() {
    assertThat(record("late", " one\r\ntwo\rthree\n").links().getFirst().note())
        .isEqualTo("one\ntwo\nthree");
  }

  private StoredRecord record(String words, String note) {
    catalogue.heading(TypeKind.CLAUSE, "U.B", "A clause to link to", null);
    RecordType type =
        schema.namesOf(TypeKind.REQUIREMENT).stream()
            .map(schema::typeOf)
            .filter(t -> t.attributes().stream().anyMatch(UntouchedFormIT::mayBeWords))
            .findFirst()
            .orElseThrow();
    ObjectNode values = Catalogue.values(type, "Saved as it was opened");
    type.attributes().stream()
        .filter(UntouchedFormIT::mayBeWords)
        .forEach(attribute -> values.putObject(attribute.name()).put("condition", words));
    LinkDraft link = new LinkDraft(schema.derivations().getFirst(), "U.B", null, note);
    RecordDraft draft =
        new RecordDraft(type.name(), "U.B", PlaceWish.NONE, null, values, List.of(link));
    return switch (revisions.create(draft, NOTE)) {
      case SaveOutcome.Created(StoredRecord made, var _) -> made;
      case SaveOutcome other -> throw new AssertionError(other);
    };
  }

  private static boolean mayBeWords(Attribute attribute) {
    return attribute.type() instanceof AttributeType.Measure measure && measure.condition();
  }

  private void saveUntouched(StoredRecord record) {
    try (Browser browser = new Browser()) {
      Page page = browser.open(address, 1280, 900, false);
      page.navigate("/records/" + record.key() + "/edit");
      page.locator("button[name=action][value=save]").last().click();
      assertThat(page.locator(".govuk-notification-banner")).containsText("Nothing had changed");
    }
  }
}
