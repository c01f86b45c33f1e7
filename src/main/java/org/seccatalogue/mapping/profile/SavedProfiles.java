package org.seccatalogue.mapping.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.schema.BundledFolder;
import org.seccatalogue.schema.CatalogueSchema;

/// The profiles that people saved, in the database. A profile that is replaced keeps its earlier
/// versions; one that is removed is kept too, and no longer found.
@ApplicationScoped
public class SavedProfiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CURRENT =
      """
      select distinct on (name) name, version, cast(content as text), created_at, created_by
      from import_profile p
      where not exists (
        select 1 from import_profile n where n.name = p.name and n.version > p.version)
        and removed_at is null
      """;

  private final Session database;
  private final CatalogueSchema schema;
  private final Clock clock;
  private final String form;

  SavedProfiles(Session database, CatalogueSchema schema, Clock clock) {
    this.database = database;
    this.schema = schema;
    this.clock = clock;
    this.form = String.valueOf(BundledFolder.texts("import").get("profile.schema.json"));
  }

  /// What is read from the words of a profile.
  public ProfileLoader.Loaded read(String name, JsonNode content) {
    return ProfileLoader.read(name, content, form, schema);
  }

  @Transactional
  List<SavedProfile> all() {
    return database
        .createNativeQuery(CURRENT + " order by name", Object[].class)
        .getResultList()
        .stream()
        .flatMap(this::saved)
        .toList();
  }

  @Transactional
  Optional<SavedProfile> find(String name) {
    return database
        .createNativeQuery(CURRENT + " and name = :name", Object[].class)
        .setParameter("name", name)
        .getResultList()
        .stream()
        .flatMap(this::saved)
        .findFirst();
  }

  /// A profile that names what the record types no longer have is left out, and logged.
  private Stream<SavedProfile> saved(Object[] row) {
    String name = (String) row[0];
    ProfileLoader.Loaded loaded = read(name, parsed((String) row[2]));
    loaded
        .findings()
        .forEach(wrong -> Log.warnf("The saved profile %s: %s", name, wrong.message()));
    return loaded.profiles().stream()
        .map(profile -> new SavedProfile(profile, (int) row[1], (Instant) row[3], (String) row[4]));
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a saved profile is no JSON", e);
    }
  }

  /// Saves a profile.
  ///
  /// @param seen the version that it replaces; 0: there is none yet
  @Transactional
  ProfileOutcome save(Profile profile, int seen, String author) {
    hold(profile.name());
    Optional<SavedProfile> current = find(profile.name());
    if (current.map(SavedProfile::version).orElse(0) != seen) {
      return current
          .<ProfileOutcome>map(ProfileOutcome.Stale::new)
          .orElseGet(ProfileOutcome.NotFound::new);
    }
    database
        .createNativeMutationQuery(
            """
            insert into import_profile (name, version, label, content, created_at, created_by)
            select :name, coalesce(max(version), 0) + 1, :label, cast(:content as jsonb), :at, :by
            from import_profile where name = :name
            """)
        .setParameter("name", profile.name())
        .setParameter("label", profile.label())
        .setParameter("content", ProfileJson.of(profile).toString())
        .setParameter("at", clock.instant())
        .setParameter("by", author)
        .executeUpdate();
    return new ProfileOutcome.Saved(find(profile.name()).orElseThrow());
  }

  @Transactional
  ProfileOutcome remove(String name, int seen, String author) {
    hold(name);
    Optional<SavedProfile> current = find(name);
    if (current.isEmpty()) {
      return new ProfileOutcome.NotFound();
    }
    if (current.get().version() != seen) {
      return new ProfileOutcome.Stale(current.get());
    }
    database
        .createNativeMutationQuery(
            "update import_profile set removed_at = :at, removed_by = :by"
                + " where name = :name and removed_at is null")
        .setParameter("name", name)
        .setParameter("at", clock.instant())
        .setParameter("by", author)
        .executeUpdate();
    return new ProfileOutcome.Removed();
  }

  /// Lets nobody else save under a name until the transaction ends.
  private void hold(String name) {
    database
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended('import_profile ' || :name, 0))"
                + " as text)",
            String.class)
        .setParameter("name", name)
        .getSingleResult();
  }
}
