package org.seccatalogue.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// Finds records by their links too: by `link=name:key`, or by the name of a type of link.
@ApplicationScoped
class LinkedRecords {

  private final RecordSearch search;
  private final CatalogueSchema schema;
  private final UriInfo address;
  private final Clock clock;

  LinkedRecords(
      RecordSearch search, CatalogueSchema schema, @Context UriInfo address, Clock clock) {
    this.clock = clock;
    this.search = search;
    this.schema = schema;
    this.address = address;
  }

  RecordPage find(RecordQuery query, @Nullable List<String> link, @Nullable Boolean late) {
    return search.find(having(query, link, late));
  }

  /// A query with the links that the address of the request asks for.
  ///
  /// @param late whether records must be late today, or must not
  RecordQuery having(RecordQuery query, @Nullable List<String> link, @Nullable Boolean late) {
    return linked(query, link)
        .late(late == null ? null : new RecordQuery.Late(late, LocalDate.now(clock)));
  }

  private RecordQuery linked(RecordQuery query, @Nullable List<String> link) {
    Stream<LinkFilter> given = link == null ? Stream.of() : link.stream().map(LinkFilter::of);
    List<String> types = schema.links().stream().map(LinkRule::name).toList();
    return query.linked(
        Stream.concat(given, LinkFilter.named(address.getQueryParameters(), types).stream())
            .toList());
  }
}
