package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Tools;
import org.seccatalogue.testkit.ToolsPresent;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The maps of the example, as programs ask for them.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class MapsIT {

  /// What they hold stands for itself, or touches nothing.
  private static final Set<String> REGISTERS = Set.of("R.1", "R.3", "R.4", "R.5");

  private static final String AT = "/api/v1/baselines/sec-v0.01/map.svg";

  @Inject Freezer freezer;
  @Inject Published published;
  @Inject PublishedRecords records;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  private static byte[] map(String address) {
    return given()
        .header("Prefer", "wait=60")
        .get(address)
        .then()
        .statusCode(200)
        .contentType("image/svg+xml")
        .extract()
        .asByteArray();
  }

  private static List<String> texts(byte[] svg, String element) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    NodeList found = document.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /// However many lines are left out: a box without one says that nothing touches the code.
  @Test
  void eachCodeThatIsTouchedHasALine() throws Exception {
    List<String> codes =
        given()
            .get("/api/v1/baselines/sec-v0.01/records?limit=200&type=existing-code")
            .jsonPath()
            .<Map<String, String>>getList("items")
            .stream()
            .map(code -> code.get("reference") + " " + code.get("title"))
            .toList();
    for (String focus : List.of("?focus=C", "?focus=C.6")) {
      List<String> titles = texts(map(AT + focus), "title");
      List<String> lines = titles.stream().filter(title -> title.contains(" – ")).toList();
      List<String> boxes = codes.stream().filter(titles::contains).toList();
      assertThat(boxes).as(focus).isNotEmpty();
      assertThat(boxes)
          .as(focus)
          .allSatisfy(
              box ->
                  assertThat(lines)
                      .anyMatch(line -> line.contains(box + ":") || line.startsWith(box + " – ")));
    }
  }

  @Test
  void theWholeNamesAllPartsChaptersAndCodes() throws Exception {
    List<String> titles = texts(map(AT), "title");
    List<RecordHead> outline = records.outline(published.find("sec-v0.01").orElseThrow());
    List<String> chapters =
        outline.stream()
            .filter(head -> head.path().length() == 17 && !REGISTERS.contains(head.name()))
            .map(head -> head.name() + " " + head.title())
            .toList();
    assertThat(chapters).contains("A.1 Preliminary", "C.4 SMS Technical Specifications");
    assertThat(titles.stream().map(title -> title.replaceFirst("; served by .*", "")))
        .containsAll(chapters);
    assertThat(titles)
        .contains(
            "C.6 Codes of Practice; served by COP Codes of Practice, COP-INST Code of practice for"
                + " meter installation, COP-MAINT Code of practice for the maintenance of a smart"
                + " metering system");
    assertThat(titles)
        .contains(
            "MRA Master Registration Agreement",
            "DCCL DCC licence",
            "C.2 Business Requirements Specifications – MRA Master Registration Agreement:"
                + " Consequential change needed, 2");
    assertThat(texts(map(AT), "text"))
        .contains(
            "PART A – GOVERNANCE AND CHANGE CONTROL",
            "PART B – INTEROPERABILITY",
            "PART C – SEC REQUIREMENTS CATALOGUES",
            "SEC v0.01",
            "30 November 2011",
            "Consequential change needed: 2",
            "Data exchanged: 1",
            "Obligation duplicated: 2",
            "Definition shared: 2",
            "Governance overlap: 1",
            "No change, information only: 2");
  }

  @Test
  void whoeverAsksTheSameHasTheSameBytes() {
    byte[] whole = map(AT);
    assertThat(map(AT)).isEqualTo(whole);
    assertThat(map(AT + "?form=3")).isEqualTo(whole);
    assertThat(map("/api/v1/baselines/latest/map.svg")).isEqualTo(whole);
    assertThat(map(AT + "?focus=MRA")).isEqualTo(map(AT + "?focus=XCA-0001")).isNotEqualTo(whole);
  }

  private static byte[] file(String address, String mediaType) {
    return given()
        .header("Prefer", "wait=60")
        .get(address)
        .then()
        .statusCode(200)
        .contentType(mediaType)
        .extract()
        .asByteArray();
  }

  private static List<String> codes() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(map(AT)));
    NodeList groups = document.getElementsByTagName("g");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      if (group.getAttribute("data-node").startsWith("XCA-")) {
        names.add(group.getElementsByTagName("text").item(0).getTextContent());
      }
    }
    return names;
  }

  @Test
  void thePdfIsASheetOfA3WithItsTypefacesAndAllCodes() throws Exception {
    byte[] pdf = file(AT.replace(".svg", ".pdf"), "application/pdf");
    assertThat(codes()).hasSize(17).contains("MRA", "BSC", "UNC", "DCCL");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDRectangle size = document.getPage(0).getMediaBox();
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(size.getWidth() / 72 * 25.4).isCloseTo(420, within(0.01));
      assertThat(size.getHeight() / 72 * 25.4).isCloseTo(297, within(0.01));
      assertThat(new PDFTextStripper().getText(document).split("\\s+")).containsAll(codes());
    }
    assertThat(file(AT.replace(".svg", ".pdf"), "application/pdf")).isEqualTo(pdf);
    assertThat(file(AT.replace(".svg", ".pdf") + "?focus=MRA", "application/pdf"))
        .isNotEqualTo(pdf);
  }

  @Test
  @ToolsPresent(ToolsPresent.Program.POPPLER)
  void anotherProgramReadsThePdf() throws Exception {
    Path pdf = Files.createTempFile("map", ".pdf");
    Files.write(pdf, file(AT.replace(".svg", ".pdf"), "application/pdf"));
    assertThat(Tools.run(List.of(poppler("pdfinfo"), pdf.toString())).output())
        .containsPattern("Title: +SEC map: interactions with existing codes and agreements\n")
        .containsPattern("CreationDate: +Wed Nov 30 00:00:00 2011")
        .containsPattern("Tagged: +yes")
        .containsPattern("Page size: +1190.55 x 841.89 pts \\(A3\\)");
    String fonts = Tools.run(List.of(poppler("pdffonts"), pdf.toString())).output();
    assertThat(fonts.lines().skip(2).toList())
        .hasSize(2)
        .allMatch(line -> line.contains("+LiberationSans"))
        .allMatch(line -> line.contains("yes yes yes"));
    String text = Tools.run(List.of(poppler("pdftotext"), pdf.toString(), "-")).output();
    assertThat(text.split("\\s+")).containsAll(codes());
    Files.delete(pdf);
  }

  private static String poppler(String name) {
    return Tools.poppler(name).orElseThrow().toString();
  }

  @Test
  void whatIsLeftOutIsPartOfTheQuestion() throws Exception {
    byte[] fewer = map(AT + "?without=part:B&without=code:DCCL");
    assertThat(map(AT + "?without=code:DCCL&without=part:B&without=part:B")).isEqualTo(fewer);
    assertThat(texts(fewer, "text"))
        .contains("PART A – GOVERNANCE AND CHANGE CONTROL", "MRA")
        .doesNotContain("PART B – INTEROPERABILITY", "DCCL");
    assertThat(map(AT + "?without=CODE:dccl&without=part:b")).isEqualTo(fewer);
    assertThat(texts(fewer, "title"))
        .startsWith(
            "SEC map: interactions with existing codes and agreements, without PART B, DCCL");
    assertThat(texts(map(AT + "?without=part:B&form=1"), "title"))
        .startsWith("SEC map: interactions with existing codes and agreements");
    byte[] draft = map("/api/v1/map.svg?without=code:dccl");
    assertThat(texts(draft, "text")).doesNotContain("DCCL");
    assertThat(texts(draft, "title"))
        .startsWith("SEC map: interactions with existing codes and agreements, without DCCL");
  }

  @Test
  void whatIsNoChoiceIsToldWithAllChoices() {
    for (String at : List.of(AT + "?", AT + "?since=sec-v0.01&", "/api/v1/map.svg?")) {
      given()
          .get(at + "without=part:B&without=any objection of Ofgem")
          .then()
          .statusCode(400)
          .body("findings", hasSize(1))
          .body("findings[0].code", equalTo("UNKNOWN_CODE"))
          .body("findings[0].parameter", equalTo("without"))
          .body("findings[0].found", equalTo("any objection of Ofgem"))
          .body("findings[0].expected", containsString("this map: kind:"))
          .body("findings[0].expected", containsString(", part:B, "))
          .body("findings[0].expected", containsString(", code:MRA, "));
    }
    given().get(AT + "?without=stage:DRAFT").then().statusCode(400);
    given()
        .get("/api/v1/map.svg?focus=MRA&without=code:mra")
        .then()
        .statusCode(400)
        .body(
            "findings.message",
            equalTo(List.of("There is no record MRA of those that are not left out.")));
  }

  @Test
  void theDccAndThePartiesStandOnTheMap() throws Exception {
    assertThat(texts(map(AT), "text")).contains("DCC and parties", "DCC", "Users", "Others");
  }

  @Test
  void thePngIsTheSameSheetAsAPicture() throws Exception {
    byte[] png = file(AT.replace(".svg", ".png"), "image/png");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(picture.getWidth()).isEqualTo(2480);
    assertThat(picture.getHeight()).isEqualTo(1753);
    assertThat(png).hasSizeLessThan(2_000_000);
    assertThat(file(AT.replace(".svg", ".png"), "image/png")).isEqualTo(png);
    assertThat(file("/api/v1/map.png?focus=MRA", "image/png")).isNotEqualTo(png);
    assertThat(file("/api/v1/map.pdf", "application/pdf")).startsWith('%', 'P', 'D', 'F');
    given().get("/api/v1/map.pdf?focus=C.99").then().statusCode(400);
    given().get(AT.replace(".svg", ".png") + "?form=9").then().statusCode(404);
  }

  @Test
  void itCanBeAboutACodeASectionOrARecord() throws Exception {
    assertThat(texts(map(AT + "?focus=MRA"), "title"))
        .startsWith("SEC map: what touches MRA Master Registration Agreement")
        .contains("BRQ-0001 Registration refresh from MPAS")
        .doesNotContain("BSC Balancing and Settlement Code");
    assertThat(texts(map(AT + "?focus=C.4"), "title"))
        .startsWith("SEC map: C.4 SMS Technical Specifications")
        .contains("C.4.1 SMS FRS", "B.1 Technical Interoperability");
    assertThat(texts(map(AT + "?focus=ESM-0004"), "title"))
        .startsWith("SEC map: around ESM-0004 Average voltage")
        .contains("DCODE Distribution Code", "B.5.6 Network Responsibilities (Smart Grid)");
  }

  /// In their newest form; before, they were of no map.
  @Test
  void whatAdministratorsAssessStandsAroundTheirCode() throws Exception {
    String line =
        "IMA-0001 MRA on C.2 – MRA Master Registration Agreement: Assessment by its administrator, 1";
    assertThat(texts(map(AT + "?focus=MRA"), "title")).contains("IMA-0001 MRA on C.2", line);
    assertThat(texts(map(AT + "?focus=IMA-0001"), "title"))
        .contains(
            line,
            "IMA-0001 MRA on C.2 – C.2 Business Requirements Specifications: Assessment by its"
                + " administrator, 1");
    assertThat(texts(map(AT + "?focus=MRA&form=2"), "title")).noneMatch(t -> t.contains("IMA-"));
    assertThat(texts(map(AT + "?focus=C.2"), "title")).noneMatch(t -> t.contains("IMA-"));
    assertThat(texts(map(AT + "?focus=MRA&without=kind:Assessment-by-its-administrator"), "title"))
        .noneMatch(t -> t.contains("IMA-"));
  }

  @Test
  void itCanBeAboutAParty() throws Exception {
    byte[] dcc = map(AT + "?focus=DCC");
    assertThat(texts(dcc, "title"))
        .startsWith("SEC map: what touches DCC")
        .contains("DCC")
        .doesNotContain("MRA Master Registration Agreement");
    assertThat(map(AT + "?focus=party:other:DCC")).isEqualTo(dcc);
    assertThat(map(AT + "?focus=dcc")).isEqualTo(dcc);
    assertThat(texts(map(AT + "?focus=gas supplier"), "title"))
        .startsWith("SEC map: what touches GS Gas supplier");
    assertThat(texts(map("/api/v1/map.svg?focus=DCC"), "title"))
        .startsWith("SEC map: what touches DCC");
    assertThat(texts(map(AT + "?focus=DCC&since=sec-v0.01"), "title"))
        .startsWith("SEC map: what touches DCC – changes since SEC v0.01");
    assertThat(texts(map(AT + "?focus=DCC&without=part:B"), "title"))
        .startsWith("SEC map: what touches DCC, without PART B");
    assertThat(map(AT + "?focus=DCC&form=1")).isNotEmpty();
    given().get(AT + "?focus=party:").then().statusCode(400);
  }

  @Test
  void whatIsNotThereIsToldWithItsPlace() {
    given()
        .get(AT + "?focus=C.99")
        .then()
        .statusCode(400)
        .body("findings[0].code", equalTo("UNKNOWN_RECORD"))
        .body("findings[0].parameter", equalTo("focus"))
        .body("findings[0].message", equalTo("There is no record C.99 of the baseline."));
    given()
        .get(AT + "?focus=MRA&without=code:MRA")
        .then()
        .statusCode(400)
        .body(
            "findings[0].message",
            equalTo("There is no record MRA of those that are not left out."));
    given().get(AT + "?around=MRA").then().statusCode(400);
    given().get("/api/v1/baselines/none/map.svg").then().statusCode(404);
    given().get(AT + "?form=9").then().statusCode(404);
    given()
        .get(AT + "?since=none")
        .then()
        .statusCode(400)
        .body("findings.parameter", hasItem("since"));
    assertThat(map(AT + "?since=sec-v0.01")).isNotEqualTo(map(AT));
    given()
        .get("/api/v1/map.svg?focus=C.99")
        .then()
        .statusCode(400)
        .body("findings.parameter", hasItem("focus"));
    given().get("/api/v1/map.svg?around=MRA").then().statusCode(400);
  }

  @Test
  void theDraftHasTheSameMapUnderItsOwnName() throws Exception {
    byte[] draft = map("/api/v1/map.svg");
    assertThat(texts(draft, "text")).contains("Draft", "Consequential change needed: 2");
    assertThat(texts(draft, "title"))
        .contains(
            "MRA Master Registration Agreement",
            "A.1 Preliminary",
            "C.2 Business Requirements Specifications – MRA Master Registration Agreement:"
                + " Consequential change needed, 2");
    assertThat(map("/api/v1/map.svg")).isEqualTo(draft);
    assertThat(texts(map("/api/v1/map.svg?focus=MRA"), "title"))
        .startsWith("SEC map: what touches MRA Master Registration Agreement");
  }
}
