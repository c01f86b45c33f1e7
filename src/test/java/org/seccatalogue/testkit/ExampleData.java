package org.seccatalogue.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Runs the application with the example catalogue in a database schema of its own.
public final class ExampleData implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "catalogue.example", "true",
        "quarkus.flyway.default-schema", "example",
        "quarkus.flyway.schemas", "example",
        "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema", "example");
  }
}
