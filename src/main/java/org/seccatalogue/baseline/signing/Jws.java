package org.seccatalogue.baseline.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.seccatalogue.record.CanonicalJson;

/// Signatures over manifests: JWS (RFC 7515) in compact form with Ed25519 (RFC 8037), of which the
/// JDK has all that is needed.
public final class Jws {

  private static final String ALGORITHM = "EdDSA";
  private static final String TYPE = "sec-baseline+jws";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Jws() {}

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
  public static String sign(String payload, String keyId, PrivateKey key) {
    String header =
        CanonicalJson.text(
            JSON.createObjectNode().put("alg", ALGORITHM).put("kid", keyId).put("typ", TYPE));
    String signed = encode(bytes(header)) + "." + encode(bytes(payload));
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(bytes(signed));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The manifest cannot be signed", e);
    }
  }

  /// Checks a signature.
  ///
  /// @param keys the 32 bytes of each public key, by its id
  public static Verdict verify(String compact, Map<String, byte[]> keys) {
    String[] parts = compact.strip().split("\\.", -1);
    if (parts.length != 3) {
      return new Verdict.Broken("it has not three parts with dots between them");
    }
    try {
      JsonNode header = JSON.readTree(decode(parts[0]));
      if (!ALGORITHM.equals(header.path("alg").asText())) {
        return new Verdict.Broken("its algorithm is not " + ALGORITHM);
      }
      String keyId = header.path("kid").asText();
      byte[] key = keys.get(keyId);
      if (key == null) {
        return new Verdict.UnknownKey(keyId);
      }
      return isGenuine(parts, publicKey(key))
          ? new Verdict.Genuine(keyId, new String(decode(parts[1]), StandardCharsets.UTF_8))
          : new Verdict.Broken("the key that it names did not make it");
    } catch (IllegalArgumentException | IOException e) {
      return new Verdict.Broken("it is not in the form of RFC 7515");
    }
  }

  private static boolean isGenuine(String[] parts, PublicKey key) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(bytes(parts[0] + "." + parts[1]));
      return signature.verify(decode(parts[2]));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// The key of these 32 bytes (RFC 8032, section 5.1.3).
  static PublicKey publicKey(byte[] encoded) {
    byte[] bigEndian = new byte[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      bigEndian[i] = encoded[encoded.length - 1 - i];
    }
    boolean odd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(
              new EdECPublicKeySpec(
                  NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key", e);
    }
  }

  /// The id of a key: its JWK thumbprint (RFC 7638).
  static String thumbprint(byte[] publicKey) {
    String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + encode(publicKey) + "\"}";
    return encode(Digests.sha256(jwk));
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

  static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
