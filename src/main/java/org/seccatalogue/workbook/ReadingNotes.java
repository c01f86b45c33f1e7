package org.seccatalogue.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// How a file is read, and what it was found to be, as imports and mappings keep it.
public final class ReadingNotes {

  private ReadingNotes() {}

  public static ObjectNode of(ReadingChoices choices) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("hiddenSheets", choices.hiddenSheets()).put("hiddenRows", choices.hiddenRows());
    node.put("hiddenColumns", choices.hiddenColumns()).put("merged", choices.merged().name());
    put(node, choices.encoding(), choices.separator(), choices.quote());
    return node;
  }

  /// The choices; the usual ones where none were kept.
  public static ReadingChoices choices(@Nullable JsonNode node) {
    return node == null || !node.isObject()
        ? ReadingChoices.USUAL
        : new ReadingChoices(
            node.path("hiddenSheets").asBoolean(),
            node.path("hiddenRows").asBoolean(),
            node.path("hiddenColumns").asBoolean(),
            ReadingChoices.Merged.valueOf(node.path("merged").asText()),
            text(node, "encoding"),
            sign(node, "separator"),
            sign(node, "quote"));
  }

  public static ObjectNode of(RecognisedFile file) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("format", file.format().name()).put("marked", file.marked());
    put(node, file.encoding(), file.separator(), file.quote());
    return node;
  }

  public static RecognisedFile recognised(JsonNode node) {
    return new RecognisedFile(
        RecognisedFile.Format.valueOf(node.path("format").asText()),
        text(node, "encoding"),
        node.path("marked").asBoolean(),
        sign(node, "separator"),
        sign(node, "quote"));
  }

  private static void put(
      ObjectNode node,
      @Nullable String encoding,
      @Nullable Character separator,
      @Nullable Character quote) {
    node.put("encoding", encoding);
    node.put("separator", separator == null ? null : separator.toString());
    node.put("quote", quote == null ? null : quote.toString());
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asText() : null;
  }

  private static @Nullable Character sign(JsonNode node, String name) {
    return node.hasNonNull(name) ? (Character) node.path(name).asText().charAt(0) : null;
  }
}
