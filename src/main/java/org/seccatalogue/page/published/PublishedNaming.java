package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.search.PublishedPage;
import org.seccatalogue.baseline.search.PublishedQuery;
import org.seccatalogue.baseline.search.PublishedSearch;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.NamedBy;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;

/// Finds the records of a baseline that name one in an attribute.
@ApplicationScoped
class PublishedNaming {

  private final Published published;
  private final PublishedSearch search;

  PublishedNaming(Published published, PublishedSearch search) {
    this.published = published;
    this.search = search;
  }

  NamedBy of(Baseline baseline, RecordHead record) {
    CatalogueSchema schema = published.schema(baseline);
    RecordLines lines = new RecordLines(schema, PageFrames.at(baseline), baseline.dated());
    return NamedBy.of(
        record,
        new NamedBy.Page(schema, lines),
        new PageAddress(PageFrames.at(baseline) + "/search"),
        attribute -> found(baseline, record, attribute));
  }

  private NamedBy.Found found(Baseline baseline, RecordHead record, String attribute) {
    PublishedQuery query =
        new PublishedQuery(
            List.of(),
            null,
            List.of(),
            List.of(new PublishedQuery.Wanted(attribute, record.key().toString())),
            List.of(),
            null,
            null,
            null,
            NamedBy.MOST);
    return switch (search.page(baseline, query)) {
      case PublishedPage.Page page ->
          new NamedBy.Found(
              page.records().stream().map(PublishedRecord::head).toList(),
              page.total().exact() ? page.total().count() : NamedBy.MOST_COUNTED + 1);
      case PublishedPage.Refused _ -> new NamedBy.Found(List.of(), 0);
    };
  }
}
