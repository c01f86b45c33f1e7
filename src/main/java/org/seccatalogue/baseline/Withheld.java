package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.RecordType;

/// What of records a baseline does not publish. Its manifest says so, that nobody takes a value
/// that was kept inside for one that is not there. Manifests from before say nothing, as all was
/// published.
///
/// @param attributes internal ones, with their labels at that time
/// @param linkNotes whether the notes of links stay inside
public record Withheld(Set<InternalAttribute> attributes, boolean linkNotes) {

  /// The rule by which this program leaves out what is internal.
  static final int RULE = 1;

  static final String MEMBER = "projection";
  private static final Withheld NOTHING = new Withheld(Set.of(), false);

  public Withheld {
    attributes = Collections.unmodifiableSet(new LinkedHashSet<>(attributes));
  }

  public static Withheld of(Baseline baseline) {
    return of(baseline.manifest());
  }

  static Withheld of(String manifest) {
    if (!manifest.contains("\"" + MEMBER + "\"")) {
      return NOTHING;
    }
    JsonNode said = CanonicalJson.parse(manifest).path(MEMBER);
    if (said.isMissingNode()) {
      return NOTHING;
    }
    Set<InternalAttribute> inside = new LinkedHashSet<>();
    said.path("inside").forEach(one -> inside.add(attribute(one)));
    return new Withheld(inside, !said.path("linkNotes").asBoolean());
  }

  private static InternalAttribute attribute(JsonNode node) {
    List<String> parts = List.of(node.path("code").asText().split("\\.", -1));
    return new InternalAttribute(
        parts.getFirst(),
        parts.get(1),
        parts.size() > 2 ? parts.get(2) : null,
        node.path("label").asText(),
        false);
  }

  /// As the manifest says it.
  ///
  /// @param internal all internal attributes, with those that were chosen
  /// @param linkNotes whether the notes of links go out
  public static ObjectNode said(Collection<InternalAttribute> internal, boolean linkNotes) {
    ObjectNode said = JsonNodeFactory.instance.objectNode().put("rule", RULE);
    ArrayNode inside = said.putArray("inside");
    ArrayNode chosen = said.putArray("chosen");
    for (InternalAttribute one : internal) {
      (one.chosen() ? chosen : inside)
          .addObject()
          .put("code", one.code())
          .put("label", one.label());
    }
    return said.put("linkNotes", linkNotes);
  }

  public boolean isNothing() {
    return attributes.isEmpty() && !linkNotes;
  }

  /// What one of two baselines publishes and the other does not. Where both follow the same rule
  /// and choice, and where both publish all, that is nothing.
  public Withheld between(Withheld other) {
    Set<InternalAttribute> apart = new LinkedHashSet<>();
    other.attributes.stream().filter(one -> !codes().contains(one.code())).forEach(apart::add);
    attributes.stream().filter(one -> !other.codes().contains(one.code())).forEach(apart::add);
    return new Withheld(apart, linkNotes != other.linkNotes);
  }

  private Set<String> codes() {
    return Set.copyOf(attributes.stream().map(InternalAttribute::code).toList());
  }

  /// What it is, in words.
  public List<String> words() {
    List<String> words =
        new ArrayList<>(attributes.stream().map(InternalAttribute::label).distinct().toList());
    if (linkNotes) {
      words.add("Notes of links");
    }
    return words;
  }

  /// The same with the types of which it is, as a baseline calls them.
  public List<String> words(CatalogueSchema schema) {
    Map<String, List<String>> byType = new LinkedHashMap<>();
    for (InternalAttribute one : attributes) {
      String of =
          one.type().equals(InternalAttribute.SHARED)
              ? "requirements"
              : schema.type(one.type()).map(RecordType::plural).orElse(one.type());
      byType.computeIfAbsent(of, _ -> new ArrayList<>()).add(one.label());
    }
    List<String> words = new ArrayList<>();
    byType.forEach((type, labels) -> words.add(listed(labels) + " of " + small(type)));
    if (linkNotes) {
      words.add("notes of links");
    }
    return words;
  }

  private static String listed(List<String> labels) {
    int last = labels.size() - 1;
    return last == 0
        ? labels.getFirst()
        : String.join(", ", labels.subList(0, last)) + " and " + labels.get(last);
  }

  /// A name within a sentence; abbreviations stay as they are.
  private static String small(String name) {
    boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
    return word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
  }

  /// Takes it out of what a record says, in canonical form or as it is stored.
  ///
  /// @param content is changed
  public void takeFrom(ObjectNode content, RecordType type) {
    if (content.path("attributes") instanceof ObjectNode values) {
      of(type).forEach(one -> take(values, one));
    }
    if (linkNotes) {
      content.path("links").forEach(link -> ((ObjectNode) link).remove("note"));
    }
  }

  private Stream<InternalAttribute> of(RecordType type) {
    return attributes.stream().filter(one -> one.isOf(type));
  }

  private static void take(ObjectNode values, InternalAttribute one) {
    if (one.column() == null) {
      values.remove(one.attribute());
    } else {
      values.path(one.attribute()).forEach(row -> ((ObjectNode) row).remove(one.column()));
    }
  }

  /// The same for the database: by the names of types, the names of attributes and of columns.
  public String json(Collection<RecordType> types) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!isNothing()) {
      ObjectNode byType = json.putObject("types");
      types.forEach(type -> byType.set(type.name(), names(type)));
      json.put("notes", linkNotes);
    }
    return json.toString();
  }

  private ObjectNode names(RecordType type) {
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    ArrayNode whole = names.putArray("attributes");
    ObjectNode columns = names.putObject("columns");
    of(type)
        .forEach(
            one -> {
              if (one.column() == null) {
                whole.add(one.attribute());
              } else {
                columns.withArray(one.attribute()).add(one.column());
              }
            });
    return names;
  }
}
