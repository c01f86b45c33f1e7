package org.seccatalogue.api.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;

/// Reads which rows of an import a request means.
@ApplicationScoped
class ImportFilters {

  private final CatalogueSchema schema;
  private final Revisions revisions;

  ImportFilters(CatalogueSchema schema, Revisions revisions) {
    this.schema = schema;
    this.revisions = revisions;
  }

  /// A filter in the words of the request.
  record Asked(
      @Nullable String kind,
      @Nullable String type,
      @Nullable String section,
      @Nullable String guard,
      boolean withFindings) {

    static Asked in(JsonNode node) {
      return new Asked(
          node.path("kind").asText(null),
          node.path("type").asText(null),
          node.path("section").asText(null),
          node.path("guard").asText(null),
          node.path("withFindings").asBoolean());
    }
  }

  /// @param place of a part of the filter, by its name
  PlannedChange.Filter read(Asked asked, Function<String, Place> place, List<Finding> findings) {
    Optional<PlannedChange.Kind> kind =
        Arrays.stream(PlannedChange.Kind.values())
            .filter(k -> k.name().equals(asked.kind()))
            .findFirst();
    if (asked.kind() != null && kind.isEmpty()) {
      String expected = "a kind of change, in capitals";
      findings.add(
          Finding.error(FindingCode.UNKNOWN_CODE, place.apply("kind"), asked.kind(), expected));
    }
    Optional<Guard> guard =
        Arrays.stream(Guard.values()).filter(g -> g.name().equals(asked.guard())).findFirst();
    if (asked.guard() != null && guard.isEmpty()) {
      String expected = "WITHDRAWAL, LOWER_MARKING, REINSTATEMENT or PASSED_REFERENCE";
      findings.add(
          Finding.error(FindingCode.UNKNOWN_CODE, place.apply("guard"), asked.guard(), expected));
    }
    if (asked.type() != null && schema.type(asked.type()).isEmpty()) {
      String expected = "the name of a record type";
      findings.add(
          Finding.error(FindingCode.UNKNOWN_TYPE, place.apply("type"), asked.type(), expected));
    }
    Optional<RecordKey> section =
        Optional.ofNullable(asked.section()).flatMap(revisions::named).map(StoredRecord::key);
    if (asked.section() != null && section.isEmpty()) {
      String expected = "the key or reference of a record";
      findings.add(
          Finding.error(
              FindingCode.UNKNOWN_RECORD, place.apply("section"), asked.section(), expected));
    }
    return new PlannedChange.Filter(
        kind.orElse(null),
        asked.type(),
        section.orElse(null),
        guard.orElse(null),
        asked.withFindings());
  }
}
