package org.seccatalogue.baseline.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PageBinding;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.words.Lateness;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.trace.WantedLinks;

/// Reads what a reader asks for against the record types of a baseline, and tells all that is wrong
/// with it.
final class QueryReader {

  private static final int LONGEST = 500;
  private static final List<String> LATE = List.of("true", "false");
  private static final String ORDERS = "one of outline, key, rank";

  private final PublishedQuery query;
  private final PublishedFilter filter;
  private final CatalogueSchema schema;
  private final List<Finding> findings = new ArrayList<>();

  QueryReader(PublishedQuery query, CatalogueSchema schema) {
    this.query = query;
    this.filter = query.filter();
    this.schema = schema;
  }

  /// What was asked for, of worth only when there are no findings.
  ///
  /// @param after where the page before ended
  /// @param binding what its pages belong to
  record Read(
      Matching matching, PublishedOrder order, PageBinding binding, @Nullable PageKey after) {}

  List<Finding> findings() {
    return findings;
  }

  /// @param meant finds the record of the baseline that a name means
  Read read(Baseline baseline, Function<String, Meant> meant) {
    types();
    RecordHead section = section(meant);
    stages();
    AskedValues values = new CodeFilters(schema, meant).read(query, late(baseline), findings);
    Devices.@Nullable Applying devices = devices();
    String words = words();
    PublishedOrder order = order(words);
    Matching matching =
        new Matching(
            baseline.number(),
            filter.types().stream().distinct().toList(),
            section,
            filter.stages(),
            values,
            devices,
            WantedLinks.read(filter.links(), schema.links(), meant, findings),
            words);
    PageBinding binding = binding(baseline, words, order);
    return new Read(matching, order, binding, after(binding, order));
  }

  private PageBinding binding(Baseline baseline, @Nullable String words, PublishedOrder order) {
    List<String> question = new ArrayList<>(filter.texts());
    question.add("q=" + (words == null ? "" : words));
    question.add("order=" + order.word());
    return new PageBinding(baseline.id(), question);
  }

  private @Nullable RecordHead section(Function<String, Meant> meant) {
    String name = filter.section();
    if (name == null) {
      return null;
    }
    Meant section = meant.apply(name.replace('\0', ' '));
    if (section.one().isEmpty()) {
      String expected = "the key or reference of a record of the baseline";
      findings.add(section.finding(new Place.Parameter("section"), name, expected));
    }
    return section.one().orElse(null);
  }

  private AskedValues.@Nullable Late late(Baseline baseline) {
    String late = filter.late();
    if (late == null) {
      return null;
    }
    if (!LATE.contains(late)) {
      refuse(FindingCode.BAD_VALUE, "late", late, "one of " + String.join(", ", LATE));
    }
    return new AskedValues.Late(
        late.equals(LATE.getFirst()), baseline.dated(), Lateness.watched(schema));
  }

  private void types() {
    List<String> known = schema.types().stream().map(RecordType::name).toList();
    filter.types().stream()
        .filter(type -> !known.contains(type))
        .forEach(
            type ->
                refuse(
                    FindingCode.UNKNOWN_TYPE,
                    "type",
                    type,
                    "the name of a record type: one of " + String.join(", ", known)));
  }

  private void stages() {
    List<String> known = schema.workflow().stages().stream().map(Workflow.Stage::code).toList();
    filter.stages().stream()
        .filter(stage -> !known.contains(stage))
        .forEach(
            stage ->
                refuse(
                    FindingCode.UNKNOWN_CODE,
                    "stage",
                    stage,
                    "the code of a stage: one of " + String.join(", ", known)));
  }

  private Devices.@Nullable Applying devices() {
    Devices devices = new Devices(schema);
    List<String> known = devices.values().stream().map(CodeList.Value::code).toList();
    filter.devices().stream()
        .filter(code -> !known.contains(code))
        .forEach(
            code ->
                refuse(
                    FindingCode.UNKNOWN_CODE,
                    "device",
                    code,
                    "the code of a device: one of " + String.join(", ", known)));
    return filter.devices().isEmpty() ? null : devices.applying(filter.devices());
  }

  /// PostgreSQL knows no text with NUL.
  private @Nullable String words() {
    String words = query.words() == null ? "" : query.words().replace('\0', ' ').strip();
    if (words.length() > LONGEST) {
      refuse(FindingCode.TOO_LARGE, "q", words, "at most " + LONGEST + " characters");
    }
    return words.isEmpty() ? null : words;
  }

  private PublishedOrder order(@Nullable String words) {
    String word = query.order();
    if (word == null) {
      return words == null ? PublishedOrder.OUTLINE : PublishedOrder.RANK;
    }
    Optional<PublishedOrder> order = PublishedOrder.of(word);
    if (order.isEmpty()) {
      refuse(FindingCode.BAD_VALUE, "order", word, ORDERS);
    } else if (order.get() == PublishedOrder.RANK && words == null) {
      refuse(FindingCode.BAD_VALUE, "order", word, "outline or key, as there are no words to rank");
    }
    return order.orElse(PublishedOrder.OUTLINE);
  }

  private @Nullable PageKey after(PageBinding binding, PublishedOrder order) {
    String cursor = query.cursor();
    if (cursor == null) {
      return null;
    }
    return switch (binding.read(cursor)) {
      case PageBinding.Read.Refused(String expected) -> refused(cursor, expected);
      case PageBinding.Read.Behind(String position) ->
          PageKey.of(position, order)
              .orElseGet(() -> refused(cursor, "a cursor that a page of this list gave"));
    };
  }

  private @Nullable PageKey refused(String cursor, String expected) {
    refuse(FindingCode.BAD_VALUE, "cursor", cursor, expected);
    return null;
  }

  private void refuse(FindingCode code, String parameter, String found, String expected) {
    findings.add(Finding.error(code, new Place.Parameter(parameter), found, expected));
  }
}
