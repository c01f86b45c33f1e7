package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Freezer;

/// What Word does to a document that it only saves, after what it is known to write: no Word is
/// there to ask.
@QuarkusTest
@Tag("files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class SavedByWordIT {

  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String W14 =
      " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private static final String TEXT = "word/document.xml";
  private static final String LINK = "<w:color w:val=\"0563C1\" w:themeColor=\"hyperlink\"/>";

  @Inject Freezer freezer;
  @Inject Verifications verifications;
  @TempDir Path folder;

  private final Map<String, String> parts = new LinkedHashMap<>();

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  @Test
  void aDocumentThatWordSavedShowsTheSame() throws IOException {
    for (String section : new String[] {"C.4.1", "C.1.2.b"}) {
      read(
          given()
              .get("/api/v1/baselines/sec-v0.01/specifications/" + section + ".docx")
              .asByteArray());
      text();
      styles();
      lists();
      settings();
      more();
      assertThat(verifications.verify(written())).isInstanceOf(Verdict.SavedAgain.class);
    }
  }

  /// Fields of pages alone, when somebody has Word update the fields.
  @Test
  void numbersOfPagesAreNoChange() throws IOException {
    published();
    change(
        TEXT,
        "(<w:fldChar w:fldCharType=\"separate\"/></w:r>)(<w:r><w:fldChar w:fldCharType=\"end\")",
        "$1<w:r><w:rPr><w:noProof/></w:rPr><w:t>7</w:t></w:r>$2");
    assertThat(verifications.verify(written())).isInstanceOf(Verdict.SavedAgain.class);
  }

  /// What the tricks with contents begin with is no trick yet.
  @Test
  void eachLineMayHaveAFieldOfItsOwn() throws IOException {
    published();
    change(TEXT, FilledContents.LINE, FilledContents.framed());
    assertThat(verifications.verify(written())).isInstanceOf(Verdict.SavedAgain.class);
  }

  @Test
  void contentsThatWordFilledShowTheSame() throws IOException {
    published();
    contents();
    text();
    assertThat(verifications.verify(written())).isInstanceOf(Verdict.SavedAgain.class);
    change("word/styles.xml", LINK, "<w:color w:val=\"F5F5F5\"/>");
    told("Words in a colour");
    change("word/styles.xml", "F5F5F5", "0563C1");
    assertThat(verifications.verify(written())).isInstanceOf(Verdict.SavedAgain.class);
    change("word/styles.xml", "<w:u w:val=\"single\"/>", "<w:vanish/>");
    told("Hidden words");
    change("word/styles.xml", "<w:vanish/>", "<w:glow/>");
    told("The look of");
  }

  @Test
  void linksAreAsDarkAsTheThemeSays() throws IOException {
    published();
    contents();
    theme("<a:srgbClr val=\"0563C1\"/>");
    assertThat(verifications.verify(written())).isInstanceOf(Verdict.SavedAgain.class);
    change("word/theme/theme1.xml", "0563C1", "FFFFFF");
    told("The look of");
    change(
        "word/theme/theme1.xml",
        "(<a:srgbClr val=)\"FFFFFF\"/>",
        "$1\"0563C1\"><a:alpha/></a:srgbClr>");
    told("The look of");
  }

  private void published() throws IOException {
    read(given().get("/api/v1/baselines/sec-v0.01/specifications/C.1.2.b.docx").asByteArray());
  }

  private void told(String what) throws IOException {
    Verdict verdict = verifications.verify(written());
    assertThat(verdict).isInstanceOf(Verdict.Different.class);
    assertThat(((Verdict.Different) verdict).differences().getFirst().what()).startsWith(what);
  }

  /// The contents filled by a field around them, in a frame, with links.
  private void contents() {
    change(TEXT, FilledContents.LINE, FilledContents.FILLED);
    change(
        TEXT,
        "<w:rPr><w:noProof/></w:rPr><w:t>",
        "<w:rPr><w:rStyle w:val=\"Hyperlink\"/><w:noProof/></w:rPr><w:t>");
    change(
        TEXT,
        "(<w:p><w:pPr><w:pStyle w:val=\"TOCHeading\"/>.*?)(<w:hyperlink.*</w:hyperlink></w:p>)"
            + "(<w:p><w:pPr><w:pStyle w:val=\"(?:Heading1\"/>|SECTableGap\"/><w:sectPr>).*?"
            + "<w:bookmarkStart)",
        FilledContents.FRAME
            + "$1"
            + FilledContents.BEGIN
            + "$2<w:p><w:r><w:rPr><w:b/><w:noProof/></w:rPr><w:fldChar w:fldCharType=\"end\"/>"
            + "</w:r></w:p></w:sdtContent></w:sdt>$3 w:id=\"77\" w:name=\"_Toc123456789\"/>"
            + "<w:bookmarkEnd w:id=\"77\"/><w:bookmarkStart");
    change(
        "word/styles.xml",
        "</w:styles>",
        "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
            + "<w:basedOn w:val=\"DefaultParagraphFont\"/><w:uiPriority w:val=\"99\"/><w:rPr>"
            + "<w:color w:val=\"0563C1\" w:themeColor=\"hyperlink\"/><w:u w:val=\"single\"/>"
            + "</w:rPr></w:style>$0");
  }

  private void theme(String color) {
    add(
        "theme",
        "theme/theme1.xml",
        "<a:theme xmlns:a=\"a\"><a:hlink>" + color + "</a:hlink></a:theme>");
  }

  private void read(byte[] document) throws IOException {
    parts.clear();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), charset(entry.getName())));
      }
    }
  }

  private Path written() throws IOException {
    Path file = folder.resolve("saved.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(charset(part.getKey())));
        zip.closeEntry();
      }
    }
    return file;
  }

  /// A picture is kept as it is.
  private static Charset charset(String part) {
    return part.endsWith(".png") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
  }

  private void change(String part, String from, String to) {
    String before = parts.getOrDefault(part, "");
    String after = before.replaceAll("(?s)" + from, to);
    assertThat(after).as(from).isNotEqualTo(before);
    parts.put(part, after);
  }

  /// Revision identifiers, marks of the spelling, and runs that are divided.
  private void text() {
    change(TEXT, "<w:document [^>]*" + W, "$0" + W14);
    change(
        TEXT,
        "<w:p>",
        "<w:p w14:paraId=\"1A2B3C4D\" w:rsidR=\"00AA11BB\" w:rsidRDefault=\"00AA11BB\">");
    change(
        TEXT,
        "<w:r><w:t xml:space=\"preserve\">(The [a-z]+)( [^<]*)</w:t></w:r>",
        "<w:r><w:t>$1</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00AA11BB\"><w:rPr>"
            + "<w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">$2</w:t></w:r>");
    change(TEXT, "(?<!</w:rPr>)</w:pPr>", "<w:rPr><w:lang w:val=\"en-GB\"/></w:rPr></w:pPr>");
    change(TEXT, "(<w:pgSz [^>]*)/>", "$1 w:code=\"9\"/>");
    change(TEXT, "</w:sectPr>", "<w:docGrid w:linePitch=\"360\"/></w:sectPr>");
  }

  /// Latent styles, styles that nothing has, and what a style says that its base says, too.
  private void styles() {
    String styles = "word/styles.xml";
    change(
        styles,
        "</w:docDefaults>",
        "$0<w:latentStyles w:defLockedState=\"0\" w:count=\"376\"><w:lsdException"
            + " w:name=\"Normal\" w:qFormat=\"1\"/></w:latentStyles>");
    change(
        styles,
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>");
    change(styles, "<w:basedOn [^>]*>", "$0<w:rsid w:val=\"00AA11BB\"/>");
    change(
        styles,
        "</w:styles>",
        "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name"
            + " w:val=\"No List\"/></w:style><w:style w:type=\"character\""
            + " w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:vanish/>"
            + "<w:color w:themeColor=\"hyperlink\"/></w:rPr></w:style>$0");
    change(styles, "\"SECStatement\"", "\"Aussage\"");
    change("word/document.xml", "(<w:pStyle w:val=)\"SECStatement\"", "$1\"Aussage\"");
  }

  /// Lists have other numbers, and levels that nothing has.
  private void lists() {
    change(
        "word/numbering.xml",
        "<w:multiLevelType [^>]*>",
        "<w:nsid w:val=\"12345678\"/><w:multiLevelType w:val=\"hybridMultilevel\"/><w:tmpl"
            + " w:val=\"ABCDEF01\"/>");
    change(
        "word/numbering.xml",
        "</w:lvl>",
        "</w:lvl><w:lvl w:ilvl=\"1\" w:tentative=\"1\"><w:start w:val=\"1\"/><w:numFmt"
            + " w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl>");
    change("word/numbering.xml", "w:numId=\"1\"", "w:numId=\"7\"");
    change("word/styles.xml", "<w:numId w:val=\"1\"/>", "<w:numId w:val=\"7\"/>");
  }

  private void settings() {
    change(
        "word/settings.xml",
        "</w:compat>",
        "<w:compatSetting w:name=\"useWord2013TrackBottomHyphenation\""
            + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"0\"/></w:compat><w:rsids>"
            + "<w:rsidRoot w:val=\"00AA11BB\"/></w:rsids><w:footnotePr><w:footnote w:id=\"-1\"/>"
            + "</w:footnotePr><w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\""
            + " w:t2=\"dark2\" w:accent1=\"accent1\" w:hyperlink=\"hyperlink\"/>");
    change("word/settings.xml", "<w:zoom w:percent=\"100\"/>", "<w:zoom w:percent=\"140\"/>");
  }

  /// A theme, and the lines above notes of which there are none.
  private void more() {
    add(
        "theme",
        "theme/theme1.xml",
        "<a:theme xmlns:a=\"a\"><a:latin typeface=\"Aptos\"/></a:theme>");
    add("webSettings", "webSettings.xml", "<w:webSettings " + W + "/>");
    add(
        "footnotes",
        "footnotes.xml",
        "<w:footnotes "
            + W
            + "><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\""
            + " w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p>"
            + "</w:footnote></w:footnotes>");
  }

  private void add(String type, String name, String content) {
    parts.put("word/" + name, content);
    change(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        "<Relationship Id=\"added-%s\" Type=\"%s\" Target=\"%s\"/>$0"
            .formatted(type, TYPE + type, name));
  }
}
