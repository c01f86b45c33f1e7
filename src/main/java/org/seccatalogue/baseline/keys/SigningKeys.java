package org.seccatalogue.baseline.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.baseline.signing.KeyFile;
import org.seccatalogue.baseline.signing.Signer;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Signs what is published. The public halves of all keys that ever could are published, and stay.
@ApplicationScoped
public class SigningKeys {

  private final KeyChoice choice;
  private final KeyMove move;
  private final PublishedStore store;
  private final Clock clock;

  SigningKeys(KeyChoice choice, KeyMove move, PublishedStore store, Clock clock) {
    this.choice = choice;
    this.move = move;
    this.store = store;
    this.clock = clock;
  }

  /// What came of the wish for a new key.
  public sealed interface Rotation {

    /// Baselines are signed with the key of that id from now on.
    record Rotated(String keyId) implements Rotation {}

    /// The key is configured: whoever wants another one configures it.
    record Configured() implements Rotation {}

    /// There is no key.
    record Missing(String sentence) implements Rotation {}
  }

  /// Makes a new key; signatures of the old one keep their worth.
  @Transactional
  public Rotation rotate() {
    Optional<Path> file = choice.replaceable();
    if (file.isEmpty()) {
      return switch (choice.current()) {
        case KeyOutcome.Ready _ -> new Rotation.Configured();
        case KeyOutcome.Missing(String sentence) -> new Rotation.Missing(sentence);
      };
    }
    KeyFile key = KeyFile.made();
    publish(key);
    try {
      PrivateFile.write(file.get(), key.pem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Rotation.Rotated(key.keyId());
  }

  /// Why nothing can be signed; nothing when it can.
  public Optional<String> refusal() {
    if (move.isPending()) {
      return Optional.of(
          "The key that signs has not moved out of the database yet: it does so while the program"
              + " starts.");
    }
    return switch (choice.current()) {
      case KeyOutcome.Ready _ -> Optional.empty();
      case KeyOutcome.Missing(String sentence) -> Optional.of(sentence);
    };
  }

  /// What is told to somebody for whom nothing was signed.
  ///
  /// @param sentence why, and the way out
  public static Finding unsigned(String sentence) {
    return Finding.error(FindingCode.NO_KEY, new Place.Pointer(""), sentence, "a key that signs");
  }

  /// What people who freeze should know; nothing when all is as it should be.
  public Optional<String> warning() {
    @Nullable String own =
        switch (choice.current()) {
          case KeyOutcome.Ready(Signer _, var warning) -> warning;
          case KeyOutcome.Missing(String sentence) -> sentence;
        };
    return Stream.of(Optional.ofNullable(own), move.trouble())
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + " " + other);
  }

  /// Signs a statement, within the transaction of the caller.
  ///
  /// @throws Signer.SigningFailed when there is no key, or it does not sign
  public String sign(String text, Jws.Statement statement) {
    return switch (choice.current()) {
      case KeyOutcome.Ready(Signer signer, var _) -> {
        publish(signer);
        yield Jws.sign(text, statement, signer);
      }
      case KeyOutcome.Missing(String sentence) -> throw new Signer.SigningFailed(sentence);
    };
  }

  private void publish(Signer signer) {
    store.keepKey(Objects.requireNonNull(signer.keyId()), signer.publicKey(), clock.instant());
  }
}
