package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.comparison.BaselineDiff;
import org.seccatalogue.baseline.comparison.ChangeCount;
import org.seccatalogue.baseline.comparison.ChangeKind;
import org.seccatalogue.baseline.comparison.ChangePage;
import org.seccatalogue.baseline.comparison.ChangeQuery;
import org.seccatalogue.baseline.comparison.RecordChange;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.TakesLinks;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.trace.LinkFilter;

/// What moved between two baselines.
@Path("/baselines/{baseline}/changes")
@HtmlPage
@Blocking
public class ChangesPages {

  private static final int LIMIT = 50;

  private final Published published;
  private final PublishedRecords records;
  private final BaselineDiff diff;
  private final PageFrames frames;

  ChangesPages(
      Published published, PublishedRecords records, BaselineDiff diff, PageFrames frames) {
    this.published = published;
    this.records = records;
    this.diff = diff;
    this.frames = frames;
  }

  /// A value of a field that can be chosen.
  record Option(String value, String text, boolean chosen) {}

  /// How many records one thing became of, and of which types.
  record Count(String label, int records, String types) {}

  /// The baselines that are compared.
  ///
  /// @param turned whether they were asked for the other way round
  record Pair(Baseline newer, @Nullable Baseline older, boolean turned) {

    /// @param last the one of them that was frozen last
    Pair inOrderOfTime(Baseline last) {
      return new Pair(last, newer, true);
    }
  }

  /// All that the page shows.
  record View(
      Pair pair,
      List<Option> others,
      List<Option> kinds,
      List<Option> types,
      String section,
      List<Count> counts,
      List<ShownChange> changes,
      List<String> errors,
      @Nullable String next) {

    public Baseline newer() {
      return pair.newer();
    }

    public @Nullable Baseline older() {
      return pair.older();
    }

    public boolean isTurned() {
      return pair.turned();
    }

    /// What is not compared, as one of the two does not publish it; empty when all is.
    public String notCompared() {
      Baseline older = pair.older();
      return older == null ? "" : String.join(", ", BaselineDiff.notCompared(older, newer()));
    }

    /// The day that stands on a baseline, in words.
    public String day(Baseline baseline) {
      return Dates.day(baseline.dated().toString());
    }

    public String pack() {
      return "/api/v1/baselines/" + newer().id() + "/changes";
    }

    public String feed() {
      return new PageAddress("/feeds/changes.atom").with("section", section).toString();
    }
  }

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance changes(PageFrame frame, View view);
  }

  /// What is asked for.
  @NullUnmarked
  static class Asked {
    @RestQuery String since;
    @RestQuery String kind;
    @RestQuery String type;
    @RestQuery String section;
    @RestQuery String cursor;
    @RestQuery boolean turned;

    ChangeQuery query(List<LinkFilter> links) {
      ChangeKind chosen =
          Arrays.stream(ChangeKind.values())
              .filter(one -> one.name().equals(Html.given(kind)))
              .findFirst()
              .orElse(null);
      return new ChangeQuery(
          Html.given(type), Html.given(section), chosen, links, Html.given(cursor), LIMIT);
    }
  }

  /// Time runs from the older baseline to the newer one, whichever was named first.
  @GET
  @TakesLinks
  public Response changes(
      @RestPath String baseline, @BeanParam Asked asked, @Context UriInfo address) {
    Baseline newer = frames.named(baseline, address);
    String since = Html.given(asked.since);
    Baseline older =
        since == null
            ? published.before(newer).orElse(null)
            : published.find(since).orElseThrow(NotFoundException::new);
    ChangeQuery query =
        asked.query(
            LinkFilter.named(
                address.getQueryParameters(),
                published.schema(newer).links().stream().map(LinkRule::name).toList()));
    Pair pair = new Pair(newer, older, asked.turned);
    if (older != null && older.number() > newer.number()) {
      return Html.seeOther(at(pair.inOrderOfTime(older), query).with("turned", true));
    }
    return Html.ok(Templates.changes(frames.of(newer, "changes", "/changes"), view(pair, query)));
  }

  private View view(Pair pair, ChangeQuery query) {
    Baseline newer = pair.newer();
    Baseline older = pair.older();
    ChangePage page =
        older == null ? new ChangePage.Page(List.of(), null) : diff.page(older, newer, query);
    List<RecordChange> changes = List.of();
    List<String> errors = List.of();
    String cursor = null;
    switch (page) {
      case ChangePage.Page(var found, var next) -> {
        changes = found;
        cursor = next;
      }
      case ChangePage.Refused(List<Finding> findings) ->
          errors = findings.stream().map(Finding::message).toList();
    }
    return new View(
        pair,
        others(newer, older),
        kinds(query.kind()),
        older == null ? List.of() : types(diff.types(older, newer), query.type()),
        query.section() == null ? "" : query.section(),
        older == null ? List.of() : counts(diff.counts(older, newer, query)),
        older == null ? List.of() : shown(older, newer, changes),
        errors,
        cursor == null || older == null ? null : at(pair, query).with("cursor", cursor).toString());
  }

  private static PageAddress at(Pair pair, ChangeQuery query) {
    PageAddress address =
        new PageAddress("/baselines/" + pair.newer().id() + "/changes")
            .with("since", pair.older() == null ? null : pair.older().id())
            .with("kind", query.kind())
            .with("type", query.type())
            .with("section", query.section());
    for (LinkFilter link : query.links()) {
      address = address.with(link.type(), link.target());
    }
    return address;
  }

  private List<Option> others(Baseline newer, @Nullable Baseline older) {
    return published.baselines().stream()
        .filter(other -> other.number() != newer.number())
        .map(
            other ->
                new Option(
                    other.id(),
                    other.name() + ", " + Dates.day(other.dated().toString()),
                    older != null && other.number() == older.number()))
        .toList();
  }

  private static List<Option> kinds(@Nullable ChangeKind chosen) {
    return Stream.concat(
            Stream.of(new Option("", "All changes", chosen == null)),
            Arrays.stream(ChangeKind.values())
                .map(kind -> new Option(kind.name(), kind.label(), kind == chosen)))
        .toList();
  }

  private static List<Option> types(List<RecordType> types, @Nullable String chosen) {
    return Stream.concat(
            Stream.of(new Option("", "All record types", chosen == null)),
            types.stream()
                .map(type -> new Option(type.name(), type.plural(), type.name().equals(chosen))))
        .toList();
  }

  private static List<Count> counts(List<ChangeCount> counts) {
    List<Count> all = new ArrayList<>();
    for (ChangeKind kind : ChangeKind.values()) {
      List<ChangeCount> its = counts.stream().filter(count -> count.kind() == kind).toList();
      all.add(
          new Count(
              kind.label(),
              its.stream().mapToInt(ChangeCount::records).sum(),
              String.join(", ", its.stream().map(ChangesPages::words).toList())));
    }
    return all;
  }

  private static String words(ChangeCount count) {
    RecordType type = count.type();
    return count.records() + " " + (count.records() == 1 ? type.label() : type.plural());
  }

  private List<ShownChange> shown(Baseline older, Baseline newer, List<RecordChange> changes) {
    UnaryOperator<String> names = names(older, newer, changes);
    return changes.stream().map(change -> ShownChange.of(change, names)).toList();
  }

  /// What people call the records that attributes refer to: as the newer baseline has it, or else
  /// the older one.
  private UnaryOperator<String> names(Baseline older, Baseline newer, List<RecordChange> changes) {
    List<String> named = ShownChange.named(changes);
    Map<String, RecordHead> heads = new HashMap<>(records.heads(older, named));
    heads.putAll(records.heads(newer, named));
    return key -> RecordHead.shown(key, heads.get(key));
  }
}
