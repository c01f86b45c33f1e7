package org.seccatalogue.mapping.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.MetaSchema;
import org.seccatalogue.schema.RecordType;

/// Reads the profiles of `import/`: their form first, then the names that they use.
final class ProfileLoader {

  private static final String ENDING = ".profile.yaml";
  private static final YAMLMapper YAML = new YAMLMapper();

  private final CatalogueSchema schema;
  private final List<Finding> findings = new ArrayList<>();

  private ProfileLoader(CatalogueSchema schema) {
    this.schema = schema;
  }

  /// What came of reading the profiles.
  public record Loaded(List<Profile> profiles, List<Finding> findings) {}

  static Loaded load(SortedMap<String, String> texts, CatalogueSchema schema) {
    return new ProfileLoader(schema).load(texts);
  }

  /// Reads one profile that is no file: its form first, then the names that it uses.
  static Loaded read(String name, JsonNode profile, String form, CatalogueSchema schema) {
    ProfileLoader loader = new ProfileLoader(schema);
    String file = name + ".json";
    List<Finding> wrong =
        new MetaSchema(form).check(file, profile.toString(), FindingCode.INVALID_PROFILE);
    if (!wrong.isEmpty()) {
      return new Loaded(List.of(), wrong);
    }
    Profile read = loader.profile(file, name, profile);
    return new Loaded(loader.findings.isEmpty() ? List.of(read) : List.of(), loader.findings);
  }

  private Loaded load(SortedMap<String, String> texts) {
    MetaSchema form = new MetaSchema(String.valueOf(texts.get("profile.schema.json")));
    List<Profile> profiles = new ArrayList<>();
    texts.forEach(
        (file, text) -> {
          if (file.endsWith(ENDING)) {
            List<Finding> wrong = form.check(file, text, FindingCode.INVALID_PROFILE);
            findings.addAll(wrong);
            if (wrong.isEmpty()) {
              String name = file.substring(0, file.length() - ENDING.length());
              profiles.add(profile(file, name, read(file, text)));
            }
          }
        });
    return new Loaded(profiles, findings);
  }

  private static JsonNode read(String file, String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " passed its check and cannot be read", e);
    }
  }

  private Profile profile(String file, String name, JsonNode node) {
    List<Profile.SheetProfile> sheets = new ArrayList<>();
    for (int i = 0; i < node.path("sheets").size(); i++) {
      sheets.add(sheet(file, "/sheets/" + i, node.path("sheets").get(i)));
    }
    return new Profile(
        name,
        node.path("label").asText(),
        texts(node.path("files")),
        node.path("keepsKeys").asBoolean(),
        sheets,
        texts(node.path("ignoredSheets")));
  }

  private Profile.SheetProfile sheet(String file, String pointer, JsonNode node) {
    String typeName = node.path("type").asText();
    RecordType type = schema.type(typeName).orElse(null);
    if (type == null) {
      add(file, pointer + "/type", typeName, "the name of a record type");
    }
    List<Profile.ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < node.path("columns").size(); i++) {
      columns.add(column(file, pointer + "/columns/" + i, node.path("columns").get(i), type));
    }
    Map<String, String> constants = map(node.path("constants"));
    constants.keySet().forEach(name -> attribute(file, pointer + "/constants", name, type));
    texts(node.path("match")).forEach(name -> attribute(file, pointer + "/match", name, type));
    HiddenDefaults said = new HiddenDefaults(type, constants, columns).found();
    List<Integer> headers = node.path("headerRows").valueStream().map(JsonNode::asInt).toList();
    return new Profile.SheetProfile(
        text(node, "sheet"),
        typeName,
        headers.isEmpty() ? List.of(1) : headers,
        node.path("firstRow").asInt(),
        text(node, "section"),
        texts(node.path("match")),
        node.path("shorten").asBoolean(),
        said.constants(),
        said.columns());
  }

  private Profile.ColumnProfile column(
      String file, String pointer, JsonNode node, @Nullable RecordType type) {
    List<String> attributes = texts(node.path("attributes"));
    attributes.forEach(name -> attribute(file, pointer + "/attributes", name, type));
    String link = text(node, "link");
    if (link != null && schema.link(link).isEmpty()) {
      add(file, pointer + "/link", link, "the name of a link type");
    }
    if (attributes.isEmpty() && !node.path("values").path("").asText().isEmpty()) {
      String expected = "what cells mean that say something: an empty one says nothing";
      add(file, pointer + "/values", node.path("values").path("").asText(), expected);
    }
    return new Profile.ColumnProfile(
        node.path("header").asText(),
        node.path("occurrence").asInt(),
        attributes,
        link,
        text(node, "as"),
        map(node.path("values")),
        text(node, "separator"),
        texts(node.path("leaveOut")));
  }

  private void attribute(String file, String pointer, String name, @Nullable RecordType type) {
    if (type != null && type.attribute(name).isEmpty()) {
      add(file, pointer, name, "the name of an attribute of " + type.name());
    }
  }

  private void add(String file, String pointer, String found, String expected) {
    findings.add(
        Finding.error(
            FindingCode.INVALID_PROFILE, new Place.InFile(file, pointer), found, expected));
  }

  private static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new LinkedHashMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
    return map;
  }

  private static List<String> texts(JsonNode node) {
    return node.isTextual()
        ? List.of(node.asText())
        : Stream.of(node).flatMap(JsonNode::valueStream).map(JsonNode::asText).toList();
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.has(name) ? node.path(name).asText() : null;
  }
}
