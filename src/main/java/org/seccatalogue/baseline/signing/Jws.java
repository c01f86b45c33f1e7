package org.seccatalogue.baseline.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.seccatalogue.record.CanonicalJson;

/// Signatures over statements: JWS (RFC 7515) in compact form with Ed25519 (RFC 8037), of which the
/// JDK has all that is needed.
public final class Jws {

  private static final String ALGORITHM = "EdDSA";
  private static final int PARTS = 3;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Jws() {}

  /// What is signed: `typ` of a signature says it, so that none passes for one over something else.
  public enum Statement {
    MANIFEST("sec-baseline+jws"),
    FILES("sec-baseline-files+jws");

    private final String type;

    Statement(String type) {
      this.type = type;
    }
  }

  /// What a signature turns out to be.
  public sealed interface Verdict {

    /// Made by the key of that id over this payload.
    record Genuine(String keyId, String payload) implements Verdict {}

    /// Made by a key that is not among those given.
    record UnknownKey(String keyId) implements Verdict {}

    /// Not a signature, or not over what it carries.
    record Broken(String reason) implements Verdict {}
  }

  /// Signs a text.
  public static String sign(String payload, Statement statement, Signer signer) {
    String header =
        CanonicalJson.text(
            JSON.createObjectNode()
                .put("alg", ALGORITHM)
                .put("kid", signer.keyId())
                .put("typ", statement.type));
    String signed = encode(bytes(header)) + "." + encode(bytes(payload));
    return signed + "." + encode(signer.sign(bytes(signed)));
  }

  /// Checks a signature, to the last bit of how it is written.
  ///
  /// @param keys the 32 bytes of each public key, by its id
  public static Verdict verify(String compact, Statement statement, Map<String, byte[]> keys) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != PARTS) {
      return new Verdict.Broken("it has not three parts with dots between them");
    }
    try {
      JsonNode header = JSON.readTree(strictly(parts[0]));
      return wrong(header, statement)
          .<Verdict>map(Verdict.Broken::new)
          .orElseGet(() -> verify(parts, header.path("kid").asText(), keys));
    } catch (IllegalArgumentException | IOException e) {
      return new Verdict.Broken("it is not in the form of RFC 7515");
    }
  }

  private static Optional<String> wrong(JsonNode header, Statement statement) {
    if (!ALGORITHM.equals(header.path("alg").asText())) {
      return Optional.of("its algorithm is not " + ALGORITHM);
    }
    if (header.has("crit")) {
      return Optional.of("it asks for what is not known here (crit)");
    }
    return statement.type.equals(header.path("typ").asText())
        ? Optional.empty()
        : Optional.of("it is not of the type " + statement.type);
  }

  private static Verdict verify(String[] parts, String keyId, Map<String, byte[]> keys) {
    byte[] key = keys.get(keyId);
    if (key == null) {
      return new Verdict.UnknownKey(keyId);
    }
    return PublicKeys.isSigned(bytes(parts[0] + "." + parts[1]), strictly(parts[2]), key)
        ? new Verdict.Genuine(keyId, new String(strictly(parts[1]), StandardCharsets.UTF_8))
        : new Verdict.Broken("the key that it names did not make it");
  }

  /// The public key of a JWK, when it is one of Ed25519.
  static Optional<byte[]> ofJwk(JsonNode jwk) {
    return "Ed25519".equals(jwk.path("crv").asText())
        ? Optional.of(decode(jwk.path("x").asText()))
        : Optional.empty();
  }

  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  public static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  /// Bits that mean nothing must be none: there is one way to write a signature.
  private static byte[] strictly(String text) {
    byte[] bytes = decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("not as RFC 4648 writes it");
    }
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
