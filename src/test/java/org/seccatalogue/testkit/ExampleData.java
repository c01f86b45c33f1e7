package org.seccatalogue.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Locale;
import java.util.Map;

/// Runs the application with the example catalogue. Each test class extends it, and so gets a
/// database schema of its own, named after the class, that no other class has written to.
public abstract class ExampleData implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    String schema = getClass().getEnclosingClass().getSimpleName().toLowerCase(Locale.ROOT);
    return Map.of(
        "catalogue.example",
        "true",
        "catalogue.example-baseline",
        "false",
        "catalogue.published.schema",
        schema + "_published",
        "quarkus.flyway.default-schema",
        schema,
        "quarkus.flyway.schemas",
        schema,
        "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema",
        schema);
  }
}
