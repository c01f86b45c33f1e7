package org.seccatalogue.page.mapping;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.profile.ProfileOutcome;
import org.seccatalogue.mapping.profile.ProfileStore;
import org.seccatalogue.mapping.profile.SavedProfile;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;

/// The profiles by which workbooks are read: those that were saved can be removed.
@Path("/imports/profiles")
@HtmlPage
@Blocking
class ProfilePages {

  private final ProfileStore profiles;
  private final Authorship authorship;

  ProfilePages(ProfileStore profiles, Authorship authorship) {
    this.profiles = profiles;
    this.authorship = authorship;
  }

  /// A profile that was saved.
  record Saved(String name, String label, int version, String saved, String by, String sheets) {

    static Saved of(SavedProfile saved) {
      return new Saved(
          saved.name(),
          saved.profile().label(),
          saved.version(),
          Dates.time(saved.savedAt()),
          saved.savedBy(),
          String.join(
              ", ",
              saved.profile().sheets().stream()
                  .map(sheet -> sheet.sheet() == null ? "the only sheet" : sheet.sheet())
                  .toList()));
    }
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance profiles(List<Saved> saved, List<Profile> files, String error);
  }

  @GET
  public Response list() {
    return Html.ok(page(""));
  }

  @POST
  @Path("{name}/remove")
  public Response remove(String name, @RestForm int seen) {
    return switch (profiles.remove(name, seen, authorship.note(null).author())) {
      case ProfileOutcome.Removed _, ProfileOutcome.NotFound _ ->
          Html.seeOther(new PageAddress("/imports/profiles"));
      case ProfileOutcome.Stale _ ->
          Html.with(
              409,
              page(
                  "Somebody has replaced the profile since you opened this page. It was not"
                      + " removed."));
      case ProfileOutcome.OfFile _ ->
          Html.with(409, page("A profile supplied with the catalogue cannot be removed here."));
      case ProfileOutcome.Saved _, ProfileOutcome.Rejected _ ->
          throw new IllegalStateException("nothing was saved");
    };
  }

  private TemplateInstance page(String error) {
    return Templates.profiles(
        profiles.saved().stream().map(Saved::of).toList(), profiles.ofFiles(), error);
  }
}
