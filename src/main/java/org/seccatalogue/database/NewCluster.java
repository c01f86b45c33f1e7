package org.seccatalogue.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Makes the cluster of a new directory: initialised, its roles and its database created, before
/// any port is open. It works under another name and renames at the end, so that an interrupted
/// first start leaves nothing that looks like a cluster.
record NewCluster(DatabaseDirectory directory, Server server) {
  private static final String UNFINISHED = "unfinished-cluster-";

  /// No entry says trust: whoever connects, from whatever account of this machine, has a password.
  private static final String HOST_BASED_AUTHENTICATION =
      """
      local all all              scram-sha-256
      host  all all 127.0.0.1/32 scram-sha-256
      host  all all ::1/128      scram-sha-256
      """;

  void create(Credentials credentials) throws IOException, Refusal {
    DatabaseDirectory.deleteUnfinished(directory.root(), UNFINISHED);
    var cluster = Files.createTempDirectory(directory.root(), UNFINISHED);
    server.account().own(cluster);
    initialise(cluster, credentials);
    writeAuthentication(cluster.resolve("pg_hba.conf"));
    server.runOrRefuse(
        "postgres", statements(credentials) + reader(credentials), singleUser(cluster));
    Files.move(cluster, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Makes the role of readers in a cluster of the time before there was one.
  void addReader(Credentials credentials) throws IOException, Refusal {
    server.runOrRefuse("postgres", reader(credentials), singleUser(directory.cluster()));
  }

  private static void writeAuthentication(Path file) throws IOException {
    Files.writeString(
        file,
        HOST_BASED_AUTHENTICATION,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.DSYNC);
  }

  private void initialise(Path cluster, Credentials credentials) throws IOException, Refusal {
    var password = Files.createTempFile(directory.root(), UNFINISHED, "-password");
    try {
      Files.writeString(password, credentials.superuser());
      server.account().own(password);
      var arguments = new ArrayList<>(List.of("-D", cluster.toString()));
      arguments.addAll(List.of("-U", Credentials.SUPERUSER_ROLE, "--pwfile", password.toString()));
      arguments.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--data-checksums"));
      arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
      arguments.addAll(List.of("--locale=C", "--no-instructions"));
      arguments.addAll(characterTypes());
      server.runOrRefuse("initdb", "", arguments);
    } finally {
      Files.delete(password);
    }
  }

  /// Text search asks the system what is a letter. In the locale C everything beyond ASCII is one,
  /// and "10–20" with its dash would be a single word.
  private static List<String> characterTypes() {
    if (ServerPrograms.isWindows()) {
      return List.of();
    }
    return List.of("--lc-ctype=" + (ServerPrograms.isLinux() ? "C.UTF-8" : "en_US.UTF-8"));
  }

  private static List<String> singleUser(Path cluster) {
    return List.of("--single", "-D", cluster.toString(), "-c", "exit_on_error=on", "postgres");
  }

  /// One statement to a line, as the single-user server wants them.
  private static String statements(Credentials credentials) {
    return """
        CREATE ROLE catalogue_owner LOGIN PASSWORD '%s'
        CREATE ROLE catalogue_app LOGIN PASSWORD '%s'
        CREATE DATABASE catalogue OWNER catalogue_owner
        REVOKE ALL ON DATABASE catalogue, postgres, template1 FROM PUBLIC
        GRANT CONNECT ON DATABASE catalogue TO catalogue_app
        """
        .formatted(credentials.owner(), credentials.application());
  }

  /// The same however often it is done.
  private static String reader(Credentials credentials) {
    return """
        DO $$BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'catalogue_public') THEN CREATE ROLE catalogue_public LOGIN; END IF; END$$
        ALTER ROLE catalogue_public PASSWORD '%s'
        GRANT CONNECT ON DATABASE catalogue TO catalogue_public
        """
        .formatted(credentials.reader());
  }
}
