package org.seccatalogue.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The box of each chapter, read from the finished Word file as another program saves it, names the
/// codes and agreements that the records of the chapter name in any way.
@QuarkusTest
@OfficePresent
@NullUnmarked
class ChapterBoxesIT {

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String TITLE = "Interactions with existing codes and agreements";

  @Test
  void eachChapterNamesWhatItsRecordsName(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("c.docx");
    Files.write(file, given().get("/api/v1/specifications/C.docx").asByteArray());
    Path saved = Office.savedDocuments(List.of(file), folder).getFirst();
    SequencedMap<String, List<String>> boxes = boxes(saved);
    assertThat(boxes).isEqualTo(expected());
    assertThat(boxes.get("C.3")).isEmpty();
    assertThat(boxes.get("C.6")).contains("MRA", "SPAA", "MAMCOP", "RGMA", "ESL", "GSL");
  }

  @Test
  void whatWasConsideredIsTold() {
    String html = given().get("/api/v1/specifications/C.html").asString();
    assertThat(html)
        .contains("<p class=\"sec-body\">Considered on 14 November 2011: none.</p>")
        .contains(
            "<p class=\"sec-body\">Not considered yet. No record here names an existing code or"
                + " agreement by its key, abbreviation or full name.</p>")
        .contains("No assessment is recorded in this edition.")
        .doesNotContain("Not asked");
  }

  @Test
  void theAnswersOfAdministratorsStandBesideTheirCodes() {
    String html = given().get("/api/v1/specifications/C.6.html").asString();
    assertThat(html)
        .contains(
            "Administrator: MOCOPA registration authority. Asked on:"
                + " 2011-11-14. Received on: 2011-11-29. Outcome: Disputed. In words: The safety"
                + " checks should be told in one document alone.");
  }

  @Test
  void theTitlePageSaysWhoDraftsReviewsAndApproves() {
    String html = given().get("/api/v1/specifications/C.6.html").asString();
    assertThat(html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
        .contains(
            "Existing codes considered on 2011-11-14 Drafters To be confirmed Reviewers Other"
                + " drafters (initial peer review); DCG SG3 members; DCG Product approval SMIP"
                + " Programme");
  }

  /// What the records themselves say, asked another way: their JSON is searched for each name.
  private static SequencedMap<String, List<String>> expected() {
    Map<String, Pattern> names =
        items("type=existing-code").stream()
            .collect(
                Collectors.toMap(one -> (String) one.get("reference"), ChapterBoxesIT::pattern));
    List<String> order =
        items("type=existing-code").stream().map(one -> (String) one.get("reference")).toList();
    TreeMap<String, List<String>> all = new TreeMap<>();
    for (int chapter = 1; chapter <= 8; chapter++) {
      String reference = "C." + chapter;
      TreeSet<String> found = new TreeSet<>();
      for (Map<String, Object> record : items("section=" + reference)) {
        String said = given().get("/api/v1/records/" + record.get("key")).asString();
        names.forEach(
            (code, pattern) -> {
              if (pattern.matcher(said).find()) {
                found.add(code);
              }
            });
      }
      all.put(reference, order.stream().filter(found::contains).toList());
    }
    return all;
  }

  private static Pattern pattern(Map<String, Object> agreement) {
    return Pattern.compile(
        "(?<![A-Za-z0-9])(?:%s|%s|(?i:%s))(?![A-Za-z0-9])"
            .formatted(
                agreement.get("key"),
                Pattern.quote((String) agreement.get("reference")),
                Pattern.quote((String) agreement.get("title"))));
  }

  private static List<Map<String, Object>> items(String query) {
    JsonPath page = given().get("/api/v1/records?limit=200&" + query).jsonPath();
    assertThat(page.getString("next")).isNull();
    return page.getList("items");
  }

  private static SequencedMap<String, List<String>> boxes(Path file)
      throws IOException, ParserConfigurationException, SAXException {
    NodeList children = body(file).getChildNodes();
    TreeMap<String, List<String>> boxes = new TreeMap<>();
    String chapter = "";
    boolean titled = false;
    for (int at = 0; at < children.getLength(); at++) {
      if (children.item(at) instanceof Element element) {
        String text = text(element);
        if (element.getLocalName().equals("tbl") && titled) {
          boxes.put(chapter, rows(element));
        } else if (text.matches("C\\.[1-8][^.0-9a-z].*")) {
          chapter = text.substring(0, 3);
        }
        titled = text.startsWith(TITLE);
      }
    }
    return boxes;
  }

  private static Node body(Path file)
      throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return factory
          .newDocumentBuilder()
          .parse(zip.getInputStream(zip.getEntry("word/document.xml")))
          .getElementsByTagNameNS(WORD, "body")
          .item(0);
    }
  }

  /// The first word of the first cell of each row below the names of the columns; an empty box has
  /// one row, its lead.
  private static List<String> rows(Element table) {
    List<String> codes = new ArrayList<>();
    NodeList rows = table.getElementsByTagNameNS(WORD, "tr");
    for (int row = 1; row < rows.getLength(); row++) {
      Element cell =
          (Element) ((Element) rows.item(row)).getElementsByTagNameNS(WORD, "tc").item(0);
      codes.add(text(cell).replaceFirst(" .*", ""));
    }
    return codes;
  }

  private static String text(Element element) {
    NodeList texts = element.getElementsByTagNameNS(WORD, "t");
    StringBuilder all = new StringBuilder();
    for (int at = 0; at < texts.getLength(); at++) {
      all.append(texts.item(at).getTextContent());
    }
    return all.toString().strip();
  }
}
