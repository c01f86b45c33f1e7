package org.seccatalogue.page.mapping;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.HeaderGuess;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.Separators;
import org.seccatalogue.page.Html;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.suggestion.MappingPreview;

/// Reads the form of a sheet as what a profile says of it.
final class MappingForm {

  static final String AS_IT_STANDS = "";
  static final String NO_VALUE = "-";
  static final String LEAVE_OUT = "!";
  static final String CODE = "=";

  private final MultivaluedMap<String, String> fields;

  MappingForm(MultivaluedMap<String, String> fields) {
    this.fields = fields;
  }

  String action() {
    return text("action");
  }

  String type() {
    return text("type");
  }

  String headerRows() {
    return text("headerRows");
  }

  /// The rows that were typed, or null when they are no rows.
  @Nullable HeaderGuess headers() {
    List<String> rows = Arrays.stream(headerRows().split("[,;\\s]+")).toList();
    String first = text("firstRow").strip();
    if (!rows.stream().allMatch(row -> row.matches("[1-9][0-9]{0,6}"))
        || !first.matches("|[1-9][0-9]{0,6}")) {
      return null;
    }
    List<Integer> numbers = rows.stream().map(Integer::valueOf).sorted().distinct().toList();
    int from = first.isEmpty() ? numbers.getLast() + 1 : Integer.parseInt(first);
    return from > numbers.getLast() ? new HeaderGuess(numbers, from) : null;
  }

  /// What the form says of a sheet, where the page showed `before`.
  Profile.SheetProfile of(MappingPreview before, HeaderGuess headers) {
    return new Profile.SheetProfile(
        before.mapping().sheet(),
        before.mapping().type(),
        headers.headerRows(),
        headers.firstRow(),
        Html.given(text("section")),
        fields.getOrDefault("match", List.of()).stream()
            .filter(name -> before.type().attribute(name).isPresent())
            .toList(),
        !text("shorten").isEmpty(),
        constants(before),
        before.columns().stream().flatMap(column -> columns(column, before)).toList());
  }

  private Map<String, String> constants(MappingPreview before) {
    Map<String, String> constants = new LinkedHashMap<>();
    for (Attribute attribute : before.withoutColumn()) {
      List<String> values =
          fields.getOrDefault("x:" + attribute.name(), List.of()).stream()
              .map(String::strip)
              .filter(value -> !value.isEmpty())
              .toList();
      if (!values.isEmpty()) {
        constants.put(attribute.name(), String.join("; ", values));
      }
    }
    return constants;
  }

  /// What a profile says of a column: what was chosen, and after it what else it said before.
  private Stream<Profile.ColumnProfile> columns(
      MappingPreview.Column column, MappingPreview before) {
    ColumnTarget target = ColumnTarget.of(text("c" + column.index()));
    boolean same = target.equals(column.target());
    List<Profile.ColumnProfile> columnProfiles = columnProfiles(column, before);
    List<String> attributes =
        same && !columnProfiles.isEmpty()
            ? columnProfiles.getFirst().attributes()
            : target.attributes();
    Profile.ColumnProfile first =
        new Profile.ColumnProfile(
            column.header(),
            column.occurrence(),
            attributes,
            target.link(),
            target.as(),
            same ? values(column) : Map.of(),
            separator(column),
            same ? leaveOut(column) : List.of());
    return Stream.concat(Stream.of(first), same ? columnProfiles.stream().skip(1) : Stream.empty());
  }

  private static List<Profile.ColumnProfile> columnProfiles(
      MappingPreview.Column column, MappingPreview before) {
    return before.mapping().columns().stream()
        .filter(c -> c.is(column.header(), Math.max(1, column.occurrence())))
        .toList();
  }

  private @Nullable String separator(MappingPreview.Column column) {
    String index = text("s" + column.index());
    if (!index.matches("[0-9]")) {
      return column.separator();
    }
    String chosen = Separators.ALL.get(Integer.parseInt(index) % Separators.ALL.size());
    return chosen.equals(Separators.USUAL) ? null : chosen;
  }

  private Map<String, String> values(MappingPreview.Column column) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < column.values().size(); i++) {
      String chosen = meaning(column, i);
      if (chosen.equals(NO_VALUE)) {
        values.put(column.values().get(i).value(), "");
      } else if (chosen.startsWith(CODE)) {
        values.put(column.values().get(i).value(), chosen.substring(CODE.length()));
      }
    }
    return values;
  }

  /// The values whose rows are not read.
  private List<String> leaveOut(MappingPreview.Column column) {
    return IntStream.range(0, column.values().size())
        .filter(i -> meaning(column, i).equals(LEAVE_OUT))
        .mapToObj(i -> column.values().get(i).value())
        .toList();
  }

  private String meaning(MappingPreview.Column column, int value) {
    return text("t" + column.index() + "-" + value);
  }

  private String text(String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "");
  }
}
