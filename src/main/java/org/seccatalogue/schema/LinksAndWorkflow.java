package org.seccatalogue.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Turns checked link, workflow and enumeration files into their types.
final class LinksAndWorkflow {

  private static final String REQUIREMENTS = "requirements";

  private LinksAndWorkflow() {}

  /// The link rules, with the word for all requirements replaced by their names.
  static List<LinkRule> links(JsonNode file, List<String> requirements) {
    return stream(file.path("links")).map(node -> link(node, requirements)).toList();
  }

  private static List<String> types(JsonNode array, List<String> requirements) {
    return stream(array)
        .map(JsonNode::asText)
        .flatMap(t -> REQUIREMENTS.equals(t) ? requirements.stream() : Stream.of(t))
        .toList();
  }

  private static LinkRule link(JsonNode node, List<String> requirements) {
    return new LinkRule(
        node.path("name").asText(),
        node.path("label").asText(),
        node.path("inverse").asText(),
        node.path("symmetric").asBoolean(),
        "required".equals(node.path("note").asText()),
        node.path("derivation").asBoolean(),
        node.path("description").asText(),
        stream(node.path("pairs"))
            .map(
                p ->
                    new LinkRule.Pair(
                        types(p.path("from"), requirements), types(p.path("to"), requirements)))
            .toList());
  }

  static Workflow workflow(JsonNode file) {
    String initial = file.path("initial").asText();
    return new Workflow(
        initial,
        file.path("withdrawn").asText(),
        stream(file.path("stages")).map(stage -> stage(stage, initial)).toList());
  }

  /// @param initial where new words fall if the stage does not say so, as in workflows that were
  ///     frozen before stages did
  private static Workflow.Stage stage(JsonNode node, String initial) {
    return new Workflow.Stage(
        node.path("code").asText(),
        node.path("label").asText(),
        Workflow.StageKind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
        node.path("description").asText(),
        textOrNull(node.path("mover")),
        texts(node.path("gate")),
        ways(node),
        new Workflow.NewWords(
            node.path("newWords").asText(initial), node.path("editorialKeeps").asBoolean()));
  }

  private static Workflow.Ways ways(JsonNode node) {
    Workflow.Returns returns =
        switch (node.path("returns").asText()) {
          case "left" -> Workflow.Returns.LEFT;
          case "left-or-before" -> Workflow.Returns.LEFT_OR_BEFORE;
          default -> Workflow.Returns.ANY;
        };
    return new Workflow.Ways(texts(node.path("next")), textOrNull(node.path("back")), returns);
  }

  static CodeList enumeration(JsonNode file) {
    return new CodeList(
        file.path("name").asText(),
        file.path("label").asText(),
        CodeRole.of(file.path("role").asText()).orElse(null),
        stream(file.path("values"))
            .map(
                v ->
                    new CodeList.Value(
                        v.path("code").asText(),
                        v.path("label").asText(),
                        textOrNull(v.path("alias")),
                        v.path("open").asBoolean()))
            .toList());
  }

  static Glossary glossary(JsonNode file) {
    return new Glossary(
        stream(file.path("terms"))
            .map(
                t ->
                    new Glossary.Term(
                        t.path("term").asText(),
                        textOrNull(t.path("name")),
                        t.path("meaning").asText(),
                        texts(t.path("also")),
                        textOrNull(t.path("later"))))
            .toList());
  }

  static List<String> texts(JsonNode array) {
    return stream(array).map(JsonNode::asText).toList();
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static @Nullable String textOrNull(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asText();
  }
}
