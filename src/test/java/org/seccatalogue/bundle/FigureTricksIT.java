package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;
import org.seccatalogue.testkit.Proof;

/// Ways to have readers see another picture than what was published, or hear other words of it,
/// each told in front of all else with the name of the figure; also in a file that LibreOffice
/// saved.
@QuarkusTest
@OfficePresent
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class FigureTricksIT {

  private static final String WORD = "C.1.docx";
  private static final String HTML = "C.1.html";
  private static final String TEXT = "word/document\\.xml";
  private static final String RELATIONS = "word/_rels/document\\.xml\\.rels";
  private static final String FIGURE = "Figure 1";

  @Inject Freezer freezer;
  @Inject Verifications verifications;

  @TestHTTPResource("/")
  URI root;

  @TempDir static Path folder;

  private Path published;
  private Path saved;

  /// A trick, and which figure it is told of; of the whole document where that is empty.
  record Trick(HidingTrick played, String figure) {
    @Override
    public String toString() {
      return played.toString();
    }
  }

  @BeforeAll
  void save() throws IOException, InterruptedException {
    freezer.freeze("SEC v0.01", "2011-11-30");
    published = Files.createDirectories(folder.resolve("published"));
    for (String name : List.of(WORD, HTML)) {
      Files.write(published.resolve(name), file(name));
    }
    saved = folder.resolve("saved");
    Office.savedDocuments(List.of(published.resolve(WORD)), saved);
  }

  private byte[] file(String name) {
    return given()
        .baseUri(root.toString())
        .header("Prefer", "wait=60")
        .get("api/v1/baselines/sec-v0.01/specifications/" + name)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static Trick word(String name, String from, String to, String told) {
    return new Trick(new HidingTrick(name, WORD, TEXT, from, to, told), FIGURE);
  }

  private static Trick ofAll(String name, String part, String from, String to, String told) {
    return new Trick(new HidingTrick(name, WORD, part, from, to, told), "");
  }

  private static Trick html(String name, String from, String to, String told) {
    return new Trick(new HidingTrick(name, HTML, "", from, to, told), FIGURE);
  }

  static List<Trick> inWord() {
    String more = "A property of the picture";
    return List.of(
        word(
            "other words for those who do not see it",
            "(<wp:docPr [^>]*descr=\")[^\"]*",
            "$1Nothing touches any existing code.",
            "The text for whoever does not see it"),
        word(
            "no words for those who do not see it",
            "(<wp:docPr [^>]*descr=\")[^\"]*",
            "$1",
            "The text for whoever does not see it"),
        word("shrunk to nothing", "(<wp:extent cx=\")[0-9]+(\" cy=\")[0-9]+", "$11$21", "Its size"),
        word("half as high", "(<wp:extent cx=\"[0-9]+\" cy=\")[0-9]+", "$14680000", "Its size"),
        word("turned over", "<a:xfrm(?: [^>]*)?>", "<a:xfrm rot=\"10800000\">", more),
        word("cut off", "<a:stretch>", "<a:srcRect b=\"90000\"/><a:stretch>", more),
        word(
            "seen through",
            "<a:blip (r:embed=\"[^\"]*\")[^>]*>(?:</a:blip>)?",
            "<a:blip $1><a:alphaModFix amt=\"0\"/></a:blip>",
            more),
        word("hidden by its own property", "<wp:docPr ", "<wp:docPr hidden=\"1\" ", more),
        word(
            "a link behind it",
            "(<wp:docPr [^>]*?)(?:/>|></wp:docPr>)",
            "$1><a:hlinkClick xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                + " r:id=\"rId5\"/></wp:docPr>",
            more),
        ofAll(
            "another one laid over it",
            TEXT,
            "(<w:drawing>)",
            "<w:drawing><wp:anchor"
                + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
                + "wordprocessingDrawing\" behindDoc=\"0\"/></w:drawing>$1",
            "An object, such as a picture"),
        ofAll(
            "a box of words over it",
            TEXT,
            "(<w:drawing>)",
            "<w:pict><v:rect xmlns:v=\"urn:schemas-microsoft-com:vml\"/></w:pict>$1",
            "An object, such as a picture"),
        ofAll(
            "in hidden words",
            TEXT,
            "<w:r>(?:<w:rPr></w:rPr>)?(<w:drawing>)",
            "<w:r><w:rPr><w:vanish/></w:rPr>$1",
            "Hidden words"),
        ofAll(
            "in a line without height",
            TEXT,
            "(<w:pPr>(?:<w:pStyle [^>]*>)?)((?:(?!</w:pPr>).)*w:orient=\"landscape\")",
            "$1<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>$2",
            "Lines too low to be seen"),
        ofAll(
            "a second picture in the file",
            RELATIONS,
            "</Relationships>",
            "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/image\" Target=\"styles.xml\"/></Relationships>",
            "There is a picture that nothing shows"));
  }

  static List<Trick> inHtml() {
    return List.of(
        html(
            "a word more",
            "</svg>",
            "<text x=\"9\" y=\"9\">Advisory only</text></svg>",
            "An element"),
        html("another word", ">A.2</text>", ">A.9</text>", "At byte "),
        html(
            "other words for those who do not see it",
            "(<desc id=\"map-desc\">)[^<]*",
            "$1Nothing touches any existing code.",
            "It does not say what was published"),
        html("hidden", "<svg ", "<svg display=\"none\" ", "An element"),
        html("a line more", "</svg>", "<path d=\"M0 0L9 9\" stroke=\"#000\"/></svg>", "An element"),
        html(
            "a ground over it",
            "</svg>",
            "<rect width=\"420\" height=\"297\"/></svg>",
            "An element"));
  }

  /// Each takes seconds, since a whole picture is compared.
  static List<Trick> someInWord() {
    return Proof.of(inWord(), 6);
  }

  @ParameterizedTest
  @MethodSource({"someInWord", "inHtml"})
  void eachIsToldInFrontOfAllElse(Trick trick) throws IOException {
    assertTold(trick, published);
  }

  @ParameterizedTest
  @MethodSource("someInWord")
  void eachIsToldOfWhatLibreOfficeSaved(Trick trick) throws IOException {
    assertTold(trick, saved);
  }

  private void assertTold(Trick trick, Path from) throws IOException {
    byte[] played = trick.played.played(Files.readAllBytes(from.resolve(trick.played.file())));
    Deviation first = first(played);
    assertThat(first.what()).as(trick.toString()).startsWith(trick.played.told());
    assertThat(first.part()).as(trick.toString()).isEqualTo(trick.figure);
  }

  private Deviation first(byte[] file) throws IOException {
    Verdict verdict = verifications.verify(Files.write(folder.resolve("played"), file));
    assertThat(verdict).isInstanceOf(Verdict.Different.class);
    return ((Verdict.Different) verdict).differences().getFirst();
  }

  @Test
  void whatWasOnlySavedIsToldAsThat() throws IOException {
    assertThat(verifications.verify(saved.resolve(WORD))).isInstanceOf(Verdict.SavedAgain.class);
    assertThat(verifications.verify(published.resolve(WORD))).isInstanceOf(Verdict.Derived.class);
    assertThat(verifications.verify(published.resolve(HTML))).isInstanceOf(Verdict.Derived.class);
  }

  /// Ways to keep another picture in the place of the one that was published.
  static List<UnaryOperator<byte[]>> otherPictures() {
    return Proof.of(
        List.<UnaryOperator<byte[]>>of(
            png -> packed(dotted(read(png)), "png"),
            png -> packed(new BufferedImage(3181, 2047, BufferedImage.TYPE_INT_RGB), "png"),
            png -> packed(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png"),
            png -> packed(read(png), "jpg"),
            FigureTricksIT::darkened,
            _ -> "no picture".getBytes(StandardCharsets.UTF_8)),
        2);
  }

  @ParameterizedTest
  @MethodSource("otherPictures")
  void anotherPictureIsToldWhereverItCameFrom(UnaryOperator<byte[]> other) throws IOException {
    for (Path from : List.of(published, saved)) {
      Deviation first = first(replaced(Files.readAllBytes(from.resolve(WORD)), other));
      assertThat(first.what()).startsWith("The picture itself");
      assertThat(first.part()).isEqualTo(FIGURE);
    }
  }

  /// Another program may pack the same points otherwise.
  @Test
  void theSamePicturePackedOtherwiseIsTheSame() throws IOException {
    byte[] again =
        replaced(Files.readAllBytes(saved.resolve(WORD)), png -> packed(read(png), "png"));
    assertThat(verifications.verify(Files.write(folder.resolve("again"), again)))
        .isInstanceOf(Verdict.SavedAgain.class);
  }

  private static byte[] replaced(byte[] docx, UnaryOperator<byte[]> other) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] part = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(entry.getName().endsWith(".png") ? other.apply(part) : part);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static BufferedImage read(byte[] picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One point of another colour.
  private static BufferedImage dotted(BufferedImage image) {
    image.setRGB(1_000, 1_000, image.getRGB(1_000, 1_000) ^ 1);
    return image;
  }

  private static byte[] packed(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// With a part behind the first one that has some programs show all colours darker.
  private static byte[] darkened(byte[] png) {
    int header = 8 + 25;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, header);
    CRC32 check = new CRC32();
    byte[] part =
        ByteBuffer.allocate(8).put("gAMA".getBytes(StandardCharsets.US_ASCII)).putInt(1).array();
    check.update(part);
    out.writeBytes(
        ByteBuffer.allocate(16).putInt(4).put(part).putInt((int) check.getValue()).array());
    out.write(png, header, png.length - header);
    return out.toByteArray();
  }
}
