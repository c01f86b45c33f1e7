package org.seccatalogue.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The application over the tables that an earlier version left, whose sections keep their numbers
/// until a test gives them others.
public final class EarlierNumbers implements QuarkusTestProfile {

  private static final String DRAFTING = "renumbered";
  private static final String PUBLISHED = "renumbered_published";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> overrides = new HashMap<>(EarlierVersion.over(DRAFTING, PUBLISHED));
    overrides.put("catalogue.renumber-at-upgrade", "false");
    return overrides;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(
            EarlierInstallation.class,
            Map.of(
                "version", EarlierVersion.VERSION, "drafting", DRAFTING, "published", PUBLISHED)));
  }
}
