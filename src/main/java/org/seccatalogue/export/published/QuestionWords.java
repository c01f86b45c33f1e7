package org.seccatalogue.export.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.seccatalogue.baseline.search.Devices;
import org.seccatalogue.baseline.search.PublishedFilter;
import org.seccatalogue.baseline.search.PublishedQuery.Wanted;
import org.seccatalogue.baseline.search.Question;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// Says a question as people read it: with labels in place of codes.
final class QuestionWords {

  private final CatalogueSchema schema;

  /// @param schema the record types of the baseline that is asked
  QuestionWords(CatalogueSchema schema) {
    this.schema = schema;
  }

  /// Gives each part of a question that is not refused: its name, and what is asked for.
  void each(Question question, BiConsumer<String, String> part) {
    PublishedFilter filter = question.filter();
    filter.types().forEach(type -> part.accept("Record type", schema.typeOf(type).label()));
    Stream.ofNullable(filter.section()).forEach(section -> part.accept("Section", section));
    filter.stages().forEach(code -> part.accept("Stage", schema.workflow().labelOf(code)));
    filter.devices().forEach(code -> part.accept("Device", device(code)));
    filter.attributes().forEach(wanted -> attribute(wanted, part));
    filter.codes().forEach(wanted -> part.accept(wanted.name(), wanted.code()));
    filter.links().forEach(link -> part.accept(label(link), link.target()));
    Stream.ofNullable(question.words()).forEach(words -> part.accept("Words", words));
  }

  private String device(String code) {
    return new Devices(schema).find(code).map(CodeList.Value::label).orElse(code);
  }

  private void attribute(Wanted wanted, BiConsumer<String, String> part) {
    attributes().stream()
        .filter(attribute -> attribute.name().equals(wanted.name()))
        .findFirst()
        .ifPresentOrElse(
            attribute -> part.accept(attribute.label(), value(attribute, wanted.code())),
            () -> part.accept(wanted.name(), wanted.code()));
  }

  private List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>();
    schema.types().forEach(type -> all.addAll(type.attributes()));
    return all;
  }

  private static String value(Attribute attribute, String code) {
    AttributeType type =
        attribute.type() instanceof AttributeType.ListOf list ? list.item() : attribute.type();
    return type instanceof AttributeType.Code(CodeList codes) ? codes.wordOf(code) : code;
  }

  private String label(LinkFilter link) {
    return schema.links().stream()
        .filter(rule -> rule.name().equals(link.type()))
        .map(LinkRule::label)
        .map(label -> label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1))
        .findFirst()
        .orElse(link.type());
  }
}
