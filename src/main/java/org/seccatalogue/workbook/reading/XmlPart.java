package org.seccatalogue.workbook.reading;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.NotAWorkbook;

/// The elements of an XML part, one after the other.
///
/// Nothing that a part says of itself is believed or followed: a document type definition is
/// refused, and no name, attribute or depth may grow beyond what spreadsheets have.
public final class XmlPart implements Closeable {

  private static final long LARGEST_EVENT = 4_000_000;
  private static final int MOST_ATTRIBUTES = 100;
  private static final int MOST_NAMES = 5_000;

  private final String name;
  private final int nesting;
  private final EventBytes bytes;
  private final XMLStreamReader2 reader;
  private final Set<String> unknown = new HashSet<>();
  private int depth;

  public XmlPart(String name, InputStream in, int nesting) throws IOException {
    this.name = name;
    this.nesting = nesting;
    this.bytes = new EventBytes(in);
    // A factory for each part: its table of names does not outlive the part.
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      this.reader = (XMLStreamReader2) factory.createXMLStreamReader(bytes);
    } catch (XMLStreamException e) {
      in.close();
      throw damaged(e);
    }
  }

  /// Goes to the next start or end of an element, or text.
  ///
  /// @return whether there is one
  public boolean next() {
    try {
      while (reader.hasNext()) {
        bytes.event();
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            start();
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return true;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw NotAWorkbook.because(
                  "a workbook whose part " + name + " has a document type definition or entities",
                  "one without: spreadsheet programs write none");
          default -> {}
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw damaged(e);
    } catch (NotAWorkbook e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private void start() {
    if (++depth > nesting) {
      throw NotAWorkbook.tooLarge(
          "a part " + name + " with elements nested more deeply",
          "at most " + nesting + " (catalogue.import.nesting)");
    }
    if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
      throw damaged(null);
    }
  }

  /// Goes to the next start of an element of this name.
  public boolean goTo(String element) {
    while (next()) {
      if (isStart()) {
        if (name().equals(element)) {
          return true;
        }
        unknown(true);
      }
    }
    return false;
  }

  /// Goes past the end of the element at whose start we are.
  public void skip() {
    for (int inner = depth; depth >= inner && next(); ) {
      unknown(isStart());
    }
  }

  /// The texts within the element at whose start we are, up to its end, without those of elements
  /// of one name.
  public String text(String skipped) {
    StringBuilder text = new StringBuilder();
    for (int inner = depth; depth >= inner && next(); ) {
      if (isText()) {
        append(text);
      } else if (isStart() && name().equals(skipped)) {
        skip();
      }
    }
    return text.toString();
  }

  public void append(StringBuilder text) {
    if (text.length() > LARGEST_EVENT) {
      throw damaged(null);
    }
    text.append(reader.getText());
  }

  /// Remembers the names of an element that no spreadsheet has; there may not be many of them.
  public void unknown(boolean start) {
    if (start) {
      unknown.add(reader.getLocalName());
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        unknown.add(reader.getAttributeLocalName(i));
      }
      if (unknown.size() > MOST_NAMES) {
        throw damaged(null);
      }
    }
  }

  public boolean isStart() {
    return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  public boolean isEnd() {
    return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
  }

  public boolean isText() {
    return !isStart() && !isEnd();
  }

  public boolean isEnd(String element) {
    return isEnd() && name().equals(element);
  }

  public String name() {
    return reader.getLocalName();
  }

  /// The value of the attribute of this local name, whatever its namespace.
  public @Nullable String attribute(String local) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(local)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  public String attribute(String local, String absent) {
    String value = attribute(local);
    return value == null ? absent : value;
  }

  /// A count that an attribute gives; 1 when it gives none or a wrong one.
  public int count(String local) {
    try {
      return Math.max(1, Integer.parseInt(attribute(local, "1")));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  public boolean isTrue(String local) {
    String value = attribute(local);
    return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
  }

  /// For those who read each attribute once, where there are millions of them.
  public XMLStreamReader reader() {
    return reader;
  }

  /// How many elements we are in; at the start of the outermost it is 1, at its end 0.
  public int depth() {
    return depth;
  }

  /// The name as it is written, with its prefix.
  public String written() {
    return prefixed(reader.getLocalName());
  }

  /// A name of the same namespace as the element at hand.
  public String prefixed(String local) {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  public String namespace() {
    return String.valueOf(reader.getNamespaceURI());
  }

  /// The prefix that stands for a namespace here, when one does.
  public @Nullable String prefixOf(String namespace) {
    return reader.getNamespaceContext().getPrefix(namespace);
  }

  public @Nullable String namespaceOf(String prefix) {
    return reader.getNamespaceURI(prefix);
  }

  /// Where the tag or text at hand begins, in bytes of the part.
  public long from() {
    return known(reader.getLocationInfo().getStartingByteOffset());
  }

  /// Where the tag or text at hand ends, in bytes of the part.
  public long to() {
    try {
      LocationInfo info = reader.getLocationInfo();
      return known(info.getEndingByteOffset());
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /// The bytes of a part that is not UTF-8 are not counted.
  private static long known(long offset) {
    if (offset < 0) {
      throw new NotInUtf8();
    }
    return offset;
  }

  /// Whether the start at hand is its end as well.
  public boolean isEmpty() {
    try {
      return reader.isEmptyElement();
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  public NotAWorkbook damaged(@Nullable Throwable cause) {
    return NotAWorkbook.damaged("a workbook whose part " + name + " is damaged", cause);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /// Stops an element or name that goes on and on before it fills the memory.
  private final class EventBytes extends FilterInputStream {
    private long position;
    private long most = LARGEST_EVENT;

    EventBytes(InputStream in) {
      super(in);
    }

    void event() {
      most = position + LARGEST_EVENT;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      position += Math.max(0, read);
      if (position > most) {
        throw damaged(null);
      }
      return read;
    }
  }
}
