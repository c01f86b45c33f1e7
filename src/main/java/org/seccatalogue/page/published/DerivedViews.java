package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.search.PublishedFilter;
import org.seccatalogue.baseline.search.PublishedPage;
import org.seccatalogue.baseline.search.PublishedQuery;
import org.seccatalogue.baseline.search.PublishedSearch;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// Gathers what comes from a clause, by the types of link that say where records come from.
@ApplicationScoped
class DerivedViews {

  private static final int MOST = 100;

  private final Published published;
  private final PublishedSearch search;

  DerivedViews(Published published, PublishedSearch search) {
    this.published = published;
    this.search = search;
  }

  /// The records that have one type of link to another record.
  ///
  /// @param label what the link says of them, such as "Derives from"
  /// @param count how many there are, at least
  /// @param total the same in words
  /// @param importance how the attribute is called that says how much they matter; may be empty
  /// @param search all of them, as a search
  /// @param data the same from the API
  /// @param feed what changes of them
  record Derived(
      String label,
      int count,
      String total,
      String importance,
      List<Line> lines,
      String search,
      String data,
      String feed) {}

  /// A record, and how much it matters.
  record Line(RecordLine line, String weight) {}

  List<Derived> of(Baseline baseline, RecordHead head) {
    return published.schema(baseline).links().stream()
        .filter(LinkRule::derivation)
        .flatMap(rule -> of(baseline, head, rule).stream())
        .toList();
  }

  private Optional<Derived> of(Baseline baseline, RecordHead head, LinkRule rule) {
    PublishedFilter filter =
        PublishedFilter.linked(new LinkFilter(rule.name(), head.key().toString()));
    return switch (search.page(baseline, new PublishedQuery(filter, null, null, null, MOST))) {
      case PublishedPage.Page page when !page.records().isEmpty() ->
          Optional.of(of(baseline, head, rule, page));
      case PublishedPage.Page _, PublishedPage.Refused _ -> Optional.empty();
    };
  }

  private Derived of(Baseline baseline, RecordHead head, LinkRule rule, PublishedPage.Page page) {
    CatalogueSchema schema = published.schema(baseline);
    RecordLines lines = new RecordLines(schema, PageFrames.at(baseline), baseline.dated());
    Optional<Importance> importance = Importance.of(schema);
    String at = PageFrames.at(baseline);
    return new Derived(
        rule.label().substring(0, 1).toUpperCase(Locale.ROOT) + rule.label().substring(1),
        page.total().count(),
        total(page.total(), page.records().size()),
        importance.map(Importance::label).orElse(""),
        page.records().stream().map(record -> line(record, lines, importance)).toList(),
        linked(at + "/search", rule, head),
        linked("/api/v1" + at + "/records", rule, head),
        linked("/feeds/changes.atom", rule, head));
  }

  private static Line line(
      PublishedRecord record, RecordLines lines, Optional<Importance> importance) {
    return new Line(lines.of(record.head()), importance.map(i -> i.of(record)).orElse(""));
  }

  private static String total(PublishedPage.Total total, int shown) {
    String count =
        total.count() == 1 ? "1 record" : String.format(Locale.UK, "%,d records", total.count());
    String all = total.exact() ? count : "At least " + count;
    return total.count() > shown ? all + ", of which the first " + shown + " are listed" : all;
  }

  private static String linked(String path, LinkRule rule, RecordHead head) {
    return new PageAddress(path).with(rule.name(), head.name()).toString();
  }
}
