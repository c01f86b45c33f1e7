package org.seccatalogue.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;

/// Reads `catalogue-schema/`: the form of each file against its meta-schema first, then what the
/// files say of each other.
public final class SchemaLoader {

  private static final String META = "meta.schema.json";
  static final String COMMON = "common.schema.json";
  private static final String LINKS = "links.yaml";
  private static final String WORKFLOW = "workflow.yaml";
  private static final String GLOSSARY = "glossary.yaml";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final SchemaFiles files;

  /// Whether what documents say of every record must be there.
  private final boolean whole;

  private SchemaLoader(SchemaFiles files, boolean whole) {
    this.files = files;
    this.whole = whole;
  }

  /// What came of reading the files.
  public sealed interface Outcome {
    public record Loaded(CatalogueSchema schema) implements Outcome {}

    /// The files are wrong, at all these places.
    record Refused(List<Finding> findings) implements Outcome {}
  }

  public static Outcome load(SchemaFiles files) {
    return new SchemaLoader(files, true).load();
  }

  /// Reads files that were frozen with a baseline: what is internal may be missing in them.
  public static Outcome loadPublished(SchemaFiles files) {
    return new SchemaLoader(files, false).load();
  }

  private Outcome load() {
    List<Finding> findings = checkForms();
    if (!findings.isEmpty()) {
      return new Outcome.Refused(findings);
    }
    Map<String, CodeList> enumerations = enumerations();
    boolean older = OlderRoles.areMissing(read(META));
    TypeReader reader =
        new TypeReader(
            read(COMMON), enumerations, older ? OlderRoles.BY_POSITION : OlderRoles.STATED);
    Map<String, JsonNode> typeFiles = typeFiles();
    List<LinkRule> links = LinksAndWorkflow.links(read(LINKS), requirements(typeFiles));
    Workflow workflow = LinksAndWorkflow.workflow(read(WORKFLOW));
    Glossary glossary =
        files.has(GLOSSARY) ? LinksAndWorkflow.glossary(read(GLOSSARY)) : Glossary.NONE;
    findings =
        new ArrayList<>(
            SchemaCheck.check(typeFiles, read(COMMON), enumerations, links, workflow, glossary));
    if (whole) {
      findings.addAll(RoleCheck.check(typeFiles, read(COMMON), !older));
    }
    if (!findings.isEmpty()) {
      return new Outcome.Refused(findings);
    }
    List<RecordType> types = typeFiles.values().stream().map(reader::read).toList();
    return new Outcome.Loaded(
        new CatalogueSchema(types, links, workflow, glossary, files.digest()));
  }

  private List<Finding> checkForms() {
    List<Finding> findings = new ArrayList<>();
    check(findings, META, files.below("types", ".schema.json"));
    check(findings, "enumeration.schema.json", files.below("enumerations", ".yaml"));
    check(findings, "links.schema.json", List.of(LINKS));
    check(findings, "workflow.schema.json", List.of(WORKFLOW));
    if (files.has(GLOSSARY)) {
      check(findings, "glossary.schema.json", List.of(GLOSSARY));
    }
    return findings;
  }

  private void check(List<Finding> findings, String schemaFile, List<String> paths) {
    MetaSchema schema = new MetaSchema(files.text(schemaFile));
    paths.forEach(
        path -> findings.addAll(schema.check(path, files.text(path), FindingCode.INVALID_SCHEMA)));
  }

  private Map<String, CodeList> enumerations() {
    Map<String, CodeList> lists = new LinkedHashMap<>();
    for (String path : files.below("enumerations", ".yaml")) {
      CodeList list = LinksAndWorkflow.enumeration(read(path));
      lists.put(String.valueOf(list.name()), list);
    }
    return lists;
  }

  private Map<String, JsonNode> typeFiles() {
    Map<String, JsonNode> types = new LinkedHashMap<>();
    files.below("types", ".schema.json").forEach(path -> types.put(path, read(path)));
    return types;
  }

  private static List<String> requirements(Map<String, JsonNode> typeFiles) {
    return typeFiles.values().stream()
        .filter(type -> TypeKind.REQUIREMENT.word().equals(type.path("x-kind").asText()))
        .map(type -> type.path("$id").asText())
        .toList();
  }

  private JsonNode read(String path) {
    try {
      return (path.endsWith(".json") ? JSON : YAML).readTree(files.text(path));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(path + " passed its check and cannot be read", e);
    }
  }
}
