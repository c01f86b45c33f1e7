package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.FacetedRecords;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.page.Address;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.RecordLine;
import org.seccatalogue.page.RecordLines;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeRole;
import org.seccatalogue.schema.RecordType;

/// What a baseline says of each device.
@Path("/baselines/{baseline}/devices")
@HtmlPage
@Blocking
class DevicePages {

  private static final int LIMIT = 100;

  private final Published published;
  private final FacetedRecords records;
  private final Shelves shelves;

  DevicePages(Published published, FacetedRecords records, Shelves shelves) {
    this.published = published;
    this.records = records;
    this.shelves = shelves;
  }

  /// How many records of each type are about each device.
  record Matrix(List<String> types, List<Row> rows) {}

  /// A device: a count for each type.
  record Row(String code, String label, @Nullable String alias, List<Cell> cells) {}

  /// A count with its address.
  record Cell(int count, String href) {}

  /// The records about one device.
  record About(
      String label, List<RecordLine> lines, boolean later, @Nullable String next, String first) {}

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance devices(
        Shelf shelf,
        Matrix matrix,
        List<Choice> devices,
        List<Choice> types,
        @Nullable About about);
  }

  @GET
  public Response devices(
      String baseline,
      @RestQuery @Nullable String device,
      @RestQuery @Nullable String type,
      @RestQuery @Nullable String after,
      @Context UriInfo asked) {
    Baseline found = shelves.named(baseline, asked);
    CatalogueSchema schema = published.schema(found);
    List<RecordType> types =
        schema.types().stream().filter(t -> ServiceTable.has(t, CodeRole.DEVICE)).toList();
    Facet facet = Facet.of(schema, CodeRole.DEVICE, types.stream().map(RecordType::name).toList());
    String code = Html.given(device);
    String chosenType = Html.given(type);
    Address here = new Address("/devices").with("device", code).with("type", chosenType);
    return PublicHtml.ok(
        Templates.devices(
            shelves.of(found, "devices", here.toString()),
            matrix(found, types, facet),
            facet.choices("Choose a device", code == null ? "" : code),
            typeChoices(types, chosenType),
            code == null ? null : about(found, schema, types, facet, code, chosenType, after)));
  }

  private static List<Choice> typeChoices(List<RecordType> types, @Nullable String chosen) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(new Choice("", "Any type", chosen == null)),
            types.stream().map(t -> new Choice(t.name(), t.plural(), t.name().equals(chosen))))
        .toList();
  }

  private Matrix matrix(Baseline baseline, List<RecordType> types, Facet facet) {
    List<String> facets =
        facet.values().stream().flatMap(value -> facet.of(value.code()).stream()).toList();
    Map<String, Integer> counts =
        records.counts(baseline, facets).stream()
            .collect(
                Collectors.toMap(
                    count -> cell(count.type(), count.facet().replaceFirst("^[^=]*=", "")),
                    FacetedRecords.Count::records,
                    Integer::sum));
    return new Matrix(
        types.stream().map(RecordType::plural).toList(),
        facet.values().stream()
            .map(
                value ->
                    new Row(
                        value.code(),
                        value.label(),
                        value.alias(),
                        types.stream()
                            .map(type -> cell(baseline, counts, type.name(), value.code()))
                            .toList()))
            .toList());
  }

  private static Cell cell(
      Baseline baseline, Map<String, Integer> counts, String type, String device) {
    return new Cell(
        counts.getOrDefault(cell(type, device), 0), address(baseline, device, type) + "#about");
  }

  private static String cell(String type, String device) {
    return type + " " + device;
  }

  private static Address address(Baseline baseline, String device, @Nullable String type) {
    return new Address(Shelves.at(baseline) + "/devices").with("device", device).with("type", type);
  }

  private About about(
      Baseline baseline,
      CatalogueSchema schema,
      List<RecordType> types,
      Facet facet,
      String device,
      @Nullable String type,
      @Nullable String after) {
    List<String> names =
        types.stream().map(RecordType::name).filter(n -> type == null || n.equals(type)).toList();
    if (!facet.has(device) || names.isEmpty()) {
      throw new BadRequestException();
    }
    List<PublishedRecord> found =
        records.find(
            baseline, names, List.of(facet.of(device)), after == null ? "" : after, LIMIT + 1);
    boolean more = found.size() > LIMIT;
    List<PublishedRecord> shown = more ? found.subList(0, LIMIT) : found;
    RecordLines lines = new RecordLines(schema, Shelves.at(baseline));
    Address first = address(baseline, device, type);
    return new About(
        facet.labelOf(device),
        shown.stream().map(r -> lines.withWords(r.head(), r.attributes())).toList(),
        after != null,
        more ? first.with("after", shown.getLast().head().path()) + "#about" : null,
        first.toString());
  }
}
