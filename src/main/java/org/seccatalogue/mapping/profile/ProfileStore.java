package org.seccatalogue.mapping.profile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.Profile;

/// The profiles as people see them: those of files may be read, those that were saved replaced and
/// removed too.
@ApplicationScoped
public class ProfileStore {

  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

  private final Profiles profiles;
  private final SavedProfiles saved;

  ProfileStore(Profiles profiles, SavedProfiles saved) {
    this.profiles = profiles;
    this.saved = saved;
  }

  /// The profiles of files, in order of their names.
  public List<Profile> ofFiles() {
    return profiles.ofFiles();
  }

  /// The profiles that were saved, in order of their names.
  public List<SavedProfile> saved() {
    return saved.all();
  }

  public Optional<Profile> find(String name) {
    return profiles.named(name);
  }

  public Optional<SavedProfile> findSaved(String name) {
    return saved.find(name);
  }

  /// A name for addresses from what people call a profile.
  public static String nameFor(String label) {
    String plain = Normalizer.normalize(label, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String name =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "profile" : name;
  }

  /// Saves a profile, when nobody saved another version meanwhile.
  ///
  /// @param content in the form of the files
  /// @param seen the version that it replaces; 0: there is none yet
  public ProfileOutcome save(String name, JsonNode content, int seen, String author) {
    if (!name.matches(NAME)) {
      String expected = "a name of small letters, digits and hyphens";
      return new ProfileOutcome.Rejected(
          List.of(
              Finding.error(
                  FindingCode.INVALID_PROFILE, new Place.Parameter("name"), name, expected)));
    }
    if (profiles.isFile(name)) {
      return new ProfileOutcome.OfFile(name);
    }
    ProfileLoader.Loaded loaded = saved.read(name, content);
    return loaded.profiles().isEmpty()
        ? new ProfileOutcome.Rejected(loaded.findings().stream().map(ProfileStore::inBody).toList())
        : saved.save(loaded.profiles().getFirst(), seen, author);
  }

  private static Finding inBody(Finding finding) {
    return finding.place() instanceof Place.InFile(String _, String pointer)
        ? finding.at(new Place.Pointer(pointer))
        : finding;
  }

  public ProfileOutcome remove(String name, int seen, String author) {
    return profiles.isFile(name)
        ? new ProfileOutcome.OfFile(name)
        : saved.remove(name, seen, author);
  }
}
