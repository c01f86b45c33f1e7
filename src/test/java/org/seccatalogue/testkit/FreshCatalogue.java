package org.seccatalogue.testkit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Test classes share one application, and each finds it as if it had just been started: the
/// example in the database, nothing in memory, no workbook sent.
@QuarkusTestResource(TestDatabase.class)
public final class FreshCatalogue
    implements QuarkusTestBeforeClassCallback, QuarkusTestAfterAllCallback {

  /// What the database held when the application had started; each start has a class loader.
  private static @Nullable DatabaseSnapshot beginning;

  private static Set<Path> uploads = Set.of();

  @Override
  public void beforeClass(Class<?> testClass) {
    try (Connection owner = TestDatabase.asOwner()) {
      SharedApplication.awaitJobs(owner);
      if (beginning == null) {
        beginning = DatabaseSnapshot.taken(owner, schemas());
        uploads = SharedApplication.uploads();
      } else {
        beginning.restore(owner);
        SharedApplication.removeUploads(uploads);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database is not as at the start again", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SharedApplication.configure(List.of(testClass.getAnnotationsByType(Setting.class)));
    SharedApplication.forget();
    if (!measures(testClass)) {
      ContractWatch.begin(ConfigProvider.getConfig().getValue("test.url", String.class));
    }
  }

  /// What is measured must not wait for what only tests do.
  private static boolean measures(Class<?> testClass) {
    return testClass.getSimpleName().endsWith("Bench");
  }

  private static List<String> schemas() {
    var config = ConfigProvider.getConfig();
    return List.of(
        config.getValue("quarkus.flyway.default-schema", String.class),
        config.getValue("catalogue.published.schema", String.class));
  }

  @Override
  public void afterAll(QuarkusTestContext context) {
    SharedApplication.configure(List.of());
  }
}
