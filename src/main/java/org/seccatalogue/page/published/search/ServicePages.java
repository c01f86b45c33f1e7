package org.seccatalogue.page.published.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.search.FacetedRecords;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.published.PageFrame;
import org.seccatalogue.page.published.PageFrames;
import org.seccatalogue.page.published.PublicHtml;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeRole;

/// The services of a baseline by role, mode and response time.
@Path("/baselines/{baseline}/services")
@HtmlPage
@Blocking
class ServicePages {

  private static final int LIMIT = 100;

  private final Published published;
  private final FacetedRecords records;
  private final PageFrames frames;

  ServicePages(Published published, FacetedRecords records, PageFrames frames) {
    this.published = published;
    this.records = records;
    this.frames = frames;
  }

  /// What is asked for; empty for any.
  record Asked(String role, String mode, String device) {
    boolean anything() {
      return !(role + mode + device).isEmpty();
    }
  }

  /// The choices and what they gave.
  record View(
      List<Choice> roles,
      List<Choice> ways,
      List<Choice> devices,
      ServiceTable table,
      boolean filtered,
      boolean later,
      @Nullable String next) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance services(PageFrame frame, View view);
  }

  @GET
  public Response services(
      String baseline,
      @RestQuery @Nullable String role,
      @RestQuery @Nullable String mode,
      @RestQuery @Nullable String device,
      @RestQuery @Nullable String after,
      @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    Asked wanted = new Asked(given(role), given(mode), given(device));
    PageFrame frame = frames.of(found, "services", address("/services", wanted).toString());
    return PublicHtml.ok(
        Templates.services(frame, view(found, wanted, given(after))),
        published.schema(found).glossary(),
        frame);
  }

  private static String given(@Nullable String parameter) {
    return Objects.requireNonNullElse(Html.given(parameter), "");
  }

  private static PageAddress address(String path, Asked asked) {
    return new PageAddress(path)
        .with("role", asked.role())
        .with("mode", asked.mode())
        .with("device", asked.device());
  }

  private View view(Baseline baseline, Asked asked, String after) {
    CatalogueSchema schema = published.schema(baseline);
    List<String> types = ServiceTable.types(schema);
    Facet roles = Facet.of(schema, CodeRole.USER, types);
    Facet modes = Facet.of(schema, CodeRole.MODE, types);
    Facet devices = Facet.of(schema, CodeRole.DEVICE, types);
    List<List<String>> groups = new ArrayList<>();
    add(groups, roles, asked.role());
    add(groups, modes, asked.mode());
    add(groups, devices, asked.device());
    List<PublishedRecord> found = records.find(baseline, types, groups, after, LIMIT + 1);
    boolean more = found.size() > LIMIT;
    List<PublishedRecord> shown = more ? found.subList(0, LIMIT) : found;
    return new View(
        roles.choices("Any role", asked.role()),
        modes.choices("Any mode", asked.mode()),
        devices.choices("Any device", asked.device()),
        ServiceTable.of(
            schema, new RecordLines(schema, PageFrames.at(baseline), baseline.dated()), shown),
        asked.anything(),
        !after.isEmpty(),
        more ? next(baseline, asked, shown) : null);
  }

  private static String next(Baseline baseline, Asked asked, List<PublishedRecord> shown) {
    return address(PageFrames.at(baseline) + "/services", asked)
        .with("after", shown.getLast().head().path())
        .toString();
  }

  private static void add(List<List<String>> groups, Facet facet, String code) {
    if (code.isEmpty()) {
      return;
    }
    if (!facet.has(code)) {
      throw new BadRequestException();
    }
    groups.add(facet.of(code));
  }
}
