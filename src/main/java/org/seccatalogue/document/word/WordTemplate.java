package org.seccatalogue.document.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The look of a specification: a Word document whose styles, headers, footers and page are used,
/// and whose text is not.
final class WordTemplate {

  static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String DOCUMENT = "word/document.xml";

  static final String RELATIONS = "word/_rels/document.xml.rels";
  static final String TYPES = "[Content_Types].xml";

  private static final String STYLES = "word/styles.xml";
  private static final String BODY = "<w:body>";
  private static final String LAST_SECTION = "<w:sectPr";

  private final SequencedMap<String, byte[]> parts;
  private final Map<WordStyle, String> styleIds;
  private final String documentHead;
  private final String documentTail;

  private WordTemplate(SequencedMap<String, byte[]> parts) throws IOException {
    this.parts = Collections.unmodifiableSequencedMap(parts);
    this.styleIds = styleIds(parse(part(STYLES)));
    String document = new String(part(DOCUMENT), UTF_8);
    this.documentHead = document.substring(0, position(document, BODY) + BODY.length());
    this.documentTail = document.substring(position(document, LAST_SECTION));
  }

  static WordTemplate read(InputStream in) throws IOException {
    SequencedMap<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(in, UTF_8)) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        parts.put(e.getName(), zip.readAllBytes());
      }
    }
    return new WordTemplate(parts);
  }

  /// Every part by its name, in the order in which a document has them.
  SequencedMap<String, byte[]> parts() {
    return parts;
  }

  /// What Word calls the style in this template.
  String styleId(WordStyle style) {
    return styleIds.getOrDefault(style, "");
  }

  /// The document up to where its body begins.
  String documentHead() {
    return documentHead;
  }

  /// The document from the properties of its last section: the page, its headers and footers.
  String documentTail() {
    return documentTail;
  }

  /// The width between the margins, in twentieths of a point.
  int textWidth() {
    return measure("pgSz", "w")
        - measure("pgMar", "left")
        - measure("pgMar", "right")
        - measure("pgMar", "gutter");
  }

  static Document parse(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("The template has a part that is not XML", e);
    }
  }

  /// A part as text.
  String text(String name) throws IOException {
    return new String(part(name), UTF_8);
  }

  private byte[] part(String name) throws IOException {
    byte[] part = parts.get(name);
    if (part == null) {
      throw new IOException("The template has no " + name + "; is it a .docx file?");
    }
    return part;
  }

  private static int position(String document, String markup) throws IOException {
    int position = document.lastIndexOf(markup);
    if (position < 0) {
      throw new IOException("The template's " + DOCUMENT + " has no " + markup);
    }
    return position;
  }

  private static Map<WordStyle, String> styleIds(Document styles) throws IOException {
    Map<String, String> idsByName = idsByName(styles);
    Map<WordStyle, String> ids = new EnumMap<>(WordStyle.class);
    for (WordStyle style : WordStyle.values()) {
      String id = idsByName.get(style.styleName());
      if (id != null) {
        ids.put(style, id);
      }
    }
    List<String> missing =
        Arrays.stream(WordStyle.values())
            .filter(style -> !ids.containsKey(style))
            .map(WordStyle::styleName)
            .toList();
    if (!missing.isEmpty()) {
      throw new IOException("The template lacks the styles " + missing);
    }
    return ids;
  }

  private static Map<String, String> idsByName(Document styles) {
    Map<String, String> ids = new HashMap<>();
    NodeList names = styles.getElementsByTagNameNS(NAMESPACE, "name");
    for (int i = 0; i < names.getLength(); i++) {
      if (names.item(i) instanceof Element name
          && name.getParentNode() instanceof Element style
          && style.getLocalName().equals("style")) {
        ids.put(name.getAttributeNS(NAMESPACE, "val"), style.getAttributeNS(NAMESPACE, "styleId"));
      }
    }
    return ids;
  }

  private int measure(String element, String attribute) {
    Matcher matcher =
        Pattern.compile("<w:%s\\b[^>]*\\bw:%s=\"(\\d+)\"".formatted(element, attribute))
            .matcher(documentTail);
    if (!matcher.find()) {
      throw new IllegalStateException(
          "The template's last section has no w:%s w:%s".formatted(element, attribute));
    }
    return Integer.parseInt(matcher.group(1));
  }
}
