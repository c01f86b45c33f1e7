package org.seccatalogue.page.forms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.page.shown.AttributeGroup;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.Workflow;

/// Derives the form of a record from its type.
@ApplicationScoped
class FormViews {

  private final CatalogueSchema schema;
  private final History history;
  private final Outline outline;
  private final RecordLines lines;

  FormViews(CatalogueSchema schema, History history, Outline outline, RecordLines lines) {
    this.schema = schema;
    this.history = history;
    this.outline = outline;
    this.lines = lines;
  }

  /// What is shown in a form beside the fields.
  ///
  /// @param record the record that is changed, absent for a new one
  /// @param version the state of it that the person has seen
  record Shown(
      @Nullable StoredRecord record,
      String version,
      List<Finding> findings,
      @Nullable Merge merge,
      String note) {

    /// A form that nobody has typed into.
    static Shown blank(@Nullable StoredRecord record) {
      String version = record == null ? "" : record.version().toString();
      return new Shown(record, version, List.of(), null, "");
    }
  }

  /// Tables and links with room for one more row.
  TypedForm withRoom(RecordType type, TypedForm form) {
    TypedForm roomy = form.withBlankRow(TypedForm.LINKS);
    for (Attribute attribute : type.attributes()) {
      if (attribute.type() instanceof AttributeType.Table) {
        roomy = roomy.withBlankRow(TypedForm.ATTRIBUTES + attribute.name());
      }
    }
    return roomy;
  }

  FormView of(RecordType type, TypedForm form, Shown shown) {
    StoredRecord record = shown.record();
    FormErrors errors = new FormErrors(shown.findings());
    Fields fields = new Fields(schema, form, errors);
    List<Field.Group> groups = groups(type, fields);
    Field links = links(type, form, fields);
    List<Field> place = place(form, fields, record);
    FormView.YourChange change = change(form, fields, errors, shown);
    RecordLine line = record == null ? null : lines.of(record.head());
    String what = type.label().toLowerCase(Locale.UK);
    return new FormView(
        line == null ? "Add " + article(what) : "Edit " + line.name(),
        line == null ? "/records/new" : line.recordHref() + "/edit",
        line == null ? cancel(form) : line.recordHref(),
        type.name(),
        type.description(),
        line,
        shown.version(),
        errors.summary(),
        shown.merge(),
        groups,
        links,
        rules(type).map(rule -> new FormView.LinkHelp(rule.label(), rule.description())).toList(),
        place,
        outline.headings().stream().map(entry -> lines.of(entry.head())).toList(),
        change);
  }

  private FormView.YourChange change(
      TypedForm form, Fields fields, FormErrors errors, Shown shown) {
    StoredRecord record = shown.record();
    String left = record == null ? schema.workflow().initial() : history.stageLeft(record);
    StageOutlook outlook = StageOutlook.of(schema.workflow(), record, left);
    Field editorial =
        outlook.keeps() || !form.text(TypedForm.EDITORIAL).isEmpty()
            ? fields.of(TypedForm.EDITORIAL, "Kind of change", "(optional)", null, editorial(form))
            : null;
    return new FormView.YourChange(
        shown.note(),
        errors.take("/note", "note", "What you changed and why"),
        outlook.text(),
        editorial);
  }

  private static Control editorial(TypedForm form) {
    boolean chosen = form.text(TypedForm.EDITORIAL).equals(FormWriter.YES);
    String words = "The change is editorial: the words mean the same as before";
    return new Control.Checks(
        List.of(new Choice(FormWriter.YES, words, null, chosen, Field.id(TypedForm.EDITORIAL))));
  }

  private static String article(String what) {
    return ("aeiou".indexOf(what.charAt(0)) >= 0 && !what.startsWith("u") ? "an " : "a ") + what;
  }

  private static String cancel(TypedForm form) {
    String parent = form.text(TypedForm.PARENT).strip();
    return parent.isEmpty() ? "/" : RecordLines.section(parent);
  }

  private List<Field.Group> groups(RecordType type, Fields fields) {
    Map<String, List<Field>> groups = new LinkedHashMap<>();
    for (Attribute attribute : type.attributes()) {
      groups
          .computeIfAbsent(AttributeGroup.heading(attribute), _ -> new ArrayList<>())
          .add(fields.of(attribute, mark(type, attribute)));
    }
    return groups.entrySet().stream().map(e -> new Field.Group(e.getKey(), e.getValue())).toList();
  }

  private String mark(RecordType type, Attribute attribute) {
    if (attribute.required()) {
      return "";
    }
    if (attribute.requiredFrom() != null) {
      return "(required from " + schema.workflow().labelOf(attribute.requiredFrom()) + ")";
    }
    Attribute.When when = attribute.requiredWhen();
    if (when == null) {
      return "(optional)";
    }
    String other = type.attribute(when.attribute()).map(Attribute::label).orElse("");
    return "(required with some values of “" + other + "”)";
  }

  private Stream<LinkRule> rules(RecordType type) {
    return schema.links().stream().filter(rule -> rule.mayStartAt(type.name()));
  }

  private Field links(RecordType type, TypedForm form, Fields fields) {
    List<Control.Row> rows = new ArrayList<>();
    int count = form.rows(TypedForm.LINKS);
    for (int i = 0; i < count; i++) {
      rows.add(link(type, form, fields, i));
    }
    Control control = new Control.Rows(rows, TypedForm.LINKS);
    String hint = "To remove a link, clear its fields.";
    return fields.of(TypedForm.LINKS, "Links", "", hint, control);
  }

  private Control.Row link(RecordType type, TypedForm form, Fields fields, int index) {
    String row = TypedForm.LINKS + "/" + index;
    String chosen = form.text(row + "/type");
    List<Choice> choices =
        rules(type)
            .map(rule -> new Choice(rule.name(), rule.label(), rule.name().equals(chosen)))
            .toList();
    Control kind = new Control.Select(Fields.withBlankFirst(choices));
    Control target = new Control.Input(form.text(row + "/target"), "", null, null, "headings");
    Control note = new Control.Area(form.text(row + "/note"), 1, null);
    return new Control.Row(
        "Link " + (index + 1),
        List.of(
            fields.of(row + "/type", "This record", "", null, kind),
            fields.of(row + "/target", "Key or reference", "", null, target),
            fields.of(row + "/note", "Note", "(optional)", null, note)));
  }

  private List<Field> place(TypedForm form, Fields fields, @Nullable StoredRecord record) {
    String section = "Key or reference of the section, such as C.4.1.a.";
    String order =
        "Key or reference of the record that it should follow, directly below the same section. "
            + (record == null ? "Leave empty to put it last." : "Leave empty to leave it there.");
    return List.of(
        fields.of(
            TypedForm.STAGE,
            "Stage",
            "",
            returns(record),
            new Control.Select(stages(form, record))),
        fields.of(
            TypedForm.PARENT,
            "Parent section",
            "",
            section,
            new Control.Input(
                form.text(TypedForm.PARENT), "govuk-input--width-20", null, null, "headings")),
        fields.of(TypedForm.FIRST, "First", "(optional)", null, first(form)),
        fields.of(
            TypedForm.BEFORE,
            "Before",
            "(optional)",
            "Key or reference of the record before which it should stand.",
            new Control.Input(
                form.text(TypedForm.BEFORE), "govuk-input--width-10", null, null, null)),
        fields.of(
            TypedForm.AFTER,
            "After",
            "(optional)",
            order,
            new Control.Input(
                form.text(TypedForm.AFTER), "govuk-input--width-10", null, null, null)));
  }

  private static Control first(TypedForm form) {
    boolean chosen = form.text(TypedForm.FIRST).equals(FormWriter.YES);
    String words = "Before all others of its section";
    return new Control.Checks(
        List.of(new Choice(FormWriter.YES, words, null, chosen, Field.id(TypedForm.FIRST))));
  }

  /// The stage that it has, and those to which it may go; withdrawing has a page of its own.
  private List<Choice> stages(TypedForm form, @Nullable StoredRecord record) {
    Workflow workflow = schema.workflow();
    String now = record == null ? workflow.initial() : record.stage();
    List<Workflow.Stage> after =
        record == null ? workflow.after(now, workflow.initial()) : history.stagesAfter(record);
    String chosen = form.text(TypedForm.STAGE);
    return workflow.stages().stream()
        .filter(s -> s.code().equals(now) || s.code().equals(chosen) || isMove(after, s))
        .map(s -> new Choice(s.code(), s.label(), s.code().equals(chosen)))
        .toList();
  }

  private boolean isMove(List<Workflow.Stage> after, Workflow.Stage stage) {
    return after.contains(stage) && !stage.code().equals(schema.workflow().withdrawn());
  }

  /// Whether a record may be moved to a stage in its form.
  boolean isOffered(StoredRecord record, String stage) {
    return history.stagesAfter(record).stream().anyMatch(after -> after.code().equals(stage));
  }

  /// What is said of the stages to which a waiting record may go on.
  private @Nullable String returns(@Nullable StoredRecord record) {
    Workflow workflow = schema.workflow();
    if (record == null || !workflow.isSide(record.stage())) {
      return null;
    }
    return "%s: this record left %s and returns to it."
        .formatted(workflow.labelOf(record.stage()), workflow.labelOf(history.stageLeft(record)));
  }
}
