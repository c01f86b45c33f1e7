package org.seccatalogue.page.shown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.WordDiff;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// What differs between two states of a record, one line for each attribute, link or place.
public record Difference(String label, WordDiff words) {

  /// In the order of the type, then what the type no longer knows, then the place and the links.
  public static List<Difference> between(CatalogueSchema schema, Content before, Content after) {
    RecordType type = schema.typeOf(after.type());
    List<Difference> differences = new ArrayList<>();
    List<String> changed = before.attributes().changesTo(after.attributes());
    for (Attribute attribute : type.attributes()) {
      if (changed.contains(attribute.name())) {
        add(
            differences,
            attribute.label(),
            before.attributes().displayText(attribute),
            after.attributes().displayText(attribute));
      }
    }
    changed.stream()
        .filter(name -> type.attribute(name).isEmpty())
        .forEach(
            name ->
                add(
                    differences,
                    name,
                    raw(before.attributes(), name),
                    raw(after.attributes(), name)));
    add(differences, "Parent section", text(before.parent()), text(after.parent()));
    links(schema, before, after, differences);
    return differences;
  }

  private static void links(
      CatalogueSchema schema, Content before, Content after, List<Difference> differences) {
    Map<String, String> old = linkTexts(schema, before);
    Map<String, String> now = linkTexts(schema, after);
    TreeSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(now.keySet());
    all.forEach(
        link -> add(differences, "Link", old.getOrDefault(link, ""), now.getOrDefault(link, "")));
  }

  private static Map<String, String> linkTexts(CatalogueSchema schema, Content content) {
    Map<String, String> texts = new LinkedHashMap<>();
    content.links().forEach(link -> texts.put(link.type() + link.target(), linkText(schema, link)));
    return texts;
  }

  public static String linkText(CatalogueSchema schema, Link link) {
    String label = schema.link(link.type()).map(LinkRule::label).orElse(link.type());
    String note = link.note() == null ? "" : " (" + link.note() + ")";
    return label + " " + link.target() + " as of revision " + link.targetRevision() + note;
  }

  private static void add(List<Difference> differences, String label, String before, String after) {
    if (!before.equals(after)) {
      differences.add(new Difference(label, WordDiff.of(before, after)));
    }
  }

  private static String raw(Attributes attributes, String name) {
    return Objects.toString(attributes.get(name), "");
  }

  private static String text(@Nullable RecordKey key) {
    return Objects.toString(key, "");
  }
}
