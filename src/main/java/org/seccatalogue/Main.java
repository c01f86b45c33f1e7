package org.seccatalogue;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.seccatalogue.database.DatabaseStart.Refused;
import org.seccatalogue.database.DatabaseStart.Started;
import org.seccatalogue.database.EmbeddedDatabase;

/// Starts the catalogue, and a database before it if no server is configured; or checks a bundle,
/// without either.
@QuarkusMain
public final class Main {
  private static final Logger LOG = Logger.getLogger(Main.class);

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
      Quarkus.run(arguments);
      return;
    }
    ListeningAddress.refusal(config.getValue("quarkus.http.host", String.class))
        .ifPresent(Main::refuse);
    if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isEmpty()) {
      startDatabase(config.getValue("catalogue.database.directory", Path.class));
    }
    Quarkus.run(arguments);
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
