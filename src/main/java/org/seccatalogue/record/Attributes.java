package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;

/// The values of a record's attributes, by name, in the order of the type. Immutable.
public final class Attributes {

  private final ObjectNode values;

  private Attributes(ObjectNode values) {
    this.values = values;
  }

  /// Values that are known to be valid: those that [RecordReader] let pass.
  static Attributes valid(ObjectNode values) {
    return new Attributes(values);
  }

  /// Values as a revision holds them. They were valid when it was made; the type may have changed.
  public static Attributes stored(ObjectNode values) {
    return new Attributes(values.deepCopy());
  }

  /// The values that a JSON text of our own shows, put in the order of the type.
  public static Attributes parsed(RecordType type, String json) {
    return inOrder(type, (ObjectNode) CanonicalJson.parse(json));
  }

  /// A single value, as the JSON object that the attributes of a record which has it contain.
  public static ObjectNode only(String name, JsonNode value) {
    ObjectNode alone = JsonNodeFactory.instance.objectNode();
    alone.set(name, value);
    return alone;
  }

  static Attributes inOrder(RecordType type, ObjectNode stored) {
    ObjectNode ordered = ordered(type, stored);
    if (ordered.size() < stored.size()) {
      stored.properties().forEach(entry -> ordered.putIfAbsent(entry.getKey(), entry.getValue()));
    }
    return new Attributes(ordered);
  }

  /// Without those that the type does not have.
  static Attributes known(RecordType type, ObjectNode stored) {
    return new Attributes(ordered(type, stored));
  }

  private static ObjectNode ordered(RecordType type, ObjectNode stored) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode ordered = new ObjectNode(nodes, LinkedHashMap.newLinkedHashMap(stored.size()));
    for (Attribute attribute : type.attributes()) {
      JsonNode value = stored.get(attribute.name());
      if (value != null) {
        ordered.set(attribute.name(), value);
      }
    }
    return ordered;
  }

  public @Nullable JsonNode get(String name) {
    JsonNode value = values.get(name);
    return value == null ? null : value.deepCopy();
  }

  /// The value itself, only to be read: for whoever looks at millions of them.
  public @Nullable JsonNode look(String name) {
    return values.get(name);
  }

  /// The value of the attribute that plays a role in this type, as text.
  public Optional<String> text(RecordType type, AttributeRole role) {
    return type.playing(role)
        .flatMap(attribute -> Optional.ofNullable(values.get(attribute.name())))
        .map(JsonNode::asText);
  }

  /// The value of an attribute in words, empty when there is none.
  public String displayText(Attribute attribute) {
    JsonNode value = values.get(attribute.name());
    return value == null ? "" : ValueText.of(attribute.type(), value);
  }

  /// The names of all attributes whose values differ.
  public List<String> changesTo(Attributes other) {
    TreeSet<String> names = new TreeSet<>();
    values.properties().stream()
        .filter(entry -> !isSame(entry.getValue(), other.values.get(entry.getKey())))
        .forEach(entry -> names.add(entry.getKey()));
    other.values.properties().stream()
        .filter(entry -> !values.has(entry.getKey()))
        .forEach(entry -> names.add(entry.getKey()));
    return List.copyOf(names);
  }

  /// Numbers are the same however they are written: only the canonical form tells.
  private static boolean isSame(@Nullable JsonNode one, @Nullable JsonNode other) {
    return Objects.equals(one, other)
        || (one != null && other != null && canonical(one).equals(canonical(other)));
  }

  private static String canonical(@Nullable JsonNode value) {
    StringBuilder text = new StringBuilder();
    if (value != null) {
      CanonicalJson.write(value, text);
    }
    return text.toString();
  }

  /// A copy as JSON.
  public ObjectNode json() {
    return values.deepCopy();
  }

  /// The values themselves, which nobody may change.
  ObjectNode values() {
    return values;
  }

  /// The values with others put in. What is in them is shared, and only to be read.
  public ObjectNode with(ObjectNode others) {
    ObjectNode all = values.objectNode();
    all.setAll(values);
    all.setAll(others);
    return all;
  }

  /// The same without a value.
  public Attributes without(String name) {
    ObjectNode others = values.objectNode();
    others.setAll(values);
    others.remove(name);
    return new Attributes(others);
  }

  /// The names of the records that they refer to, in their order.
  public List<String> named(RecordType type) {
    List<String> names = new ArrayList<>();
    naming(
        type,
        name -> {
          names.add(name);
          return name;
        });
    return names;
  }

  /// The same with other names of the records that they refer to, such as their keys.
  public Attributes naming(RecordType type, UnaryOperator<String> otherName) {
    if (type.attributes().stream().noneMatch(attribute -> attribute.type().refers())) {
      return this;
    }
    return new Attributes(renamed(type, values, otherName));
  }

  /// Raw values with other names of the records that they refer to.
  public static ObjectNode renamed(
      RecordType type, ObjectNode raw, UnaryOperator<String> otherName) {
    ObjectNode all = raw.objectNode();
    all.setAll(raw);
    for (Attribute attribute : type.attributes()) {
      JsonNode value = raw.get(attribute.name());
      if (value != null && attribute.type().refers()) {
        all.set(attribute.name(), ReferenceUse.renamed(attribute.type(), value, otherName));
      }
    }
    return all;
  }

  /// As JSON text.
  public String text() {
    return values.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes attributes
        && canonical(values).equals(canonical(attributes.values));
  }

  @Override
  public int hashCode() {
    return canonical(values).hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
