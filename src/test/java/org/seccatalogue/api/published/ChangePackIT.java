package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Tools;
import org.seccatalogue.testkit.ToolsPresent;
import org.seccatalogue.testkit.TwoBaselines;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class ChangePackIT {

  @Inject Freezer freezer;
  @TempDir Path folder;

  private TwoBaselines two;

  @BeforeAll
  void freeze() {
    two = TwoBaselines.freeze(freezer);
  }

  private byte[] file(String path) {
    return given().get(path).then().statusCode(200).extract().asByteArray();
  }

  private static String python() {
    return Tools.python().orElseThrow().toString();
  }

  private static String pack(String ending) {
    return "/api/v1/baselines/sec-v0.02/changes" + ending + "?since=sec-v0.01";
  }

  /// Python reads what was deleted and what was inserted.
  @Test
  @ToolsPresent(ToolsPresent.Program.PYTHON)
  void wordHasTrackedChanges() throws Exception {
    Path document = Files.write(folder.resolve("changes.docx"), file(pack(".docx")));
    Path script =
        Files.writeString(
            folder.resolve("read.py"),
            """
            import sys, zipfile, xml.etree.ElementTree as E
            W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
            body = E.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))
            marks = [m for m in body.iter() if m.tag in (W + 'ins', W + 'del')]
            assert {m.get(W + 'author') for m in marks} == {'SEC v0.02'}
            assert {m.get(W + 'date') for m in marks} == {'2011-12-31T00:00:00Z'}
            assert len({m.get(W + 'id') for m in marks}) == len(marks)
            def words(p, mark):
                return ''.join(t.text for m in p.iter(W + mark) for t in m.iter()
                               if t.tag in (W + 't', W + 'delText')).strip()
            key = None
            for p in body.iter(W + 'p'):
                if p.find(W + 'bookmarkStart') is not None:
                    key = p.find(W + 'bookmarkStart').get(W + 'name')
                if key and key.startswith('a_ESM_0002') and p.find(W + 'del') is not None:
                    print(words(p, 'del') + ' -> ' + words(p, 'ins'))
            """);
    assertThat(output(python(), script.toString(), document.toString()))
        .isEqualTo("Peer review -> Draft\nshall -> must always\n");
  }

  @Test
  void theWorkbookHasARowForEachChange() throws Exception {
    Path file = Files.write(folder.resolve("changes.xlsx"), file(pack(".xlsx")));
    List<String> rows = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      for (Row row : workbook.findSheet("Changes").orElseThrow().read()) {
        rows.add(row.getCellText(0) + " " + row.getCellText(1) + " " + row.getCellText(4));
      }
    }
    assertThat(rows)
        .contains(
            "Key Change What",
            "ESM-0002 Changed Requirement",
            "ESM-0005 Moved Place",
            "ESM-0003 Removed Title",
            two.added() + " Added Title");
  }

  @ParameterizedTest
  @ToolsPresent(ToolsPresent.Program.PYTHON)
  @ValueSource(strings = {"/feeds/publications.atom", "/feeds/changes.atom"})
  void feedsKeepTheRulesOfAtom(String address) throws Exception {
    Path feed = Files.write(folder.resolve("feed.atom"), file(address));
    Path script =
        Files.writeString(
            folder.resolve("atom.py"),
            """
            import re, sys, xml.etree.ElementTree as E
            A = '{http://www.w3.org/2005/Atom}'
            root = E.parse(sys.argv[1]).getroot()
            assert root.tag == A + 'feed'
            entries = root.findall(A + 'entry')
            assert entries
            stamp = re.compile(r'\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$')
            for e in [root] + entries:
                for name in ['id', 'title', 'updated']:
                    assert len(e.findall(A + name)) == 1, name
                assert stamp.match(e.find(A + 'updated').text)
                assert re.match(r'urn:uuid:[0-9a-f-]{36}$', e.find(A + 'id').text)
                assert e.find(A + 'author').find(A + 'name').text
                assert [l for l in e.findall(A + 'link') if l.get('rel') == 'alternate']
            ids = [e.find(A + 'id').text for e in entries]
            assert len(set(ids)) == len(ids)
            print(len(entries))
            """);
    assertThat(output(python(), script.toString(), feed.toString()))
        .isEqualTo(address.contains("changes") ? "5\n" : "2\n");
  }

  @Test
  void aFeedOfATypeHasNothingElse() {
    assertThat(new String(file("/feeds/changes.atom?type=gas-meter-spec"), StandardCharsets.UTF_8))
        .doesNotContain("<entry>");
    assertThat(given().get("/feeds/changes.atom?type=nonsense").statusCode()).isEqualTo(400);
  }

  /// Wherever and in whatever language an installation runs.
  @Test
  void everyFormatIsTheSameInEveryPlaceAndLanguage() {
    List<String> files =
        List.of(
            pack(".docx"),
            pack(".xlsx"),
            pack(".json"),
            pack(""),
            "/feeds/publications.atom",
            "/feeds/changes.atom",
            "/api/v1/baselines/sec-v0.02/bundle.zip",
            "/api/v1/baselines/sec-v0.02/records.xlsx",
            "/api/v1/baselines/sec-v0.02/specifications/C.4.1.docx",
            "/api/v1/baselines/sec-v0.02/specifications/C.4.1.html");
    Map<String, byte[]> here = new TreeMap<>();
    files.forEach(name -> here.put(name, file(name)));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      files.forEach(name -> assertThat(file(name)).as(name).isEqualTo(here.get(name)));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    return text;
  }
}
