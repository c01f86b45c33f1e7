package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.plan.rows.ImportRows;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.plan.rows.StagedJson;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.RevisionId;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Says of planned changes what each of them changes, before and after, in words.
@ApplicationScoped
class ImportEdits {

  private final CatalogueSchema schema;
  private final BulkLookup lookup;
  private final RecordNames names;
  private final ImportRows rows;

  ImportEdits(CatalogueSchema schema, BulkLookup lookup, RecordNames names, ImportRows rows) {
    this.names = names;
    this.schema = schema;
    this.lookup = lookup;
    this.rows = rows;
  }

  /// What a record would say.
  private record After(
      @Nullable Revision base,
      ImportRows.@Nullable Before before,
      String stage,
      String parent,
      Attributes attributes,
      String place,
      Map<String, String> links) {}

  /// The edits of each row that changes a record, by its number.
  Map<Integer, List<PlannedChange.Edit>> of(long id, List<PlannedChange> changes) {
    List<PlannedChange> changed =
        changes.stream()
            .filter(c -> c.kind() != PlannedChange.Kind.MISSING)
            .filter(c -> c.kind() == PlannedChange.Kind.NEW || !c.changed().isEmpty())
            .toList();
    if (changed.isEmpty()) {
      return Map.of();
    }
    Map<Integer, After> after = after(id, changed.stream().map(PlannedChange::number).toList());
    return called(
        changed.stream()
            .filter(change -> after.containsKey(change.number()))
            .collect(
                Collectors.toMap(
                    PlannedChange::number,
                    c -> edits(c, Objects.requireNonNull(after.get(c.number()))))));
  }

  /// The edits with what people call sections and targets of links in place of their keys.
  private Map<Integer, List<PlannedChange.Edit>> called(
      Map<Integer, List<PlannedChange.Edit>> edits) {
    Function<RecordKey, String> called =
        names.of(
            edits.values().stream()
                .flatMap(List::stream)
                .filter(this::isOfRecords)
                .flatMap(edit -> Stream.of(edit.before(), edit.after()))
                .flatMap(text -> CalledRecords.keys(text).stream())
                .toList());
    Map<Integer, List<PlannedChange.Edit>> all = new HashMap<>();
    edits.forEach(
        (number, each) -> all.put(number, each.stream().map(e -> called(e, called)).toList()));
    return all;
  }

  private PlannedChange.Edit called(PlannedChange.Edit edit, Function<RecordKey, String> called) {
    UnaryOperator<String> name = key -> called.apply(RecordKey.of(key));
    return isOfRecords(edit)
        ? new PlannedChange.Edit(
            edit.field(),
            CalledRecords.in(edit.before(), name),
            CalledRecords.in(edit.after(), name))
        : edit;
  }

  private boolean isOfRecords(PlannedChange.Edit edit) {
    return edit.field().equals("section") || schema.link(edit.field()).isPresent();
  }

  private Map<Integer, After> after(long id, List<Integer> numbers) {
    Map<Integer, Map<String, String>> links = rows.links(id, numbers);
    Map<Integer, ImportRows.Staged> staged = rows.staged(id, numbers);
    Map<RevisionId, Revision> bases =
        lookup.revisions(staged.values().stream().flatMap(row -> base(row).stream()).toList());
    Map<Integer, After> after = new HashMap<>();
    staged.forEach(
        (number, row) ->
            after.put(
                number,
                new After(
                    base(row).map(bases::get).orElse(null),
                    row.before(),
                    row.stage(),
                    row.parent(),
                    Attributes.stored(row.json()),
                    Objects.toString(row.place(), ""),
                    links.getOrDefault(number, Map.of()))));
    return after;
  }

  private static Optional<RevisionId> base(ImportRows.Staged row) {
    return row.key() == null || row.baseRevision() == 0
        ? Optional.empty()
        : Optional.of(new RevisionId(row.key(), row.baseRevision()));
  }

  private List<PlannedChange.Edit> edits(PlannedChange change, After after) {
    List<PlannedChange.Edit> edits = new ArrayList<>();
    Revision base = after.base();
    if (change.kind() == PlannedChange.Kind.NEW) {
      if (!after.parent().isEmpty()) {
        edits.add(new PlannedChange.Edit("section", "", after.parent()));
      }
      statement(change, after).ifPresent(edits::add);
      if (!after.stage().equals(schema.workflow().initial())) {
        edits.add(new PlannedChange.Edit("stage", "", after.stage()));
      }
    } else if (base != null) {
      change.changed().forEach(name -> edits.add(edit(change, name, base.content(), after)));
    }
    return edits;
  }

  /// Of a new record what it says: beside that stand where it goes and the stage that it is to come
  /// to, and not all that is to be known of it.
  private Optional<PlannedChange.Edit> statement(PlannedChange change, After after) {
    RecordType type = schema.typeOf(change.type());
    return Stream.of(AttributeRole.STATEMENT, AttributeRole.SUMMARY, AttributeRole.NOTE)
        .flatMap(role -> type.playing(role).stream())
        .filter(attribute -> after.attributes().get(attribute.name()) != null)
        .findFirst()
        .map(a -> new PlannedChange.Edit(a.name(), "", after.attributes().displayText(a)));
  }

  private String displayed(
      PlannedChange change,
      Attribute attribute,
      Content words,
      ImportRows.@Nullable Before before) {
    String number = before == null ? null : before.baseReference();
    RecordType type = schema.typeOf(change.type());
    return number != null
            && type.playing(AttributeRole.REFERENCE).filter(attribute::equals).isPresent()
        ? number
        : words.attributes().displayText(attribute);
  }

  private static String stage(ImportRows.@Nullable Before before) {
    return before == null ? "" : Objects.toString(before.baseStage(), "");
  }

  /// Where the record stands; plans of earlier versions know no more than where its words were
  /// written.
  private static String parent(Content words, ImportRows.@Nullable Before before) {
    return before == null || before.baseParent() == null
        ? Objects.toString(words.parent(), "")
        : before.baseParent();
  }

  private PlannedChange.Edit edit(PlannedChange change, String name, Content before, After after) {
    Optional<Attribute> attribute = schema.typeOf(change.type()).attribute(name);
    if (attribute.isPresent()) {
      return new PlannedChange.Edit(
          name,
          displayed(change, attribute.get(), before, after.before()),
          after.attributes().displayText(attribute.get()));
    }
    return switch (name) {
      case "section" ->
          new PlannedChange.Edit(name, parent(before, after.before()), after.parent());
      case "place" -> new PlannedChange.Edit(name, "", after.place());
      case "stage" -> new PlannedChange.Edit(name, stage(after.before()), after.stage());
      default ->
          new PlannedChange.Edit(
              name,
              before.links().stream()
                  .filter(link -> link.type().equals(name))
                  .map(link -> StagedJson.link(link.target().toString(), link.note()))
                  .sorted()
                  .collect(Collectors.joining("; ")),
              after.links().getOrDefault(name, ""));
    };
  }
}
