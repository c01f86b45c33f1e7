package org.seccatalogue.baseline.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Public keys of Ed25519, as the 32 bytes that RFC 8032 makes of them.
public final class PublicKeys {

  private static final int BYTES = 32;

  private PublicKeys() {}

  /// Reads a key in PEM (`openssl pkey -pubout`).
  ///
  /// @throws IOException when the file cannot be read, or holds no such key
  public static byte[] read(Path file) throws IOException {
    try {
      byte[] encoded = Base64.getDecoder().decode(body(Files.readString(file)));
      return encoded(
          (EdECPublicKey)
              KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("it holds no public key of Ed25519 in PEM", e);
    }
  }

  /// What stands between the first and the last line of PEM.
  static String body(String pem) {
    return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
  }

  /// The id of a key: its JWK thumbprint (RFC 7638).
  public static String id(byte[] key) {
    String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + Jws.encode(key) + "\"}";
    return Jws.encode(Digests.sha256(jwk));
  }

  /// Whether a key made a signature over these bytes.
  public static boolean isSigned(byte[] bytes, byte[] signature, byte[] key) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(of(key));
      check.update(bytes);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// The key of these 32 bytes (RFC 8032, section 5.1.3).
  private static PublicKey of(byte[] encoded) throws GeneralSecurityException {
    byte[] bigEndian = new byte[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      bigEndian[i] = encoded[encoded.length - 1 - i];
    }
    boolean odd = encoded.length > 0 && (bigEndian[0] & 0x80) != 0;
    if (encoded.length > 0) {
      bigEndian[0] &= 0x7f;
    }
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(
            new EdECPublicKeySpec(
                NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
  }

  /// RFC 8032, section 5.1.2: the coordinate in 32 bytes, little end first, the sign in the last
  /// bit.
  static byte[] encoded(EdECPublicKey key) {
    byte[] bigEndian = key.getPoint().getY().toByteArray();
    byte[] encoded = new byte[BYTES];
    for (int i = 0; i < Math.min(BYTES, bigEndian.length); i++) {
      encoded[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      encoded[BYTES - 1] |= (byte) 0x80;
    }
    return encoded;
  }
}
