package org.seccatalogue.bundle.shown;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.ZipParts;
import org.seccatalogue.workbook.xlsx.XlsxParts;
import org.seccatalogue.workbook.xlsx.XlsxParts.Related;

/// A Word document or a workbook whose parts are found as the programs find them that open it: by
/// how they are related. A part that only has the usual name is shown to nobody.
final class OfficeFile implements Closeable {

  private static final String OFFICE_DOCUMENT = "officeDocument";
  private static final Set<String> OF_FILE =
      Set.of(
          OFFICE_DOCUMENT,
          "core-properties",
          "extended-properties",
          "custom-properties",
          "thumbnail");

  private final ZipParts zip;
  private final XlsxParts parts;
  private final String main;

  private OfficeFile(ZipParts zip, XlsxParts parts) throws IOException {
    this.zip = zip;
    this.parts = parts;
    this.main = parts.main();
  }

  /// Opens a file of which no more than so many bytes are unpacked, whatever its directory says.
  static OfficeFile open(Path file, long most) throws IOException {
    Workbook.Limits limits =
        new Workbook.Limits(1, 1, 1, 1, 1, 1, Long.MAX_VALUE, most, 10_000, 10_000, 500, 1);
    ZipParts zip = ZipParts.open(file, limits);
    try {
      return new OfficeFile(zip, new XlsxParts(zip, limits));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// Something that is read of a file, which strangers may have made so that it cannot be.
  @FunctionalInterface
  interface Reading<T> {
    T of(OfficeFile file) throws IOException, XMLStreamException;
  }

  static <T> T reading(Path file, long most, Reading<T> reading) throws IOException {
    try (OfficeFile office = open(file, most)) {
      return reading.of(office);
    } catch (XMLStreamException | NotAWorkbook e) {
      throw new IOException("not an office file", e);
    }
  }

  /// The part that is the document or the workbook.
  String main() {
    return main;
  }

  /// Small letters, without a slash in front.
  List<String> names() {
    return zip.names();
  }

  boolean has(String part) {
    return zip.has(part);
  }

  Collection<Related> related(String part) throws IOException {
    return parts.related(part).values();
  }

  /// The parts to which one relates so.
  List<String> related(String part, String type) throws IOException {
    return related(part).stream()
        .filter(one -> one.type().equals(type) && !one.external())
        .map(Related::target)
        .filter(zip::has)
        .toList();
  }

  /// Where the identifier leads by which a part names another one.
  String target(String part, String id) throws IOException {
    Related related = parts.related(part).get(id);
    return related == null ? "" : related.target();
  }

  /// All that is in a part.
  byte[] bytes(String part) throws IOException {
    try (InputStream in = zip.open(part)) {
      return in.readAllBytes();
    }
  }

  /// Reads a part.
  @FunctionalInterface
  interface Reader {
    void read(XMLStreamReader xml) throws XMLStreamException;
  }

  void read(String part, Reader reader) throws IOException, XMLStreamException {
    try (InputStream in = zip.open(part)) {
      reader.read(Xml.reader(in));
    }
  }

  /// Tells what the file says that it is, and what belongs to it besides what files of its kind
  /// have.
  ///
  /// @param known how its main part may relate to others without a change of what is seen
  void sign(Set<String> known, Words words) throws IOException, XMLStreamException {
    words.signOfAll("The kind of the file", parts.type(main));
    long documents = related("").stream().filter(one -> one.type().equals(OFFICE_DOCUMENT)).count();
    if (documents != 1) {
      words.signOfAll("More than one document, or none", documents + " of them");
    }
    for (Related one : related("")) {
      unknown(OF_FILE, one, words);
    }
    title(words);
    for (Related one : related(main)) {
      unknown(known, one, words);
    }
    for (String name : names()) {
      if (name.endsWith(".rels") && name.contains("_rels/")) {
        outside(name.substring(0, name.length() - ".rels".length()).replace("_rels/", ""), words);
      }
    }
  }

  /// What programs show as the name of the file.
  private void title(Words words) throws IOException, XMLStreamException {
    for (String part : related("", "core-properties")) {
      read(part, xml -> title(xml, words));
    }
  }

  private static void title(XMLStreamReader xml, Words words) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("title")) {
        words.signOfAll("The title of the file", xml.getElementText());
      }
    }
  }

  private static void unknown(Set<String> known, Related one, Words words) {
    if (!known.contains(one.type()) && !one.external()) {
      words.signOfAll("A file inside the document", one.type() + " " + one.target());
    }
  }

  private void outside(String part, Words words) throws IOException {
    for (Related one : related(part)) {
      if (one.external()) {
        String target = one.target();
        words.signOfAll(
            "Something that is fetched from elsewhere",
            target.endsWith("/") ? target.substring(0, target.length() - 1) : target);
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
