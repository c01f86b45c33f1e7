package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.NoteText;
import org.seccatalogue.schema.MetaSchema;

/// The hand-written contract: what requests may say is read from it, not written twice.
@ApplicationScoped
public class Contract {

  private static final String FILE = "openapi/openapi.yaml";

  private final ObjectNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, MetaSchema> bodies = new ConcurrentHashMap<>();
  private final MetaSchema recordWrite;
  private final MetaSchema withdrawal;
  private final MetaSchema importApply;
  private final MetaSchema importUndo;
  private final MetaSchema importDecisions;
  private final MetaSchema importChoice;

  Contract() {
    document = read();
    document.path("paths").properties().forEach(e -> addPath(e.getKey(), e.getValue()));
    recordWrite = schema("RecordWrite");
    withdrawal = schema("Withdrawal");
    importApply = schema("ImportApply");
    importUndo = schema("ImportUndo");
    importDecisions = schema("ImportDecisions");
    importChoice = schema("ImportChoice");
  }

  private static ObjectNode read() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      return (ObjectNode) new YAMLMapper().readTree(Objects.requireNonNull(file, FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addPath(String template, JsonNode item) {
    item.properties().stream()
        .filter(e -> e.getValue().has(Side.MARK))
        .forEach(
            e ->
                operations.add(
                    Operation.of(
                        e.getKey(),
                        template,
                        e.getValue(),
                        Stream.of(item, e.getValue()).flatMap(this::parametersOf).toList())));
  }

  private Stream<JsonNode> parametersOf(JsonNode part) {
    return part.path("parameters").valueStream().map(this::at);
  }

  private JsonNode at(JsonNode part) {
    return part.has("$ref") ? document.at(part.path("$ref").asText().substring(1)) : part;
  }

  private MetaSchema schema(String name) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$ref", "#/components/schemas/" + name);
    schema.set("components", document.get("components"));
    return new MetaSchema(schema.toString());
  }

  /// The names of the parameters in the query of an operation.
  public List<String> parameters(String operation) {
    return operations.stream()
        .filter(one -> one.id().equals(operation))
        .flatMap(one -> one.names().stream())
        .toList();
  }

  Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(one -> one.method().equals(method) && one.isAt(path))
        .findFirst();
  }

  /// What is wrong with the form of a record to be written.
  public List<Finding> checkRecordWrite(JsonNode body) {
    return check(recordWrite, body);
  }

  public List<Finding> checkWithdrawal(JsonNode body) {
    return check(withdrawal, body);
  }

  public List<Finding> checkImportApply(JsonNode body) {
    return withNote(check(importApply, body), body);
  }

  public List<Finding> checkImportUndo(JsonNode body) {
    return withNote(check(importUndo, body), body);
  }

  /// Spaces say nothing of why.
  private static List<Finding> withNote(List<Finding> findings, JsonNode body) {
    return findings.isEmpty() && body.path("note").asText().isBlank()
        ? List.of(
            Finding.error(
                FindingCode.MISSING_VALUE,
                new Place.Pointer("/note"),
                null,
                "a note that says why"))
        : findings;
  }

  /// The same of a body that must say why, by the name of its schema.
  public List<Finding> checkWithNote(String name, JsonNode body) {
    return withNote(check(name, body), body);
  }

  /// What is wrong with the form of a body, by the name of its schema.
  public List<Finding> check(String name, JsonNode body) {
    return check(bodies.computeIfAbsent(name, this::schema), body);
  }

  public List<Finding> checkImportDecisions(JsonNode body) {
    return check(importDecisions, body);
  }

  public List<Finding> checkImportChoice(JsonNode body) {
    return check(importChoice, body);
  }

  private static List<Finding> check(MetaSchema schema, JsonNode body) {
    List<Finding> findings = new ArrayList<>();
    schema.check("body.json", body.toString(), FindingCode.UNKNOWN_FIELD).stream()
        .map(finding -> finding.at(pointer(finding)))
        .forEach(findings::add);
    if (findings.isEmpty() && body.path("note").isTextual()) {
      String note = body.path("note").asText();
      NoteText.expectedInstead(note)
          .map(
              expected ->
                  Finding.error(FindingCode.BAD_VALUE, new Place.Pointer("/note"), note, expected))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static Place pointer(Finding finding) {
    return finding.place() instanceof Place.InFile(String _, String pointer)
        ? new Place.Pointer(pointer)
        : finding.place();
  }

  /// What is wrong with the length of a text in a form, by what the contract says of the field.
  public List<Finding> checkField(String operation, String field, @Nullable String text) {
    JsonNode schema =
        document.path("paths").findParents("operationId").stream()
            .filter(one -> one.path("operationId").asText().equals(operation))
            .map(one -> one.at("/requestBody/content/multipart~1form-data/schema/properties"))
            .findFirst()
            .orElseThrow()
            .path(field);
    return text == null ? List.of() : Lengths.check(schema, new Place.Parameter(field), text);
  }

  /// A copy of the whole contract.
  ObjectNode document() {
    return document.deepCopy();
  }
}
