package org.seccatalogue.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL for this system, unpacked once from the archive on the class path.
record ServerPrograms(Path home) {
  private static final String UNFINISHED = "unfinished-";

  /// The directory is named for the content of the archive: a new release never meets old files.
  static ServerPrograms unpackedIn(Path directory) throws IOException, Refusal {
    var archive = archive();
    Files.createDirectories(directory, DatabaseDirectory.ownerOnly("rwx------"));
    var home = directory.toRealPath().resolve("postgresql-" + digest(archive));
    if (!Files.exists(home)) {
      unpack(archive, home);
    }
    return new ServerPrograms(home);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
  }

  static boolean isWindows() {
    return operatingSystem().startsWith("windows");
  }

  static boolean isLinux() {
    return operatingSystem().equals("linux");
  }

  private static String operatingSystem() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  private static URL archive() throws Refusal {
    var name = archiveName();
    var archive = ServerPrograms.class.getResource("/" + name);
    if (archive == null) {
      throw new Refusal(
          "This program brings no PostgreSQL for this system (%s). Configure a server with"
                  .formatted(name)
              + " QUARKUS_DATASOURCE_JDBC_URL.");
    }
    return archive;
  }

  private static String archiveName() {
    var arm = System.getProperty("os.arch", "").equals("aarch64");
    if (isWindows()) {
      return "postgres-windows-x86_64.txz";
    }
    if (!isLinux()) {
      return "postgres-darwin-x86_64.txz";
    }
    var musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
    return "postgres-linux-" + (arm ? "arm_64" : "x86_64") + musl + ".txz";
  }

  private static String digest(URL archive) throws IOException {
    try (var stream = new DigestInputStream(archive.openStream(), sha256())) {
      stream.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(stream.getMessageDigest().digest(), 0, 8);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }

  /// The directory gets its name last, so one with a name is complete.
  private static void unpack(URL archive, Path home) throws IOException {
    var programs = home.resolveSibling(".").normalize();
    DatabaseDirectory.deleteUnfinished(programs, UNFINISHED);
    var directory = Files.createTempDirectory(programs, UNFINISHED);
    try (var tar = new TarArchiveInputStream(decompressed(archive))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, entry.resolveIn(directory));
      }
    }
    Files.move(directory, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static InputStream decompressed(URL archive) throws IOException {
    return new BufferedInputStream(new XZInputStream(archive.openStream()));
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
      throw new IOException("%s cannot be made executable".formatted(target));
    }
  }
}
