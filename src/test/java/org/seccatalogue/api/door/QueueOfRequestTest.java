package org.seccatalogue.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.queue.Queue;

class QueueOfRequestTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /baselines, READING",
    "GET, /api/v1/baselines/sec-v0.01/records/ESM-0001, READING",
    "GET, /verify, READING",
    "GET, /api/v1/baselines/sec-v0.01/records, SEARCHING",
    "HEAD, /api/v1/baselines/sec-v0.01/facets, SEARCHING",
    "GET, /baselines/sec-v0.01/search, SEARCHING",
    "GET, /baselines/sec-v0.02/changes, SEARCHING",
    "GET, /feeds/changes.atom, SEARCHING",
    "GET, /baselines/sec-v0.01/map, SEARCHING",
    "GET, /api/v1/baselines/sec-v0.01/map.svg, FETCHING",
    "GET, /api/v1/baselines/sec-v0.01/map.pdf, FETCHING",
    "GET, /api/v1/baselines/sec-v0.01/map.png, FETCHING",
    "GET, /api/v1/baselines/sec-v0.01/bundle.zip, FETCHING",
    "GET, /api/v1/baselines/sec-v0.01/specifications/C.4.1.docx, FETCHING",
    "POST, /verify, VERIFYING",
    "POST, /verify/, VERIFYING",
    "POST, /api/v1/verifications, VERIFYING",
    "GET, /, DRAFTING",
    "GET, /records/ESM-0001, DRAFTING",
    "GET, /api/v1/records, DRAFTING",
    "POST, /records/ESM-0001/edit, SAVING",
    "PUT, /api/v1/records/ESM-0001, SAVING",
    "GET, /sections/C.4.docx, MAKING",
    "GET, /api/v1/exports/records.xlsx, MAKING",
    "GET, /api/v1/baselines/gate, MAKING",
    "GET, /map, MAKING",
    "GET, /api/v1/map.svg, MAKING",
    "GET, /api/v1/map.pdf, MAKING",
    "GET, /api/v1/map.png, MAKING",
    "GET, /freeze, MAKING",
    "POST, /api/v1/import-suggestions, MAKING",
    "POST, /imports/mappings/7/sheets/1, MAKING",
    "POST, /api/v1/imports, JOBS",
    "POST, /api/v1/baselines, JOBS",
    "POST, /freeze, JOBS",
    "GET, /api/v1/jobs/7, JOBS",
  })
  void eachKindOfRequestHasAQueue(String method, String path, Queue queue) {
    assertThat(QueueOfRequest.of(method, path)).contains(queue);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/pictures/a.svg", "/webjars/htmx.org/htmx.js", "/q/health/live"})
  void whatIsThereWaitsForNothing(String path) {
    assertThat(QueueOfRequest.of("GET", path)).isEqualTo(Optional.empty());
  }
}
