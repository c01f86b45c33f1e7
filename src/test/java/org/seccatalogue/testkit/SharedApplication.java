package org.seccatalogue.testkit;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.Jobs;

/// The running application between two test classes.
final class SharedApplication {

  private static final String OURS = "org.seccatalogue";
  private static final Duration LONG = Duration.ofMinutes(5);

  /// Names of the system properties that configure it just now.
  private static final List<String> CONFIGURED = new ArrayList<>();

  private SharedApplication() {}

  /// Lets jobs end that the class before did not wait for.
  ///
  /// @param owner a connection as the role that owns the tables
  static void awaitJobs(Connection owner) throws SQLException {
    var jobs = CDI.current().select(Jobs.class).get();
    for (long id : activeJobs(owner)) {
      if (jobs.await(id, LONG).filter(Job::isActive).isPresent()) {
        throw new IllegalStateException("The class before left job " + id + ", which does not end");
      }
    }
  }

  private static List<Long> activeJobs(Connection owner) throws SQLException {
    var schema = ConfigProvider.getConfig().getValue("quarkus.flyway.default-schema", String.class);
    var active =
        "select id from %s.job where state in ('QUEUED', 'RUNNING') order by id".formatted(schema);
    List<Long> ids = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(active)) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  /// Configures what beans read when they are made.
  static void configure(List<Setting> settings) {
    if (settings.isEmpty() && CONFIGURED.isEmpty()) {
      return;
    }
    CONFIGURED.forEach(System::clearProperty);
    CONFIGURED.clear();
    for (Setting setting : settings) {
      System.setProperty(setting.name(), setting.value());
      CONFIGURED.add(setting.name());
    }
    readMappings();
  }

  private static void readMappings() {
    Set<ConfigMappings.ConfigClass> mappings =
        CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .flatMap(bean -> bean.getTypes().stream())
            .filter(type -> type instanceof Class<?> it && isMapping(it))
            .map(type -> ConfigMappings.ConfigClass.configClass((Class<?>) type))
            .collect(Collectors.toSet());
    var config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    ConfigMappings.registerConfigMappings(config, mappings);
  }

  private static boolean isMapping(Class<?> type) {
    return type.getName().startsWith(OURS) && type.isAnnotationPresent(ConfigMapping.class);
  }

  /// Makes all beans anew when they are asked next, with nothing kept in memory.
  static void forget() {
    InjectableContext beans = Arc.container().getActiveContext(ApplicationScoped.class);
    beans.getState().getContextualInstances().keySet().stream()
        .filter(SharedApplication::isOurs)
        .forEach(beans::destroy);
  }

  private static boolean isOurs(Bean<?> bean) {
    return bean.getBeanClass().getName().startsWith(OURS);
  }

  /// What was sent, and is kept in files.
  static Set<Path> uploads() {
    Path folder = ConfigProvider.getConfig().getValue("catalogue.import.uploads", Path.class);
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.skip(1).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void removeUploads(Set<Path> butNot) {
    for (Path file : uploads().stream().sorted(Comparator.reverseOrder()).toList()) {
      if (!butNot.contains(file)) {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
