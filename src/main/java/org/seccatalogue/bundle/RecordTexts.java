package org.seccatalogue.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What the records of a document say there, by their keys, without how it looks. What comes before
/// the first record is under the empty key.
final class RecordTexts {

  private static final Pattern BOOKMARK = Pattern.compile("a_([A-Z]{3})_([0-9]{4,9})_[0-9a-f]{8}");
  private static final Pattern ELEMENT_OF_RECORD =
      Pattern.compile("<[a-z0-9]+[^<>]*\\bid=\"([A-Z]{3}-[0-9]{4,9})\"");

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private StringBuilder text = new StringBuilder();

  private RecordTexts() {
    begin("");
  }

  private void begin(String key) {
    text = texts.computeIfAbsent(key, _ -> new StringBuilder());
  }

  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    texts.forEach((key, words) -> all.put(key, plain(words.toString())));
    return all;
  }

  /// Without what programs write differently: the spaces between words, and empty lines.
  private static String plain(String words) {
    return words
        .lines()
        .map(line -> line.replaceAll("[\\s\\u00a0]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// Of a Word document. Deletions that are marked as such are left out.
  static Map<String, String> ofWord(Path file) throws IOException {
    RecordTexts texts = new RecordTexts();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry("word/document.xml");
      if (entry == null) {
        throw new IOException("no document");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        texts.word(factory().createXMLStreamReader(in));
      }
    } catch (XMLStreamException e) {
      throw new IOException("not XML", e);
    }
    return texts.all();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private void word(XMLStreamReader xml) throws XMLStreamException {
    boolean inText = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inText = xml.getLocalName().equals("t");
          startOfWord(xml);
        }
        case XMLStreamConstants.CHARACTERS -> {
          if (inText) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          inText = false;
          if (xml.getLocalName().equals("p")) {
            text.append('\n');
          }
        }
        default -> {}
      }
    }
  }

  private void startOfWord(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "tab" -> text.append(' ');
      case "br" -> text.append('\n');
      case "bookmarkStart" -> {
        String name = xml.getAttributeValue(xml.getNamespaceURI(), "name");
        Matcher matcher = BOOKMARK.matcher(name == null ? "" : name);
        if (matcher.matches()) {
          begin(matcher.group(1) + "-" + matcher.group(2));
        }
      }
      default -> {}
    }
  }

  /// Of an HTML document.
  static Map<String, String> ofHtml(Path file) throws IOException {
    RecordTexts texts = new RecordTexts();
    String html = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Matcher matcher = ELEMENT_OF_RECORD.matcher(html);
    int from = 0;
    while (matcher.find()) {
      texts.text.append(stripped(html.substring(from, matcher.start())));
      texts.begin(matcher.group(1));
      from = matcher.start();
    }
    texts.text.append(stripped(html.substring(from)));
    return texts.all();
  }

  /// Of changes between two baselines as JSON, however that is spaced.
  static Map<String, String> ofChanges(Path file) throws IOException {
    RecordTexts texts = new RecordTexts();
    ObjectNode changes =
        JSON.readTree(file.toFile()) instanceof ObjectNode object
            ? object
            : JSON.createObjectNode();
    JsonNode items = changes.path("items");
    changes.remove("items");
    texts.text.append(changes);
    for (JsonNode item : items) {
      texts.begin(item.path("key").asText());
      texts.text.append(item).append('\n');
    }
    return texts.all();
  }

  private static String stripped(String html) {
    return html.replaceAll("<(p|li|tr|td|th|h[1-6]|div|article|section|br)\\b", "\n<$1")
        .replaceAll("(?s)<style.*?</style>", "")
        .replaceAll("<[^<>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }
}
