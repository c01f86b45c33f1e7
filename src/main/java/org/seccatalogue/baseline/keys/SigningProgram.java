package org.seccatalogue.baseline.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.baseline.signing.PublicKeys;
import org.seccatalogue.baseline.signing.Signer;

/// A program that signs, such as one that asks a security module: it is given the bytes on its
/// standard input, and answers the signature on its standard output.
///
/// @param x the 32 bytes of the public key in base64url
record SigningProgram(List<String> command, String x) implements Signer {

  private static final int SIGNATURE_BYTES = 64;
  private static final long PATIENCE_SECONDS = 60;

  SigningProgram {
    command = List.copyOf(command);
  }

  @Override
  public byte[] publicKey() {
    return Jws.decode(x);
  }

  @Override
  public String keyId() {
    return PublicKeys.id(publicKey());
  }

  @Override
  public byte[] sign(byte[] bytes) {
    try {
      byte[] signature = answer(bytes);
      if (!PublicKeys.isSigned(bytes, signature, publicKey())) {
        throw new SigningFailed(
            "The program of catalogue.signing.command answered nothing that the key of"
                + " catalogue.signing.public-key signed.");
      }
      return signature;
    } catch (IOException e) {
      throw new SigningFailed(
          "The program of catalogue.signing.command does not run: " + e.getMessage() + ".");
    }
  }

  private byte[] answer(byte[] bytes) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(bytes);
      }
      byte[] signature = process.getInputStream().readNBytes(SIGNATURE_BYTES + 1);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new SigningFailed("The program of catalogue.signing.command did not sign.");
      }
      return signature;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SigningFailed("Nothing was signed: the application stops.");
    } finally {
      process.destroyForcibly();
    }
  }
}
