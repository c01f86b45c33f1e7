package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.PublishedLinks;
import org.seccatalogue.api.contract.PublishedRecordsApi;
import org.seccatalogue.api.published.answers.FileAnswers;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.search.Extracts;
import org.seccatalogue.baseline.search.PublishedFacets;
import org.seccatalogue.baseline.search.PublishedFilter;
import org.seccatalogue.baseline.search.PublishedPage;
import org.seccatalogue.baseline.search.PublishedQuery;
import org.seccatalogue.baseline.search.PublishedSearch;
import org.seccatalogue.baseline.search.Question;
import org.seccatalogue.baseline.standing.Standings;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.schema.CatalogueSchema;

class PublishedRecordsResource implements PublishedRecordsApi {

  private static final int MOST_INCOMING = 500;
  private static final String LIST = "listPublishedRecords";
  private static final String FACETS = "listFacets";
  private static final String EXTRACT = "getExtract";

  private final Published published;
  private final PublishedRecords records;
  private final PublishedSearch search;
  private final Standings standings;
  private final FilterParameters parameters;
  private final Extracts extracts;
  private final FileAnswers answers;

  PublishedRecordsResource(
      Published published,
      PublishedRecords records,
      PublishedSearch search,
      Standings standings,
      FilterParameters parameters,
      Extracts extracts,
      FileAnswers answers) {
    this.extracts = extracts;
    this.answers = answers;
    this.standings = standings;
    this.parameters = parameters;
    this.published = published;
    this.records = records;
    this.search = search;
  }

  @Override
  public Response listPublishedRecords(
      String baseline,
      @Nullable List<String> type,
      @Nullable String section,
      @Nullable List<String> stage,
      @Nullable List<String> attribute,
      @Nullable List<String> code,
      @Nullable List<String> device,
      @Nullable List<String> link,
      @Nullable String q,
      @Nullable String order,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean late) {
    return of(
        baseline,
        LIST,
        found -> {
          List<Finding> unknown = parameters.unknown(LIST, found);
          PublishedFilter filter = parameters.filter(link, found);
          int most = limit == null ? 50 : limit;
          return unknown.isEmpty()
              ? page(found, new PublishedQuery(filter, q, order, cursor, most))
              : ProblemDetails.badRequest(unknown);
        });
  }

  private Response page(Baseline baseline, PublishedQuery query) {
    return switch (search.page(baseline, query)) {
      case PublishedPage.Page page -> Response.ok(PublishedJson.page(baseline, page)).build();
      case PublishedPage.Refused(List<Finding> findings) -> ProblemDetails.badRequest(findings);
    };
  }

  @Override
  public Response getExtract(
      String baseline,
      @Nullable List<String> type,
      @Nullable String section,
      @Nullable List<String> stage,
      @Nullable List<String> attribute,
      @Nullable List<String> code,
      @Nullable List<String> device,
      @Nullable List<String> link,
      @Nullable String q,
      @Nullable Integer form,
      @Nullable Boolean late) {
    return of(
        baseline,
        EXTRACT,
        found -> {
          List<Finding> findings = new ArrayList<>(parameters.unknown(EXTRACT, found));
          PublishedFilter filter = parameters.filter(link, found);
          Question question = new Question(filter, q);
          findings.addAll(extracts.findings(found, question));
          return findings.isEmpty()
              ? extract(found, question, form)
              : ProblemDetails.badRequest(findings);
        });
  }

  private Response extract(Baseline baseline, Question question, @Nullable Integer asked) {
    return answers.of(
        baseline,
        FileKind.EXTRACT,
        asked,
        form -> PublishedFile.extract(form, baseline, question.text()));
  }

  @Override
  public Response listFacets(
      String baseline,
      @Nullable List<String> type,
      @Nullable String section,
      @Nullable List<String> stage,
      @Nullable List<String> attribute,
      @Nullable List<String> code,
      @Nullable List<String> device,
      @Nullable List<String> link,
      @Nullable String q,
      @Nullable Boolean late) {
    return of(
        baseline,
        FACETS,
        found -> {
          List<Finding> unknown = parameters.unknown(FACETS, found);
          PublishedFilter filter = parameters.filter(link, found);
          return unknown.isEmpty()
              ? facets(found, new PublishedQuery(filter, q, null, null, 1))
              : ProblemDetails.badRequest(unknown);
        });
  }

  private Response of(String id, String operation, Function<Baseline, Response> answer) {
    return published.find(id).map(answer).orElseGet(() -> parameters.without(operation));
  }

  private Response facets(Baseline baseline, PublishedQuery query) {
    return switch (search.facets(baseline, query)) {
      case PublishedFacets.Counted counted ->
          Response.ok(PublishedJson.facets(baseline, counted)).build();
      case PublishedFacets.Refused(List<Finding> findings) -> ProblemDetails.badRequest(findings);
    };
  }

  @Override
  public Response getPublishedRecord(String baseline, String key) {
    return of(baseline, key, PublishedJson::record);
  }

  @Override
  public Response listPublishedLinks(String baseline, String key) {
    return of(baseline, key, this::links);
  }

  private PublishedLinks links(Baseline baseline, PublishedRecord record) {
    CatalogueSchema schema = published.schema(baseline);
    return new PublishedLinks()
        .baseline(baseline.id())
        .outgoing(
            records.from(baseline, List.of(record.key().toString())).stream()
                .map(link -> PlainJson.outgoing(link, schema))
                .toList())
        .incoming(
            records.to(baseline, record.key(), MOST_INCOMING).stream()
                .map(link -> PlainJson.incoming(link, schema))
                .toList());
  }

  private Response of(String id, String key, BiFunction<Baseline, PublishedRecord, Object> body) {
    Optional<Baseline> baseline = published.find(id);
    if (baseline.isEmpty()) {
      return noBaseline();
    }
    return records
        .find(baseline.get(), key)
        .map(record -> Response.ok(body.apply(baseline.get(), record)).build())
        .orElseGet(() -> absent(baseline.get(), key));
  }

  /// Another baseline may have the record.
  private Response absent(Baseline baseline, String key) {
    return standings
        .find(baseline, key)
        .map(StandingLinks::absent)
        .orElseGet(() -> unknown(baseline, key));
  }

  /// What is asked for may be the number of several.
  private Response unknown(Baseline baseline, String name) {
    return records
        .meant(baseline, name)
        .question()
        .map(
            expected ->
                ProblemDetails.of(
                    404,
                    "There is no record of that key in the baseline",
                    "Ask for " + expected + ".",
                    List.of()))
        .orElseGet(() -> ProblemDetails.notFound("record of that key in the baseline"));
  }

  @Override
  public Response getStanding(String baseline, String key) {
    Optional<Baseline> found = published.find(baseline);
    if (found.isEmpty()) {
      return noBaseline();
    }
    return standings
        .find(found.get(), key)
        .map(standing -> Response.ok(StandingJson.of(standing)).build())
        .orElseGet(() -> ProblemDetails.notFound("record of that key in any baseline"));
  }

  private static Response noBaseline() {
    return ProblemDetails.notFound("baseline of that id");
  }
}
