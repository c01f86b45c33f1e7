package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.map.draft.DraftMaps;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.shown.ShownMap;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.revision.numbering.MeantRecords;

/// The map of the working draft, as a picture and as a list.
@Path("/map")
@HtmlPage
@Blocking
class DraftMapPages {

  private final DraftMaps maps;
  private final MeantRecords meant;

  DraftMapPages(DraftMaps maps, MeantRecords meant) {
    this.meant = meant;
    this.maps = maps;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance map(ShownMap map);
  }

  @GET
  public Response map(@RestQuery @Nullable String focus, @RestQuery List<String> without) {
    String about = Objects.requireNonNullElse(Html.given(focus), "");
    Meant wanted = meant.of(about);
    ShownMap.Asked said = ShownMap.Asked.about(about, without);
    if (about.isEmpty()) {
      return drawn(said, about);
    }
    return wanted
        .one()
        .map(head -> said.about(head.name()))
        .or(() -> maps.party(about).map(said::about))
        .map(asked -> drawn(asked, about))
        .orElseGet(() -> told(whole -> whole.butAsked(about, wanted.question())));
  }

  private Response drawn(ShownMap.Asked asked, String about) {
    DraftMaps.Answer answer = maps.map(asked.of(), about);
    return answer
        .map()
        .map(graph -> ShownMap.of(graph, "", asked))
        .map(map -> Html.ok(Templates.map(map)))
        .orElseGet(() -> told(whole -> without(whole, answer.findings(), about)));
  }

  private static ShownMap without(ShownMap whole, List<Finding> findings, String about) {
    return findings.isEmpty()
        ? whole.butAsked(about, Optional.empty())
        : whole.butFound(findings.getFirst(), about);
  }

  /// The map of the whole code, which says what is wrong with what was asked.
  private Response told(UnaryOperator<ShownMap> words) {
    ShownMap.Asked nothing = ShownMap.Asked.about("", List.of());
    ShownMap whole = ShownMap.of(maps.map(nothing.of(), "").map().orElseThrow(), "", nothing);
    return Html.with(400, Templates.map(words.apply(whole)));
  }
}
