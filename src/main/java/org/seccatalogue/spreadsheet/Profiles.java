package org.seccatalogue.spreadsheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.BundledFolder;
import org.seccatalogue.schema.CatalogueSchema;

/// The import profiles, read once when the application starts; a wrong one stops the start.
@ApplicationScoped
class Profiles {

  private final List<Profile> profiles;

  Profiles(
      CatalogueSchema schema,
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
  }

  List<Profile> all() {
    return profiles;
  }

  /// The profile of that name; without a name the one that recognises the file, or none at all.
  Optional<Profile> choose(@Nullable String name, String fileName) {
    if (name != null) {
      return Stream.concat(Stream.of(Profile.NONE), profiles.stream())
          .filter(profile -> profile.name().equals(name))
          .findFirst();
    }
    return Optional.of(
        profiles.stream()
            .filter(profile -> profile.recognises(fileName))
            .findFirst()
            .orElse(Profile.NONE));
  }
}
