package org.seccatalogue.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;

/// Specifications have the map of what they are about as a figure, which says in words what it
/// shows, and is large enough when it is printed.
@QuarkusTest
@OfficePresent
@BrowserPresent
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class FiguresIT {

  private static final String AT = "/api/v1/baselines/sec-v0.01/specifications/";
  private static final String PICTURE = "word/media/image1.png";
  private static final String TEXT = "word/document.xml";
  private static final Pattern DESCRIBED = Pattern.compile("<wp:docPr [^>]* descr=\"([^\"]*)\"");
  private static final String CAPTION =
      "Figure 1: SEC map of PART C – SEC REQUIREMENTS CATALOGUES, SEC v0.01";
  private static final float A3_HIGH = 297 * 72 / 25.4f;
  private static final float A3_WIDE = 420 * 72 / 25.4f;

  @Inject Freezer freezer;

  @TempDir Path folder;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  private static byte[] file(String address) {
    return given()
        .header("Prefer", "wait=60")
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static SequencedMap<String, byte[]> parts(byte[] docx) throws IOException {
    SequencedMap<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        parts.put(e.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static String described(Map<String, byte[]> parts) {
    Matcher matcher = DESCRIBED.matcher(text(parts.get(TEXT)));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  /// Documents of the newest form call records as people do, those before by their keys.
  @Test
  void attributesSayWhatPeopleCallRecords() {
    assertThat(text(file(AT + "R.5.html"))).contains(">MRA<").doesNotContain(">XCA-0001<");
    assertThat(text(file(AT + "R.5.html?form=3"))).contains(">XCA-0001<");
  }

  @Test
  void wordHasThePictureAndSaysWhatItShows() throws IOException {
    byte[] docx = file(AT + "C.docx");
    SequencedMap<String, byte[]> parts = parts(docx);
    assertThat(described(parts))
        .isEqualTo(
            "SEC map: PART C – SEC REQUIREMENTS CATALOGUES, SEC v0.01, 30 November 2011. It shows"
                + " 12 existing codes and agreements, 8 chapters or clauses of the code, 4 boxes"
                + " of parties and 9 chapters or sections of the catalogue; 16 subsidiary documents"
                + " are named on what they serve. 201 relations: Consequential change needed 2;"
                + " Data exchanged 1; Obligation duplicated 2; Definition shared 2; Governance"
                + " overlap 1; No change, information only 2; Interacts with, nothing more said 10;"
                + " Derives from 72; Other trace link 50; Party that uses it or must act 59. Most"
                + " relations: C.4 (60), C.5 (41), Users (40), C.1 (37) and C.3 (25). Left out: 8"
                + " relations within one box. Where this document has boxes that are called"
                + " “Interactions with existing codes and agreements”, they say in words what"
                + " touches each code. All relations stand as a list below this map where the"
                + " baseline is published.");
    assertThat(text(parts.get(TEXT))).contains(CAPTION);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(parts.get(PICTURE)));
    assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(3181, 2047));
    assertThat(parts.get(PICTURE).length).isLessThan(1_500_000);
    assertThat(parts.lastEntry().getKey()).isEqualTo(PICTURE);
    assertThat(file(AT + "C.docx?form=6")).isEqualTo(docx);
    assertThat(described(parts(file(AT + "C.docx?form=4"))))
        .contains("16 boxes of parties", "14 subsidiary documents. 319 relations:");
  }

  @Test
  void whatTouchesNoCodeAndWhatWasPublishedBeforeHasNone() throws IOException {
    for (String name : List.of("A.docx", "C.1.2.docx", "C.docx?form=3", "C.docx?form=1")) {
      Map<String, byte[]> parts = parts(file(AT + name));
      assertThat(parts).as(name).doesNotContainKey(PICTURE);
      assertThat(text(parts.get(TEXT))).as(name).doesNotContain("Figure", "w:drawing");
    }
    for (String name : List.of("A.html", "C.1.2.html", "C.html?form=3", "C.html?form=1")) {
      assertThat(text(file(AT + name))).as(name).doesNotContain("<figure", "<svg");
    }
  }

  @Test
  void htmlHasTheSameAsVectorsInTheFile() throws IOException {
    String html = text(file(AT + "C.html"));
    assertThat(html)
        .contains("<figcaption>" + CAPTION + "</figcaption>")
        .contains("<desc id=\"map-desc\">" + described(parts(file(AT + "C.docx"))) + "</desc>")
        .contains("Master Registration Agreement</text>")
        .containsOnlyOnce("<svg ")
        .doesNotContain("<img", "<script", "data:");
  }

  @Test
  void theDraftHasOneToo() throws IOException {
    Map<String, byte[]> parts = parts(file("/api/v1/specifications/C.4.docx"));
    assertThat(described(parts))
        .startsWith("SEC map: C.4 SMS Technical Specifications, Draft, ")
        .endsWith(" All relations stand as a list below this map of the draft.");
    assertThat(ImageIO.read(new ByteArrayInputStream(parts.get(PICTURE))).getWidth())
        .isEqualTo(3181);
    assertThat(text(file("/api/v1/specifications/C.4.html")))
        .contains("Figure 1: SEC map of C.4 SMS Technical Specifications, Draft</figcaption>");
  }

  @Test
  void anotherProgramPrintsItOnOnePageOfItsOwn() throws Exception {
    Path docx = Files.write(folder.resolve("C.4.docx"), file(AT + "C.4.docx"));
    try (PDDocument pdf = Loader.loadPDF(Office.printed(docx, folder).toFile())) {
      assertPrinted(pdf);
      PDPage page = pdf.getPage(wide(pdf));
      Iterable<COSName> names = page.getResources().getXObjectNames();
      assertThat(names).hasSize(1);
      assertThat(page.getResources().isImageXObject(names.iterator().next())).isTrue();
    }
  }

  @Test
  void aBrowserPrintsItOnOnePageOfItsOwn() throws IOException {
    try (Browser browser = new Browser()) {
      Path html = Files.write(folder.resolve("C.4.html"), file(AT + "C.4.html"));
      Page page = browser.open("http://localhost/", 1280, 900, true);
      page.navigate(html.toUri().toString());
      assertThat(Browser.barriers(page)).isEmpty();
      byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      try (PDDocument pdf = Loader.loadPDF(printed)) {
        assertPrinted(pdf);
      }
    }
  }

  /// One page of A3 in front of the text, with its caption, between pages of A4.
  private static void assertPrinted(PDDocument pdf) throws IOException {
    int at = wide(pdf);
    for (int i = 0; i < pdf.getNumberOfPages(); i++) {
      boolean wide = pdf.getPage(i).getMediaBox().getWidth() > A3_HIGH;
      assertThat(wide).as("page " + i).isEqualTo(i == at);
    }
    assertThat(pdf.getPage(at).getMediaBox().getWidth()).isCloseTo(A3_WIDE, within(1f));
    assertThat(pdf.getPage(at).getMediaBox().getHeight()).isCloseTo(A3_HIGH, within(1f));
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(at + 1);
    stripper.setEndPage(at + 1);
    assertThat(stripper.getText(pdf))
        .contains("Figure 1: SEC map of C.4 SMS Technical Specifications, SEC v0.01")
        .contains("Page " + (at + 1) + " of " + pdf.getNumberOfPages());
    stripper.setStartPage(at + 2);
    stripper.setEndPage(at + 2);
    assertThat(stripper.getText(pdf)).contains("Interactions with existing codes and agreements");
  }

  private static int wide(PDDocument pdf) {
    int at = 0;
    while (pdf.getPage(at).getMediaBox().getWidth() < A3_HIGH) {
      at++;
    }
    return at;
  }
}
