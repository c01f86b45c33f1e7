package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.TypeKind;

/// The kinds of relation that record types and links can state, and how each is drawn: a few that
/// people can tell apart, not one for each type of link. The list beside the map has the words.
final class MapKinds {

  private static final List<LineLook> OF_CODES =
      List.of(
          LineLook.HEAVY,
          LineLook.DOUBLE,
          LineLook.LONG_DASHES,
          LineLook.DOTS,
          LineLook.DASH_DOT,
          LineLook.FAINT);

  private final Map<String, MapKind> byCode = new HashMap<>();
  private final MapKind otherInteraction;
  private final MapKind touching;
  private final MapKind deriving;
  private final MapKind tracing;
  private final MapKind using;
  private final MapKind serving;
  private final MapKind assessing;
  private int count;

  MapKinds(CatalogueSchema schema) {
    ofInteractions(schema).forEach(this::add);
    this.otherInteraction = kind("Another interaction", LineLook.RINGED, MapKind.Group.INTERACTION);
    this.touching = kind(labelOfTouching(schema), LineLook.RINGED, MapKind.Group.TOUCHING);
    this.deriving = kind(labels(schema.links(), true), LineLook.PLAIN, MapKind.Group.TRACE);
    this.tracing = kind("Other trace link", LineLook.SHORT_DASHES, MapKind.Group.TRACE);
    this.using = kind("Party that uses it or must act", LineLook.UNEVEN, MapKind.Group.TRACE);
    this.serving = kind("Subsidiary document that serves it", LineLook.BARRED, MapKind.Group.TRACE);
    this.assessing =
        kind("Assessment by its administrator", LineLook.LINKED, MapKind.Group.ASSESSMENT);
  }

  private MapKind kind(String label, LineLook look, MapKind.Group group) {
    return new MapKind(count++, label, look, group);
  }

  /// Codes beyond those that have a look of their own share one.
  private void add(CodeList.Value value) {
    if (byCode.size() < OF_CODES.size()) {
      byCode.put(
          value.code(),
          kind(value.label(), OF_CODES.get(byCode.size()), MapKind.Group.INTERACTION));
    }
  }

  private static List<CodeList.Value> ofInteractions(CatalogueSchema schema) {
    List<CodeList.Value> values = new ArrayList<>();
    schema.types().stream()
        .filter(type -> type.kind() == TypeKind.INTERACTION)
        .flatMap(type -> type.playing(AttributeRole.INTERACTION_KIND).stream())
        .forEach(
            attribute -> {
              if (attribute.type() instanceof AttributeType.Code(CodeList codes)) {
                codes.values().stream().filter(v -> !values.contains(v)).forEach(values::add);
              }
            });
    return values;
  }

  private static String labels(List<LinkRule> rules, boolean derivation) {
    List<String> labels =
        rules.stream()
            .filter(rule -> rule.derivation() == derivation)
            .map(rule -> capital(rule.label()))
            .toList();
    return labels.isEmpty() ? "Derivation" : String.join(", ", labels);
  }

  private static String labelOfTouching(CatalogueSchema schema) {
    List<String> agreements = schema.namesOf(TypeKind.AGREEMENT);
    List<String> labels =
        schema.links().stream()
            .filter(rule -> rule.pairs().stream().allMatch(p -> agreements.containsAll(p.to())))
            .map(rule -> capital(rule.label()) + ", nothing more said")
            .toList();
    return labels.isEmpty() ? "Linked to a code" : String.join(", ", labels);
  }

  private static String capital(String label) {
    return label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1);
  }

  /// The kind that an interaction states.
  MapKind ofCode(String code) {
    return Optional.ofNullable(byCode.get(code)).orElse(otherInteraction);
  }

  /// The kind of a link.
  ///
  /// @param agreement whether it leads to an existing code or agreement
  MapKind ofLink(LinkRule rule, boolean agreement) {
    if (agreement) {
      return touching;
    }
    return rule.derivation() ? deriving : tracing;
  }

  /// Of a link that only says that two touch.
  MapKind touching() {
    return touching;
  }

  /// Of a record that a party may use, or by which it must act.
  MapKind using() {
    return using;
  }

  /// Of a subsidiary document with what it serves.
  MapKind serving() {
    return serving;
  }

  /// Of an assessment with the code that it is of, and with the chapter that it is about.
  MapKind assessing() {
    return assessing;
  }
}
