package org.seccatalogue.baseline.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A key set (RFC 7517) in a file.
public final class JwkFile {

  private static final int KEY_BYTES = 32;

  private JwkFile() {}

  /// The 32 bytes of each public key of Ed25519, by its id.
  ///
  /// @throws IOException when the file cannot be read, or holds no such key
  public static Map<String, byte[]> read(Path file) throws IOException {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    try {
      for (JsonNode jwk : new JsonMapper().readTree(Files.readString(file)).path("keys")) {
        Jws.ofJwk(jwk)
            .filter(key -> key.length == KEY_BYTES)
            .ifPresent(key -> keys.put(jwk.path("kid").asText(), key));
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IOException("it is not a key set in JSON (RFC 7517)", e);
    }
    if (keys.isEmpty()) {
      throw new IOException("it holds no key of Ed25519");
    }
    return keys;
  }
}
