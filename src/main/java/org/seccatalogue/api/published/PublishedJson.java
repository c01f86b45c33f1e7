package org.seccatalogue.api.published;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Moments;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.Baseline;
import org.seccatalogue.api.contract.BaselineState;
import org.seccatalogue.api.contract.BaselineSummary;
import org.seccatalogue.api.contract.ExcerptPiece;
import org.seccatalogue.api.contract.Facet;
import org.seccatalogue.api.contract.FacetList;
import org.seccatalogue.api.contract.FacetValue;
import org.seccatalogue.api.contract.OutlineEntry;
import org.seccatalogue.api.contract.PublishedPage;
import org.seccatalogue.api.contract.PublishedRecord;
import org.seccatalogue.api.contract.Total;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.search.PublishedFacets;
import org.seccatalogue.baseline.search.PublishedPage.Piece;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.words.Lateness;

/// What baselines hold, as the contract describes it.
final class PublishedJson {

  private PublishedJson() {}

  static BaselineSummary summary(org.seccatalogue.baseline.Baseline baseline) {
    return new BaselineSummary()
        .id(baseline.id())
        .name(baseline.name())
        .dated(baseline.dated())
        .records(baseline.records())
        .links(baseline.links())
        .digest(baseline.digest())
        .state(BaselineState.valueOf(baseline.state().name()))
        .reason(baseline.reason())
        .successor(baseline.successor());
  }

  static Baseline baseline(org.seccatalogue.baseline.Baseline baseline, Publication publication) {
    return new Baseline()
        .id(baseline.id())
        .name(baseline.name())
        .dated(baseline.dated())
        .records(baseline.records())
        .links(baseline.links())
        .digest(baseline.digest())
        .state(BaselineState.valueOf(baseline.state().name()))
        .reason(baseline.reason())
        .successor(baseline.successor())
        .publishedAt(Moments.of(publication.at()))
        .publishedBy(publication.by())
        .manifest(CanonicalJson.parse(baseline.manifest()))
        .signature(baseline.signature());
  }

  static OutlineEntry entry(RecordHead head) {
    int depth = (int) head.path().chars().filter(c -> c == '.').count();
    return new OutlineEntry().depth(depth).record(PlainJson.head(head));
  }

  /// A record with what it was like on the day of the baseline.
  static PublishedRecord record(
      org.seccatalogue.baseline.Baseline baseline,
      org.seccatalogue.baseline.PublishedRecord record) {
    RecordHead head = record.head();
    return new PublishedRecord()
        .key(head.key().toString())
        .type(head.type())
        .title(head.title())
        .reference(head.reference())
        .stage(head.stage())
        .revision(head.revision())
        .provisional(head.provisional())
        .late(Lateness.of(record.type(), record.attributes(), baseline.dated()).orElse(null))
        .baseline(baseline.id())
        .parent(head.parent() == null ? null : head.parent().toString())
        .digest(record.digest())
        .attributes(record.attributes().json())
        .links(record.links().stream().map(PlainJson::link).toList());
  }

  static PublishedPage page(
      org.seccatalogue.baseline.Baseline baseline,
      org.seccatalogue.baseline.search.PublishedPage.Page page) {
    return new PublishedPage()
        .baseline(baseline.id())
        .total(total(page.total()))
        .items(page.records().stream().map(record -> record(baseline, record)).toList())
        .excerpts(excerpts(page.excerpts()))
        .next(page.next());
  }

  private static Total total(org.seccatalogue.baseline.search.PublishedPage.Total total) {
    return new Total().count(total.count()).exact(total.exact());
  }

  private static @Nullable Map<String, List<ExcerptPiece>> excerpts(
      Map<String, List<Piece>> excerpts) {
    return excerpts.isEmpty()
        ? null
        : excerpts.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> entry.getValue().stream().map(PublishedJson::piece).toList()));
  }

  private static ExcerptPiece piece(Piece piece) {
    return new ExcerptPiece().text(piece.text()).match(piece.match());
  }

  static FacetList facets(
      org.seccatalogue.baseline.Baseline baseline, PublishedFacets.Counted counted) {
    return new FacetList()
        .baseline(baseline.id())
        .total(total(counted.total()))
        .facets(counted.facets().stream().map(PublishedJson::facet).toList());
  }

  private static Facet facet(PublishedFacets.Facet facet) {
    return new Facet()
        .parameter(Facet.ParameterEnum.fromValue(facet.by().name().toLowerCase(Locale.ROOT)))
        .name(facet.name())
        .label(facet.label())
        .values(facet.values().stream().map(PublishedJson::value).toList());
  }

  private static FacetValue value(PublishedFacets.Value value) {
    return new FacetValue().code(value.code()).label(value.label()).count(value.count());
  }
}
