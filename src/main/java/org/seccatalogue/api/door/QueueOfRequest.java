package org.seccatalogue.api.door;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.seccatalogue.api.PublicAddress;
import org.seccatalogue.queue.Queue;

/// In which queue a request waits: the one table of what costs how much.
final class QueueOfRequest {

  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

  /// Files that are there, and how the program is: that must not wait behind what may be wrong.
  private static final List<String> AT_ONCE = List.of("/assets/", "/webjars/", "/q/");

  private static final Pattern VERIFYING = Pattern.compile("/(?:verify|api/v1/verifications)/?");
  private static final Pattern FETCHING =
      Pattern.compile(
          "/api/v1/baselines/[^/]+/(?:.+/)?[^/]+\\.(?:zip|xlsx|docx|html|json|svg|pdf|png)");
  private static final Pattern SEARCHING =
      Pattern.compile(
          "/api/v1/baselines/[^/]+/(?:records|facets|changes)"
              + "|/baselines/[^/]+/(?:search|services|devices|changes|map)(?:/.*)?"
              + "|/feeds/.*");
  private static final Pattern MAKING =
      Pattern.compile(
          "/api/v1/(?:exports|specifications)/.*"
              + "|/api/v1/(?:trace|baselines/gate|imports/[^/]+/workbook)"
              + "|/sections/[^/]+\\.(?:docx|html)"
              + "|/(?:exports|freeze)/.+"
              + "|/api/v1/map\\.(?:svg|pdf|png)|/map"
              + "|/trace|/freeze"
              + "|/imports/mappings/.*");
  private static final Pattern SUGGESTING =
      Pattern.compile("/api/v1/import-suggestions|/imports/mappings/.*");
  private static final Pattern FOLLOWING = Pattern.compile("/api/v1/jobs/.+");
  private static final Pattern JOBS =
      Pattern.compile("/api/v1/(?:imports(?:/.*)?|baselines)|/imports(?:/.*)?|/freeze");

  private QueueOfRequest() {}

  /// None for what is answered at once.
  static Optional<Queue> of(String method, String path) {
    if (AT_ONCE.stream().anyMatch(path::startsWith)) {
      return Optional.empty();
    }
    return Optional.of(READING.contains(method) ? ofReading(method, path) : ofSending(path));
  }

  private static Queue ofReading(String method, String path) {
    if (MAKING.matcher(path).matches()) {
      return Queue.MAKING;
    }
    if (FOLLOWING.matcher(path).matches()) {
      return Queue.JOBS;
    }
    if (FETCHING.matcher(path).matches()) {
      return Queue.FETCHING;
    }
    if (SEARCHING.matcher(path).matches()) {
      return Queue.SEARCHING;
    }
    return PublicAddress.of(method, path, "").isPresent() ? Queue.READING : Queue.DRAFTING;
  }

  private static Queue ofSending(String path) {
    if (VERIFYING.matcher(path).matches()) {
      return Queue.VERIFYING;
    }
    if (SUGGESTING.matcher(path).matches()) {
      return Queue.MAKING;
    }
    return JOBS.matcher(path).matches() ? Queue.JOBS : Queue.SAVING;
  }
}
