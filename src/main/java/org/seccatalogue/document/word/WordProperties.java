package org.seccatalogue.document.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.xml.XmlWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The properties of a document, and the fields of headers and footers that show them. Word shows
/// the stored result of a field until somebody updates it, LibreOffice the property: so both are
/// written.
final class WordProperties {

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String APPLICATION =
      DECLARATION
          + "<Properties"
          + " xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Microsoft"
          + " Office Word</Application></Properties>";
  private static final String CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
  private static final int FIRST_CUSTOM_ID = 2;
  private static final Pattern HEADER_OR_FOOTER = Pattern.compile("word/(header|footer)\\d*\\.xml");
  private static final Pattern FIELD = Pattern.compile("\\s*DOCPROPERTY\\s+\"?(SEC \\w+).*");

  private final DocumentModel model;
  private final SequencedMap<String, String> custom = new LinkedHashMap<>();

  WordProperties(DocumentModel model) {
    this.model = model;
    DocumentModel.Identity identity = model.identity();
    custom.put("SEC Title", identity.title());
    custom.put("SEC Version", identity.version());
    custom.put("SEC Status", identity.status());
    custom.put("SEC Digest", identity.digest());
    if (identity.form() != null) {
      custom.put("SEC Form", identity.form());
    }
  }

  /// The part as this document has it: the template's, unless it depends on the properties.
  byte[] part(String name, byte[] template) throws IOException {
    return switch (name) {
      case "docProps/app.xml" -> APPLICATION.getBytes(UTF_8);
      case "docProps/core.xml" -> core().getBytes(UTF_8);
      case "docProps/custom.xml" -> custom().getBytes(UTF_8);
      default -> HEADER_OR_FOOTER.matcher(name).matches() ? withResults(template) : template;
    };
  }

  private String core() {
    StringWriter out = new StringWriter();
    String created = model.identity().date() + "T00:00:00Z";
    new XmlWriter(out)
        .markup(DECLARATION)
        .open(
            "cp:coreProperties",
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms",
            "http://purl.org/dc/terms/",
            "xmlns:xsi",
            "http://www.w3.org/2001/XMLSchema-instance")
        .markup("<dc:title>")
        .text(model.identity().title())
        .markup("</dc:title><dc:subject>")
        .text(model.titlePage().subtitle())
        .markup("</dc:subject><dc:creator>")
        .text(model.titlePage().programme())
        .markup("</dc:creator><dc:language>en-GB</dc:language>")
        .markup("<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + created + "</dcterms:created>")
        .markup("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + created + "</dcterms:modified>")
        .close("cp:coreProperties");
    return out.toString();
  }

  private String custom() {
    StringWriter out = new StringWriter();
    XmlWriter xml = new XmlWriter(out);
    xml.markup(DECLARATION)
        .open(
            "Properties",
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
            "xmlns:vt",
            "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes");
    int id = FIRST_CUSTOM_ID;
    for (var property : custom.entrySet()) {
      xml.open(
              "property",
              "fmtid",
              CUSTOM_FORMAT,
              "pid",
              Integer.toString(id++),
              "name",
              property.getKey())
          .open("vt:lpwstr")
          .text(property.getValue())
          .close("vt:lpwstr")
          .close("property");
    }
    xml.close("Properties");
    return out.toString();
  }

  private byte[] withResults(byte[] part) throws IOException {
    Document document = WordTemplate.parse(part);
    NodeList elements = document.getElementsByTagNameNS(WordTemplate.NAMESPACE, "*");
    PropertyField field = new PropertyField();
    for (int i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element element) {
        field.visit(element);
      }
    }
    return serialise(document);
  }

  private static byte[] serialise(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IOException("A header or footer of the template cannot be written", e);
    }
    return out.toByteArray();
  }

  /// Follows the runs of a field in the order of the document: its instruction, then its result.
  private final class PropertyField {

    private final StringBuilder instruction = new StringBuilder();
    private boolean inResult;
    private String result = "";

    void visit(Element element) {
      switch (element.getLocalName()) {
        case "fldChar" -> boundary(attribute(element, "fldCharType"));
        case "instrText" -> instruction.append(element.getTextContent());
        case "t" -> replace(element);
        default -> {}
      }
    }

    private void boundary(String type) {
      if (type.equals("separate")) {
        Matcher matcher = FIELD.matcher(instruction);
        inResult = matcher.matches() && custom.containsKey(matcher.group(1));
        result = inResult ? XmlWriter.allowed(custom.getOrDefault(matcher.group(1), "")) : "";
      } else {
        inResult = false;
        instruction.setLength(0);
      }
    }

    /// The first text of a result holds all of it, because Word may have split the old one.
    private void replace(Element text) {
      if (inResult) {
        text.setTextContent(result);
        result = "";
      }
    }

    private static String attribute(Element element, String name) {
      return element.getAttributeNS(WordTemplate.NAMESPACE, name);
    }
  }
}
