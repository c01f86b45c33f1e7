package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;

/// The record of publications.
@Path("/publications")
@HtmlPage
@Blocking
class PublicationPages {

  private static final int LIMIT = 100;

  private final Published published;

  PublicationPages(Published published) {
    this.published = published;
  }

  /// An entry of the record.
  record Entry(
      int sequence,
      String act,
      String look,
      String baseline,
      String href,
      String time,
      String by,
      String reason,
      @Nullable String successor,
      String digest,
      String previous,
      String hash) {

    static Entry of(Publication publication) {
      return new Entry(
          publication.sequence(),
          ShownBaseline.word(publication.act()),
          ShownBaseline.look(publication.act()),
          publication.baseline(),
          "/baselines/" + publication.baseline(),
          Dates.time(publication.at()),
          publication.by(),
          Objects.requireNonNullElse(publication.reason(), ""),
          publication.successor(),
          publication.digest(),
          publication.previous(),
          publication.hash());
    }
  }

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance publications(
        PageFrame frame, List<Entry> entries, @Nullable String next);
  }

  @GET
  public Response publications(@RestQuery @Nullable Integer after) {
    List<Publication> found =
        published.publications(Math.max(0, after == null ? 0 : after), LIMIT + 1);
    boolean more = found.size() > LIMIT;
    List<Publication> shown = more ? found.subList(0, LIMIT) : found;
    String next =
        more
            ? new PageAddress("/publications").with("after", shown.getLast().sequence()).toString()
            : null;
    return PublicHtml.ok(
        Templates.publications(
            PageFrame.none("publications"), shown.stream().map(Entry::of).toList(), next));
  }
}
