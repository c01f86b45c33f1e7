package org.seccatalogue.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The passwords of the four roles. They are chosen at random when the directory is new, and kept
/// beside the data in a file that only its owner can read.
record Credentials(String superuser, String owner, String application, String reader) {
  static final String DATABASE = "catalogue";
  static final String SUPERUSER_ROLE = "postgres";
  static final String OWNER_ROLE = "catalogue_owner";
  static final String APPLICATION_ROLE = "catalogue_app";

  /// Reads what was published, and nothing else.
  static final String READER_ROLE = "catalogue_public";

  private static final int PASSWORD_BYTES = 32;

  /// The passwords of a directory. Data without its passwords is of no use to anyone.
  static Credentials of(DatabaseDirectory directory) throws IOException, Refusal {
    var file = directory.credentials();
    if (Files.exists(file)) {
      return read(file);
    }
    if (directory.isInitialised()) {
      throw new Refusal(
          "The file %s is missing, and with it the passwords of the database. Put it back from a"
                  .formatted(file)
              + " backup.");
    }
    var credentials = new Credentials(newPassword(), newPassword(), newPassword(), newPassword());
    credentials.write(file);
    return credentials;
  }

  private static Credentials read(Path file) throws IOException, Refusal {
    var entries = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      entries.load(reader);
    }
    return new Credentials(
        password(entries, SUPERUSER_ROLE, file),
        password(entries, OWNER_ROLE, file),
        password(entries, APPLICATION_ROLE, file),
        entries.getProperty(READER_ROLE, ""));
  }

  /// Whether the directory is of the time before there was a role for readers.
  boolean lacksReader() {
    return reader.isEmpty();
  }

  /// The same with a password for readers, which is written down.
  Credentials withReader(DatabaseDirectory directory, Reader made) throws IOException, Refusal {
    var credentials = new Credentials(superuser, owner, application, newPassword());
    made.accept(credentials);
    credentials.write(directory.credentials());
    return credentials;
  }

  /// Makes the role in the cluster.
  @FunctionalInterface
  public interface Reader {
    void accept(Credentials credentials) throws IOException, Refusal;
  }

  private static String password(Properties entries, String role, Path file) throws Refusal {
    var password = entries.getProperty(role);
    if (password == null) {
      throw new Refusal(
          "The file %s holds no password for %s. Put the file back from a backup."
              .formatted(file, role));
    }
    return password;
  }

  /// Written under another name and down to the disk first: a file with the right name is whole.
  private void write(Path file) throws IOException {
    var unfinished = file.resolveSibling("unfinished-credentials");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, DatabaseDirectory.ownerOnly("rw-------"));
    Files.writeString(
        unfinished,
        "%s=%s%n%s=%s%n%s=%s%n%s=%s%n"
            .formatted(
                SUPERUSER_ROLE,
                superuser,
                OWNER_ROLE,
                owner,
                APPLICATION_ROLE,
                application,
                READER_ROLE,
                reader),
        StandardOpenOption.WRITE,
        StandardOpenOption.DSYNC);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Letters, digits, `-` and `_` only: safe in SQL and in a file of properties.
  private static String newPassword() {
    var random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
