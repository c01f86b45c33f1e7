package org.seccatalogue.page.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;

/// Makes the right field for each kind of value, with what stands in it and what is wrong with it.
final class Fields {

  private static final int FEW = 4;

  private final CatalogueSchema schema;
  private final TypedForm form;
  private final FormErrors errors;

  Fields(CatalogueSchema schema, TypedForm form, FormErrors errors) {
    this.schema = schema;
    this.form = form;
    this.errors = errors;
  }

  Field of(Attribute attribute, String mark) {
    return field(TypedForm.ATTRIBUTES + attribute.name(), attribute, mark);
  }

  /// A field that is for no attribute.
  Field of(String pointer, String label, String mark, @Nullable String hint, Control control) {
    String id = Field.id(pointer);
    return new Field(
        pointer,
        id,
        label,
        mark,
        hint,
        errors.take(pointer, id, label, control.isSelected()),
        control);
  }

  private Field field(String pointer, Attribute attribute, String mark) {
    Control control = control(pointer, attribute);
    return of(pointer, attribute.label(), mark, new Hints(schema).of(attribute), control);
  }

  private Control control(String pointer, Attribute attribute) {
    String text = form.text(pointer);
    return switch (attribute.type()) {
      case AttributeType.Line line -> new Control.Input(text, width(line), null, null, null);
      case AttributeType.Text(int most) -> new Control.Area(text, most > 500 ? 5 : 3, most);
      case AttributeType.Numeric number ->
          new Control.Input(
              text,
              "govuk-input--width-10",
              number.whole() ? "numeric" : "decimal",
              number.unit(),
              null);
      case AttributeType.Flag() -> oneOf(pointer, flags(text, attribute.required()));
      case AttributeType.Date() -> new Control.Day(text);
      case AttributeType.Code(CodeList codes) ->
          oneOf(pointer, choices(codes, List.of(text), !attribute.required()));
      case AttributeType.Measure _ ->
          new Control.Input(text, "govuk-input--width-20", null, null, null);
      case AttributeType.Reference _ ->
          new Control.Input(text, "govuk-input--width-10", null, null, null);
      case AttributeType.ListOf list -> list(pointer, list);
      case AttributeType.CodeMap map -> new Control.Entries(entries(pointer, map));
      case AttributeType.Table table -> rows(pointer, attribute.label(), table);
    };
  }

  private static String width(AttributeType.Line line) {
    return line.maxLength() <= 60 ? "govuk-input--width-20" : "";
  }

  private Control list(String pointer, AttributeType.ListOf list) {
    return list.item() instanceof AttributeType.Code(CodeList codes)
        ? new Control.Checks(numbered(pointer, choices(codes, form.texts(pointer), false)))
        : new Control.Area(form.text(pointer), 4, null);
  }

  private static List<Choice> flags(String text, boolean required) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(FormWriter.YES, "Yes", text.equals(FormWriter.YES)));
    choices.add(new Choice(FormWriter.NO, "No", text.equals(FormWriter.NO)));
    if (!required) {
      choices.add(new Choice("", "Not given", text.isEmpty()));
    }
    return choices;
  }

  /// The codes of a list; one that stands in the record and is no longer in the list is kept.
  private static List<Choice> choices(CodeList codes, List<String> chosen, boolean optional) {
    List<Choice> choices = new ArrayList<>();
    codes
        .values()
        .forEach(
            v ->
                choices.add(
                    new Choice(v.code(), v.label(), v.alias(), chosen.contains(v.code()), "")));
    chosen.stream()
        .filter(code -> !code.isBlank() && codes.byCode(code).isEmpty())
        .forEach(code -> choices.add(new Choice(code, code, true)));
    if (optional) {
      choices.add(new Choice("", "Not given", chosen.stream().allMatch(String::isBlank)));
    }
    return choices;
  }

  private static Control oneOf(String pointer, List<Choice> choices) {
    long real = choices.stream().filter(choice -> !choice.value().isEmpty()).count();
    if (real <= FEW) {
      return new Control.Radios(numbered(pointer, choices));
    }
    return new Control.Select(withBlankFirst(choices));
  }

  static List<Choice> withBlankFirst(List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    boolean none = choices.stream().noneMatch(c -> c.chosen() && !c.value().isEmpty());
    all.add(new Choice("", "Choose one", none));
    choices.stream().filter(choice -> !choice.value().isEmpty()).forEach(all::add);
    return all;
  }

  /// The first has the id of the field, so that the error summary leads to it.
  private static List<Choice> numbered(String pointer, List<Choice> choices) {
    String id = Field.id(pointer);
    return IntStream.range(0, choices.size())
        .mapToObj(
            i -> {
              Choice c = choices.get(i);
              String own = i == 0 ? id : id + "-" + (i + 1);
              return new Choice(c.value(), c.text(), c.hint(), c.chosen(), own);
            })
        .toList();
  }

  private List<Field> entries(String pointer, AttributeType.CodeMap map) {
    return map.keys().values().stream()
        .map(
            key -> {
              String place = pointer + "/" + TypedForm.escaped(key.code());
              List<Choice> choices = choices(map.values(), List.of(form.text(place)), false);
              Control select = new Control.Select(withBlankFirst(choices));
              return of(place, key.label(), "", null, select);
            })
        .toList();
  }

  private Control rows(String pointer, String label, AttributeType.Table table) {
    List<Control.Row> rows = new ArrayList<>();
    int count = form.rows(pointer);
    for (int i = 0; i < count; i++) {
      String row = pointer + "/" + i;
      List<Field> cells = table.columns().stream().map(c -> cell(row, c)).toList();
      rows.add(new Control.Row(label + " " + (i + 1), cells));
    }
    return new Control.Rows(rows, pointer);
  }

  /// A cell is kept small: a select where a field of its own would have radio buttons.
  private Field cell(String row, Attribute column) {
    String pointer = row + "/" + column.name();
    Control control =
        switch (control(pointer, column)) {
          case Control.Radios(List<Choice> choices) -> new Control.Select(withBlankFirst(choices));
          case Control.Area(String value, _, _) -> new Control.Area(value, 2, null);
          case Control.Input input -> input;
          case Control.Day day -> day;
          case Control.Select select -> select;
          case Control.Checks checks -> checks;
          case Control.Entries entries -> entries;
          case Control.Rows rows -> rows;
        };
    return of(
        pointer, column.label(), column.required() ? "" : "(optional)", column.hint(), control);
  }
}
