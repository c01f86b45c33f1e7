package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.AttributeType;

/// Reads words: lines and longer texts.
final class TextReader {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final ValueFindings findings;

  TextReader(ValueFindings findings) {
    this.findings = findings;
  }

  @Nullable JsonNode line(AttributeType.Line line, JsonNode raw, String pointer) {
    String text = string(raw, line.maxLength(), pointer);
    if (text == null) {
      return null;
    }
    String collapsed = isCollapsed(text) ? text : SPACES.matcher(text).replaceAll(" ");
    if (line.pattern() != null && !line.pattern().matches(collapsed)) {
      return findings.wrong(pointer, collapsed, line.pattern().hint());
    }
    return TextNode.valueOf(collapsed);
  }

  /// Whether no space follows another, and none is anything but a plain one.
  private static boolean isCollapsed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  @Nullable JsonNode text(AttributeType.Text type, JsonNode raw, String pointer) {
    String text = string(raw, type.maxLength(), pointer);
    return text == null ? null : TextNode.valueOf(text.replace("\r\n", "\n").replace('\r', '\n'));
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
      findings.wrong(
          pointer, text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "�"), "text without control characters");
      return null;
    }
    return text;
  }
}
