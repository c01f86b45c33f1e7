package org.seccatalogue.api.published.answers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Tools;
import org.seccatalogue.testkit.ToolsPresent;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class BaselineFilesIT {

  @Inject Freezer freezer;
  @Inject FinishedFiles files;
  @TempDir Path folder;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  private byte[] file(String name) {
    return given()
        .get("/api/v1/baselines/sec-v0.01/" + name)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bundle.zip",
        "records.xlsx",
        "specifications/C.4.1.docx",
        "specifications/C.4.1.html"
      })
  void givesTheSameBytesAfterTheDraftHasMovedOn(String name) {
    byte[] before = file(name);
    freezer.beside("ESM-0002", "Later than the baseline");
    files.forget();
    assertThat(file(name)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "bundle.zip, application/zip",
    "records.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "specifications/C.4.1.docx,"
        + " application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "specifications/C.4.1.html, text/html;charset=UTF-8"
  })
  void givesFilesInPartsAndKnowsWhoHasThem(String name, String type) {
    byte[] whole = file(name);
    String path = "/api/v1/baselines/sec-v0.01/" + name;
    int length = whole.length;
    String tag = asItTravels().get(path).header("ETag");

    files.forget();
    asItTravels()
        .header("Range", "bytes=-100")
        .header("If-Range", tag)
        .get(path)
        .then()
        .statusCode(206)
        .contentType(type)
        .header("ETag", tag)
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("Content-Range", "bytes " + (length - 100) + "-" + (length - 1) + "/" + length)
        .extract()
        .response();
    assertThat(asItTravels().header("Range", "bytes=10-109").get(path).asByteArray())
        .isEqualTo(Arrays.copyOfRange(whole, 10, 110));
    asItTravels()
        .head(path)
        .then()
        .statusCode(200)
        .header("Content-Length", String.valueOf(length));
    asItTravels().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
  }

  @Test
  void givesADocumentSmallerToWhoUnpacksIt() throws IOException {
    String path = "/api/v1/baselines/sec-v0.01/specifications/C.4.1.html";
    String tag = asItTravels().get(path).header("ETag");
    Response packed = asItTravels().header("Accept-Encoding", "gzip").get(path);

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(packed.header("ETag")).isEqualTo(tag.replaceFirst("\"$", "-gzip\""));
    assertThat(new GZIPInputStream(packed.asInputStream()).readAllBytes())
        .isEqualTo(file("specifications/C.4.1.html"));
  }

  /// A request that says itself what codings it takes.
  private static RequestSpecification asItTravels() {
    return given()
        .config(
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
  }

  /// Python reads what was written here.
  @Test
  @ToolsPresent(ToolsPresent.Program.PYTHON)
  void otherProgramsReadABundle() throws Exception {
    Path bundle = Files.write(folder.resolve("bundle.zip"), file("bundle.zip"));
    Path script =
        Files.writeString(
            folder.resolve("read.py"),
            """
            import zipfile, hashlib, io, json, sys
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            sums = dict(reversed(l.split('  ')) for l in z.read('checksums.txt').decode().split('\\n') if l)
            assert set(sums) | {'checksums.txt'} == set(z.namelist())
            for name, digest in sums.items():
                assert hashlib.sha256(z.read(name)).hexdigest() == digest, name
            leaves = z.read('revisions.txt').decode().splitlines()
            lines = z.read('records.jsonl').decode().splitlines()
            assert len(leaves) == len(lines) == json.loads(z.read('manifest.json'))['records']
            for leaf, line in zip(leaves, lines):
                record = json.loads(line)
                text = line[line.index('"content":') + 10:-1]
                assert leaf == ' '.join([record['key'], str(record['revision']), record['stage'],
                                         hashlib.sha256(text.encode()).hexdigest()])
            def root(hashes):
                if len(hashes) == 1: return hashes[0]
                k = 1
                while k * 2 < len(hashes): k *= 2
                return hashlib.sha256(b'\\1' + root(hashes[:k]) + root(hashes[k:])).digest()
            top = root([hashlib.sha256(b'\\0' + l.encode()).digest() for l in leaves]).hex()
            assert top == json.loads(z.read('manifest.json'))['digest']
            for name in z.namelist():
                if name.endswith('.docx') or name.endswith('.xlsx'):
                    assert zipfile.ZipFile(io.BytesIO(z.read(name))).testzip() is None
            print('read', len(lines))
            """);
    String python = Tools.python().orElseThrow().toString();
    assertThat(output(python, script.toString(), bundle.toString())).isEqualTo("read 296\n");
  }

  private String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    return text;
  }
}
