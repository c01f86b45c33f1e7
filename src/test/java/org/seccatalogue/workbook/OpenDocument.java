package org.seccatalogue.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.seccatalogue.workbook.ods.OdsElements;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// An OpenDocument spreadsheet with what makes comments difficult: rows and cells that stand for
/// many, a comment that somebody wrote, a table within a cell, a sheet with a quotation mark in its
/// name. Its comments are read by the parser of the JDK.
public final class OpenDocument {

  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String TABLE = OdsElements.TABLE;
  private static final String LINKS = "http://www.w3.org/1999/xlink";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

  private OpenDocument() {}

  public static byte[] of() {
    Map<String, String> parts =
        OpenFiles.ods(
            "<table:table table:name=\"Data\" table:style-name=\"ta0\"><table:table-column/>"
                + row("", cell("", "Title") + cell("", "Number"))
                + row(
                    " table:number-rows-repeated=\"3\"",
                    cell(" table:number-columns-repeated=\"3\"", "same"))
                + row("", cell("", MINE) + cell("", ""))
                + row(
                    "",
                    "<table:table-cell><table:table table:name=\"Inner\">"
                        + row("", cell("", "within"))
                        + "</table:table></table:table-cell>")
                + row(" table:number-rows-repeated=\"1048570\"", "<table:table-cell/>")
                + "</table:table><table:table table:name=\"Da'ta 2\">"
                + row("", cell("", "x"))
                + "</table:table><table:named-expressions/>");
    parts.put("settings.txt", "kept as it is");
    parts.put("META-INF/manifest.xml", MANIFEST);
    return OpenFiles.zip(parts);
  }

  private static final String MINE =
      "</text:p><office:annotation><text:p>Mine</text:p></office:annotation><text:p>Mine";

  private static final String MANIFEST =
      """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
      <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
      </manifest:manifest>""";

  private static String row(String attributes, String cells) {
    return "<table:table-row" + attributes + ">" + cells + "</table:table-row>";
  }

  private static String cell(String attributes, String text) {
    return "<table:table-cell office:value-type=\"string\""
        + attributes
        + "><text:p>"
        + text
        + "</text:p></table:table-cell>";
  }

  /// The paragraphs of each comment, in the order of the file.
  public static List<String> comments(Path file) throws IOException {
    List<String> comments = new ArrayList<>();
    for (Element comment : elements(content(file).getElementsByTagNameNS(OFFICE, "annotation"))) {
      comments.add(
          elements(comment.getElementsByTagNameNS(TEXT, "p")).stream()
              .map(Element::getTextContent)
              .toList()
              .toString());
    }
    return comments;
  }

  /// The rows of the last sheet with the places to which its cells lead, as `text|text -> place`.
  public static List<String> list(Path file) throws IOException {
    Element sheet = elements(content(file).getElementsByTagNameNS(TABLE, "table")).getLast();
    return elements(sheet.getElementsByTagNameNS(TABLE, "table-row")).stream()
        .map(
            row ->
                elements(row.getElementsByTagNameNS(TABLE, "table-cell")).stream()
                    .map(OpenDocument::text)
                    .collect(Collectors.joining("|")))
        .toList();
  }

  private static String text(Element cell) {
    List<Element> links = elements(cell.getElementsByTagNameNS(TEXT, "a"));
    return cell.getTextContent()
        + links.stream().map(a -> " -> " + a.getAttributeNS(LINKS, "href")).findFirst().orElse("");
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element content(Path file) throws IOException {
    byte[] content = OpenFiles.unzipped(Files.readAllBytes(file)).get("content.xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try {
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(content))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /// All parts but the one with the sheets, as text.
  public static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    OpenFiles.unzipped(Files.readAllBytes(file))
        .forEach((name, bytes) -> parts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    parts.remove("content.xml");
    return parts;
  }
}
