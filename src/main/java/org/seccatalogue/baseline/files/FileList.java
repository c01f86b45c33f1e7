package org.seccatalogue.baseline.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.record.CanonicalJson;

/// What is signed of the files of a baseline, once they are written.
///
/// @param baseline its id
/// @param name of the baseline, such as `SEC v0.01`
/// @param digest of the baseline, 64 hexadecimal digits
/// @param number of the list, counted from 1 for each baseline
public record FileList(
    String baseline, String name, String digest, int number, List<ListedFile> files) {

  private static final String FORMAT = "sec-catalogue-files-1";
  private static final JsonMapper JSON = new JsonMapper();

  public FileList {
    files = List.copyOf(files);
  }

  /// What a text with a list turns out to be.
  public sealed interface Read {

    /// A list that one of the keys signed.
    record Signed(FileList list) implements Read {}

    /// Nothing that can be relied on.
    record Refused(String reason) implements Read {}
  }

  /// Reads a signed list.
  ///
  /// @param keys the 32 bytes of each public key, by its id
  public static Read read(String signature, Map<String, byte[]> keys) {
    return switch (Jws.verify(signature, Jws.Statement.FILES, keys)) {
      case Jws.Verdict.Genuine(var _, String payload) ->
          parse(payload)
              .<Read>map(Read.Signed::new)
              .orElse(new Read.Refused("it is not a list of files"));
      case Jws.Verdict.UnknownKey(String id) ->
          new Read.Refused("it was signed with the key " + id + ", which is not among those given");
      case Jws.Verdict.Broken(String reason) -> new Read.Refused(reason);
    };
  }

  private static Optional<FileList> parse(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return FORMAT.equals(node.path("format").asText())
          ? Optional.of(
              new FileList(
                  node.path("baseline").asText(),
                  node.path("name").asText(),
                  node.path("digest").asText(),
                  node.path("list").asInt(),
                  node.path("files").valueStream().map(FileList::file).toList()))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static ListedFile file(JsonNode node) {
    return new ListedFile(
        node.path("name").asText(),
        absent(node.path("within")),
        node.path("title").asText(),
        node.path("form").asInt(),
        node.path("sha256").asText());
  }

  private static @Nullable String absent(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  /// As it is signed: canonical JSON.
  public String text() {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("format", FORMAT)
            .put("baseline", baseline)
            .put("name", name)
            .put("digest", digest)
            .put("list", number);
    ArrayNode array = node.putArray("files");
    files.forEach(file -> array.add(json(file)));
    return CanonicalJson.text(node);
  }

  private static ObjectNode json(ListedFile file) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", file.name())
            .put("title", file.title())
            .put("form", file.form())
            .put("sha256", file.sha256());
    return file.within() == null ? node : node.put("within", file.within());
  }
}
