package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.bundle.FileCheck;
import org.seccatalogue.bundle.Verdict;
import org.seccatalogue.bundle.Verifications;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Proof;

/// Maps that are drawn when somebody asks are told to be derived, by what they say; no other bytes
/// are.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class MapVerificationsIT {

  private static final List<String> ENDINGS = List.of("svg", "pdf", "png");
  private static final String OLDER = "/api/v1/baselines/sec-v0.01/";
  private static final String NEWER = "/api/v1/baselines/sec-v0.02/";

  /// What is asked for, with what it is told to be.
  private static final Map<String, String> ASKED =
      new LinkedHashMap<>(
          Map.of(
              "focus=MRA", "The map around MRA",
              "focus=C.4", "The map around C.4",
              "without=part:B&without=code:DCCL", "The map without PART B, DCCL",
              "without=CODE:mra&without=kind:data-exchanged",
                  "The map without “Data exchanged”, MRA",
              "since=sec-v0.01", "The map with the changes since SEC v0.01",
              "focus=BRQ-0001&since=sec-v0.01&without=code:BSC",
                  "The map around BRQ-0001 without BSC with the changes since SEC v0.01"));

  private static final int FLIPS = Proof.count(6, 400);

  @Inject Freezer freezer;
  @Inject Verifications verifications;
  @TempDir Path folder;

  private Baseline older;
  private Baseline newer;

  @BeforeAll
  void freeze() {
    older = freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.reword("ESM-0002", "shall", "must always");
    freezer.withdraw("BRQ-0001");
    newer = freezer.freeze("SEC v0.02", "2011-12-31");
  }

  private static byte[] map(String address) {
    return given()
        .urlEncodingEnabled(false)
        .header("Prefer", "wait=60")
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static JsonPath verified(byte[] content) {
    return given()
        .multiPart("file", "map", content)
        .post("/api/v1/verifications")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private Verdict verdict(byte[] content) throws IOException {
    return verifications.verify(Files.write(folder.resolve("map"), content));
  }

  static Stream<Arguments> asked() {
    return ENDINGS.stream()
        .flatMap(
            ending ->
                ASKED.entrySet().stream()
                    .map(one -> Arguments.of(ending, one.getKey(), one.getValue())));
  }

  @ParameterizedTest
  @MethodSource
  void asked(String ending, String question, String what) {
    JsonPath answer = verified(map(NEWER + "map." + ending + "?" + question));
    assertThat(answer.getString("verdict")).as(answer::prettify).isEqualTo("DERIVED");
    assertThat(answer.getString("what")).isEqualTo(what);
    assertThat(answer.getString("baseline")).isEqualTo("SEC v0.02");
    assertThat(answer.getString("digest")).isEqualTo(newer.digest());
    assertThat(answer.getInt("form")).isEqualTo(3);
  }

  /// In their first form maps tell of themselves no more than their titles.
  @ParameterizedTest
  @ValueSource(strings = {"svg", "pdf", "png"})
  void whatTheFirstFormTellsIsFoundAndNothingIsSaidAgainstTheRest(String ending) {
    String first = "map." + ending + "?form=1";
    assertThat(verified(map(NEWER + first + "&focus=MRA")).getString("what"))
        .isEqualTo("The map around MRA");
    JsonPath changes = verified(map(NEWER + first + "&focus=C.4&since=sec-v0.01"));
    assertThat(changes.getString("verdict")).as(changes::prettify).isEqualTo("DERIVED");
    assertThat(changes.getString("what"))
        .isEqualTo("The map around C.4 with the changes since SEC v0.01");
    assertThat(changes.getInt("form")).isEqualTo(1);
    JsonPath whole = verified(map(OLDER + first));
    assertThat(whole.getString("what")).isEqualTo("The map");
    assertThat(whole.getString("baseline")).isEqualTo("SEC v0.01");
    assertThat(verified(map(NEWER + first + "&without=part:B")).getString("verdict"))
        .isEqualTo("UNKNOWN");
    byte[] flipped = map(NEWER + first + "&focus=MRA");
    flipped[flipped.length / 2] ^= 1;
    assertThat(verified(flipped).getString("verdict")).isEqualTo("UNKNOWN");
  }

  /// What was drawn before letters were always of seven points.
  @ParameterizedTest
  @ValueSource(strings = {"svg", "pdf", "png"})
  void mapsOfTheSecondFormAreKnown(String ending) {
    for (String question : List.of("", "&focus=MRA", "&without=part:B&since=sec-v0.01")) {
      byte[] map = map(NEWER + "map." + ending + "?form=2" + question);
      assertThat(text(map)).contains("SEC file form 2; SEC question map." + ending);
      JsonPath answer = verified(map);
      assertThat(answer.getString("verdict")).as(answer::prettify).isEqualTo("DERIVED");
      assertThat(answer.getInt("form")).isEqualTo(2);
    }
  }

  @Test
  void pageAndCommandDoNotContradict() throws IOException {
    byte[] map = map(NEWER + "map.png?focus=MRA");
    assertThat(
            given().multiPart("file", "map.png", map).post("/verify").then().extract().asString())
        .contains("The map around MRA is derived from the baseline");
    assertThat(FileCheck.check(Files.write(folder.resolve("alone"), map), Map.of(), List.of()))
        .isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void theySayWhatTheyAreOf() {
    String said =
        "SEC file form 3; SEC question map.%s?focus=XCA-0001&without=part%%3AB&since=sec-v0.01"
            + " of SEC+v0.02 "
            + newer.digest()
            + " since SEC+v0.01 "
            + older.digest();
    for (String ending : ENDINGS) {
      String text =
          text(map(NEWER + "map." + ending + "?focus=MRA&without=part:B&since=sec-v0.01"));
      assertThat(text.replace("&amp;", "&")).contains(said.formatted(ending));
    }
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A sample of all bytes, and each of those by which a map is recognised.
  @ParameterizedTest
  @ValueSource(strings = {"svg", "pdf", "png"})
  void noFlippedBytePasses(String ending) throws IOException {
    Random random = new Random(Proof.SEED);
    for (String question : List.of("focus=MRA", "since=sec-v0.01&without=part:B")) {
      byte[] whole = map(NEWER + "map." + ending + "?" + question);
      int said = text(whole).indexOf("SEC file form 3");
      for (int i = 0; i < (ending.equals("png") ? FLIPS / 2 : FLIPS); i++) {
        int at = i % 3 == 0 ? said + random.nextInt(200) : random.nextInt(whole.length);
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        assertThat(verdict(flipped))
            .as("%s?%s, byte %d; %s", ending, question, at, Proof.told())
            .isInstanceOfAny(Verdict.Different.class, Verdict.Unknown.class);
      }
    }
  }

  private static byte[] changed(byte[] file, String from, String to) {
    String text = text(file);
    assertThat(text).contains(from);
    return bytes(
        text.substring(0, text.indexOf(from))
            + to
            + text.substring(text.indexOf(from) + from.length()));
  }

  private void assertDifferent(String what, byte[] forged, String part) throws IOException {
    assertThat(verdict(forged))
        .as(what)
        .isInstanceOfSatisfying(
            Verdict.Different.class,
            different ->
                assertThat(different.differences())
                    .as(what)
                    .anySatisfy(one -> assertThat(one.part()).startsWith(part)));
  }

  private static String after(String text, String mark, String pattern) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find(text.indexOf(mark))).isTrue();
    return matcher.group();
  }

  @Test
  void whatIsWrongInASvgIsNamed() throws IOException {
    byte[] map = map(NEWER + "map.svg?focus=C.2");
    String text = text(map);
    String line = after(text, "data-map", "<g data-edge=\"1\"(?s:.*?)</g>");
    assertDifferent(
        "a colour",
        changed(map, line, line.replaceFirst("stroke=\"#[0-9a-f]{6}\"", "stroke=\"#ff0000\"")),
        "The line C.2");
    assertDifferent("a line", changed(map, line, ""), "The line C.2");
    String number = after(text, "data-map", "<g data-edge=\"1\"><rect(?s:.*?)</g>");
    assertDifferent(
        "a number",
        changed(map, number, number.replaceFirst(">[0-9]+</text>", ">77</text>")),
        "The number of the line C.2");
    String box = after(text, "data-map", "<g data-node=\"XCA-0001\"(?s:.*?)</g>");
    assertDifferent("a box", changed(map, box, ""), "The box MRA");
    assertDifferent("a word", changed(map, box, box.replace("MRA<", "BSC<")), "The box");
    assertDifferent(
        "a place", changed(map, box, box.replaceFirst("x=\"[0-9]+", "x=\"7")), "The box MRA");
    assertDifferent(
        "another box", changed(map, box, box + box.replace("MRA", "XYZ")), "The box XYZ");
    assertDifferent("a day", changed(map, "31 December 2011", "30 December 2011"), "The heading");
    assertDifferent("what is behind", bytes(text + "<!-- -->"), "");
  }

  @Test
  void whatIsWrongInAPdfIsNamed() throws IOException {
    byte[] map = map(NEWER + "map.pdf?focus=C.2");
    String text = text(map);
    String line = after(text, "data-map", "%<g data-edge=\"1\"(?s:.*?)%</g>");
    assertDifferent(
        "a colour", changed(map, line, line.replaceFirst("0\\.[0-9]+ ", "0.9 ")), "The line C.2");
    String box = after(text, "data-map", "%<g data-node=\"XCA-0001\"(?s:.*?)%</g>");
    assertDifferent("a box", changed(map, box, ""), "The box MRA");
    assertDifferent("a word", changed(map, box, box.replace(" Tj", " TJ")), "The box MRA");
    assertDifferent("a title", changed(map, "/Title (SEC", "/Title (ABC"), "The heading");
  }

  @Test
  void whatIsWrongInAPictureIsNamed() throws IOException {
    byte[] map = map(NEWER + "map.png?focus=C.2");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(map));
    Graphics2D over = image.createGraphics();
    over.setColor(Color.RED);
    over.fillRect(591, 886, 59, 29);
    over.dispose();
    byte[] painted = with(map, "IDAT", packed(image));
    assertDifferent("a place", painted, "The picture, from 100 to 110 mm across and 150 to 155 mm");
    assertDifferent(
        "its size",
        with(map, "IHDR", changed(chunk(map, "IHDR"), "\t\u00b0", "\t\u00b1")),
        "The size of the picture");
    int at = text(map).indexOf("Title\0");
    assertThat(at).isPositive();
    byte[] title = chunk(map, "iTXt");
    assertDifferent(
        "its title",
        with(map, "iTXt", changed(title, "SEC map", "ABC map")),
        "The text “Title” of the file");
    assertThat(verdict(with(map, "iTXt", changed(title, "SEC map", "ABC map"))))
        .isInstanceOfSatisfying(
            Verdict.Different.class,
            different ->
                assertThat(different.differences().getFirst().line())
                    .doesNotContainPattern("[\\p{Cntrl}\ufffd]")
                    .contains("Expected: “SEC map", "Found: “ABC map"));
    assertDifferent("what is behind", bytes(text(map) + "\0\0\0\0iTXtabcd"), "The part iTXt");
  }

  @Test
  void aPictureThatWasOnlyPackedAgainIsToldSo() throws IOException {
    byte[] map = map(NEWER + "map.png?focus=C.2");
    byte[] points = packed(ImageIO.read(new ByteArrayInputStream(map)));
    byte[] again = with(map, "IDAT", points);
    assertThat(verdict(again))
        .isEqualTo(new Verdict.SavedAgain("The map around C.2", "SEC v0.02", newer.digest()));
    assertDifferent("what is behind", bytes(text(again) + "\0\0\0\0"), "The picture");
    assertDifferent(
        "what is behind its points",
        with(map, "IDAT", bytes(text(points) + "abcd")),
        "The picture");
    byte[] damaged = again.clone();
    damaged[text(again).lastIndexOf("IEND") - 5] ^= 1;
    assertDifferent("a sum", damaged, "The picture");
    assertDifferent(
        "its title",
        with(again, "iTXt", changed(chunk(again, "iTXt"), "SEC map", "ABC map")),
        "The text “Title” of the file");
  }

  /// The points of a picture, as any program may pack them.
  private static byte[] packed(BufferedImage image) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < image.getHeight(); y++) {
        rows.write(0);
        for (int x = 0; x < image.getWidth(); x++) {
          int colour = image.getRGB(x, y);
          rows.write(colour >> 16);
          rows.write(colour >> 8);
          rows.write(colour);
        }
      }
    }
    return packed.toByteArray();
  }

  /// The content of the first chunk of a type.
  private static byte[] chunk(byte[] png, String type) {
    int at = text(png).indexOf(type);
    int length = ByteBuffer.wrap(png).getInt(at - 4);
    return Arrays.copyOfRange(png, at + 4, at + 4 + length);
  }

  /// With another content of the first chunk of a type.
  private static byte[] with(byte[] png, String type, byte[] content) {
    int at = text(png).indexOf(type);
    int length = ByteBuffer.wrap(png).getInt(at - 4);
    byte[] name = bytes(type);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(png, 0, at - 4);
    all.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    all.writeBytes(name);
    all.writeBytes(content);
    all.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    all.write(png, at + 8 + length, png.length - at - 8 - length);
    return all.toByteArray();
  }

  /// The sums of a picture are put right, as whoever forges one would.
  private static byte[] exchanged(byte[] map, String ending, String from, String to) {
    if (!ending.equals("png")) {
      return changed(map, from, to);
    }
    int comment = text(map).indexOf("iTXtComment");
    byte[] front = Arrays.copyOf(map, comment - 4);
    byte[] rest = Arrays.copyOfRange(map, comment - 4, map.length);
    byte[] other = with(rest, "iTXt", changed(chunk(rest, "iTXt"), from, to));
    return bytes(text(front) + text(other));
  }

  /// What a map says of itself is that of another one, which there is.
  @ParameterizedTest
  @ValueSource(strings = {"svg", "pdf", "png"})
  void noMapPassesForThatOfAnotherQuestionOrBaseline(String ending) throws IOException {
    byte[] map = map(NEWER + "map." + ending + "?focus=MRA");
    List<byte[]> forged = new ArrayList<>();
    forged.add(exchanged(map, ending, "focus=XCA-0001", "focus=XCA-0002"));
    forged.add(exchanged(map, ending, "focus=XCA-0001", "focus=MRA"));
    forged.add(exchanged(map, ending, "?focus=XCA-0001", ""));
    forged.add(exchanged(map, ending, "focus=XCA-0001", "focus=XCA-0001&since=sec-v0.01"));
    forged.add(exchanged(map, ending, "focus=XCA-0001", "focus=XCA-0001&without=part%3AB"));
    forged.add(exchanged(map, ending, newer.digest(), older.digest()));
    forged.add(exchanged(map, ending, "SEC+v0.02", "SEC+v0.01"));
    forged.add(
        exchanged(map, ending, "SEC+v0.02 " + newer.digest(), "SEC+v0.01 " + older.digest()));
    forged.add(exchanged(map, ending, "SEC file form 3", "SEC file form 1"));
    for (byte[] one : forged) {
      assertThat(one).isNotEqualTo(map);
      assertThat(verdict(one)).isInstanceOf(Verdict.Different.class);
    }
    assertThat(verdict(exchanged(map, ending, "focus=XCA-0001", "focus=XCA-9999")))
        .isInstanceOf(Verdict.Unknown.class);
    assertThat(verdict(exchanged(map, ending, "focus=XCA-0001", "around=XCA-0001")))
        .isInstanceOf(Verdict.Unknown.class);
  }

  /// What a verdict says is never what somebody wrote into a file.
  @ParameterizedTest
  @ValueSource(strings = {"svg", "pdf", "png"})
  void whatIsNoChoiceOfTheBaselineIsNotSaid(String ending) throws IOException {
    byte[] whole = map(NEWER + "map." + ending + "?form=3");
    for (String asked : List.of("?without=any+objection+of+Ofgem", "?without=code%3AXYZ")) {
      assertThat(verdict(exchanged(whole, ending, "map." + ending, "map." + ending + asked)))
          .isInstanceOf(Verdict.Unknown.class);
    }
    byte[] fewer = map(NEWER + "map." + ending + "?without=part:b");
    assertThat(verdict(fewer))
        .isEqualTo(new Verdict.Derived("The map without PART B", "SEC v0.02", newer.digest(), 3));
    for (String other : List.of("part%3Ab", "part%3AB&without=part%3AB")) {
      if (ending.equals("svg")) {
        assertThat(verdict(changed(fewer, "part%3AB", other.replace("&", "&amp;"))))
            .isInstanceOf(Verdict.Different.class);
      } else {
        assertThat(verdict(exchanged(fewer, ending, "part%3AB", other)))
            .isInstanceOf(Verdict.Different.class);
      }
    }
  }
}
