package org.seccatalogue.api.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.seccatalogue.client.ApiClient;
import org.seccatalogue.client.ApiException;
import org.seccatalogue.client.BaselineFilesApi;
import org.seccatalogue.client.BaselineMapsApi;
import org.seccatalogue.client.BaselinesApi;
import org.seccatalogue.client.ChangesApi;
import org.seccatalogue.client.FeedsApi;
import org.seccatalogue.client.KeysApi;
import org.seccatalogue.client.PermanentAddressesApi;
import org.seccatalogue.client.PublicationsApi;
import org.seccatalogue.client.PublishedRecordsApi;
import org.seccatalogue.client.PublishedTypesApi;
import org.seccatalogue.client.VerificationsApi;
import org.seccatalogue.client.model.ChangePage;
import org.seccatalogue.client.model.PublicationPage;
import org.seccatalogue.client.model.PublishedPage;
import org.seccatalogue.client.model.PublishedRecord;
import org.seccatalogue.testkit.Clients;

/// Walks through all that is public with the generated Java client, and says as JSON what the
/// client made of it: the same as `src/test/clients/published.ts` and `published.py`.
@NullUnmarked
final class PublicWalk {

  static final String BASELINE = "sec-v0.02";
  static final String OLDER = "sec-v0.01";
  static final String SECTION = "C.4.1.a";
  static final String KEY = "ESM-0002";
  static final String TYPE = "gas-meter-spec";

  private final ObjectMapper json = ApiClient.createDefaultObjectMapper();
  private final ObjectNode walk = json.createObjectNode();
  private final ApiClient client = new ApiClient();

  PublicWalk(String address) {
    client.updateBaseUri(address);
  }

  ObjectNode walk() throws ApiException, IOException {
    baselines();
    List<PublishedRecord> records = records();
    publications();
    changes();
    files();
    ObjectNode all = json.createObjectNode();
    all.set("walk", walk);
    ArrayNode typed = all.putArray("typed");
    for (PublishedRecord record : records) {
      typed.add(json.valueToTree(json.convertValue(record.getAttributes(), attributes(record))));
    }
    return all;
  }

  private void add(String operation, Object answer) {
    walk.withArray(operation).add(json.<JsonNode>valueToTree(answer));
  }

  private void baselines() throws ApiException, IOException {
    BaselinesApi baselines = new BaselinesApi(client);
    add("listBaselines", baselines.listBaselines());
    add("getBaseline", baselines.getBaseline(BASELINE));
    add("getManifest", baselines.getManifest(BASELINE));
    add("getSignedFiles", Files.readString(baselines.getSignedFiles(BASELINE).toPath()));
    add("getSignature", Files.readString(baselines.getSignature(BASELINE).toPath()));
    add("getPublishedOutline", baselines.getPublishedOutline(BASELINE));
    PublishedTypesApi types = new PublishedTypesApi(client);
    add("listPublishedTypes", types.listPublishedTypes(BASELINE));
    add("getPublishedSchema", types.getPublishedSchema(BASELINE, TYPE));
  }

  private List<PublishedRecord> records() throws ApiException, IOException {
    PublishedRecordsApi records = new PublishedRecordsApi(client);
    List<PublishedRecord> found = new ArrayList<>();
    String cursor = null;
    do {
      PublishedPage page =
          records.listPublishedRecords(
              BASELINE, null, null, null, null, null, null, null, null, null, cursor, 60, null);
      add("listPublishedRecords", page);
      found.addAll(page.getItems());
      cursor = page.getNext();
    } while (cursor != null);
    add(
        "listPublishedRecords",
        records.listPublishedRecords(
            BASELINE, null, null, null, null, null, null, null, "meter", "rank", null, 5, null));
    add(
        "listFacets",
        records.listFacets(
            BASELINE, null, SECTION, List.of("DCG", "DRAFT"), null, null, null, null, null, null));
    add(
        "getExtract",
        digest(
            records.getExtract(
                BASELINE,
                null,
                SECTION,
                List.of("DCG", "DRAFT"),
                null,
                null,
                null,
                null,
                null,
                null,
                null)));
    add("getPublishedRecord", records.getPublishedRecord(BASELINE, KEY));
    add("listPublishedLinks", records.listPublishedLinks(BASELINE, KEY));
    add("getStanding", records.getStanding(BASELINE, KEY));
    return found;
  }

  /// The class that reads what a record of a type says.
  private static Class<?> attributes(PublishedRecord record) {
    String name =
        Stream.of(record.getType().split("-", -1))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    try {
      return Class.forName(PublishedRecord.class.getPackageName() + "." + name + "Attributes");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private void publications() throws ApiException {
    PublicationsApi publications = new PublicationsApi(client);
    Integer after = null;
    do {
      PublicationPage page = publications.listPublications(after, 1);
      add("listPublications", page);
      after = page.getNext();
    } while (after != null);
    add("getKeySet", new KeysApi(client).getKeySet());
    add("getPermanentAddress", place(KEY));
    add("getPermanentAddress", place(KEY + "@" + OLDER));
  }

  /// Where a permanent address goes on to; the client of the JDK does not follow it by itself.
  private String place(String name) throws ApiException {
    try {
      new PermanentAddressesApi(client).getPermanentAddress(name);
    } catch (ApiException elsewhere) {
      if (elsewhere.getCode() == 303) {
        return URI.create(elsewhere.getResponseHeaders().firstValue("Location").orElseThrow())
            .getPath();
      }
      throw elsewhere;
    }
    throw new AssertionError("this should have gone elsewhere");
  }

  private void changes() throws ApiException, IOException {
    ChangesApi changes = new ChangesApi(client);
    String cursor = null;
    do {
      ChangePage page = changes.listChanges(BASELINE, OLDER, null, null, null, null, cursor, 2);
      add("listChanges", page);
      cursor = page.getNext();
    } while (cursor != null);
    add("getAllChanges", changes.getAllChanges(BASELINE, OLDER, null));
    add("getChangesDocument", digest(changes.getChangesDocument(BASELINE, OLDER, null)));
    add("getChangesWorkbook", digest(changes.getChangesWorkbook(BASELINE, OLDER, null)));
  }

  private void files() throws ApiException, IOException {
    BaselineFilesApi files = new BaselineFilesApi(client);
    File workbook = files.getBaselineWorkbook(BASELINE, null);
    add("getBundle", digest(files.getBundle(BASELINE, null)));
    add("getBaselineWorkbook", digest(workbook));
    add(
        "getBaselineWordSpecification",
        digest(files.getBaselineWordSpecification(BASELINE, SECTION, null)));
    add(
        "getBaselineHtmlSpecification",
        digest(files.getBaselineHtmlSpecification(BASELINE, SECTION, null)));
    BaselineMapsApi maps = new BaselineMapsApi(client);
    add("getBaselineMap", digest(maps.getBaselineMap(BASELINE, SECTION, null, null, null)));
    add(
        "getBaselineMapDocument",
        digest(maps.getBaselineMapDocument(BASELINE, SECTION, null, null, null)));
    add(
        "getBaselineMapPicture",
        digest(maps.getBaselineMapPicture(BASELINE, SECTION, null, null, null)));
    FeedsApi feeds = new FeedsApi(client);
    add("getPublicationsFeed", digest(feeds.getPublicationsFeed()));
    add("getChangesFeed", digest(feeds.getChangesFeed(TYPE, null, null)));
    add("verifyFile", new VerificationsApi(client).verifyFile(workbook));
  }

  private static String digest(File file) throws IOException {
    return Clients.digest(Files.readAllBytes(file.toPath()));
  }
}
