package org.seccatalogue.page.imports;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.imports.Decision;
import org.seccatalogue.page.Html;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordKey;

/// What somebody decided and chose on the page of a plan.
final class PlanForm {

  private static final Pattern CELL = Pattern.compile("cell-([0-9]{1,9})-(.+)");
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})-(THEIRS|OURS)");

  private final MultivaluedMap<String, String> form;

  PlanForm(MultivaluedMap<String, String> form) {
    this.form = form;
  }

  /// The rows that the page showed with a box, ticked or not.
  List<Integer> rows(boolean ticked) {
    Set<String> chosen = Set.copyOf(form.getOrDefault("chosen", List.of()));
    return form.getOrDefault("shown", List.of()).stream()
        .filter(shown -> shown.matches("[0-9]{1,9}") && chosen.contains(shown) == ticked)
        .map(Integer::valueOf)
        .toList();
  }

  /// What was decided of cells, and then of a whole row by a button of its own.
  List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    form.keySet().stream()
        .map(CELL::matcher)
        .filter(Matcher::matches)
        .map(
            cell ->
                new Decision(
                    Integer.parseInt(cell.group(1)),
                    cell.group(2),
                    choice(form.getFirst(cell.group()))))
        .forEach(decisions::add);
    Matcher whole = WHOLE.matcher(String.valueOf(form.getFirst("whole")));
    if (whole.matches()) {
      decisions.add(new Decision(Integer.parseInt(whole.group(1)), null, choice(whole.group(2))));
    }
    return decisions;
  }

  /// What all undecided conflicts are to become; nothing when nobody asked for that.
  Conflict.@Nullable Choice all() {
    String all = form.getFirst("all");
    return all == null ? null : choice(all);
  }

  static Conflict.Choice choice(@Nullable String text) {
    return Arrays.stream(Conflict.Choice.values())
        .filter(choice -> choice.name().equals(text))
        .findFirst()
        .orElse(Conflict.Choice.UNDECIDED);
  }

  PlannedChange.Filter filter() {
    return filter(
        form.getFirst("kind"),
        form.getFirst("type"),
        form.getFirst("section"),
        form.getFirst("found"));
  }

  static PlannedChange.Filter filter(
      @Nullable String kind,
      @Nullable String type,
      @Nullable String section,
      @Nullable String found) {
    PlannedChange.Kind known =
        Arrays.stream(PlannedChange.Kind.values())
            .filter(k -> k.name().equalsIgnoreCase(kind))
            .findFirst()
            .orElse(null);
    String key = Html.given(section);
    return new PlannedChange.Filter(
        known,
        Html.given(type),
        key == null ? null : RecordKey.parse(key).orElse(null),
        Arrays.stream(Guard.values())
            .filter(guard -> guard.name().equalsIgnoreCase(found))
            .findFirst()
            .orElse(null),
        "yes".equals(found));
  }
}
