package org.seccatalogue.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The application over the tables that an earlier version left. However old they have become,
/// nothing of them is cleared away. Its sections keep
/// their numbers.
public final class EarlierVersion implements QuarkusTestProfile {

  /// What it is called among those that are kept.
  public static final String VERSION = "4755210";

  private static final String DRAFTING = "upgraded";
  private static final String PUBLISHED = "upgraded_published";
  private static final String FOR_EVER = "36500D";

  /// The tables that it left.
  ///
  /// @param owner a connection as the role that owns the tables
  public static EarlierTables tables(Connection owner) {
    return new EarlierTables(owner, DRAFTING, PUBLISHED);
  }

  /// The settings of an application over such tables.
  static Map<String, String> over(String drafting, String published) {
    return Map.of(
        "catalogue.published.schema", published,
        "quarkus.flyway.default-schema", drafting,
        "quarkus.flyway.schemas", drafting,
        "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema", drafting,
        "catalogue.example", "false",
        "catalogue.files.ahead", "true",
        "catalogue.import.uploads-kept", FOR_EVER,
        "catalogue.import.files-kept", FOR_EVER,
        "catalogue.import.plans-kept", FOR_EVER,
        "catalogue.job.kept", FOR_EVER);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> overrides = new HashMap<>(over(DRAFTING, PUBLISHED));
    overrides.put("catalogue.renumber-at-upgrade", "false");
    overrides.put("test.upkeep-at-start", "true");
    return overrides;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(
            EarlierInstallation.class,
            Map.of("version", VERSION, "drafting", DRAFTING, "published", PUBLISHED)));
  }
}
