package org.seccatalogue.page.freezing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.freezing.GoingOut;
import org.seccatalogue.page.Choice;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.TypeKind;

/// What is published of records, and what can be chosen to go out with it.
///
/// @param lines by record type
/// @param groups what is internal, by the types that have it
/// @param linkNotes whether the notes of links go out
record GoingOutView(List<Line> lines, List<Group> groups, boolean linkNotes) {

  GoingOutView {
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }

  /// @param out what the attributes that go out are called
  /// @param inside the same of what stays inside
  record Line(String type, String out, String inside) {}

  /// Internal attributes of a type, or of all requirements.
  record Group(String legend, List<Choice> choices) {}

  /// Whether something internal goes out.
  public boolean isChosen() {
    return linkNotes
        || groups.stream().flatMap(group -> group.choices().stream()).anyMatch(Choice::chosen);
  }

  static GoingOutView of(List<GoingOut> types, Disclosure disclosure) {
    Map<String, Map<String, Choice>> groups = new LinkedHashMap<>();
    for (GoingOut type : types) {
      for (InternalAttribute one : type.internal()) {
        groups
            .computeIfAbsent(legend(type, one), _ -> new LinkedHashMap<>())
            .putIfAbsent(one.code(), choice(one));
      }
    }
    List<Group> all = new ArrayList<>();
    groups.forEach((legend, choices) -> all.add(new Group(legend, List.copyOf(choices.values()))));
    return new GoingOutView(lines(types), all, disclosure.linkNotes());
  }

  /// What all requirements have stands once, before the types.
  private static List<Line> lines(List<GoingOut> types) {
    List<GoingOut> requirements =
        types.stream().filter(one -> one.type().kind() == TypeKind.REQUIREMENT).toList();
    List<Line> lines = new ArrayList<>();
    List<String> out = new ArrayList<>();
    List<String> inside = new ArrayList<>();
    if (requirements.size() > 1) {
      out.addAll(requirements.getFirst().out());
      inside.addAll(inside(requirements.getFirst()));
      requirements.forEach(one -> out.retainAll(one.out()));
      requirements.forEach(one -> inside.retainAll(inside(one)));
      lines.add(line("All requirements", out, inside, "Nothing"));
    }
    for (GoingOut one : types) {
      boolean shares = requirements.contains(one);
      lines.add(
          line(
              one.type().plural(),
              without(one.out(), shares ? out : List.of()),
              without(inside(one), shares ? inside : List.of()),
              shares ? "Nothing more" : "Nothing"));
    }
    return lines;
  }

  private static List<String> inside(GoingOut one) {
    return one.inside().stream().map(InternalAttribute::label).toList();
  }

  private static List<String> without(List<String> labels, List<String> shared) {
    return labels.stream().filter(label -> !shared.contains(label)).toList();
  }

  /// @param none what stands where there is nothing
  private static Line line(String type, List<String> out, List<String> inside, String none) {
    return new Line(
        type,
        out.isEmpty() ? none : String.join(", ", out),
        inside.isEmpty() ? none : String.join(", ", inside));
  }

  private static String legend(GoingOut type, InternalAttribute one) {
    return one.type().equals(InternalAttribute.SHARED)
        ? "Of all requirements"
        : "Of " + type.type().plural();
  }

  private static Choice choice(InternalAttribute one) {
    String id = "disclosure-" + one.code().replace('*', '-').replace('.', '-');
    return new Choice(one.code(), one.label(), null, one.chosen(), id);
  }
}
