package org.seccatalogue.page.shown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.WordDiff;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// What differs between two states of a record, one line for each attribute, link or place.
public record Difference(String label, WordDiff words) {

  /// In the order of the type, then what the type no longer knows, then the place and the links.
  ///
  /// @param links the words of links
  public static List<Difference> between(
      CatalogueSchema schema, Content before, Content after, LinkWords links) {
    RecordType type = schema.typeOf(after.type());
    List<Difference> differences = new ArrayList<>();
    List<String> changed = before.attributes().changesTo(after.attributes());
    for (Attribute attribute : type.attributes()) {
      if (changed.contains(attribute.name())) {
        ComparedValue old = ComparedValue.of(attribute, links.of(before));
        ComparedValue now = ComparedValue.of(attribute, links.of(after));
        if (!old.text().equals(now.text())) {
          differences.add(new Difference(attribute.label(), old.to(now)));
        }
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
    add(differences, "Parent section", links.of(before.parent()), links.of(after.parent()));
    links(links, before, after, differences);
    return differences;
  }

  private static void links(
      LinkWords links, Content before, Content after, List<Difference> differences) {
    Map<String, String> old = linkTexts(links, before);
    Map<String, String> now = linkTexts(links, after);
    TreeSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(now.keySet());
    all.forEach(
        link -> add(differences, "Link", old.getOrDefault(link, ""), now.getOrDefault(link, "")));
  }

  private static Map<String, String> linkTexts(LinkWords links, Content content) {
    Map<String, String> texts = new LinkedHashMap<>();
    content.links().forEach(link -> texts.put(link.type() + link.target(), links.of(link)));
    return texts;
  }

  private static void add(List<Difference> differences, String label, String before, String after) {
    if (!before.equals(after)) {
      differences.add(new Difference(label, WordDiff.of(before, after)));
    }
  }

  private static String raw(Attributes attributes, String name) {
    return Objects.toString(attributes.get(name), "");
  }
}
