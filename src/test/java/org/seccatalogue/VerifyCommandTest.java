package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  @TempDir Path folder;

  private int run(String... arguments) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new VerifyCommand(print, print).run(List.of(arguments));
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(run("verify")).isEqualTo(64);
    assertThat(run("verify", folder.resolve("none").toString())).isEqualTo(64);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            Use: verify FILE [--keys JWKS [--list FILES.JWS]], with the public keys of whoever published it, and the signed list of the files of its baseline.
            There is no file %s.
            """
                .formatted(folder.resolve("none")));
  }

  @Test
  void saysThatAFileIsNoBundle() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir");
    assertThat(run("verify", file.toString())).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("This is not a bundle: it has no manifest and no records.\n");
  }
}
