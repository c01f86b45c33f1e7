package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.keys.SigningKeys;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.schema.Workflow;

/// Finds all that is wrong with a wish to freeze, before any record is looked at.
@ApplicationScoped
class FreezeCheck {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TEXT = 2000;
  private static final Set<String> TAKEN = Set.of("latest", "gate", "keys");
  private static final Set<FindingCode> NOT_TO_BE_WAIVED = Set.of(FindingCode.EMPTY);

  private final CatalogueSchema schema;
  private final Revisions revisions;
  private final PublishedStore store;
  private final SigningKeys keys;
  private final Projections projections;

  FreezeCheck(
      CatalogueSchema schema,
      Revisions revisions,
      PublishedStore store,
      SigningKeys keys,
      Projections projections) {
    this.projections = projections;
    this.schema = schema;
    this.revisions = revisions;
    this.store = store;
    this.keys = keys;
  }

  /// What stands in addresses for a name.
  static String id(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9.]+", "-")
        .replaceAll("^[-.]+|[-.]+$", "");
  }

  /// What stands against any freezing, whatever is asked for.
  List<Finding> key() {
    return keys.refusal().map(SigningKeys::unsigned).stream().toList();
  }

  List<Finding> check(FreezeRequest request) {
    List<Finding> findings = new ArrayList<>();
    name(request.name(), findings);
    Selection selection = request.selection();
    each(
        "/selection/sections",
        selection.sections(),
        this::isHeading,
        "a heading or clause",
        findings);
    each(
        "/selection/types",
        selection.types(),
        name -> schema.type(name).isPresent(),
        "one of " + schema.types().stream().map(RecordType::name).collect(Collectors.joining(", ")),
        findings);
    each("/selection/stages", selection.stages(), this::isStage, stages(), findings);
    if (selection.wanted() != null && !isStage(selection.wanted())) {
      add(findings, FindingCode.UNKNOWN_CODE, "/selection/wanted", selection.wanted(), stages());
    }
    text(
        "/note",
        request.note() == null ? "-" : request.note(),
        "at most 2,000 characters",
        findings);
    each(
        "/disclosure/attributes",
        request.disclosed().attributes(),
        projections.codes()::contains,
        "the code of an internal attribute, as the gate report lists them",
        findings);
    for (int i = 0; i < request.waivers().size(); i++) {
      waiver("/waivers/" + i, request.waivers().get(i), findings);
    }
    return findings;
  }

  private void name(String name, List<Finding> findings) {
    String id = id(name);
    turned("/name", name, findings);
    if (id.isEmpty() || name.length() > LONGEST_NAME || TAKEN.contains(id)) {
      add(
          findings,
          FindingCode.BAD_VALUE,
          "/name",
          name,
          "a name of at most 60 characters with a letter or digit, other than latest, gate and"
              + " keys");
    } else if (store.isTaken(name, id)) {
      add(findings, FindingCode.DUPLICATE, "/name", name, "a name that no baseline has");
    }
  }

  private boolean isHeading(String name) {
    return revisions
        .named(name)
        .map(StoredRecord::type)
        .map(RecordType::kind)
        .filter(kind -> kind == TypeKind.HEADING || kind == TypeKind.CLAUSE)
        .isPresent();
  }

  private boolean isStage(String code) {
    return schema
        .workflow()
        .stage(code)
        .filter(stage -> stage.kind() != Workflow.StageKind.END)
        .isPresent();
  }

  private String stages() {
    return schema.workflow().stages().stream()
        .filter(stage -> stage.kind() != Workflow.StageKind.END)
        .map(Workflow.Stage::code)
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private static void each(
      String pointer,
      List<String> values,
      Predicate<String> known,
      String expected,
      List<Finding> findings) {
    for (int i = 0; i < values.size(); i++) {
      if (!known.test(values.get(i))) {
        add(findings, FindingCode.BAD_VALUE, pointer + "/" + i, values.get(i), expected);
      }
    }
  }

  private static void waiver(String pointer, Waiver waiver, List<Finding> findings) {
    boolean known =
        Arrays.stream(FindingCode.values())
            .filter(code -> !NOT_TO_BE_WAIVED.contains(code))
            .anyMatch(code -> code.name().equals(waiver.code()));
    if (!known) {
      add(
          findings,
          FindingCode.UNKNOWN_CODE,
          pointer + "/code",
          waiver.code(),
          "the code of a finding that can be waived");
    }
    text(pointer + "/reason", waiver.reason(), "a reason of at most 2,000 characters", findings);
    text(pointer + "/by", waiver.by(), "the name of who waives it", findings);
  }

  private static void text(String pointer, String text, String expected, List<Finding> findings) {
    if (VisibleText.isBlank(text) || text.length() > LONGEST_TEXT) {
      add(findings, FindingCode.MISSING_VALUE, pointer, text, expected);
    } else {
      turned(pointer, text, findings);
    }
  }

  private static void turned(String pointer, String text, List<Finding> findings) {
    VisibleText.expectedForTurned(text)
        .ifPresent(
            instead ->
                add(findings, FindingCode.BAD_VALUE, pointer, VisibleText.storable(text), instead));
  }

  private static void add(
      List<Finding> findings,
      FindingCode code,
      String pointer,
      @Nullable String found,
      String expected) {
    findings.add(Finding.error(code, new Place.Pointer(pointer), found, expected));
  }
}
