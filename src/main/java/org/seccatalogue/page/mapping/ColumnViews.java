package org.seccatalogue.page.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.Separators;
import org.seccatalogue.page.Choice;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.suggestion.MappingPreview;

/// Shows the columns of a sheet: what each may mean, how its cells are parted, and what its values
/// stand for.
final class ColumnViews {

  private static final int LONGEST_SAMPLE = 60;
  private static final List<String> SEPARATORS =
      List.of("semicolon ;", "comma ,", "bar |", "slash /", "a new line");

  private final CatalogueSchema schema;

  ColumnViews(CatalogueSchema schema) {
    this.schema = schema;
  }

  MappingView.Column of(MappingPreview.Column column, MappingPreview preview) {
    String address = new Place.Cell("", 1, column.index()).address();
    return new MappingView.Column(
        column.index(),
        address.substring(0, address.length() - 1),
        column.header(),
        column.samples().stream()
            .map(sample -> cut(sample.replaceAll("\\s+", " "), LONGEST_SAMPLE))
            .collect(Collectors.joining(" · ")),
        targets(column.target(), preview.type()),
        String.join(", ", also(column, preview)),
        separators(column, preview.type()),
        IntStream.range(0, column.values().size()).mapToObj(i -> translation(column, i)).toList());
  }

  /// What else the column fills: other attributes, and those that are put together from it.
  private static List<String> also(MappingPreview.Column column, MappingPreview preview) {
    Map<String, String> constants = preview.mapping().constants();
    return Stream.concat(
            column.also().stream(),
            preview.type().attributes().stream()
                .filter(
                    a -> constants.getOrDefault(a.name(), "").contains("{" + column.header() + "}"))
                .map(Attribute::label))
        .toList();
  }

  private List<MappingView.Group> targets(ColumnTarget target, RecordType type) {
    List<MappingView.Group> groups = new ArrayList<>();
    groups.add(
        new MappingView.Group("", List.of(choice(new ColumnTarget.Nothing(), "Not read", target))));
    groups.add(
        new MappingView.Group(
            "The record",
            List.of(
                choice(new ColumnTarget.Key(), "Key", target),
                choice(new ColumnTarget.Section(), "Section", target),
                choice(new ColumnTarget.Place(), "Place in section", target),
                choice(new ColumnTarget.Stage(), "Stage", target))));
    type.attributes().stream()
        .collect(
            Collectors.groupingBy(
                a -> Objects.requireNonNullElse(a.group(), type.label()),
                java.util.LinkedHashMap::new,
                Collectors.toList()))
        .forEach((group, attributes) -> groups.add(attributes(group, attributes, target)));
    groups.add(
        new MappingView.Group(
            "Links",
            schema.links().stream()
                .filter(rule -> rule.mayStartAt(type.name()))
                .map(rule -> link(rule, target))
                .toList()));
    return groups;
  }

  private static MappingView.Group attributes(
      String group, List<Attribute> attributes, ColumnTarget target) {
    return new MappingView.Group(
        group,
        attributes.stream()
            .map(a -> choice(new ColumnTarget.Of(a.name()), a.label(), target))
            .toList());
  }

  private static Choice link(LinkRule rule, ColumnTarget target) {
    return choice(new ColumnTarget.Links(rule.name()), rule.label(), target);
  }

  private static Choice choice(ColumnTarget one, String label, ColumnTarget chosen) {
    return new Choice(one.word(), label, one.equals(chosen));
  }

  private static List<Choice> separators(MappingPreview.Column column, RecordType type) {
    boolean several = column.target().holdsSeveral(type);
    String chosen = Objects.requireNonNullElse(column.separator(), Separators.USUAL);
    return IntStream.range(0, several ? SEPARATORS.size() : 0)
        .mapToObj(
            i ->
                new Choice(
                    String.valueOf(i), SEPARATORS.get(i), Separators.ALL.get(i).equals(chosen)))
        .toList();
  }

  private static MappingView.Translation translation(MappingPreview.Column column, int number) {
    MappingPreview.Translation value = column.values().get(number);
    String code = value.code();
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(
            MappingForm.AS_IT_STANDS, "Select its meaning", code == null && !value.leftOut()));
    choices.add(new Choice(MappingForm.NO_VALUE, "No value", code != null && code.isEmpty()));
    choices.add(new Choice(MappingForm.LEAVE_OUT, "Skip these rows", value.leftOut()));
    column
        .codes()
        .forEach(
            c ->
                choices.add(
                    new Choice(MappingForm.CODE + c.code(), c.label(), c.code().equals(code))));
    return new MappingView.Translation(
        "t" + column.index() + "-" + number, cut(value.value(), LONGEST_SAMPLE), choices);
  }

  static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }
}
