package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.page.Dates;

/// Finds the baseline of an address, and makes the frame of its pages.
@ApplicationScoped
public class PageFrames {

  private static final String LATEST = "/baselines/latest";

  private final Published published;

  PageFrames(Published published) {
    this.published = published;
  }

  /// The baseline of that id. Who asks for the latest is sent on to the one that it is, whose
  /// address can be cited.
  public Baseline named(String id, UriInfo asked) {
    Baseline baseline = published.find(id).orElseThrow(NotFoundException::new);
    if (id.equals(Published.LATEST)) {
      throw new WebApplicationException(Response.seeOther(named(asked, baseline)).build());
    }
    return baseline;
  }

  private static URI named(UriInfo asked, Baseline latest) {
    String path = asked.getRequestUri().getRawPath();
    String query = asked.getRequestUri().getRawQuery();
    return URI.create(
        at(latest) + path.substring(LATEST.length()) + (query == null ? "" : "?" + query));
  }

  /// The frame of a page that every baseline has, such as `/search`.
  ///
  /// @param path the address of the page below that of its baseline
  public PageFrame of(Baseline baseline, String nav, String path) {
    return of(baseline, nav, other -> Optional.of(path));
  }

  /// The frame of a page that not every baseline has.
  ///
  /// @param path the address of the page below that of a baseline that has it
  public PageFrame of(Baseline baseline, String nav, Function<Baseline, Optional<String>> path) {
    List<Baseline> all = published.baselines();
    return new PageFrame(
        at(baseline),
        nav,
        new ShownBaseline(
            baseline.number(),
            baseline.id(),
            baseline.name(),
            Dates.day(baseline.dated().toString()),
            ShownBaseline.word(baseline.state()),
            ShownBaseline.look(baseline.state()),
            baseline.reason(),
            all.stream()
                .filter(other -> Objects.equals(other.id(), baseline.successor()))
                .map(other -> other(other, baseline, path))
                .findFirst()
                .orElse(null),
            baseline.records(),
            baseline.links(),
            baseline.digest(),
            all.stream().map(other -> other(other, baseline, path)).toList()));
  }

  private static ShownBaseline.Other other(
      Baseline other, Baseline shown, Function<Baseline, Optional<String>> path) {
    String href = at(other) + path.apply(other).orElse("");
    return ShownBaseline.Other.of(other, href, other.number() == shown.number());
  }

  public static String at(Baseline baseline) {
    return "/baselines/" + baseline.id();
  }
}
