package org.seccatalogue.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Proof;

@QuarkusTest
@BrowserPresent
class ReadingPageIT {

  private static final int PHONE = 390;

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @Test
  void thePageIsTheFileOfTheApi() {
    byte[] file = given().get("/api/v1/specifications/C.4.html").asByteArray();

    assertThat(given().get("/sections/C.4.html").asByteArray()).isEqualTo(file);
    given().get("/api/v1/specifications/Z.html").then().statusCode(404);
    given().get("/sections/Z.html").then().statusCode(404);
    given()
        .get("/api/v1/specifications/C.4.html")
        .then()
        .header("Content-Disposition", "attachment; filename=\"sec-c-4.html\"");
  }

  @Test
  void nothingInItIsABarrier() {
    Page page = browser.open(address, 1280, 900, true);
    page.navigate(Proof.isWhole() ? "/sections/C.html" : "/sections/C.4.1.html");
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.screenshot(page, "reading-wide");
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() {
    Page page = browser.open(address, PHONE, 900, true);
    page.navigate("/sections/C.html");
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(PHONE);
    Browser.screenshot(page, "reading-phone");

    page.navigate("/sections/C.4.1.a.html");
    assertThat(Browser.barriers(page)).isEmpty();
  }

  @Test
  void everyLinkLeadsToAPlaceInIt() {
    Page page = browser.open(address, 1280, 900, true);
    page.navigate("/sections/C.html");

    assertThat(
            page.evaluate(
                """
                () => [...document.links]
                    .map(link => decodeURIComponent(link.getAttribute('href')))
                    .filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))
                """))
        .isEqualTo(List.of());
    assertThat(page.locator("article").count()).isEqualTo(page.locator("[data-key]").count());
    assertThat(page.locator("#ESM-0001 .sec-title").innerText())
        .isEqualTo("ESM-0001\nHalf-hourly import history");
  }

  @Test
  void isReachedFromItsSectionAndPrinted() {
    Page page = browser.open(address, 1280, 900, false);
    page.navigate("/sections/C.4.1.a");
    page.getByText("Read as one page").click();
    assertThat(page.title()).isEqualTo("C.4.1.a Electricity Meters \u2013 working draft");

    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    String printed =
        new String(
            page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setTagged(true)),
            StandardCharsets.ISO_8859_1);
    assertThat(printed.lines().filter("/MediaBox [0 0 594.95996 841.91998]"::equals))
        .hasSizeBetween(8, 14);
    assertThat(printed.lines()).anyMatch(line -> line.startsWith("/StructTreeRoot"));
  }
}
