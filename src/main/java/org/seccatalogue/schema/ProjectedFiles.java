package org.seccatalogue.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Takes out of the files of record types what is not published: attributes and columns, conditions
/// that name them, and the codes that nothing else uses.
public final class ProjectedFiles {

  private static final String PUBLIC = "x-public";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  /// The same text on every machine.
  private static final ObjectWriter WRITER =
      JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private final SchemaFiles files;
  private final Set<String> chosen;
  private final TreeMap<String, ObjectNode> types = new TreeMap<>();
  private final List<InternalAttribute> internal = new ArrayList<>();

  private ProjectedFiles(SchemaFiles files, Collection<String> chosen) {
    this.files = files;
    this.chosen = Set.copyOf(chosen);
  }

  /// What is published of the record types of some files.
  ///
  /// @param chosen codes of the internal attributes that go out
  public static Projection of(SchemaFiles files, Collection<String> chosen) {
    return new ProjectedFiles(files, chosen).projection();
  }

  private Projection projection() {
    types.put(SchemaLoader.COMMON, (ObjectNode) read(SchemaLoader.COMMON));
    files.below("types", ".schema.json").forEach(path -> types.put(path, (ObjectNode) read(path)));
    Set<String> codes = enumerations();
    ObjectNode core = core();
    project(core, InternalAttribute.SHARED);
    types.forEach(
        (path, type) -> {
          if (!path.equals(SchemaLoader.COMMON)) {
            project(type, type.path("$id").asText());
          }
        });
    types.values().forEach(this::forgetConditions);
    TreeMap<String, String> texts = new TreeMap<>(files.texts());
    types.forEach((path, type) -> texts.put(path, text(path, type)));
    codes.removeAll(enumerations());
    files.below("enumerations", ".yaml").stream()
        .filter(path -> isUnused(path, codes))
        .forEach(texts::remove);
    return new Projection(new SchemaFiles(texts), internal);
  }

  private ObjectNode core() {
    JsonNode common = types.getOrDefault(SchemaLoader.COMMON, JSON.createObjectNode());
    return (ObjectNode) common.at("/$defs/requirementCore");
  }

  /// The names of the enumerations that attributes use.
  private Set<String> enumerations() {
    Set<String> used = new HashSet<>();
    types.values().forEach(type -> used.addAll(type.findValuesAsText("x-enumeration")));
    return used;
  }

  /// Codes with a role are of use where no attribute has them: types name devices by them.
  private boolean isUnused(String path, Set<String> unused) {
    JsonNode file = read(path);
    return unused.contains(file.path("name").asText()) && !file.has("role");
  }

  private void project(ObjectNode type, String name) {
    for (Map.Entry<String, JsonNode> property : List.copyOf(type.path("properties").properties())) {
      JsonNode attribute = property.getValue();
      boolean out = attribute.path(PUBLIC).asBoolean();
      if (!out) {
        out = isChosen(name, property.getKey(), null, attribute.path("x-label").asText());
      }
      boolean columns = hasColumnsLeft(name, property.getKey(), attribute, out);
      if (!out || !columns) {
        remove(type, property.getKey());
      }
    }
  }

  /// Takes out the columns of a table that stay inside.
  ///
  /// @param out whether the table goes out; if not, only tells of the columns that would not
  private boolean hasColumnsLeft(String type, String name, JsonNode table, boolean out) {
    if (!(table.path("items") instanceof ObjectNode row) || !row.has("properties")) {
      return true;
    }
    for (Map.Entry<String, JsonNode> column : List.copyOf(row.path("properties").properties())) {
      String label =
          table.path("x-label").asText() + ": " + column.getValue().path("x-label").asText();
      boolean inside = column.getValue().has(PUBLIC) && !column.getValue().path(PUBLIC).asBoolean();
      if (inside && !isChosen(type, name, column.getKey(), label) && out) {
        remove(row, column.getKey());
      }
    }
    return !row.path("properties").isEmpty();
  }

  private boolean isChosen(String type, String name, @Nullable String column, String label) {
    InternalAttribute one = new InternalAttribute(type, name, column, label, false);
    boolean goes = chosen.contains(one.code());
    internal.add(new InternalAttribute(type, name, column, label, goes));
    return goes;
  }

  private static void remove(ObjectNode object, String name) {
    ((ObjectNode) object.path("properties")).remove(name);
    if (object.path("required") instanceof ArrayNode required) {
      for (int i = required.size() - 1; i >= 0; i--) {
        if (required.get(i).asText().equals(name)) {
          required.remove(i);
        }
      }
    }
  }

  /// Of what is published nothing depends on what is not.
  private void forgetConditions(ObjectNode type) {
    JsonNode shared = core().path("properties");
    JsonNode properties = type.has("$defs") ? shared : type.path("properties");
    Set<String> names = new HashSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    if (type.has("allOf")) {
      shared.fieldNames().forEachRemaining(names::add);
    }
    for (JsonNode attribute : properties) {
      forget((ObjectNode) attribute, "x-requiredWhen", "/x-requiredWhen/attribute", names);
      forget((ObjectNode) attribute, "x-absentWhen", "/x-absentWhen/attribute", names);
      forget((ObjectNode) attribute, "x-keysFrom", "/x-keysFrom", names);
      forget((ObjectNode) attribute, "x-notBefore", "/x-notBefore", names);
    }
    for (JsonNode together : type.path("x-uniqueTogether")) {
      if (!names.contains(together.asText())) {
        type.remove("x-uniqueTogether");
        break;
      }
    }
  }

  private static void forget(ObjectNode attribute, String word, String pointer, Set<String> names) {
    if (attribute.has(word) && !names.contains(attribute.at(pointer).asText())) {
      attribute.remove(word);
    }
  }

  private String text(String path, ObjectNode type) {
    try {
      return type.equals(read(path)) ? files.text(path) : WRITER.writeValueAsString(type) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(path + " was read and cannot be written", e);
    }
  }

  private JsonNode read(String path) {
    try {
      return (path.endsWith(".json") ? JSON : YAML).readTree(files.text(path));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(path + " passed its check and cannot be read", e);
    }
  }
}
