package org.seccatalogue;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.seccatalogue.database.DatabaseStart.Refused;
import org.seccatalogue.database.DatabaseStart.Started;
import org.seccatalogue.database.EmbeddedDatabase;
import org.seccatalogue.database.NewerDatabase;
import org.seccatalogue.scratch.ScratchFiles;

/// Starts the catalogue, and a database before it if no server is configured; or checks a bundle,
/// without either.
@QuarkusMain
public final class Main {
  private static final Logger LOG = Logger.getLogger(Main.class);

  private static final String BODIES = "quarkus.http.body.uploads-directory";

  /// What the process ends with when its database is gone for good.
  private static final int DATABASE_LOST = 70;

  public static void main(String... arguments) {
    // Whatever the machine speaks: its digits would otherwise stand in SQL and in documents.
    Locale.setDefault(Locale.UK);
    if (arguments.length > 0 && arguments[0].equals(VerifyCommand.NAME)) {
      System.exit(new VerifyCommand(System.out, System.err).run(List.of(arguments)));
    }
    var config = ConfigProvider.getConfig();
    if (PublicSide.isAlone(config)) {
      PublicSide.refusal(config).ifPresent(Main::refuse);
      PublicSide.settings(config).forEach(System::setProperty);
      run(arguments);
      return;
    }
    ListeningAddress.refusal(config.getValue("quarkus.http.host", String.class))
        .ifPresent(Main::refuse);
    if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isEmpty()) {
      startDatabase(config.getValue("catalogue.database.directory", Path.class));
    }
    NewerDatabase.refusal(tables()).ifPresent(Main::refuse);
    run(arguments);
  }

  /// Bodies of requests are kept where nobody else looks, and go with the process.
  private static void run(String... arguments) {
    try {
      System.setProperty(BODIES, ScratchFiles.folder("bodies").toString());
    } catch (IOException e) {
      refuse("There is no folder for temporary files: " + e.getMessage());
    }
    Quarkus.run(arguments);
  }

  /// Where the tables of the draft are, as the settings say by now.
  private static NewerDatabase.Place tables() {
    Config config = ConfigProvider.getConfig();
    return new NewerDatabase.Place(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        owner(config, "username"),
        owner(config, "password"),
        config.getValue("quarkus.flyway.default-schema", String.class));
  }

  private static String owner(Config config, String what) {
    return config
        .getOptionalValue("quarkus.flyway." + what, String.class)
        .or(() -> config.getOptionalValue("quarkus.datasource." + what, String.class))
        .orElse("");
  }

  private static void startDatabase(Path directory) {
    switch (EmbeddedDatabase.start(directory)) {
      case Started(EmbeddedDatabase database) -> use(database);
      case Refused(String sentence) -> refuse(sentence);
    }
  }

  private static void refuse(String sentence) {
    System.err.println(sentence);
    System.exit(1);
  }

  private static void use(EmbeddedDatabase database) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "Stop the database"));
    database.settings().forEach(System::setProperty);
    database.keepRunning(() -> Quarkus.asyncExit(DATABASE_LOST));
    LOG.infof("The database directory is %s", database.directory());
  }

  /// Shutdown hooks run side by side, and the application needs its database until it has stopped.
  /// Stopping it here waits for whoever is stopping it already.
  private static void stop(EmbeddedDatabase database) {
    try (database) {
      var application = Application.currentApplication();
      if (application != null) {
        application.stop();
      }
    }
  }
}
