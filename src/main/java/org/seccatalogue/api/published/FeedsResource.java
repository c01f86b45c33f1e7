package org.seccatalogue.api.published;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.CatalogueAddress;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.comparison.AttributeChange;
import org.seccatalogue.baseline.comparison.BaselineDiff;
import org.seccatalogue.baseline.comparison.ChangeKind;
import org.seccatalogue.baseline.comparison.ChangePage;
import org.seccatalogue.baseline.comparison.ChangeQuery;
import org.seccatalogue.baseline.comparison.Move;
import org.seccatalogue.baseline.comparison.RecordChange;
import org.seccatalogue.finding.Excerpt;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.trace.LinkFilter;

/// Feeds (RFC 4287) of what was published and of what changed with it.
@Path("/feeds")
public class FeedsResource {

  private static final int MOST_PUBLICATIONS = 100;
  private static final int MOST_BASELINES = 10;
  private static final int MOST_CHANGES = 200;
  private static final int LONGEST_SUMMARY = 1_000;

  private final Published published;
  private final BaselineDiff diff;
  private final CatalogueAddress own;
  private final FilterParameters links;

  FeedsResource(
      Published published, BaselineDiff diff, CatalogueAddress own, FilterParameters links) {
    this.links = links;
    this.published = published;
    this.diff = diff;
    this.own = own;
  }

  /// What was published, superseded and withdrawn, newest first.
  @GET
  @Path("/publications.atom")
  @Produces({AtomFeed.TYPE, ProblemDetails.TYPE})
  public Response publications() {
    List<Publication> all = new ArrayList<>(published.publications(0, Integer.MAX_VALUE));
    List<AtomFeed.Entry> entries =
        all.reversed().stream().limit(MOST_PUBLICATIONS).map(this::entry).toList();
    return Response.ok(
            AtomFeed.of(
                own.base(),
                "publications",
                "/feeds/publications.atom",
                "Publications of the SEC Part C catalogue",
                entries),
            AtomFeed.TYPE)
        .build();
  }

  private AtomFeed.Entry entry(Publication publication) {
    String name =
        published.find(publication.baseline()).map(Baseline::name).orElse(publication.baseline());
    String reason = publication.reason() == null ? "" : sentence(publication.reason());
    return new AtomFeed.Entry(
        "publication " + publication.hash(),
        name + " was " + word(publication.act()),
        publication.at(),
        publication.by(),
        "/baselines/" + publication.baseline(),
        publication.act().name(),
        name
            + " was "
            + word(publication.act())
            + (publication.successor() == null ? "" : " by " + publication.successor())
            + "."
            + reason
            + " Its digest is "
            + publication.digest()
            + ".");
  }

  /// What somebody wrote as a reason, set off from what stands around it.
  private static String sentence(String written) {
    String text = written.strip();
    boolean ends = text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    return " " + text + (ends ? "" : ".");
  }

  private static String word(PublicationAction act) {
    return switch (act) {
      case PUBLISHED -> "published";
      case SUPERSEDED -> "superseded";
      case WITHDRAWN -> "withdrawn";
    };
  }

  /// What came, went, changed and moved with each of the last baselines, newest first.
  @GET
  @Path("/changes.atom")
  @Produces({AtomFeed.TYPE, ProblemDetails.TYPE})
  public Response changes(
      @QueryParam("type") @Nullable String type,
      @QueryParam("section") @Nullable String section,
      @QueryParam("link") @Nullable List<String> link) {
    List<Baseline> baselines =
        published.baselines().stream()
            .filter(baseline -> baseline.state() != PublicationAction.WITHDRAWN)
            .limit(MOST_BASELINES)
            .toList();
    Baseline[] all = baselines.toArray(Baseline[]::new);
    List<Finding> unknown = links.unknown("getChangesFeed", all);
    if (!unknown.isEmpty()) {
      return ProblemDetails.badRequest(unknown);
    }
    List<LinkFilter> wanted = links.wanted(link, all);
    List<AtomFeed.Entry> entries = new ArrayList<>();
    ChangeQuery query = new ChangeQuery(type, section, null, wanted, null, MOST_CHANGES);
    List<Finding> findings = addChanges(baselines, query, entries);
    if (!findings.isEmpty()) {
      return ProblemDetails.badRequest(findings);
    }
    String address = "/feeds/changes.atom";
    return Response.ok(
            AtomFeed.of(
                own.base(),
                "changes " + type + " " + section + words(wanted),
                address,
                "Changes of the SEC Part C catalogue" + filter(type, section) + words(wanted),
                entries),
            AtomFeed.TYPE)
        .build();
  }

  /// Adds what changed with each baseline, as long as there is room. The newest one finds what is
  /// wrong with the question.
  private List<Finding> addChanges(
      List<Baseline> baselines, ChangeQuery query, List<AtomFeed.Entry> entries) {
    for (Baseline newer : baselines) {
      Optional<Baseline> older = published.before(newer);
      int room = query.limit() - entries.size();
      if (older.isPresent() && room > 0) {
        switch (diff.page(older.get(), newer, query.upTo(room))) {
          case ChangePage.Page(List<RecordChange> changes, var _) ->
              entries.addAll(entries(older.get(), newer, changes));
          case ChangePage.Refused(List<Finding> findings) -> {
            if (newer.equals(baselines.getFirst())) {
              return findings;
            }
          }
        }
      }
    }
    return List.of();
  }

  private static String filter(@Nullable String type, @Nullable String section) {
    return (type == null ? "" : ", " + type) + (section == null ? "" : ", below " + section);
  }

  private static String words(List<LinkFilter> links) {
    return links.stream().map(link -> ", " + link.text()).collect(Collectors.joining());
  }

  private List<AtomFeed.Entry> entries(Baseline older, Baseline newer, List<RecordChange> changes) {
    Publication publication = published.publication(newer);
    Instant at = publication.at();
    return changes.stream()
        .map(
            change ->
                new AtomFeed.Entry(
                    "change " + older.digest() + newer.digest() + change.record().key(),
                    change.kind().label()
                        + " in "
                        + newer.name()
                        + ": "
                        + change.record().key()
                        + " "
                        + change.record().head().title(),
                    at,
                    newer.name(),
                    "/baselines/"
                        + newer.id()
                        + "/changes?since="
                        + older.id()
                        + "#"
                        + change.record().key(),
                    change.record().type().name(),
                    summary(change)))
        .toList();
  }

  private static String summary(RecordChange change) {
    String place =
        switch (change) {
          case RecordChange.Moved(var _, var _, Move move) -> "Moved " + move.words() + ".";
          case RecordChange.Removed removed when removed.withdrawal() != null ->
              removed.withdrawal().words();
          case RecordChange.Added _, RecordChange.Removed _, RecordChange.Changed _ -> "";
        };
    boolean gone = change.kind() == ChangeKind.REMOVED;
    String text =
        Stream.concat(
                Stream.of(place).filter(words -> !words.isEmpty()),
                change.attributes().stream().map(attribute -> words(attribute, gone)))
            .collect(Collectors.joining("\n"));
    return Excerpt.of(text, LONGEST_SUMMARY);
  }

  /// Of a record that is gone nothing is said of now.
  private static String words(AttributeChange change, boolean gone) {
    if (change.before().isEmpty()) {
      return change.label() + ": " + change.after();
    }
    String before = change.label() + ": “" + change.before() + "”";
    return gone
        ? before
        : before + (change.after().isEmpty() ? ", now empty" : ", now “" + change.after() + "”");
  }
}
