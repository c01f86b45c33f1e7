package org.seccatalogue.workbook.ods;

import com.fasterxml.aalto.stax.EventFactoryImpl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.Characters;
import javax.xml.stream.events.Namespace;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;

/// Elements of OpenDocument spreadsheets (ISO/IEC 26300), made and looked at as events.
public final class OdsElements {

  public static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

  private static final Map<String, String> NAMESPACES =
      Map.of(
          "table", TABLE,
          "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
          "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
          "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
          "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
          "xlink", "http://www.w3.org/1999/xlink",
          "dc", "http://purl.org/dc/elements/1.1/");
  private static final XMLEventFactory EVENTS = new EventFactoryImpl();

  private OdsElements() {}

  /// The start of an element that names its namespaces itself, for itself and all within it.
  ///
  /// @param attributes names and values in turn
  public static StartElement outer(String name, String... attributes) {
    List<Namespace> namespaces =
        NAMESPACES.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> EVENTS.createNamespace(entry.getKey(), entry.getValue()))
            .toList();
    return EVENTS.createStartElement(
        named(name), attributes(attributes).iterator(), namespaces.iterator());
  }

  /// The start of an element within an outer one.
  public static StartElement start(String name, String... attributes) {
    return EVENTS.createStartElement(
        named(name), attributes(attributes).iterator(), Collections.emptyIterator());
  }

  public static XMLEvent end(String name) {
    return EVENTS.createEndElement(named(name), Collections.emptyIterator());
  }

  /// Text, without the characters that XML cannot hold.
  public static XMLEvent text(String text) {
    return EVENTS.createCharacters(
        text.replaceAll(
            "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?"));
  }

  /// An element with text alone.
  public static List<XMLEvent> element(String name, String text) {
    return List.of(start(name), text(text), end(name));
  }

  private static QName named(String name) {
    int colon = name.indexOf(':');
    String prefix = name.substring(0, colon);
    return new QName(NAMESPACES.get(prefix), name.substring(colon + 1), prefix);
  }

  private static List<Attribute> attributes(String... texts) {
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      attributes.add(EVENTS.createAttribute(named(texts[i]), texts[i + 1]));
    }
    return attributes;
  }

  public static boolean isStart(XMLEvent event, String name) {
    return event.isStartElement() && is(event.asStartElement().getName(), name);
  }

  public static boolean isEnd(XMLEvent event, String name) {
    return event.isEndElement() && is(event.asEndElement().getName(), name);
  }

  private static boolean is(QName found, String name) {
    return found.equals(named(name));
  }

  public static @Nullable String attribute(StartElement start, String name) {
    Attribute found = start.getAttributeByName(named(name));
    return found == null ? null : found.getValue();
  }

  /// How many an element stands for, at least one.
  public static int count(StartElement start, String name) {
    String value = attribute(start, name);
    return value != null && value.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(value) : 1;
  }

  /// The same start, which stands for so many.
  public static StartElement repeated(StartElement start, String name, int count) {
    List<Attribute> attributes = new ArrayList<>();
    Iterator<Attribute> all = start.getAttributes();
    all.forEachRemaining(
        attribute -> {
          if (!attribute.getName().equals(named(name))) {
            attributes.add(attribute);
          }
        });
    if (count > 1) {
      attributes.add(EVENTS.createAttribute(named(name), String.valueOf(count)));
    }
    return EVENTS.createStartElement(start.getName(), attributes.iterator(), start.getNamespaces());
  }

  /// Where the element that begins at an event ends.
  public static int endOf(List<XMLEvent> events, int from) {
    int depth = 0;
    for (int i = from; i < events.size(); i++) {
      depth += events.get(i).isStartElement() ? 1 : events.get(i).isEndElement() ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("an element without its end");
  }

  /// All text within some events.
  public static String textOf(List<XMLEvent> events) {
    StringBuilder text = new StringBuilder();
    for (XMLEvent event : events) {
      if (event instanceof Characters characters) {
        text.append(characters.getData());
      }
    }
    return text.toString();
  }
}
