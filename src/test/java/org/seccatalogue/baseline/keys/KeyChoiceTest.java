package org.seccatalogue.baseline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.baseline.signing.KeyFile;
import org.seccatalogue.baseline.signing.Signer;

class KeyChoiceTest {

  /// What stands before the 32 bytes of a public key of Ed25519 (RFC 8410).
  private static final byte[] BEFORE = Base64.getDecoder().decode("MCowBQYDK2VwAyEA");

  @TempDir Path folder;

  private record Given(
      Optional<Path> keyFile,
      Optional<List<String>> command,
      Optional<Path> publicKey,
      Optional<Path> developmentKey)
      implements SigningSettings {}

  private static KeyOutcome choice(
      @Nullable Path keyFile,
      @Nullable List<String> command,
      @Nullable Path publicKey,
      @Nullable Path developmentKey) {
    return new KeyChoice(
            new Given(
                Optional.ofNullable(keyFile),
                Optional.ofNullable(command),
                Optional.ofNullable(publicKey),
                Optional.ofNullable(developmentKey)))
        .current();
  }

  @Test
  void withoutAnyThereIsNone() {
    assertThat(choice(null, null, null, null))
        .isEqualTo(
            new KeyOutcome.Missing(
                "There is no key to sign baselines with. Configure catalogue.signing.key-file or"
                    + " catalogue.signing.command."));
  }

  @Test
  void aDevelopmentKeyIsMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("signing-key.pem");
    String first = keyId(choice(null, null, null, file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(keyId(choice(null, null, null, file))).isEqualTo(first);
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  private static String keyId(KeyOutcome outcome) {
    assertThat(outcome).isInstanceOf(KeyOutcome.Ready.class);
    return ((KeyOutcome.Ready) outcome).signer().keyId();
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), KeyFile.made().pem());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(choice(file, null, null, null))
        .isEqualTo(
            new KeyOutcome.Missing(
                "Others than its owner can read the key in "
                    + file
                    + ": take that right from them (chmod 600)."));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertThat(keyId(choice(file, null, null, null))).isEqualTo(KeyFile.read(file).keyId());
  }

  @Test
  void aConfiguredFileThatIsNotThereIsNotMade() {
    Path file = folder.resolve("absent.pem");
    assertThat(choice(file, null, null, folder.resolve("signing-key.pem")))
        .isEqualTo(
            new KeyOutcome.Missing(
                "The key in " + file + " cannot be used: there is no such file."));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aProgramSignsWhatItIsGiven() throws IOException {
    KeyFile key = KeyFile.made();
    Path keyFile = Files.writeString(folder.resolve("key.pem"), key.pem());
    Signer program = program(key, Signs.command(keyFile));
    String signed = Jws.sign("{}", Jws.Statement.MANIFEST, program);
    assertThat(Jws.verify(signed, Jws.Statement.MANIFEST, Map.of(key.keyId(), key.publicKey())))
        .isEqualTo(new Jws.Verdict.Genuine(key.keyId(), "{}"));
  }

  private Signer program(KeyFile key, List<String> command) throws IOException {
    byte[] encoded = new byte[BEFORE.length + key.publicKey().length];
    System.arraycopy(BEFORE, 0, encoded, 0, BEFORE.length);
    System.arraycopy(key.publicKey(), 0, encoded, BEFORE.length, key.publicKey().length);
    Path publicKey =
        Files.writeString(
            folder.resolve("public.pem"),
            "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n");
    assertThat(choice(null, command, publicKey, null)).isInstanceOf(KeyOutcome.Ready.class);
    return ((KeyOutcome.Ready) choice(null, command, publicKey, null)).signer();
  }

  @Test
  void aProgramThatSignsWithAnotherKeySignsNothing() throws IOException {
    Path other = Files.writeString(folder.resolve("other.pem"), KeyFile.made().pem());
    Signer program = program(KeyFile.made(), Signs.command(other));
    assertThatThrownBy(() -> program.sign("x".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Signer.SigningFailed.class)
        .hasMessage(
            "The program of catalogue.signing.command answered nothing that the key of"
                + " catalogue.signing.public-key signed.");
  }

  @Test
  void aProgramThatIsNotThereSignsNothing() throws IOException {
    Signer program = program(KeyFile.made(), List.of(folder.resolve("nothing").toString()));
    assertThatThrownBy(() -> program.sign("x".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Signer.SigningFailed.class)
        .hasMessageStartingWith("The program of catalogue.signing.command does not run: ");
  }
}
