package org.seccatalogue.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/// Writes XML as it comes. Text and attribute values are escaped, and characters that XML 1.0
/// forbids are dropped; to close what was opened is up to the caller.
///
/// Not an `XMLStreamWriter`: which one is on the classpath would decide the bytes, and none of them
/// drops forbidden characters.
public final class XmlWriter {

  private final Writer out;

  public XmlWriter(Writer out) {
    this.out = out;
  }

  /// Writes markup that is well-formed already.
  public XmlWriter markup(String xml) {
    try {
      out.write(xml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Opens an element with attributes, given as name, value, name, value.
  public XmlWriter open(String element, String... attributes) {
    return tag(element, attributes).markup(">");
  }

  public XmlWriter close(String element) {
    return markup("</").markup(element).markup(">");
  }

  /// Writes an element without content, with attributes given as name, value, name, value.
  public XmlWriter empty(String element, String... attributes) {
    return tag(element, attributes).markup("/>");
  }

  public XmlWriter text(String text) {
    return text(text, 0, text.length());
  }

  public XmlWriter text(String text, int start, int end) {
    int written = start;
    int at = start;
    while (at < end) {
      if (standsForItself(text.charAt(at))) {
        at++;
        continue;
      }
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      String replacement = replacement(codePoint);
      if (replacement != null) {
        copy(text, written, at).markup(replacement);
        written = next;
      }
      at = next;
    }
    return copy(text, written, end);
  }

  /// The text without the characters that XML forbids.
  public static String allowed(String text) {
    return text.codePoints()
        .filter(XmlWriter::isAllowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Whether a character surely stands for itself, as most do.
  private static boolean standsForItself(char c) {
    return c >= ' ' && c < Character.MIN_SURROGATE && c != '&' && c != '<' && c != '>' && c != '"';
  }

  /// What stands for a character, or null if it stands for itself.
  private static @Nullable String replacement(int codePoint) {
    return switch (codePoint) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> isAllowed(codePoint) ? null : "";
    };
  }

  /// The production `Char` of XML 1.0.
  private static boolean isAllowed(int codePoint) {
    return (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000
        || codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r';
  }

  private XmlWriter tag(String element, String... attributes) {
    markup("<").markup(element);
    for (int i = 0; i < attributes.length; i += 2) {
      markup(" ").markup(attributes[i]).markup("=\"").text(attributes[i + 1]).markup("\"");
    }
    return this;
  }

  private XmlWriter copy(String text, int start, int end) {
    try {
      out.write(text, start, end - start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
