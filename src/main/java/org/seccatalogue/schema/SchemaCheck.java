package org.seccatalogue.schema;

import static org.seccatalogue.schema.LinksAndWorkflow.stream;
import static org.seccatalogue.schema.LinksAndWorkflow.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Checks what the files of the schema say of each other: every name that is used is there, and
/// what must be unique is.
final class SchemaCheck {

  /// Where an attribute names another one of its type.
  private static final List<String> NAMING =
      List.of(
          "/x-requiredWhen/attribute", "/x-absentWhen/attribute", "/x-keysFrom", "/x-notBefore");

  private final Map<String, JsonNode> types;
  private final JsonNode common;
  private final Map<String, CodeList> enumerations;
  private final Workflow workflow;
  private final Set<String> typeNames;
  private final List<Finding> findings = new ArrayList<>();

  private SchemaCheck(
      Map<String, JsonNode> types,
      JsonNode common,
      Map<String, CodeList> enumerations,
      Workflow workflow) {
    this.types = types;
    this.common = common;
    this.enumerations = enumerations;
    this.workflow = workflow;
    this.typeNames =
        types.values().stream().map(t -> t.path("$id").asText()).collect(Collectors.toSet());
  }

  static List<Finding> check(
      Map<String, JsonNode> types,
      JsonNode common,
      Map<String, CodeList> enumerations,
      List<LinkRule> links,
      Workflow workflow,
      Glossary glossary) {
    SchemaCheck check = new SchemaCheck(types, common, enumerations, workflow);
    types.forEach(check::type);
    check.unique("$id");
    check.unique("x-prefix");
    check.links(links);
    check.workflow();
    check.glossary(glossary);
    return List.copyOf(check.findings);
  }

  private void glossary(Glossary glossary) {
    Set<String> forms = new HashSet<>();
    glossary.terms().stream()
        .flatMap(Glossary.Term::forms)
        .filter(form -> !forms.add(form))
        .forEach(form -> add("glossary.yaml", "/terms", form, "a term or form that stands once"));
  }

  private void type(String file, JsonNode type) {
    if (!file.equals("types/" + type.path("$id").asText() + ".schema.json")) {
      add(file, "/$id", type.path("$id").asText(), "the name of the file");
    }
    Map<String, JsonNode> attributes = new HashMap<>();
    stream(type.path("allOf"))
        .map(r -> common.at(r.path("$ref").asText().replaceFirst("^[^#]*#", "")))
        .forEach(core -> collect(file, core, attributes));
    collect(file, type, attributes);
    attributes.forEach((name, node) -> attribute(file, name, node, attributes));
    devices(file, type);
    texts(type.path("x-uniqueTogether")).stream()
        .filter(name -> !type.path("properties").has(name))
        .forEach(
            name -> add(file, "/x-uniqueTogether", name, "the name of an attribute of this type"));
    texts(type.path("required")).stream()
        .filter(name -> !type.path("properties").has(name))
        .forEach(name -> add(file, "/required", name, "the name of an attribute of this type"));
  }

  private void collect(String file, JsonNode object, Map<String, JsonNode> attributes) {
    object
        .path("properties")
        .properties()
        .forEach(
            e -> {
              if (attributes.putIfAbsent(e.getKey(), e.getValue()) != null) {
                add(file, "/properties/" + e.getKey(), e.getKey(), "a name used once");
              }
            });
  }

  private void attribute(
      String file, String name, JsonNode node, Map<String, JsonNode> attributes) {
    String pointer = "/properties/" + name;
    names(file, pointer, node);
    String from = node.path("x-requiredFrom").asText();
    if (!from.isEmpty() && workflow.stage(from).isEmpty()) {
      add(file, pointer + "/x-requiredFrom", from, "a stage of workflow.yaml");
    }
    String day = node.path("x-notBefore").asText();
    if (attributes.containsKey(day)
        && !attributes.get(day).path("format").asText().equals("date")) {
      add(file, pointer + "/x-notBefore", day, "the name of a date of this type");
    }
    for (String word : NAMING) {
      String other = node.at(word).asText();
      if (!other.isEmpty() && !attributes.containsKey(other)) {
        add(file, pointer + word, other, "the name of an attribute of this type");
      }
    }
  }

  /// Enumerations, references and patterns, at any depth.
  private void names(String file, String pointer, JsonNode node) {
    String enumeration = node.path("x-enumeration").asText();
    if (!enumeration.isEmpty() && !enumerations.containsKey(enumeration)) {
      add(file, pointer + "/x-enumeration", enumeration, "a file of enumerations/");
    }
    texts(node.path("x-reference")).stream()
        .filter(type -> !"*".equals(type) && !typeNames.contains(type))
        .forEach(type -> add(file, pointer + "/x-reference", type, "a record type"));
    pattern(file, pointer, node.path("pattern").asText());
    for (String deeper : List.of("items", "propertyNames", "additionalProperties")) {
      if (node.path(deeper).isObject()) {
        names(file, pointer + "/" + deeper, node.path(deeper));
      }
    }
    node.path("properties")
        .properties()
        .forEach(e -> names(file, pointer + "/properties/" + e.getKey(), e.getValue()));
  }

  private void pattern(String file, String pointer, String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      add(file, pointer + "/pattern", pattern, "a regular expression");
    }
  }

  private void devices(String file, JsonNode type) {
    texts(type.path("x-devices")).stream()
        .filter(code -> enumerations.values().stream().noneMatch(list -> isDevice(list, code)))
        .forEach(code -> add(file, "/x-devices", code, "a code of an enumeration of devices"));
  }

  private static boolean isDevice(CodeList list, String code) {
    return list.has(CodeRole.DEVICE) && list.byCode(code).isPresent();
  }

  private void unique(String word) {
    Map<String, String> seen = new HashMap<>();
    types.forEach(
        (file, type) -> {
          String value = type.path(word).asText();
          String other = seen.putIfAbsent(value, file);
          if (other != null) {
            add(file, "/" + word, value, "a value that " + other + " does not have");
          }
        });
  }

  private void links(List<LinkRule> links) {
    for (int i = 0; i < links.size(); i++) {
      String pointer = "/links/" + i + "/pairs";
      links.get(i).pairs().stream()
          .flatMap(p -> java.util.stream.Stream.concat(p.from().stream(), p.to().stream()))
          .filter(t -> !"*".equals(t) && !"same".equals(t) && !typeNames.contains(t))
          .forEach(t -> add("links.yaml", pointer, t, "a record type"));
    }
  }

  private void workflow() {
    for (String code : List.of(workflow.initial(), workflow.withdrawn())) {
      stageNamed(code, "");
    }
    for (Workflow.Stage stage : workflow.stages()) {
      stage.ways().next().forEach(code -> stageNamed(code, "/stages"));
      if (stage.ways().back() != null) {
        stageNamed(stage.ways().back(), "/stages");
      }
      stageNamed(stage.newWords().stage(), "/stages");
    }
  }

  private void stageNamed(String code, String pointer) {
    if (workflow.stage(code).isEmpty()) {
      add("workflow.yaml", pointer, code, "a stage of this file");
    }
  }

  private void add(
      String file, String pointer, @org.jspecify.annotations.Nullable String found, String word) {
    findings.add(
        Finding.error(FindingCode.INVALID_SCHEMA, new Place.InFile(file, pointer), found, word));
  }
}
