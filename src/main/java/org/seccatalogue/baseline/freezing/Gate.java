package org.seccatalogue.baseline.freezing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.finding.Severity;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Reading;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.words.ProvisionalWords;
import org.seccatalogue.revision.selection.ChosenRecords.Chosen;
import org.seccatalogue.revision.selection.ChosenRecords.ChosenLink;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;

/// Gathers what stands between a selection and its baseline, record by record.
final class Gate {

  private static final int SHOWN_OF_A_CODE = 200;

  private final CatalogueSchema schema;
  private final Set<String> derivations;
  private final FreezeRequest request;
  private final Map<FindingCode, int[]> counts = new EnumMap<>(FindingCode.class);
  private final Map<FindingCode, Boolean> stops = new EnumMap<>(FindingCode.class);
  private final List<Finding> shown = new ArrayList<>();
  private final Set<Waiver> used = new HashSet<>();
  private Set<String> belowAnEnd = Set.of();
  private int records;
  private int found;
  private int requirements;

  Gate(CatalogueSchema schema, FreezeRequest request) {
    this.schema = schema;
    derivations = Set.copyOf(schema.derivations());
    this.request = request;
  }

  /// Tells which records stand directly below one that is left out because it is at an end.
  void belowAnEnd(Set<String> keys) {
    belowAnEnd = keys;
  }

  /// Looks at a record of the draft, but for its words.
  void check(Chosen record, List<ChosenLink> links) {
    records++;
    checkStage(record);
    checkPlace(record);
    links.forEach(link -> checkLink(record, link));
    if (record.type().kind() == TypeKind.REQUIREMENT) {
      requirements++;
      checkRequirement(record, links);
    }
  }

  /// Looks at the attributes of a record that would be published, before references are taken out.
  /// What is internal may be wrong or missing: readers do not see it.
  ///
  /// @param record of a type as it is published
  /// @return whether nothing is wrong with them
  boolean checkContent(Chosen record, ObjectNode attributes) {
    int before = found;
    checkValues(record, attributes);
    return found == before;
  }

  /// Notes that links or references had to be left out, besides those that are broken.
  void addCut(Chosen record) {
    add(
        Severity.WARNING,
        FindingCode.LINK_OUTSIDE,
        record,
        "",
        null,
        "links and references to records of this baseline alone; the others are left out");
  }

  /// Looks at the words that would be published.
  ///
  /// @param outside what looks like the key of a record that is not
  /// @return whether nothing is wrong with them
  boolean checkWords(Chosen record, Stream<String> outside) {
    int before = found;
    outside
        .filter(key -> schema.withPrefix(RecordKey.of(key).prefix()).isPresent())
        .forEach(
            key ->
                add(
                    Severity.ERROR,
                    FindingCode.NAMES_OUTSIDE,
                    record,
                    "",
                    key,
                    "texts that name records of this baseline alone"));
    return found == before;
  }

  /// Looks at the reason of a withdrawal that would be published.
  ///
  /// @param outside what looks like the key of a record that readers are not told of
  /// @param marked whether the record has a protective marking
  void checkReason(RecordKey key, Stream<String> outside, boolean marked) {
    if (marked) {
      add(
          Severity.ERROR,
          FindingCode.MARKED,
          key.toString(),
          null,
          "the reason for withdrawing a record without a protective marking");
    }
    outside
        .filter(other -> schema.withPrefix(RecordKey.of(other).prefix()).isPresent())
        .forEach(
            other ->
                add(
                    Severity.ERROR,
                    FindingCode.NAMES_OUTSIDE,
                    key.toString(),
                    other,
                    "a reason for the withdrawal that names records of this baseline alone"));
  }

  private void checkValues(Chosen record, ObjectNode attributes) {
    switch (RecordReader.read(
        record.type(), attributes, record.stage().reached(), schema.workflow())) {
      case Reading.Valid _ -> {}
      case Reading.Invalid(List<Finding> findings) ->
          findings.forEach(
              finding ->
                  add(
                      Severity.ERROR,
                      finding.code(),
                      record,
                      finding.place().text(),
                      finding.found(),
                      finding.expected()));
    }
  }

  private void checkPlace(Chosen record) {
    if (belowAnEnd.contains(record.key())) {
      add(
          Severity.ERROR,
          FindingCode.BAD_PLACE,
          record,
          "",
          record.title(),
          "a record in a section that is still proposed; its own is withdrawn, and left out");
    }
  }

  private void checkStage(Chosen record) {
    if (!record.stage().code().equals(record.stage().reached())) {
      add(
          Severity.ERROR,
          FindingCode.STAGE_NOT_REACHED,
          record,
          "",
          schema.workflow().labelOf(record.stage().code()),
          "a stage that the present words reached; they are published at "
              + schema.workflow().labelOf(record.stage().reached()));
    }
  }

  /// Looks at what a record of the draft says of itself that stands against publishing it, whether
  /// that is published or not.
  ///
  /// @return whether there is nothing
  boolean checkMarks(Chosen record, ObjectNode attributes) {
    int before = found;
    if (ProvisionalWords.isIn(record.type(), attributes::get)) {
      add(
          Severity.ERROR,
          FindingCode.PROVISIONAL,
          record,
          "",
          record.title(),
          "a title and binding words without square brackets and question marks");
    }
    Optional<JsonNode> marking = value(record.type(), AttributeRole.MARKING, attributes);
    JsonNode none =
        record.type().playing(AttributeRole.MARKING).map(Attribute::initial).orElse(null);
    if (marking.isPresent() && !marking.get().equals(none)) {
      add(
          Severity.ERROR,
          FindingCode.MARKED,
          record,
          "",
          said(record.type(), attributes),
          "a record without a protective marking");
    }
    return found == before;
  }

  /// The marking as people know it.
  private static String said(RecordType type, ObjectNode attributes) {
    return type.playing(AttributeRole.MARKING)
        .map(Attributes.stored(attributes)::displayText)
        .orElse("");
  }

  private static Optional<JsonNode> value(
      RecordType type, AttributeRole role, ObjectNode attributes) {
    return type.playing(role).map(attribute -> attributes.get(attribute.name()));
  }

  private void checkLink(Chosen record, ChosenLink link) {
    String label = schema.link(link.type()).map(LinkRule::label).orElse(link.type());
    String value = label + " " + link.name();
    switch (link.soundness()) {
      case SOUND -> {}
      case SUSPECT ->
          add(
              Severity.ERROR,
              FindingCode.SUSPECT_LINK,
              record,
              "",
              value,
              "a link that was confirmed since its target changed");
      case BROKEN ->
          add(
              Severity.ERROR,
              FindingCode.BROKEN_LINK,
              record,
              "",
              value,
              "a link to a record that was not withdrawn");
    }
  }

  private void checkRequirement(Chosen record, List<ChosenLink> links) {
    if (links.stream().noneMatch(link -> derivations.contains(link.type()))) {
      add(
          Severity.ERROR,
          FindingCode.NO_SOURCE,
          record,
          "",
          null,
          "a link to the clause or requirement from which it derives");
    }
    String wanted = request.selection().wanted();
    if (wanted != null && !schema.workflow().hasReached(record.stage().reached(), wanted)) {
      add(
          Severity.ERROR,
          FindingCode.BELOW_STAGE,
          record,
          "",
          schema.workflow().labelOf(record.stage().reached()),
          "the stage " + schema.workflow().labelOf(wanted));
    }
  }

  private void add(
      Severity severity,
      FindingCode code,
      Chosen record,
      String pointer,
      @Nullable String value,
      String expected) {
    Place place = new Place.OfRecord(record.key(), pointer);
    add(new Finding(severity, code, place, value, expected));
  }

  private void add(
      Severity severity, FindingCode code, String key, @Nullable String value, String expected) {
    add(new Finding(severity, code, new Place.OfRecord(key, ""), value, expected));
  }

  private void add(Finding finding) {
    FindingCode code = finding.code();
    List<Waiver> covering = request.waivers().stream().filter(w -> w.covers(finding)).toList();
    used.addAll(covering);
    boolean waived = !covering.isEmpty();
    found++;
    int[] count = counts.computeIfAbsent(code, _ -> new int[2]);
    count[waived ? 1 : 0]++;
    stops.merge(code, finding.isError(), Boolean::logicalOr);
    if (!waived && count[0] <= SHOWN_OF_A_CODE) {
      shown.add(finding);
    }
  }

  /// The waivers that something was waived by, in the order in which they were given.
  List<Waiver> used() {
    return request.waivers().stream().filter(used::contains).distinct().toList();
  }

  /// @param marked how many records are left out for their marking
  GateReport report(int marked, Outgoing outgoing) {
    List<GateReport.Line> lines = new ArrayList<>();
    counts.forEach(
        (code, count) ->
            lines.add(
                new GateReport.Line(code, stops.getOrDefault(code, false), count[0], count[1])));
    if (records == 0) {
      lines.add(new GateReport.Line(FindingCode.EMPTY, true, 1, 0));
      shown.add(
          Finding.error(
              FindingCode.EMPTY, new Place.Pointer("/selection"), null, "at least one record"));
    }
    return new GateReport(records, requirements, marked, lines, shown, outgoing);
  }
}
