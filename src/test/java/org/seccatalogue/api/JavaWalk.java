package org.seccatalogue.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.seccatalogue.drafting.ApiClient;
import org.seccatalogue.drafting.ApiException;
import org.seccatalogue.drafting.OutlineApi;
import org.seccatalogue.drafting.RecordTypesApi;
import org.seccatalogue.drafting.RecordsApi;
import org.seccatalogue.drafting.model.CatalogueRecord;
import org.seccatalogue.drafting.model.Problem;
import org.seccatalogue.drafting.model.RecordPage;
import org.seccatalogue.drafting.model.RecordType;

/// Walks through the draft with the generated Java client, and says as JSON what the client
/// made of it: the same as `src/test/clients/draft.ts` and `draft.py`.
@NullUnmarked
final class JavaWalk {

  private final ObjectMapper json = ApiClient.createDefaultObjectMapper();
  private final RecordTypesApi types;
  private final OutlineApi outline;
  private final RecordsApi records;

  JavaWalk(String address) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(address);
    types = new RecordTypesApi(client);
    outline = new OutlineApi(client);
    records = new RecordsApi(client);
  }

  ObjectNode walk() throws ApiException {
    ObjectNode walk = json.createObjectNode();
    List<RecordType> known = types.listRecordTypes().getItems();
    walk.set("types", json.valueToTree(known));
    walk.set("outline", json.valueToTree(outline.getOutline().getItems()));
    List<CatalogueRecord> found = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (RecordType type : known) {
      List<CatalogueRecord> ofType = everything(type.getName());
      ofType.stream().map(CatalogueRecord::getKey).limit(1).forEach(keys::add);
      found.addAll(ofType);
    }
    walk.set("records", tree(found));
    walk.set("classes", json.valueToTree(classes(found)));
    for (String key : keys) {
      walk.withArray("one").add(tree(records.getRecord(key)));
      walk.withArray("links").add(json.valueToTree(records.listLinks(key)));
      walk.withArray("revisions").add(tree(records.listRevisions(key, null, null)));
    }
    walk.set("problem", json.valueToTree(problem()));
    return walk;
  }

  private List<CatalogueRecord> everything(String type) throws ApiException {
    List<CatalogueRecord> found = new ArrayList<>();
    String cursor = null;
    do {
      RecordPage page = records.listRecords(type, null, null, null, null, null, cursor, 7, null);
      found.addAll(page.getItems());
      cursor = page.getNext();
    } while (cursor != null);
    return found;
  }

  private static List<String> classes(List<CatalogueRecord> found) {
    return found.stream().map(r -> r.getClass().getSimpleName()).distinct().sorted().toList();
  }

  /// One by one: a list of records has no type that Jackson could see.
  private JsonNode tree(List<CatalogueRecord> found) {
    ArrayNode all = json.createArrayNode();
    found.forEach(record -> all.add(tree(record)));
    return all;
  }

  private JsonNode tree(Object answer) {
    return json.valueToTree(answer);
  }

  private Problem problem() {
    try {
      records.listRecords("cats", null, "NONE", null, null, null, null, null, null);
    } catch (ApiException wrong) {
      try {
        return json.readValue(wrong.getResponseBody(), Problem.class);
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("this should have failed");
  }
}
