package org.seccatalogue.api.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.search.PublishedFacets;
import org.seccatalogue.baseline.search.PublishedPage;
import org.seccatalogue.record.CanonicalJson;

/// What baselines hold, in the words of the contract.
final class PublishedJson {

  private PublishedJson() {}

  static ObjectNode summary(Baseline baseline) {
    ObjectNode node = PlainJson.object().put("id", baseline.id()).put("name", baseline.name());
    node.put("dated", baseline.dated().toString()).put("records", baseline.records());
    node.put("links", baseline.links()).put("digest", baseline.digest());
    node.put("state", baseline.state().name());
    PlainJson.put(node, "reason", baseline.reason());
    PlainJson.put(node, "successor", baseline.successor());
    return node;
  }

  static ObjectNode baseline(Baseline baseline, Publication publication) {
    ObjectNode node = summary(baseline).put("publishedAt", publication.at().toString());
    node.put("publishedBy", publication.by());
    node.set("manifest", CanonicalJson.parse(baseline.manifest()));
    return node.put("signature", baseline.signature());
  }

  static ObjectNode record(Baseline baseline, PublishedRecord record) {
    ObjectNode node = PlainJson.head(record.head()).put("baseline", baseline.id());
    if (record.head().parent() != null) {
      node.put("parent", record.head().parent().toString());
    }
    node.put("digest", record.digest());
    node.set("attributes", record.attributes().json());
    node.set("links", PlainJson.array(record.links(), PlainJson::link));
    return node;
  }

  static ObjectNode page(Baseline baseline, PublishedPage.Page page) {
    ObjectNode node = PlainJson.object().put("baseline", baseline.id());
    node.set("total", total(page.total()));
    node.set("items", PlainJson.array(page.records(), record -> record(baseline, record)));
    if (!page.excerpts().isEmpty()) {
      node.set("excerpts", excerpts(page.excerpts()));
    }
    PlainJson.put(node, "next", page.next());
    return node;
  }

  private static ObjectNode total(PublishedPage.Total total) {
    return PlainJson.object().put("count", total.count()).put("exact", total.exact());
  }

  private static ObjectNode excerpts(Map<String, List<PublishedPage.Piece>> excerpts) {
    ObjectNode node = PlainJson.object();
    excerpts.forEach((key, pieces) -> node.set(key, PlainJson.array(pieces, PublishedJson::piece)));
    return node;
  }

  private static JsonNode piece(PublishedPage.Piece piece) {
    return PlainJson.object().put("text", piece.text()).put("match", piece.match());
  }

  static ObjectNode facets(Baseline baseline, PublishedFacets.Counted counted) {
    ObjectNode node = PlainJson.object().put("baseline", baseline.id());
    node.set("total", total(counted.total()));
    node.set("facets", PlainJson.array(counted.facets(), PublishedJson::facet));
    return node;
  }

  private static JsonNode facet(PublishedFacets.Facet facet) {
    ObjectNode node =
        PlainJson.object().put("parameter", facet.by().name().toLowerCase(Locale.ROOT));
    node.put("name", facet.name()).put("label", facet.label());
    node.set("values", PlainJson.array(facet.values(), PublishedJson::value));
    return node;
  }

  private static JsonNode value(PublishedFacets.Value value) {
    return PlainJson.object()
        .put("code", value.code())
        .put("label", value.label())
        .put("count", value.count());
  }

  static ObjectNode publication(Publication publication) {
    ObjectNode node = PlainJson.object().put("sequence", publication.sequence());
    node.put("act", publication.act().name()).put("baseline", publication.baseline());
    node.put("digest", publication.digest()).put("at", publication.at().toString());
    node.put("by", publication.by());
    PlainJson.put(node, "reason", publication.reason());
    PlainJson.put(node, "successor", publication.successor());
    return node.put("previous", publication.previous()).put("hash", publication.hash());
  }
}
