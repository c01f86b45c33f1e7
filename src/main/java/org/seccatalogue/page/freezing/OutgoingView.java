package org.seccatalogue.page.freezing;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.freezing.GoingOut;
import org.seccatalogue.baseline.freezing.Outgoing;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.TypeKind;

/// What goes out of the selection that was checked.
///
/// @param each what goes out of each record whatever its type
/// @param inside what does not
/// @param notes what becomes of notes of links
/// @param reasons what becomes of reasons of withdrawals
/// @param lines by record type; of a selection, types of which it has records
record OutgoingView(String each, String inside, String notes, String reasons, List<Line> lines) {

  private static final String NOTHING = "Nothing";
  private static final String NO_MORE = "Nothing more";

  OutgoingView {
    lines = List.copyOf(lines);
  }

  /// @param out what is public
  /// @param chosen what is internal and was chosen, with the number of records that have it
  /// @param inside what stays inside
  record Line(String type, int records, String out, String chosen, String inside) {}

  static OutgoingView of(List<GoingOut> types, Disclosure disclosure, Outgoing outgoing) {
    return new OutgoingView(
        String.join(", ", Outgoing.OF_EACH),
        String.join(", ", Outgoing.INSIDE_OF_EACH),
        notes(outgoing.linkNotes(), disclosure.linkNotes()),
        reasons(outgoing.reasons()),
        lines(
            types.stream().filter(t -> outgoing.of(t.type().name()).records() > 0).toList(),
            outgoing));
  }

  private static String notes(int links, boolean goOut) {
    String which =
        switch (links) {
          case 0 -> "No link has a note";
          case 1 -> "1 link has a note";
          default -> links + " links have notes";
        };
    return which + (links == 0 ? "." : goOut ? ", which go out." : ", which stay inside.");
  }

  private static String reasons(int records) {
    return switch (records) {
      case 0 -> "No reason for a withdrawal goes out.";
      case 1 -> "The reason for withdrawing 1 record of an earlier baseline goes out.";
      default -> "The reasons for withdrawing " + records + " records of earlier baselines go out.";
    };
  }

  /// What all requirements have stands once, before the types.
  private static List<Line> lines(List<GoingOut> types, Outgoing outgoing) {
    List<GoingOut> requirements =
        types.stream().filter(one -> one.type().kind() == TypeKind.REQUIREMENT).toList();
    Shared shared = requirements.size() > 1 ? Shared.by(requirements) : Shared.NONE;
    List<Line> lines = new ArrayList<>();
    if (requirements.size() > 1) {
      lines.add(shared.line(requirements, outgoing));
    }
    for (GoingOut one : types) {
      boolean shares = requirements.size() > 1 && requirements.contains(one);
      lines.add(line(one, shares ? shared : Shared.NONE, outgoing, shares ? NO_MORE : NOTHING));
    }
    return lines;
  }

  /// What some types have in common.
  private record Shared(
      List<String> out, List<InternalAttribute> chosen, List<InternalAttribute> inside) {

    static final Shared NONE = new Shared(List.of(), List.of(), List.of());

    static Shared by(List<GoingOut> types) {
      GoingOut first = types.getFirst();
      List<String> out = new ArrayList<>(first.always());
      types.forEach(one -> out.retainAll(one.always()));
      return new Shared(out, common(first.chosen()), common(first.inside()));
    }

    private static List<InternalAttribute> common(List<InternalAttribute> internal) {
      return internal.stream().filter(one -> one.type().equals(InternalAttribute.SHARED)).toList();
    }

    Line line(List<GoingOut> types, Outgoing outgoing) {
      List<Outgoing.OfType> counted =
          types.stream().map(one -> outgoing.of(one.type().name())).toList();
      return new Line(
          "All requirements",
          counted.stream().mapToInt(Outgoing.OfType::records).sum(),
          said(out, NOTHING),
          said(chosen, counted, NOTHING),
          said(labels(inside), NOTHING));
    }
  }

  private static Line line(GoingOut one, Shared shared, Outgoing outgoing, String none) {
    Outgoing.OfType counted = outgoing.of(one.type().name());
    return new Line(
        one.type().plural(),
        counted.records(),
        said(without(one.always(), shared.out()), none),
        said(without(one.chosen(), shared.chosen()), List.of(counted), none),
        said(labels(without(one.inside(), shared.inside())), none));
  }

  private static <T> List<T> without(List<T> all, List<T> shared) {
    return all.stream().filter(one -> !shared.contains(one)).toList();
  }

  private static List<String> labels(List<InternalAttribute> internal) {
    return internal.stream().map(InternalAttribute::label).toList();
  }

  private static String said(
      List<InternalAttribute> chosen, List<Outgoing.OfType> counted, String none) {
    return said(
        chosen.stream()
            .map(one -> one.label() + in(counted.stream().mapToInt(c -> c.with(one.code())).sum()))
            .toList(),
        none);
  }

  private static String in(int records) {
    return records == 1 ? " (1 record)" : " (" + records + " records)";
  }

  private static String said(List<String> labels, String none) {
    return labels.isEmpty() ? none : String.join(", ", labels);
  }
}
