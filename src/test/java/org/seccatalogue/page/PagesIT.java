package org.seccatalogue.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Catalogue;

@QuarkusTest
@BrowserPresent
class PagesIT {

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

  @Inject Catalogue catalogue;
  @Inject CatalogueSchema schema;

  private StoredRecord clause;
  private StoredRecord requirement;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @BeforeEach
  void fill() {
    catalogue.heading(TypeKind.CLAUSE, "T.B", "Part B of a test", null);
    clause = catalogue.heading(TypeKind.CLAUSE, "T.B.1", "Access to [services]", "T.B");
    catalogue.heading(TypeKind.HEADING, "T.C", "Part C of a test", null);
    catalogue.heading(TypeKind.HEADING, "T.C.1", "Electricity meters", "T.C");
    requirement =
        catalogue.record(
            meter(),
            "Half-hourly consumption",
            "T.C.1",
            List.of(new LinkDraft(schema.derivations().getFirst(), "T.B.1", null, null)));
    clause = catalogue.reword(clause, AttributeRole.STATEMENT, "Access " + System.nanoTime());
  }

  /// The requirement type with the most kinds of value.
  private RecordType meter() {
    return schema.types().stream()
        .filter(type -> type.kind() == TypeKind.REQUIREMENT)
        .max(
            java.util.Comparator.comparingLong(
                type ->
                    type.attributes().stream().map(a -> a.type().getClass()).distinct().count()))
        .orElseThrow();
  }

  private Map<String, String> addresses() {
    Map<String, String> pages = new LinkedHashMap<>();
    String key = requirement.key().toString();
    pages.put("outline", "/");
    pages.put("section", "/sections/T.C.1");
    pages.put("clause", "/sections/T.B.1");
    pages.put("record", "/records/" + key);
    pages.put("revision", "/records/" + clause.key() + "/revisions/" + clause.version().revision());
    pages.put("types", "/records/new?parent=T.C.1");
    pages.put("new", "/records/new?parent=T.C.1&type=" + meter().name());
    pages.put("edit", "/records/" + key + "/edit");
    pages.put("withdraw", "/records/" + key + "/withdraw");
    pages.put("renumber", "/records/" + clause.key() + "/renumber?number=T.B.9");
    pages.put("renumber-taken", "/records/" + clause.key() + "/renumber?number=T.C");
    pages.put("renumberings", "/renumberings");
    pages.put("search", "/search?q=consumption");
    pages.put("imports", "/imports");
    pages.put("exports", "/exports");
    pages.put("trace", "/trace");
    pages.put("missing", "/nothing-here");
    return pages;
  }

  @Test
  void noPageHasABarrierOrScrollsSidewaysOnAPhone() {
    assertThat(browser.faults(address, addresses())).isEmpty();
  }
}
