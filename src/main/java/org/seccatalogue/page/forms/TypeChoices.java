package org.seccatalogue.page.forms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// The types of record that may be made at a place, those first that usually stand there.
@ApplicationScoped
class TypeChoices {

  private final CatalogueSchema schema;
  private final Revisions revisions;
  private final Outline outline;
  private final RecordLines lines;

  TypeChoices(CatalogueSchema schema, Revisions revisions, Outline outline, RecordLines lines) {
    this.schema = schema;
    this.revisions = revisions;
    this.outline = outline;
    this.lines = lines;
  }

  /// What there is to choose from.
  record View(@Nullable RecordLine parent, List<Item> usual, List<Item> others) {}

  /// One type of record.
  record Item(String label, String description, String href) {}

  View below(@Nullable String parent) {
    Optional<StoredRecord> section = Optional.ofNullable(parent).flatMap(revisions::named);
    Set<String> around =
        section.stream()
            .flatMap(s -> Stream.concat(Stream.of(s.head()), outline.above(s.key()).stream()))
            .map(RecordHead::name)
            .collect(Collectors.toSet());
    return new View(
        section.map(s -> lines.of(s.head())).orElse(null),
        items(parent, around, true),
        items(parent, around, false));
  }

  private List<Item> items(@Nullable String parent, Set<String> around, boolean usual) {
    return schema.types().stream()
        .filter(type -> isAmong(type, around) == usual)
        .map(type -> item(type, parent))
        .toList();
  }

  private static boolean isAmong(RecordType type, Set<String> around) {
    return type.section() != null && around.contains(type.section());
  }

  private static Item item(RecordType type, @Nullable String parent) {
    PageAddress href =
        new PageAddress("/records/new").with("type", type.name()).with("parent", parent);
    return new Item(type.label(), type.description(), href.toString());
  }
}
