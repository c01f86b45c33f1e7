package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;

/// Of which records a baseline tells by not holding them that they are gone. One that was made of
/// chosen sections, types or stages says nothing of what was not chosen.
///
/// @param chosen the sections, types and stages, as canonical JSON
/// @param whole whether nothing was chosen, and so the whole catalogue was taken
/// @param notes whether drafting notes were taken
/// @param marked whether records with a protective marking were taken
public record Coverage(String chosen, boolean whole, boolean notes, boolean marked) {

  private static final List<String> PARTS = List.of("sections", "types", "stages");

  /// What the manifest says that was chosen.
  public static Coverage of(Baseline baseline) {
    JsonNode selection = CanonicalJson.parse(baseline.manifest()).path("selection");
    ObjectNode chosen = ((ObjectNode) selection).deepCopy().retain(PARTS);
    return new Coverage(
        CanonicalJson.text(chosen),
        parts(chosen).allMatch(JsonNode::isEmpty),
        selection.path("notes").asBoolean(),
        selection.path("marked").asBoolean());
  }

  /// The part of the catalogue that it was made of, in words; empty where that is the whole.
  public String words(CatalogueSchema schema) {
    JsonNode part = CanonicalJson.parse(chosen);
    return Stream.of(
            listed("sections", part.path("sections"), name -> name),
            listed(
                "record types",
                part.path("types"),
                name -> schema.type(name).map(RecordType::plural).orElse(name)),
            listed("stages", part.path("stages"), code -> schema.workflow().labelOf(code)))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String listed(String what, JsonNode names, UnaryOperator<String> called) {
    List<String> words = new ArrayList<>();
    names.forEach(name -> words.add(called.apply(name.asText())));
    return words.isEmpty() ? "" : what + " " + String.join(", ", words);
  }

  private static Stream<JsonNode> parts(JsonNode selection) {
    return PARTS.stream().map(selection::path);
  }

  /// Whether a record of the type that another baseline holds, and this one does not, came or went:
  /// a baseline of the whole, or of the same part, would have it. One without marked records may
  /// leave out what another with such records holds.
  public boolean tellsOf(RecordType type, Coverage other) {
    return coversAllOf(other)
        && (marked || !other.marked)
        && (notes || type.kind() != TypeKind.NOTE);
  }

  /// Whether it was made of all sections, types and stages that another one was made of.
  public boolean coversAllOf(Coverage other) {
    return whole || chosen.equals(other.chosen);
  }
}
