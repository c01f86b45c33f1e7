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
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// The profiles that people saved, in the database. A profile that is replaced keeps its earlier
/// versions; one that is removed is kept too, and no longer found.
@ApplicationScoped
public class SavedProfiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CURRENT =
      """
      select distinct on (name) name, version, cast(content as text) as content,
        created_at as saved_at, created_by as saved_by
      from import_profile p
      where not exists (
        select 1 from import_profile n where n.name = p.name and n.version > p.version)
        and removed_at is null
      """;
  private static final Query<Row> ALL = Query.of(Row.class, CURRENT + " order by name");
  private static final Query<Row> FIND = Query.of(Row.class, CURRENT + " and name = :name");
  private static final Command SAVE =
      Command.of(
          """
          insert into import_profile (name, version, label, content, created_at, created_by)
          select :name, coalesce(max(version), 0) + 1, :label, cast(:content as jsonb), :at, :by
          from import_profile where name = :name
          """);
  private static final Command REMOVE =
      Command.of(
          "update import_profile set removed_at = :at, removed_by = :by"
              + " where name = :name and removed_at is null");
  private static final Query<String> LOCK =
      Query.of(
          String.class,
          "select cast(pg_advisory_xact_lock(hashtextextended('import_profile ' || :name, 0))"
              + " as text)");

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

  /// A version of a profile, as it is stored.
  private record Row(String name, int version, String content, Instant savedAt, String savedBy) {}

  /// What is read from the words of a profile.
  public ProfileLoader.Loaded read(String name, JsonNode content) {
    return ProfileLoader.read(name, content, form, schema);
  }

  @Transactional
  List<SavedProfile> all() {
    return ALL.list(database).stream().flatMap(this::saved).toList();
  }

  @Transactional
  Optional<SavedProfile> find(String name) {
    return FIND.with("name", name).list(database).stream().flatMap(this::saved).findFirst();
  }

  /// A profile that names what the record types no longer have is left out, and logged.
  private Stream<SavedProfile> saved(Row row) {
    ProfileLoader.Loaded loaded = read(row.name(), parsed(row.content()));
    loaded
        .findings()
        .forEach(wrong -> Log.warnf("The saved profile %s: %s", row.name(), wrong.message()));
    return loaded.profiles().stream()
        .map(profile -> new SavedProfile(profile, row.version(), row.savedAt(), row.savedBy()));
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
    SAVE.with("name", profile.name())
        .with("label", profile.label())
        .with("content", ProfileJson.of(profile).toString())
        .with("at", clock.instant())
        .with("by", author)
        .run(database);
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
    REMOVE.with("name", name).with("at", clock.instant()).with("by", author).run(database);
    return new ProfileOutcome.Removed();
  }

  /// Lets nobody else save under a name until the transaction ends.
  private void hold(String name) {
    LOCK.with("name", name).only(database);
  }
}
