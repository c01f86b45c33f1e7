package org.seccatalogue.export.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.baseline.search.Devices;
import org.seccatalogue.baseline.search.PublishedFacets;
import org.seccatalogue.baseline.search.PublishedFilter;
import org.seccatalogue.baseline.search.PublishedQuery.Wanted;
import org.seccatalogue.baseline.search.Question;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// Says a question as people read it: with labels in place of codes, and titles beside references.
final class QuestionWords {

  private final CatalogueSchema schema;
  private final List<PublishedFacets.Facet> facets;
  private final UnaryOperator<String> titled;

  /// @param schema the record types of the baseline that is asked
  /// @param facets those of the answer, which have labels
  /// @param titled gives a reference with the title of its record
  QuestionWords(
      CatalogueSchema schema, List<PublishedFacets.Facet> facets, UnaryOperator<String> titled) {
    this.schema = schema;
    this.facets = facets;
    this.titled = titled;
  }

  /// The parts of a question that is not refused, all of which must hold, by their names. Of the
  /// values of one part any is enough.
  Map<String, String> of(Question question) {
    PublishedFilter filter = question.filter();
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, "Record type", filter.types().stream().map(name -> schema.typeOf(name).label()));
    put(parts, "In the section", Stream.ofNullable(filter.section()).map(titled));
    put(parts, "Stage", filter.stages().stream().map(schema.workflow()::labelOf));
    put(parts, "For the device", filter.devices().stream().map(this::device));
    putAll(parts, filter.attributes());
    putAll(parts, filter.codes());
    filter.links().stream()
        .collect(Collectors.groupingBy(this::label, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (label, all) -> put(parts, label, all.stream().map(LinkFilter::target).map(titled)));
    put(parts, "Words, as they were typed", Stream.ofNullable(question.words()));
    return parts;
  }

  private static void put(Map<String, String> parts, String name, Stream<String> values) {
    String all = values.distinct().collect(Collectors.joining(" or "));
    if (!all.isEmpty()) {
      parts.put(name, all);
    }
  }

  private String device(String code) {
    return new Devices(schema).find(code).map(CodeList.Value::label).orElse(code);
  }

  private void putAll(Map<String, String> parts, List<Wanted> wanted) {
    wanted.stream()
        .collect(Collectors.groupingBy(Wanted::name, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (name, all) ->
                put(parts, label(name), all.stream().map(one -> value(name, one.code()))));
  }

  private String label(String name) {
    return facets.stream()
        .filter(facet -> facet.name().equals(name))
        .map(PublishedFacets.Facet::label)
        .findFirst()
        .orElseGet(() -> sentence(name.replace('_', ' ')));
  }

  /// What nothing in the answer has keeps its code.
  private String value(String name, String code) {
    return facets.stream()
        .filter(facet -> facet.name().equals(name))
        .flatMap(facet -> facet.values().stream())
        .filter(value -> value.code().equals(code))
        .map(PublishedFacets.Value::label)
        .findFirst()
        .orElse(code);
  }

  private String label(LinkFilter link) {
    return schema.links().stream()
        .filter(rule -> rule.name().equals(link.type()))
        .map(LinkRule::label)
        .findFirst()
        .map(QuestionWords::sentence)
        .orElse(link.type());
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
