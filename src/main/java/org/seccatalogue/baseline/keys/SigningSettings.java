package org.seccatalogue.baseline.keys;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What signs.
@ConfigMapping(prefix = "catalogue.signing")
interface SigningSettings {

  /// A private key of Ed25519 in PEM, readable by its owner alone.
  Optional<Path> keyFile();

  /// A program with its arguments: it is given the bytes to sign, and answers the 64 bytes of the
  /// signature.
  Optional<List<String>> command();

  /// The public key in PEM of what the program signs with.
  Optional<Path> publicKey();

  /// Where a key is made when none is configured; absent where the database is somebody else's.
  Optional<Path> developmentKey();
}
