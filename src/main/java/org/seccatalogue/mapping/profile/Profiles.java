package org.seccatalogue.mapping.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.schema.BundledFolder;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.workbook.Workbook;

/// The import profiles: those of files, read once when the application starts, where a wrong one
/// stops the start, and those that people saved.
@ApplicationScoped
public class Profiles {

  private final List<Profile> profiles;
  private final SavedProfiles saved;

  Profiles(
      CatalogueSchema schema,
      SavedProfiles saved,
      @ConfigProperty(name = "catalogue.import.directory") Optional<Path> directory) {
    ProfileLoader.Loaded loaded =
        ProfileLoader.load(
            directory.map(BundledFolder::texts).orElseGet(() -> BundledFolder.texts("import")),
            schema);
    if (!loaded.findings().isEmpty()) {
      throw new IllegalStateException(
          loaded.findings().stream()
              .map(finding -> finding.place().text() + ": " + finding.message())
              .collect(Collectors.joining("\n", "The import profiles are wrong:\n", "")));
    }
    profiles = loaded.profiles();
    this.saved = saved;
  }

  /// All profiles, the saved ones first.
  public List<Profile> all() {
    return Stream.concat(saved.all().stream().map(SavedProfile::profile), profiles.stream())
        .toList();
  }

  /// Those of files, in order of their names.
  List<Profile> ofFiles() {
    return profiles;
  }

  /// Whether a file has this name, so that none can be saved under it.
  boolean isFile(String name) {
    return profiles.stream().anyMatch(profile -> profile.name().equals(name));
  }

  Optional<Profile> named(String name) {
    return all().stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /// The profile of that name; without a name the one that fits the workbook, or none at all.
  public Optional<Profile> choose(@Nullable String name, String fileName, Workbook workbook)
      throws IOException {
    if (name != null) {
      return name.isEmpty() ? Optional.of(Profile.NONE) : named(name);
    }
    return Optional.of(ProfileFit.best(all(), fileName, workbook).orElse(Profile.NONE));
  }
}
