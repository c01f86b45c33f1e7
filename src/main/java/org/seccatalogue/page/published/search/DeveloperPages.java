package org.seccatalogue.page.published.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.HttpServer;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.CatalogueAddress;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.search.Devices;
import org.seccatalogue.baseline.search.PublishedPage;
import org.seccatalogue.baseline.search.PublishedQuery;
import org.seccatalogue.baseline.search.PublishedSearch;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.published.Importance;
import org.seccatalogue.page.published.PageFrame;
import org.seccatalogue.page.published.PublicHtml;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;

/// The page for developers: calls that work as they are.
@Path("/developers")
@HtmlPage
@Blocking
class DeveloperPages {

  private final Published published;
  private final PublishedSearch search;
  private final CatalogueAddress own;
  private final HttpServer server;

  DeveloperPages(
      Published published, PublishedSearch search, CatalogueAddress own, HttpServer server) {
    this.published = published;
    this.search = search;
    this.own = own;
    this.server = server;
  }

  /// @param id of the newest baseline that counts; empty before anything was published
  /// @param task the first task, with its programs; none when there is no device
  record View(String base, String id, String name, @Nullable Task task) {}

  /// The programs for a device, and the same call for each of the others.
  ///
  /// @param found how many records they list now
  record Task(
      String weight,
      String device,
      int found,
      List<FirstCalls.Call> calls,
      List<Choice> devices,
      List<OneCall> each) {}

  /// The call for a device.
  record OneCall(String device, String text) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance developers(PageFrame frame, View view);
  }

  @GET
  public Response developers(@RestQuery @Nullable String device) {
    Optional<Baseline> latest = published.find(Published.LATEST);
    return PublicHtml.ok(
        Templates.developers(
            PageFrame.none("developers"),
            new View(
                base(),
                latest.map(Baseline::id).orElse(""),
                latest.map(Baseline::name).orElse(""),
                latest.flatMap(found -> task(found, Html.given(device))).orElse(null))));
  }

  /// Programs need a whole address: that of this server if the catalogue has none.
  private String base() {
    return own.base().orElseGet(() -> server.getLocalBaseUri().toString().replaceFirst("/$", ""));
  }

  private Optional<Task> task(Baseline baseline, @Nullable String code) {
    CatalogueSchema schema = published.schema(baseline);
    Devices devices = new Devices(schema);
    return chosen(devices, code)
        .flatMap(
            device -> FirstCalls.of(base(), schema, device).map(c -> task(baseline, c, device)));
  }

  private static Optional<CodeList.Value> chosen(Devices devices, @Nullable String code) {
    return code == null
        ? devices.values().stream().findFirst()
        : Optional.of(devices.find(code).orElseThrow(BadRequestException::new));
  }

  private Task task(Baseline baseline, FirstCalls calls, CodeList.Value device) {
    CatalogueSchema schema = published.schema(baseline);
    Devices devices = new Devices(schema);
    return new Task(
        calls.weight(),
        calls.device(),
        found(baseline, schema, device),
        calls.calls(),
        devices.values().stream()
            .map(d -> new Choice(d.code(), d.label(), d.code().equals(device.code())))
            .toList(),
        devices.values().stream()
            .flatMap(
                other ->
                    FirstCalls.of(base(), schema, other).stream()
                        .map(call -> new OneCall(other.label(), call.curl())))
            .toList());
  }

  private int found(Baseline baseline, CatalogueSchema schema, CodeList.Value device) {
    String filter =
        Importance.of(schema)
            .map(importance -> importance.filter(importance.codes().codes().getFirst()))
            .orElse(null);
    PublishedQuery query = new DeviceQuestion(device.code(), null, filter).query(null, 1);
    return switch (search.page(baseline, query)) {
      case PublishedPage.Page page -> page.total().count();
      case PublishedPage.Refused _ -> 0;
    };
  }
}
