package org.seccatalogue.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.OwnSheets;

/// What is known of an export before its first row.
///
/// @param template whether it is to be filled in, and holds no records
/// @param counts how many records of each type, by its name
/// @param marking protective markings of its records, empty when they have none
record ExportFacts(
    boolean template,
    SequencedMap<String, Integer> counts,
    String marking,
    String selection,
    String time) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm z", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  /// What a query finds.
  static ExportFacts of(
      RecordQuery query, RecordSearch search, CatalogueSchema schema, Instant now) {
    SequencedMap<String, Integer> counts = search.counts(query);
    return new ExportFacts(
        false,
        counts,
        marking(query, counts.sequencedKeySet().stream().map(schema::typeOf).toList(), search),
        selection(query, schema),
        TIME.format(now));
  }

  /// A workbook to be filled in with records of these types.
  static ExportFacts ofTemplate(List<RecordType> types, Instant now) {
    SequencedMap<String, Integer> counts = new java.util.LinkedHashMap<>();
    types.forEach(type -> counts.put(type.name(), 0));
    return new ExportFacts(true, counts, "", "None yet", TIME.format(now));
  }

  String title() {
    return template ? OwnSheets.TEMPLATE : OwnSheets.RECORDS;
  }

  String purpose() {
    return template
        ? "A workbook to write new records in, and to import into the catalogue."
        : "A copy of records of the drafting catalogue, to read, to edit and to bring back. Only the"
            + " catalogue itself is authoritative.";
  }

  /// The markings that the records have, the highest last; the lowest only when there is no other.
  private static String marking(RecordQuery query, List<RecordType> types, RecordSearch search) {
    Set<String> found = new HashSet<>();
    List<CodeList> lists = new ArrayList<>();
    for (RecordType type : types) {
      Optional<Attribute> attribute = type.playing(AttributeRole.MARKING);
      if (attribute.isPresent()
          && attribute.get().type() instanceof AttributeType.Code(CodeList codes)) {
        found.addAll(search.values(query.ofType(type.name()), attribute.get()));
        lists.add(codes);
      }
    }
    List<String> labels =
        lists.stream()
            .flatMap(codes -> codes.values().stream())
            .filter(value -> found.contains(value.code()))
            .map(CodeList.Value::label)
            .distinct()
            .toList();
    String lowest = lists.isEmpty() ? "" : lists.getFirst().values().getFirst().label();
    List<String> higher = labels.stream().filter(label -> !label.equals(lowest)).toList();
    return String.join(", ", higher.isEmpty() ? labels : higher);
  }

  private static String selection(RecordQuery query, CatalogueSchema schema) {
    List<String> parts = new ArrayList<>();
    add(parts, "type: ", query.type() == null ? null : schema.typeOf(query.type()).plural());
    add(parts, "below section ", query.section());
    add(parts, "stage: ", query.stage() == null ? null : schema.workflow().labelOf(query.stage()));
    add(parts, "with the words: ", query.text());
    query.attributes().forEach(filter -> add(parts, filter.name() + ": ", filter.value()));
    return parts.isEmpty() ? "The whole catalogue" : String.join("; ", parts);
  }

  private static void add(
      List<String> parts, String words, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      parts.add(words + value);
    }
  }
}
