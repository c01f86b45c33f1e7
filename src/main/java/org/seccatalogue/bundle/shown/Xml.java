package org.seccatalogue.bundle.shown;

import java.io.InputStream;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/// XML that strangers may have written: nothing is fetched, and nothing is declared in it.
final class Xml {

  private static final Set<String> WORD =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");
  private static final Set<String> RELATED =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships");
  private static final Set<String> ALTERNATIVES =
      Set.of("AlternateContent", "Choice", "Fallback", "Ignorable");
  private static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
  private static final String W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

  private Xml() {}

  /// A part of a Word document: what is called like something of Word, and is of another namespace,
  /// Word does not take for that. It has the namespace in its name, so that nobody does.
  static XMLStreamReader ofWord(XMLStreamReader xml) {
    return new OfWord(xml);
  }

  private static final class OfWord extends StreamReaderDelegate {

    private OfWord(XMLStreamReader xml) {
      super(xml);
    }

    @Override
    public String getLocalName() {
      return name(getNamespaceURI(), super.getLocalName());
    }

    @Override
    public String getAttributeLocalName(int index) {
      String name = super.getAttributeLocalName(index);
      String namespace = String.valueOf(getAttributeNamespace(index));
      boolean known =
          RELATED.contains(namespace)
              || namespace.equals(XMLConstants.XML_NS_URI)
              || (namespace.equals(W14) && (name.equals("paraId") || name.equals("textId")));
      return known ? name : name(namespace, name);
    }

    private static String name(String namespace, String name) {
      boolean known =
          WORD.contains(namespace) || (namespace.equals(MC) && ALTERNATIVES.contains(name));
      return known ? name : "{" + namespace + "}" + name;
    }
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(in);
  }
}
