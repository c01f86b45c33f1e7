package org.seccatalogue.baseline.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.baseline.signing.KeyFile;
import org.seccatalogue.baseline.signing.PublicKeys;

/// Finds what signs: the program that is configured, or else the file, or else the key that is made
/// beside data of our own.
@ApplicationScoped
class KeyChoice {

  private static final Logger LOG = Logger.getLogger(KeyChoice.class);
  private static final String CONFIGURE =
      "Configure catalogue.signing.key-file or catalogue.signing.command.";

  private final SigningSettings settings;

  KeyChoice(SigningSettings settings) {
    this.settings = settings;
  }

  KeyOutcome current() {
    if (settings.command().isPresent()) {
      return program(settings.command().get());
    }
    return settings
        .keyFile()
        .map(file -> inFile(file, null))
        .or(() -> settings.developmentKey().map(KeyChoice::development))
        .orElseGet(
            () -> new KeyOutcome.Missing("There is no key to sign baselines with. " + CONFIGURE));
  }

  private KeyOutcome program(List<String> command) {
    if (settings.publicKey().isEmpty()) {
      return new KeyOutcome.Missing(
          "A program signs, and its public key is not known: configure"
              + " catalogue.signing.public-key.");
    }
    try {
      byte[] key = PublicKeys.read(settings.publicKey().get());
      return new KeyOutcome.Ready(new SigningProgram(command, Jws.encode(key)), null);
    } catch (IOException e) {
      return new KeyOutcome.Missing(
          "catalogue.signing.public-key cannot be used: " + reason(e) + ".");
    }
  }

  private static KeyOutcome inFile(Path file, @Nullable String warning) {
    try {
      if (!PrivateFile.isOwnersAlone(file)) {
        return new KeyOutcome.Missing(
            "Others than its owner can read the key in %s: take that right from them (chmod 600)."
                .formatted(file));
      }
      return new KeyOutcome.Ready(KeyFile.read(file), warning);
    } catch (IOException e) {
      return new KeyOutcome.Missing("The key in %s cannot be used: %s.".formatted(file, reason(e)));
    }
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(e.getMessage());
  }

  private static KeyOutcome development(Path file) {
    try {
      if (!Files.exists(file)) {
        PrivateFile.write(file, KeyFile.made().pem());
        LOG.warnf("A development key that signs baselines was made: %s. %s", file, CONFIGURE);
      }
    } catch (IOException e) {
      return new KeyOutcome.Missing(
          "No key could be made in %s: %s.".formatted(file, e.getMessage()));
    }
    return inFile(
        file,
        "Baselines are signed with a development key, which was made beside the data. For others to"
            + " rely on them, configure a key of your own.");
  }

  /// The file of the key, if it is one: whoever takes it away takes the key away.
  Optional<Path> file() {
    return settings.keyFile().or(settings::developmentKey);
  }

  /// The file of the key that may be replaced: the one that was made here.
  Optional<Path> replaceable() {
    return settings.command().isPresent() || settings.keyFile().isPresent()
        ? Optional.empty()
        : settings.developmentKey();
  }
}
