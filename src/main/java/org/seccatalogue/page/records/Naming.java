package org.seccatalogue.page.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.NamedBy;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;

/// Finds the records of the draft that name one in an attribute.
@ApplicationScoped
class Naming {

  private final CatalogueSchema schema;
  private final RecordSearch search;
  private final RecordLines lines;

  Naming(CatalogueSchema schema, RecordSearch search, RecordLines lines) {
    this.schema = schema;
    this.search = search;
    this.lines = lines;
  }

  NamedBy of(RecordHead record) {
    return NamedBy.of(
        record,
        new NamedBy.Page(schema, lines),
        new PageAddress("/search"),
        attribute -> found(record, attribute));
  }

  private NamedBy.Found found(RecordHead record, String attribute) {
    RecordQuery query =
        new RecordQuery(
            null,
            null,
            null,
            null,
            List.of(new RecordQuery.AttributeFilter(attribute, record.key().toString())),
            null,
            NamedBy.MOST);
    return switch (search.find(query)) {
      case RecordPage.Page(List<StoredRecord> records, String next) ->
          new NamedBy.Found(
              records.stream().map(StoredRecord::head).toList(),
              next == null ? records.size() : search.count(query, NamedBy.MOST_COUNTED + 1));
      case RecordPage.Refused _ -> new NamedBy.Found(List.of(), 0);
    };
  }
}
