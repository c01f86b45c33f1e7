package org.seccatalogue.api.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Author;
import org.seccatalogue.api.Moments;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.ImportProfile;
import org.seccatalogue.api.contract.ImportProfileList;
import org.seccatalogue.api.contract.ImportProfilesApi;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.profile.ProfileJson;
import org.seccatalogue.mapping.profile.ProfileOutcome;
import org.seccatalogue.mapping.profile.ProfileStore;
import org.seccatalogue.mapping.profile.SavedProfile;

class ImportProfilesResource implements ImportProfilesApi {

  private final ProfileStore profiles;
  private final Author author;

  ImportProfilesResource(ProfileStore profiles, Author author) {
    this.profiles = profiles;
    this.author = author;
  }

  @Override
  public Response listImportProfiles() {
    return Response.ok(
            new ImportProfileList()
                .items(
                    Stream.concat(
                            profiles.saved().stream().map(ImportProfilesResource::saved),
                            profiles.ofFiles().stream().map(ImportProfilesResource::file))
                        .toList()))
        .build();
  }

  @Override
  public Response getImportProfile(String name) {
    return profiles
        .findSaved(name)
        .map(found -> answer(200, found))
        .or(() -> profiles.find(name).map(file -> Response.ok(file(file)).build()))
        .orElseGet(ImportProfilesResource::noProfile);
  }

  @Override
  public Response putImportProfile(String name, JsonNode body, @Nullable String ifMatch) {
    OptionalInt seen = seen(ifMatch);
    return seen.isEmpty()
        ? wrong(String.valueOf(ifMatch))
        : answer(
            profiles.save(name, body, seen.getAsInt(), author.note(null).author()),
            ifMatch == null);
  }

  @Override
  public Response deleteImportProfile(String name, @Nullable String ifMatch) {
    OptionalInt seen = seen(ifMatch);
    return seen.isEmpty()
        ? wrong(String.valueOf(ifMatch))
        : answer(
            profiles.remove(name, seen.getAsInt(), author.note(null).author()), ifMatch == null);
  }

  private static Response answer(ProfileOutcome outcome, boolean unseen) {
    return switch (outcome) {
      case ProfileOutcome.Saved(SavedProfile saved) ->
          answer(saved.version() == 1 || unseen ? 201 : 200, saved);
      case ProfileOutcome.Removed() -> Response.noContent().build();
      case ProfileOutcome.Rejected(List<Finding> findings) -> Problems.unprocessable(findings);
      case ProfileOutcome.Stale _ ->
          unseen
              ? Problems.preconditionRequired()
              : Problems.of(412, "The profile has been replaced since", null, List.of());
      case ProfileOutcome.OfFile(String name) ->
          Problems.conflict("The profile " + name + " is a file of the installation", List.of());
      case ProfileOutcome.NotFound() -> noProfile();
    };
  }

  private static Response answer(int status, SavedProfile saved) {
    return Response.status(status)
        .entity(saved(saved))
        .header("ETag", "\"" + saved.version() + "\"")
        .build();
  }

  private static ImportProfile saved(SavedProfile saved) {
    return of(saved.profile(), true)
        .version(saved.version())
        .savedAt(Moments.of(saved.savedAt()))
        .savedBy(saved.savedBy());
  }

  private static ImportProfile file(Profile file) {
    return of(file, false);
  }

  private static ImportProfile of(Profile profile, boolean saved) {
    return new ImportProfile()
        .name(profile.name())
        .label(profile.label())
        .saved(saved)
        .profile(ProfileJson.of(profile));
  }

  /// The version in an ETag, 0 without one; nothing for what is none.
  private static OptionalInt seen(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      return OptionalInt.of(0);
    }
    String etag = ifMatch.strip();
    return etag.matches("\"[1-9][0-9]{0,8}\"")
        ? OptionalInt.of(Integer.parseInt(etag.substring(1, etag.length() - 1)))
        : OptionalInt.empty();
  }

  private static Response wrong(String found) {
    return Problems.badRequest(
        List.of(
            Finding.error(
                FindingCode.BAD_VALUE,
                new Place.Parameter("If-Match"),
                found,
                "one ETag as this profile gave it, such as \"1\"")));
  }

  private static Response noProfile() {
    return Problems.notFound("import profile of that name");
  }
}
