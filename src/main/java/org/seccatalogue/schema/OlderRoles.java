package org.seccatalogue.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Record types that were frozen with a baseline before notes, interactions and options had roles
/// for all that documents print of them. There the order of the attributes said what each is, so it
/// gives them their roles here, and nobody else need know of it.
enum OlderRoles {
  /// The files state every role.
  STATED {
    @Override
    List<Attribute> given(TypeKind kind, List<Attribute> attributes) {
      return attributes;
    }
  },
  /// The files are of a meta-schema without these roles.
  BY_POSITION {
    @Override
    List<Attribute> given(TypeKind kind, List<Attribute> attributes) {
      return switch (kind) {
        case OPTIONS -> attributes.stream().map(OlderRoles::withOptions).toList();
        case NOTE -> inTurn(attributes, List.of(AttributeRole.AUTHOR, AttributeRole.STATE));
        case INTERACTION -> inTurn(attributes, INTERACTION);
        case REQUIREMENT, HEADING, CLAUSE, AGREEMENT, DEPENDENCY, ASSESSMENT, DOCUMENT, PARTY ->
            attributes;
      };
    }
  };

  private static final List<AttributeRole> INTERACTION =
      List.of(AttributeRole.INTERACTION_KIND, AttributeRole.RAISED_BY, AttributeRole.RESPONSE);
  private static final List<AttributeRole> OPTION =
      List.of(AttributeRole.OPTION_LETTER, AttributeRole.STATEMENT, AttributeRole.STATE);

  /// The attributes of a type with all the roles that they play.
  abstract List<Attribute> given(TypeKind kind, List<Attribute> attributes);

  /// Whether a meta-schema is of the time before these roles.
  static boolean areMissing(JsonNode metaSchema) {
    return metaSchema
        .at("/$defs/roleName/enum")
        .valueStream()
        .noneMatch(word -> word.asText().equals(AttributeRole.OPTIONS.word()));
  }

  /// The attributes without a role play these, one after the other.
  private static List<Attribute> inTurn(List<Attribute> attributes, List<AttributeRole> roles) {
    Iterator<AttributeRole> next = roles.iterator();
    List<Attribute> given = new ArrayList<>();
    for (Attribute attribute : attributes) {
      boolean takesOne = attribute.roles().isEmpty() && next.hasNext();
      given.add(takesOne ? attribute.playing(next.next()) : attribute);
    }
    return List.copyOf(given);
  }

  private static Attribute withOptions(Attribute attribute) {
    return attribute.type() instanceof AttributeType.Table(List<Attribute> columns)
        ? attribute
            .of(new AttributeType.Table(inTurn(columns, OPTION)))
            .playing(AttributeRole.OPTIONS)
        : attribute;
  }
}
