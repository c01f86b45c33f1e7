package org.seccatalogue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Runs the walks in `src/test/clients`, each with the client that was generated for its language,
/// and makes comparable what they print.
public final class Clients {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CLIENTS = Path.of("target/clients");
  private static final Path SOURCES = Path.of("src/test/clients");
  private static final Path WALKS = Path.of("target/walks/typescript");

  private Clients() {}

  /// What `NAME.py` prints.
  public static JsonNode python(String name, String address)
      throws IOException, InterruptedException {
    return output(
        Tools.python().orElseThrow().toString(),
        "-B",
        SOURCES.resolve(name + ".py").toString(),
        folder(name).resolve("python").toString(),
        address);
  }

  /// What `NAME.ts` prints, compiled as strictly as the compiler can.
  public static JsonNode typescript(String name, String address)
      throws IOException, InterruptedException {
    Files.createDirectories(WALKS);
    Path walk = WALKS.resolve(name + ".ts");
    Files.copy(SOURCES.resolve(name + ".ts"), walk, StandardCopyOption.REPLACE_EXISTING);
    Tools.Ended compiled =
        Tools.run(
            List.of(
                Tools.npm("tsc").orElseThrow().toString(),
                "--strict",
                "--noUncheckedIndexedAccess",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom",
                "--module",
                "commonjs",
                "--typeRoots",
                "target/none",
                "--rootDir",
                "target",
                "--outDir",
                WALKS.resolve("out").toString(),
                walk.toString()));
    assertThat(compiled).isEqualTo(new Tools.Ended(0, ""));
    return output(
        Tools.node().orElseThrow().toString(),
        WALKS.resolve("out/walks/typescript").resolve(name + ".js").toString(),
        address);
  }

  /// Those who write have clients of their own.
  private static Path folder(String name) {
    return name.equals("draft") ? CLIENTS.resolve("drafting") : CLIENTS;
  }

  private static JsonNode output(String... command) throws IOException, InterruptedException {
    Tools.Ended ended = Tools.run(List.of(command));
    assertThat(ended.code()).as(ended.output()).isZero();
    return JSON.readTree(ended.output());
  }

  /// The SHA-256 of a file, in hexadecimal digits.
  public static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Numbers by their value, times to the millisecond: JavaScript knows them no finer.
  public static JsonNode comparable(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode comparable = JSON.createObjectNode();
        object.properties().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(e -> comparable.set(e.getKey(), comparable(e.getValue())));
        yield comparable;
      }
      case ArrayNode array -> {
        ArrayNode comparable = JSON.createArrayNode();
        array.forEach(item -> comparable.add(comparable(item)));
        yield comparable;
      }
      case NumericNode number ->
          JSON.getNodeFactory()
              .textNode(number.decimalValue().stripTrailingZeros().toPlainString());
      default -> moment(node);
    };
  }

  private static JsonNode moment(JsonNode text) {
    return text.asText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*")
        ? JSON.getNodeFactory()
            .textNode(
                OffsetDateTime.parse(text.asText())
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS)
                    .toString())
        : text;
  }
}
