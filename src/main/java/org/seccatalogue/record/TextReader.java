package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.AttributeType;

/// Reads words: lines and longer texts.
final class TextReader {

  private final ValueFindings findings;

  TextReader(ValueFindings findings) {
    this.findings = findings;
  }

  @Nullable JsonNode line(AttributeType.Line line, JsonNode raw, String pointer) {
    String text = string(raw, line.maxLength(), pointer);
    if (text == null) {
      return null;
    }
    String collapsed = VisibleText.onOneLine(text);
    if (line.pattern() != null && !line.pattern().matches(collapsed)) {
      return findings.wrong(pointer, collapsed, line.pattern().hint());
    }
    return TextNode.valueOf(collapsed);
  }

  /// Words within another value: on one line, as short or long as they are.
  @Nullable String words(JsonNode raw, String pointer) {
    String text = string(raw, Integer.MAX_VALUE, pointer);
    return text == null ? null : VisibleText.onOneLine(text);
  }

  @Nullable JsonNode text(AttributeType.Text type, JsonNode raw, String pointer) {
    String text = string(broken(raw), type.maxLength(), pointer);
    return text == null ? null : TextNode.valueOf(text);
  }

  /// A line break counts as one character: forms send two.
  private static JsonNode broken(JsonNode raw) {
    return raw.isTextual() ? TextNode.valueOf(VisibleText.withPlainBreaks(raw.textValue())) : raw;
  }

  private @Nullable String string(JsonNode raw, int maxLength, String pointer) {
    if (!raw.isTextual()) {
      findings.wrong(pointer, raw.toString(), "text");
      return null;
    }
    String text = VisibleText.strip(raw.textValue());
    if (text.length() > maxLength) {
      findings.wrong(pointer, text, "at most " + maxLength + " characters, not " + text.length());
      return null;
    }
    if (!VisibleText.isStorable(text)) {
      String expected = "text without control characters" + control(text);
      findings.wrong(pointer, VisibleText.storable(text), expected);
      return null;
    }
    return text;
  }

  /// Which one it is, and the way out.
  private static String control(String text) {
    return text.codePoints()
        .filter(c -> !VisibleText.isStorable(Character.toString(c)))
        .mapToObj("; it has U+%04X. Delete that, or type the text anew"::formatted)
        .findFirst()
        .orElse("");
  }
}
