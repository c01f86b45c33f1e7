package org.seccatalogue.baseline.signing;

/// Signs with one key of Ed25519, wherever its private half is.
public interface Signer {

  /// The id of the key: its JWK thumbprint (RFC 7638).
  String keyId();

  /// The 32 bytes of the public key.
  byte[] publicKey();

  /// The 64 bytes of the signature over these bytes (RFC 8032).
  ///
  /// @throws SigningFailed when whoever keeps the key does not sign
  byte[] sign(byte[] bytes);

  /// Nothing was signed.
  final class SigningFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param sentence what went wrong, and the way out
    public SigningFailed(String sentence) {
      super(sentence);
    }
  }
}
