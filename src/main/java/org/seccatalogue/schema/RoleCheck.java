package org.seccatalogue.schema;

import static org.seccatalogue.schema.LinksAndWorkflow.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Checks the roles of a type's attributes: each is played once, and those that documents cannot do
/// without are played.
final class RoleCheck {

  private static final List<AttributeRole> OPTION_COLUMNS =
      List.of(AttributeRole.OPTION_LETTER, AttributeRole.STATEMENT, AttributeRole.STATE);

  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  private RoleCheck(String file) {
    this.file = file;
  }

  /// @param stated whether the files state every role: those that were frozen long ago do not
  static List<Finding> check(Map<String, JsonNode> types, JsonNode common, boolean stated) {
    List<Finding> findings = new ArrayList<>();
    types.forEach((file, type) -> findings.addAll(new RoleCheck(file).of(type, common, stated)));
    return findings;
  }

  private List<Finding> of(JsonNode type, JsonNode common, boolean stated) {
    Map<AttributeRole, Map.Entry<String, JsonNode>> players = new HashMap<>();
    stream(type.path("allOf"))
        .map(r -> common.at(r.path("$ref").asText().replaceFirst("^[^#]*#", "")))
        .forEach(core -> play(core, "", players));
    play(type, "", players);
    needs(List.of(AttributeRole.TITLE), players, "", "an attribute");
    if (stated) {
      needs(needed(TypeKind.of(type.path("x-kind").asText())), players, "", "an attribute");
      Map.Entry<String, JsonNode> options = players.get(AttributeRole.OPTIONS);
      if (options != null) {
        columns("/properties/" + options.getKey() + "/items", options.getValue().path("items"));
      }
    }
    return findings;
  }

  /// What documents and pages say of every record of a kind.
  private static List<AttributeRole> needed(TypeKind kind) {
    return switch (kind) {
      case OPTIONS -> List.of(AttributeRole.OPTIONS);
      case NOTE -> List.of(AttributeRole.NOTE, AttributeRole.AUTHOR);
      case INTERACTION ->
          List.of(AttributeRole.AGREEMENT, AttributeRole.INTERACTION_KIND, AttributeRole.IMPACT);
      case ASSESSMENT -> List.of(AttributeRole.AGREEMENT, AttributeRole.CONCERNS);
      case REQUIREMENT, HEADING, CLAUSE, AGREEMENT, DEPENDENCY, DOCUMENT, PARTY -> List.of();
    };
  }

  private void columns(String pointer, JsonNode row) {
    Map<AttributeRole, Map.Entry<String, JsonNode>> players = new HashMap<>();
    play(row, pointer, players);
    needs(OPTION_COLUMNS, players, pointer, "a column");
  }

  private void play(
      JsonNode object, String pointer, Map<AttributeRole, Map.Entry<String, JsonNode>> players) {
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      for (AttributeRole role : TypeReader.roles(property.getValue().path("x-role"))) {
        if (players.putIfAbsent(role, property) != null) {
          add(pointer + "/properties/" + property.getKey() + "/x-role", "a role used once");
        }
      }
    }
  }

  private void needs(
      List<AttributeRole> roles,
      Map<AttributeRole, Map.Entry<String, JsonNode>> players,
      String pointer,
      String player) {
    roles.stream()
        .filter(role -> !players.containsKey(role))
        .map(role -> player + " with the role “" + role.word() + "”")
        .forEach(expected -> add(pointer + "/properties", expected));
  }

  private void add(String pointer, String expected) {
    findings.add(
        Finding.error(FindingCode.INVALID_SCHEMA, new Place.InFile(file, pointer), null, expected));
  }
}
