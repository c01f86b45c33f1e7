package org.seccatalogue.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is removed and what is not, with other processes that live and that are killed.
class ScratchFolderTest {

  @TempDir Path root;

  /// Another process: makes a file, says where, and waits.
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws Exception {
      System.out.write(
          (ScratchFolder.open(Path.of(arguments[0])).create() + "\n")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      System.out.flush();
      Thread.currentThread().join();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            root.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path file(Process other) throws IOException {
    InputStream said = other.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = said.read(); c > 0 && c != '\n'; c = said.read()) {
      line.append((char) c);
    }
    return Path.of(line.toString());
  }

  @Test
  void nobodyElseLooksIntoIt() throws IOException {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    ScratchFolder own = ScratchFolder.open(root);
    assertThat(permissions(root)).isEqualTo("rwx------");
    assertThat(permissions(own.path())).isEqualTo("rwx------");
    assertThat(permissions(own.create())).isEqualTo("rw-------");
    own.remove();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void whatSomebodyCleanedAwayIsMadeAgain() throws IOException {
    Path first = ScratchFiles.create();
    Files.delete(first);
    Files.delete(first.resolveSibling("lock"));
    Files.delete(first.getParent());
    Path second = ScratchFiles.create();
    assertThat(second).exists();
    assertThat(second.getParent()).isNotEqualTo(first.getParent());
    Path bodies = ScratchFiles.folder("bodies");
    Files.createFile(bodies.resolve("one"));
    ScratchFiles.removeAll();
    assertThat(bodies).doesNotExist();
    assertThat(second.getParent()).doesNotExist();
  }

  @Test
  void whatTheDeadLeftGoesAndWhatTheLivingHaveStays() throws Exception {
    ScratchFolder own = ScratchFolder.open(root);
    Path ours = own.create();
    Process living = start();
    Process killed = start();
    try {
      Path theirs = file(living);
      Path left = file(killed);
      ScratchFolder.sweep(root);
      assertThat(List.of(ours, theirs, left)).allMatch(Files::exists);

      killed.destroyForcibly().waitFor();
      ScratchFolder.sweep(root);
      ScratchFolder.sweep(root);
      assertThat(left.getParent()).doesNotExist();
      assertThat(List.of(ours, theirs)).allMatch(Files::exists);
    } finally {
      living.destroyForcibly().waitFor();
      killed.destroyForcibly();
    }
    own.remove();
    ScratchFolder.sweep(root);
    try (Stream<Path> rest = Files.list(root)) {
      assertThat(rest).isEmpty();
    }
  }
}
