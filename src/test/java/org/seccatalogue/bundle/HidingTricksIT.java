package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.testkit.Freezer;

/// Ways to have readers see something else than what was published, in files that still say every
/// record: each is told as that, in front of all else.
@QuarkusTest
@Tag("files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class HidingTricksIT {

  private static final String WORD = "specifications/C.4.1.b.docx";
  private static final String OPTIONS = "specifications/C.1.2.b.docx";
  private static final String HTML = "specifications/C.4.1.b.html";
  private static final String BOOK = "records.xlsx";
  private static final String TEXT = "word/document.xml";
  private static final String RUN = "(<w:r>)(<w:t xml:space=\"preserve\">The gas meter shall)";
  private static final String PARAGRAPH =
      "(<w:p><w:pPr><w:pStyle w:val=\"SECRequirementStatement\"/>)(</w:pPr>)";

  @Inject Freezer freezer;
  @Inject Verifications verifications;
  @TempDir Path folder;

  @BeforeAll
  void freeze() {
    freezer.freeze(
        "SEC v0.01",
        "2011-11-30",
        new Selection(
            List.of("C.4.1.b", "C.1.2.b"),
            List.of("section", "clause", "gas-meter-spec", "option-set"),
            List.of(),
            null,
            false,
            false));
  }

  private static HidingTrick run(String name, String property, String told) {
    return new HidingTrick(name, WORD, TEXT, RUN, "$1<w:rPr>" + property + "</w:rPr>$2", told);
  }

  private static HidingTrick paragraph(String name, String property, String told) {
    return new HidingTrick(name, WORD, TEXT, PARAGRAPH, "$1" + property + "$2", told);
  }

  private static HidingTrick style(String name, String property, String told) {
    return new HidingTrick(
        name,
        WORD,
        "word/styles.xml",
        "(w:styleId=\"SECRequirementStatement\">.*?)(</w:style>)",
        "$1<w:rPr>" + property + "</w:rPr>$2",
        told);
  }

  private static HidingTrick html(String name, String from, String to, String told) {
    return new HidingTrick(name, HTML, "", from, to, told);
  }

  private static HidingTrick book(String name, String part, String from, String to, String told) {
    return new HidingTrick(name, BOOK, part, from, to, told);
  }

  static List<HidingTrick> tricks() {
    String sheet = "xl/worksheets/sheet[0-9]+\\.xml";
    return List.of(
        run("hidden words", "<w:vanish/>", "Hidden words"),
        run("words hidden on the web", "<w:webHidden/>", "Hidden words"),
        run("white words", "<w:color w:val=\"FFFFFF\"/>", "Words in a colour that is hardly seen"),
        run("faint words", "<w:color w:val=\"F2F2F2\"/>", "Words in a colour that is hardly seen"),
        run(
            "words on their own colour",
            "<w:color w:val=\"123456\"/><w:shd w:val=\"clear\" w:fill=\"123456\"/>",
            "Words in a colour that is hardly seen"),
        run("tiny words", "<w:sz w:val=\"2\"/>", "Words too small to read"),
        run("words struck through", "<w:strike/>", "Words struck through"),
        run("words struck twice", "<w:dstrike/>", "Words struck through"),
        run(
            "words in symbols",
            "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>",
            "Words in a font of symbols"),
        run("narrow words", "<w:w w:val=\"1\"/>", "Words pressed together or moved away"),
        run(
            "words moved up",
            "<w:position w:val=\"900\"/>",
            "Words pressed together or moved away"),
        run("words pressed together", "<w:spacing w:val=\"-200\"/>", "Words pressed together"),
        style("a style that hides", "<w:vanish/>", "Hidden words"),
        style("a style that is white", "<w:color w:val=\"FFFFFF\"/>", "Words in a colour"),
        new HidingTrick(
            "hidden by default",
            WORD,
            "word/styles.xml",
            "(<w:rPrDefault><w:rPr>)",
            "$1<w:vanish/>",
            "Hidden words"),
        paragraph(
            "lines without height",
            "<w:spacing w:line=\"1\" w:lineRule=\"exact\"/>",
            "Lines too low to be seen"),
        paragraph("words beside the page", "<w:ind w:left=\"30000\"/>", "Words beside the page"),
        paragraph("a frame elsewhere", "<w:framePr w:x=\"-9000\"/>", "A frame"),
        new HidingTrick(
            "a deletion that is only marked",
            WORD,
            TEXT,
            RUN + "([^<]*)</w:t></w:r>",
            "<w:del w:id=\"9\" w:author=\"x\">$1$2$3</w:t></w:r></w:del>",
            "Words marked as deleted"),
        new HidingTrick(
            "a sentence outside all records",
            WORD,
            TEXT,
            "(<w:body>)",
            "$1<w:p><w:r><w:t>Every requirement below is advisory only.</w:t></w:r></w:p>",
            "It does not say what was published"),
        new HidingTrick(
            "a sentence in every header",
            WORD,
            "word/header[0-9]\\.xml",
            "(</w:hdr>)",
            "<w:p><w:r><w:t>Advisory only.</w:t></w:r></w:p>$1",
            "A line around the text"),
        new HidingTrick(
            "a picture over the words",
            WORD,
            TEXT,
            RUN,
            "<w:r><w:drawing/></w:r>$1$2",
            "An object, such as a picture"),
        run(
            "words white by a theme",
            "<w:color w:val=\"auto\" w:themeColor=\"background1\"/>",
            "Words in a colour that is hardly seen"),
        run(
            "black words on black",
            "<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>",
            "Words in a colour that is hardly seen"),
        run("words fitted into nothing", "<w:fitText w:val=\"1\"/>", "Words pressed together"),
        new HidingTrick(
            "an effect that nobody has heard of",
            WORD,
            TEXT,
            RUN,
            "$1<w:rPr><w:textFill><w:noFill/></w:textFill></w:rPr>$2",
            "The look of words"),
        new HidingTrick(
            "words bound to data",
            WORD,
            TEXT,
            RUN + "([^<]*)</w:t></w:r>",
            "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\"/></w:sdtPr>"
                + "<w:sdtContent>$1$2$3</w:t></w:r></w:sdtContent></w:sdt>",
            "Markup"),
        new HidingTrick(
            "bullets that say something",
            OPTIONS,
            "word/numbering.xml",
            "w:lvlText w:val=\"[^\"]*\"",
            "w:lvlText w:val=\"Not binding:\"",
            "The look of a paragraph"),
        new HidingTrick(
            "a page of no size",
            WORD,
            TEXT,
            "<w:pgSz w:w=\"[0-9]+\"",
            "<w:pgSz w:w=\"20\"",
            "The look of the pages"),
        new HidingTrick(
            "another title in the properties that pages print",
            WORD,
            "docProps/custom.xml",
            "<vt:lpwstr>[^<]*",
            "<vt:lpwstr>Advisory only",
            "A property that pages print"),
        new HidingTrick(
            "words in place of the number of a page",
            WORD,
            TEXT,
            "(PAGEREF [^<]*</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>)",
            "$1<w:r><w:t>Advisory only</w:t></w:r>",
            "Words in place of the number of a page"),
        new HidingTrick(
            "another field",
            WORD,
            TEXT,
            RUN,
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText>"
                + "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>$1$2",
            "A field that makes words"),
        html(
            "hidden by a style",
            "</style>",
            "#GSM-0001{display:none}</style>",
            "A style or script"),
        html("added by a style", "</style>", "h1:after{content:\"Draft\"}</style>", "A style"),
        html("hidden by an attribute", "id=\"GSM-0001\"", "id=\"GSM-0001\" hidden", "An element"),
        html("a script", "</body>", "<script>document.body.remove()</script></body>", "A"),
        html("a sentence outside", "<body>", "<body><p>Advisory only.</p>", "An element"),
        html("another style sheet", "</head>", "<link rel=\"stylesheet\" href=\"x\"></head>", "An"),
        book("a hidden row", sheet, "(<row r=\"2\")", "$1 hidden=\"1\"", "A hidden row"),
        book(
            "a hidden column",
            sheet,
            "(<col [^>]*) hidden=\"0\"",
            "$1 hidden=\"1\"",
            "A hidden column"),
        book(
            "a row without height",
            sheet,
            "(<row r=\"2\"[^>]*?)( ht=\"[^\"]*\")?( [^>]*)?>",
            "$1 ht=\"0.1\"$3>",
            "A hidden row"),
        book(
            "a hidden sheet",
            "xl/workbook.xml",
            " state=\"visible\"",
            " state=\"veryHidden\"",
            "A hidden sheet"),
        book(
            "a formula in place of a value",
            sheet,
            "(<c r=\"A2\"[^>]*>)",
            "$1<f>1+1</f>",
            "A formula in place of a value"),
        book(
            "rows that are hidden unless they say otherwise",
            sheet,
            "<sheetFormatPr",
            "<sheetFormatPr zeroHeight=\"1\"",
            "A hidden row"),
        book(
            "white words in a cell",
            sheet,
            "<is><t([^>]*)>([^<]{4,})</t></is>",
            "<is><r><rPr><color theme=\"0\"/></rPr><t$1>$2</t></r></is>",
            "Words in a colour that is hardly seen"),
        book(
            "symbols in place of letters",
            "xl/styles.xml",
            "<name val=\"[^\"]*\"",
            "<name val=\"Wingdings\"",
            "Words in a font of symbols"),
        book(
            "a hint that says otherwise",
            sheet,
            "(</sheetData>)",
            "$1<dataValidations><dataValidation sqref=\"A2\" prompt=\"Advisory"
                + " only\"/></dataValidations>",
            "Markup"),
        book(
            "another footer",
            sheet,
            "(</sheetData>)",
            "$1<headerFooter><oddFooter>Advisory only</oddFooter></headerFooter>",
            "A line around the text"));
  }

  @ParameterizedTest
  @MethodSource({
    "tricks",
    "org.seccatalogue.bundle.HidingTricksOfParts#tricks",
    "org.seccatalogue.bundle.HidingTricksOfContents#tricks",
    "org.seccatalogue.bundle.HidingTricksOfFields#tricks"
  })
  void eachIsToldInFrontOfAllElse(HidingTrick trick) throws IOException {
    byte[] played = trick.played(file(trick.file()));
    Verdict verdict = verifications.verify(Files.write(folder.resolve("played"), played));
    assertThat(verdict).as(trick.name()).isInstanceOf(Verdict.Different.class);
    assertThat(((Verdict.Different) verdict).differences().getFirst().what())
        .as(trick.name())
        .startsWith(trick.told());
  }

  private static byte[] file(String name) {
    return given()
        .get("/api/v1/baselines/sec-v0.01/" + name)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }
}
