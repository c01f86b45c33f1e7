package org.seccatalogue.page.published.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.search.DeviceCounts;
import org.seccatalogue.baseline.search.Devices;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.published.Importance;
import org.seccatalogue.page.published.PageFrame;
import org.seccatalogue.page.published.PageFrames;
import org.seccatalogue.page.published.PublicHtml;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// What a baseline says of each device.
@Path("/baselines/{baseline}/devices")
@HtmlPage
@Blocking
class DevicePages {

  private final Published published;
  private final DeviceCounts counts;
  private final DeviceViews views;
  private final PageFrames frames;

  DevicePages(Published published, DeviceCounts counts, DeviceViews views, PageFrames frames) {
    this.published = published;
    this.counts = counts;
    this.views = views;
    this.frames = frames;
  }

  /// How many records of each type apply to each device.
  record Matrix(List<String> types, List<Row> rows) {}

  /// A device: a count for each type.
  record Row(String code, String label, @Nullable String alias, String href, List<Cell> cells) {}

  /// A count with its address.
  public record Cell(int count, String href) {}

  /// What there is to choose.
  ///
  /// @param weights how much a requirement matters; none when no type says so
  record Choices(List<Choice> devices, List<Choice> types, List<Choice> weights) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance devices(
        PageFrame frame, Matrix matrix, Choices choices, DeviceViews.@Nullable About about);
  }

  @GET
  public Response devices(
      String baseline,
      @RestQuery @Nullable String device,
      @RestQuery @Nullable String type,
      @RestQuery @Nullable String attribute,
      @RestQuery @Nullable String cursor,
      @Context UriInfo asked) {
    Baseline found = frames.named(baseline, asked);
    Devices devices = new Devices(published.schema(found));
    String code = Html.given(device);
    DeviceQuestion question =
        new DeviceQuestion(code == null ? "" : code, Html.given(type), Html.given(attribute));
    return PublicHtml.ok(
        Templates.devices(
            frames.of(found, "devices", question.at("/devices").toString()),
            matrix(found, devices),
            choices(published.schema(found), devices, question),
            code == null ? null : views.about(found, devices, question, Html.given(cursor))));
  }

  private static Choices choices(CatalogueSchema schema, Devices devices, DeviceQuestion question) {
    return new Choices(
        choices(devices, "Choose a device", question.device()),
        Stream.concat(
                Stream.of(new Choice("", "Any kind", question.type() == null)),
                devices.types().stream().map(type -> choice(type, question)))
            .toList(),
        Importance.of(schema)
            .map(importance -> importance.choices("Any", question.attribute()))
            .orElse(List.of()));
  }

  private static Choice choice(RecordType type, DeviceQuestion question) {
    return new Choice(type.name(), type.plural(), type.name().equals(question.type()));
  }

  /// The devices to choose from, after an entry for any.
  static List<Choice> choices(Devices devices, String any, String chosen) {
    return Stream.concat(
            Stream.of(new Choice("", any, chosen.isEmpty())),
            devices.values().stream()
                .map(d -> new Choice(d.code(), d.label(), d.code().equals(chosen))))
        .toList();
  }

  private Matrix matrix(Baseline baseline, Devices devices) {
    return new Matrix(
        devices.types().stream().map(RecordType::plural).toList(),
        counts.of(baseline, devices).stream()
            .map(row -> row(baseline, devices.types(), row))
            .toList());
  }

  private static Row row(Baseline baseline, List<RecordType> types, DeviceCounts.Row row) {
    String code = row.device().code();
    return new Row(
        code,
        row.device().label(),
        row.device().alias(),
        address(baseline, code, null),
        IntStream.range(0, types.size())
            .mapToObj(
                i -> new Cell(row.counts().get(i), address(baseline, code, types.get(i).name())))
            .toList());
  }

  private static String address(Baseline baseline, String device, @Nullable String type) {
    return new DeviceQuestion(device, type, null).at(PageFrames.at(baseline) + "/devices")
        + "#about";
  }
}
