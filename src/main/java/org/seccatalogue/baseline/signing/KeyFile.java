package org.seccatalogue.baseline.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// A pair of keys of Ed25519: new, from a file in PEM (`openssl genpkey -algorithm ed25519`), or as
/// databases of earlier versions kept it.
///
/// @param x the 32 bytes of the public key in base64url
public record KeyFile(PrivateKey privateKey, String x) implements Signer {

  private static final int LINE = 64;

  public static KeyFile made() {
    return of(new SecureRandom());
  }

  /// Reads a key in PEM (PKCS #8).
  ///
  /// @throws IOException when the file cannot be read, or holds no such key
  public static KeyFile read(Path file) throws IOException {
    try {
      return of(Base64.getDecoder().decode(PublicKeys.body(Files.readString(file))));
    } catch (IllegalArgumentException e) {
      throw new IOException("it holds no private key of Ed25519 in PEM (PKCS #8)", e);
    }
  }

  /// The key of these bytes (PKCS #8).
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
      byte[] encoded = PublicKeys.encoded((EdECPublicKey) pair.getPublic());
      return new KeyFile(pair.getPrivate(), Jws.encode(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String keyId() {
    return PublicKeys.id(publicKey());
  }

  @Override
  public byte[] publicKey() {
    return Jws.decode(x);
  }

  @Override
  public byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java signs with Ed25519", e);
    }
  }

  /// The private key in PEM (PKCS #8).
  public String pem() {
    String body =
        Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
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
