package org.seccatalogue.baseline.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// A pair of keys of Ed25519: new, from a file in PEM (`openssl genpkey -algorithm ed25519`), or as
/// the database keeps it.
///
/// @param x the 32 bytes of the public key in base64url
public record KeyFile(PrivateKey privateKey, String x) {

  private static final int KEY_BYTES = 32;

  public static KeyFile made() {
    return of(new SecureRandom());
  }

  public static KeyFile read(Path file) {
    try {
      String pem = Files.readString(file);
      String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return of(Base64.getDecoder().decode(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "catalogue.signing.key-file: " + file + " holds no Ed25519 key in PEM (PKCS #8)", e);
    }
  }

  public static KeyFile of(byte[] pkcs8) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
      return of(new Seed(seed));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key of Ed25519", e);
    }
  }

  /// The JDK has no other way from a private key to its public one than to make both from the same
  /// random bytes, which are the private key.
  private static KeyFile of(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      return new KeyFile(pair.getPrivate(), Jws.encode(encoded((EdECPublicKey) pair.getPublic())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// RFC 8032, section 5.1.2: the coordinate in 32 bytes, little end first, the sign in the last
  /// bit.
  private static byte[] encoded(EdECPublicKey key) {
    byte[] bigEndian = key.getPoint().getY().toByteArray();
    byte[] encoded = new byte[KEY_BYTES];
    for (int i = 0; i < Math.min(KEY_BYTES, bigEndian.length); i++) {
      encoded[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      encoded[KEY_BYTES - 1] |= (byte) 0x80;
    }
    return encoded;
  }

  public String id() {
    return Jws.thumbprint(publicKey());
  }

  public byte[] publicKey() {
    return Jws.decode(x);
  }

  /// Gives out one value, once.
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
