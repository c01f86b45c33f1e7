package org.seccatalogue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The order of the packages is the architecture: each may use only those before it.
class ArchitectureTest {

  private static final String ROOT = "org.seccatalogue.";
  private static final List<String> ORDER =
      List.of(
          "sql",
          "xml",
          "zip",
          "finding",
          "scratch",
          "queue",
          "schema",
          "record.number",
          "record",
          "record.order",
          "record.words",
          "trace",
          "agreement",
          "rules",
          "revision.writing",
          "revision",
          "revision.numbering",
          "revision.history",
          "revision.selection",
          "job",
          "review",
          "proposal",
          "workbook",
          "workbook.reading",
          "workbook.xlsx",
          "workbook.xls",
          "workbook.ods",
          "workbook.csv",
          "workbook.continued",
          "workbook.write",
          "workbook.annotate",
          "mapping",
          "mapping.profile",
          "export",
          "plan.rows",
          "plan.names",
          "plan",
          "imports.writing",
          "imports",
          "suggestion",
          "baseline.signing",
          "baseline",
          "baseline.files",
          "baseline.comparison",
          "baseline.standing",
          "baseline.search",
          "baseline.publication",
          "baseline.keys",
          "baseline.freezing",
          "export.published",
          "map",
          "map.drawing",
          "map.draft",
          "map.published",
          "document",
          "document.word",
          "document.html",
          "document.draft",
          "document.published",
          "bundle.shown",
          "bundle",
          "example",
          "freezing",
          "account",
          "api",
          "api.door",
          "api.description",
          "api.imports",
          "api.records",
          "api.freezing",
          "api.published.answers",
          "api.published",
          "page",
          "page.shown",
          "page.jobs",
          "page.mapping",
          "page.imports",
          "page.freezing",
          "page.forms",
          "page.records",
          "page.published",
          "page.published.search");
  private static final JavaClasses MAIN = BuiltClasses.MAIN;

  @TestFactory
  Stream<DynamicTest> eachPackageUsesOnlyEarlierOnes() {
    return IntStream.range(0, ORDER.size() - 1)
        .mapToObj(
            place ->
                DynamicTest.dynamicTest(
                    ORDER.get(place), () -> assertThat(usesOfLaterOnes(place)).isEmpty()));
  }

  private static List<String> usesOfLaterOnes(int place) {
    return MAIN.stream()
        .filter(origin -> place(origin) == place)
        .flatMap(origin -> origin.getDirectDependenciesFromSelf().stream())
        .filter(use -> place(use.getTargetClass().getBaseComponentType()) > place)
        .map(use -> use.getDescription())
        .toList();
  }

  /// Where the package of a class stands in the order; a package that is not named stands with the
  /// one that it is in, and one of no named package before all.
  private static int place(JavaClass type) {
    return IntStream.range(0, ORDER.size())
        .filter(i -> (type.getPackageName() + ".").startsWith(ROOT + ORDER.get(i) + "."))
        .boxed()
        .max(Comparator.comparingInt(i -> ORDER.get(i).length()))
        .orElse(-1);
  }

  @Test
  void pagesDoNotSeeTheApi() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "page..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "api..")
        .allowEmptyShould(true)
        .check(MAIN);
  }

  /// Neither by itself nor through anything that it uses, however far away.
  @Test
  void whatReadersSeeReachesNothingOfTheDraft() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "api.published..",
            ROOT + "page.published..",
            ROOT + "bundle..",
            ROOT + "document.published..",
            ROOT + "map.published..",
            ROOT + "export.published..")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "revision..",
            ROOT + "review..",
            ROOT + "job..",
            ROOT + "baseline.publication..",
            ROOT + "baseline.keys..",
            ROOT + "baseline.freezing..",
            ROOT + "document.draft..",
            ROOT + "map.draft..")
        .check(MAIN);
  }

  @Test
  void onlyTheApiAndThePagesKnowHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "api..", ROOT + "page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", ROOT + "api.contract..")
        .check(MAIN);
  }

  @Test
  void findingsRecordsAndTracesKnowNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "finding..", ROOT + "schema..", ROOT + "record..", ROOT + "trace..")
        .and()
        .doNotHaveSimpleName("SchemaProducer")
        .and()
        .haveNameNotMatching(".*SchemaProducer_.*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..")
        .check(MAIN);
  }

  @Test
  void onlyTheSchemaKnowsTheJsonSchemaLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "schema..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.networknt..")
        .check(MAIN);
  }

  @Test
  void entitiesAndRepositoriesStayInTheirPackage() {
    classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(MAIN);
    classes()
        .that()
        .areAssignableTo(PanacheRepositoryBase.class)
        .should()
        .notBePublic()
        .check(MAIN);
  }

  @Test
  void onlyTheClockKnowsTheTime() {
    noClasses()
        .that()
        .doNotHaveSimpleName("SystemClock")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(MAIN);
  }

  @Test
  void packagesSayAThingAndAreNullMarked() {
    assertThat(MAIN.stream().map(c -> c.getPackage()).distinct())
        .allSatisfy(
            p -> {
              assertThat(p.getName().split("\\."))
                  .doesNotContain(
                      "util", "common", "dto", "impl", "model", "service", "helper", "manager");
              if (!p.getName().endsWith(".contract")) {
                assertThat(p.isAnnotatedWith(NullMarked.class)).as(p.getName()).isTrue();
              }
            });
  }
}
