package org.seccatalogue.page.shown;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;

/// Says of links and places what people call them.
///
/// @param names of the records that contents name
public record LinkWords(CatalogueSchema schema, Function<RecordKey, String> names) {

  /// The records that contents name.
  public static List<RecordKey> named(CatalogueSchema schema, Stream<Content> contents) {
    return contents.flatMap(content -> named(schema, content)).toList();
  }

  private static Stream<RecordKey> named(CatalogueSchema schema, Content content) {
    return Stream.of(
            Stream.ofNullable(content.parent()),
            content.links().stream().map(Link::target),
            content.attributes().named(schema.typeOf(content.type())).stream()
                .flatMap(name -> RecordKey.parse(name).stream()))
        .flatMap(keys -> keys);
  }

  /// The values of a content with what people call the records that they refer to.
  Attributes of(Content content) {
    return content
        .attributes()
        .naming(
            schema.typeOf(content.type()), name -> RecordKey.parse(name).map(names).orElse(name));
  }

  public String of(Link link) {
    String label = schema.link(link.type()).map(LinkRule::label).orElse(link.type());
    String note = link.note() == null ? "" : " (" + link.note() + ")";
    String target = names.apply(link.target());
    return label + " " + target + " as of revision " + link.targetRevision() + note;
  }

  String of(@Nullable RecordKey key) {
    return key == null ? "" : names.apply(key);
  }
}
