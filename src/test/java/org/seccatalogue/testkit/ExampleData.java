package org.seccatalogue.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Locale;
import java.util.Map;

/// An application of its own for the few test classes whose settings are read when it starts: most
/// share one. Each class extends it, and gets database schemas that are named after the class.
public abstract class ExampleData implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    String schema = getClass().getEnclosingClass().getSimpleName().toLowerCase(Locale.ROOT);
    return Map.of(
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
