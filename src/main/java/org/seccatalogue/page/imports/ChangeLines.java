package org.seccatalogue.page.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.imports.CalledRecords;
import org.seccatalogue.page.shown.Difference;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.WordDiff;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// Gives the rows of an import the words by which its page shows them.
@ApplicationScoped
class ChangeLines {

  private static final String SECTION = "section";
  private static final String STAGE = "stage";
  private static final String PLACE = "place";

  private final CatalogueSchema schema;
  private final Revisions revisions;

  ChangeLines(CatalogueSchema schema, Revisions revisions) {
    this.schema = schema;
    this.revisions = revisions;
  }

  ImportView.ChangeLine of(PlannedChange change, List<PlannedChange.Edit> edits) {
    RecordType type = schema.typeOf(change.type());
    KindTag tag = KindTag.of(change.kind());
    List<String> fields = change.conflicts().stream().map(Conflict::field).toList();
    return new ImportView.ChangeLine(
        change.number(),
        change.sheet(),
        change.row(),
        tag,
        change.key() == null ? null : change.key().toString(),
        type.label(),
        change.title(),
        change.chosen(),
        change.kind() != PlannedChange.Kind.SAME && !change.faulty(),
        change.faulty(),
        change.kind() == PlannedChange.Kind.MISSING,
        effects(type, change),
        edits.stream()
            .filter(edit -> !fields.contains(edit.field()))
            .map(edit -> difference(type, edit))
            .toList(),
        change.conflicts().stream().map(conflict -> line(type, conflict)).toList());
  }

  /// What applying the row does besides, one sentence each.
  private List<String> effects(RecordType type, PlannedChange change) {
    PlannedChange.Effect effect = change.effect();
    List<String> effects = new ArrayList<>();
    if (isRenumbering(type, change)) {
      effects.add("It renumbers the record, and makes no new revision.");
    }
    boolean waits = effect.guards().contains(Guard.NEEDS_ROW);
    effect.guards().stream()
        .filter(guard -> guard == Guard.NEEDS_ROW || !waits)
        .map(ChangeLines::said)
        .forEach(effects::add);
    if (effect.fallsTo() != null) {
      effects.add(
          "New words return the record to “%s”."
              .formatted(schema.workflow().labelOf(effect.fallsTo())));
    }
    return effects;
  }

  private static String said(Guard guard) {
    return switch (guard) {
      case WITHDRAWAL -> "It withdraws the record, and is applied only when you choose it.";
      case LOWER_MARKING ->
          "It lowers the protective marking, and is applied only when you choose it.";
      case REINSTATEMENT ->
          "It brings back a withdrawn record, and is applied only when you choose it.";
      case PASSED_REFERENCE ->
          "A reference in it was another record’s before, and it is applied only when you choose it.";
      case NEEDS_ROW ->
          "It needs another row that is applied only when you choose it: choose both.";
    };
  }

  private static boolean isRenumbering(RecordType type, PlannedChange change) {
    return change.kind() == PlannedChange.Kind.CHANGED
        && !change.effect().makesRevision()
        && type.playing(AttributeRole.REFERENCE)
            .filter(reference -> change.changed().contains(reference.name()))
            .isPresent();
  }

  private Difference difference(RecordType type, PlannedChange.Edit edit) {
    WordDiff words =
        WordDiff.of(words(edit.field(), edit.before()), words(edit.field(), edit.after()));
    return new Difference(label(type, edit.field()), words);
  }

  private ImportView.ConflictLine line(RecordType type, Conflict conflict) {
    String field = conflict.field();
    String base = words(field, conflict.base());
    return new ImportView.ConflictLine(
        field,
        label(type, field),
        base,
        WordDiff.of(base, words(field, conflict.theirs())),
        WordDiff.of(base, words(field, conflict.ours())),
        conflict.choice().name());
  }

  /// Stages and sections by the names that people know them by.
  private String words(String field, String text) {
    return switch (field) {
      case STAGE ->
          schema.workflow().stage(text).isEmpty() ? text : schema.workflow().labelOf(text);
      case SECTION ->
          revisions
              .named(text)
              .map(record -> record.head().name() + " " + record.head().title())
              .orElse(text);
      default -> schema.link(field).isPresent() ? CalledRecords.in(text, this::called) : text;
    };
  }

  private String called(String key) {
    return revisions.find(RecordKey.of(key)).map(record -> record.head().name()).orElse(key);
  }

  private String label(RecordType type, String name) {
    return switch (name) {
      case STAGE -> "Stage";
      case PLACE -> "Place in section";
      case SECTION -> "Section";
      default ->
          type.attribute(name)
              .map(Attribute::label)
              .or(() -> schema.link(name).map(LinkRule::label))
              .orElse(name);
    };
  }
}
