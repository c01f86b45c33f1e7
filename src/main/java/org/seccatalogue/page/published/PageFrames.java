package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
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
    return of(baseline, nav, _ -> path);
  }

  /// The frame of a page that is not at the same address in every baseline.
  public PageFrame of(Baseline baseline, String nav, Function<Baseline, String> path) {
    List<Baseline> all = published.baselines();
    Baseline newest = newest(all);
    Function<Baseline, ShownBaseline.Other> other =
        one ->
            ShownBaseline.Other.of(
                one,
                at(one) + path.apply(one),
                BaselineState.of(one, newest),
                one.number() == baseline.number());
    return new PageFrame(
        at(baseline),
        nav,
        new ShownBaseline(
            baseline.number(),
            baseline.id(),
            baseline.name(),
            Dates.day(baseline.dated().toString()),
            BaselineState.of(baseline, newest),
            past(baseline, all, other),
            baseline.records(),
            baseline.links(),
            baseline.digest(),
            all.stream().map(other).toList()));
  }

  /// The newest of some baselines that counts.
  static @Nullable Baseline newest(List<Baseline> newestFirst) {
    return newestFirst.stream()
        .filter(one -> one.state() == PublicationAction.PUBLISHED)
        .findFirst()
        .orElse(null);
  }

  private static ShownBaseline.Past past(
      Baseline baseline, List<Baseline> all, Function<Baseline, ShownBaseline.Other> other) {
    return new ShownBaseline.Past(
        baseline.reason(),
        all.stream()
            .filter(one -> Objects.equals(one.id(), baseline.successor()))
            .map(other)
            .findFirst()
            .orElse(null),
        all.stream()
            .filter(one -> one.number() > baseline.number())
            .filter(one -> one.state() != PublicationAction.WITHDRAWN)
            .map(other)
            .toList());
  }

  public static String at(Baseline baseline) {
    return "/baselines/" + baseline.id();
  }
}
