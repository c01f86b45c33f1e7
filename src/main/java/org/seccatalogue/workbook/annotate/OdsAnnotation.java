package org.seccatalogue.workbook.annotate;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.ZipParts;
import org.seccatalogue.workbook.annotate.FindingNotes.At;
import org.seccatalogue.workbook.ods.OdsElements;

/// Puts the findings of an import into the OpenDocument spreadsheet that was sent: comments on its
/// cells and a sheet that lists all of them. All parts but the one with the sheets are copied byte
/// for byte; that one goes through as events, row by row.
final class OdsAnnotation {

  private static final String CONTENT = "content.xml";

  private final List<Workbook.Sheet> sheets;
  private final FindingsSheet list;
  private final FindingNotes notes;
  private final Instant time;
  private final Set<String> names = new HashSet<>();
  private final Workbook.@Nullable Sheet old;
  private final XMLEventReader in;
  private final XMLEventWriter out;
  private int next;

  private OdsAnnotation(
      Workbook workbook, FindingsSheet list, Instant time, InputStream in, OutputStream out)
      throws IOException, XMLStreamException {
    this.sheets = workbook.sheets();
    this.notes = FindingNotes.of(list.findings());
    this.time = time;
    this.old = old(sheets);
    sheets.stream().filter(s -> !s.equals(old)).map(Workbook.Sheet::name).forEach(names::add);
    this.list = list.in(Set.copyOf(names), list.remark());
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    this.in = factory.createXMLEventReader(in);
    this.out = new OutputFactoryImpl().createXMLEventWriter(out, StandardCharsets.UTF_8.name());
  }

  private static Workbook.@Nullable Sheet old(List<Workbook.Sheet> sheets) throws IOException {
    for (Workbook.Sheet sheet : sheets) {
      if (OwnSheets.isFindings(sheet)) {
        return sheet;
      }
    }
    return null;
  }

  /// Why a spreadsheet cannot be annotated; nothing when it can.
  static @Nullable String refusal(Path file, Workbook.Limits limits) throws IOException {
    try (ZipParts zip = ZipParts.open(file, limits)) {
      return refusal(zip);
    }
  }

  private static @Nullable String refusal(ZipParts zip) {
    return zip.has("META-INF/documentsignatures.xml")
        ? "it is signed, and a change would break the signature"
        : null;
  }

  /// @param time of the comments
  /// @param target a file that is not there yet, or is replaced
  static void write(
      Path file,
      Workbook workbook,
      FindingsSheet list,
      Workbook.Limits limits,
      Instant time,
      Path target)
      throws IOException {
    try (ZipParts zip = ZipParts.open(file, limits);
        PatchedZip patched = new PatchedZip(file, zip)) {
      String refusal = refusal(zip);
      if (refusal != null) {
        throw new NotAnnotated(refusal);
      }
      patched.replace(CONTENT, out -> write(workbook, list, time, zip, out));
      patched.write(target);
    }
  }

  private static void write(
      Workbook workbook, FindingsSheet list, Instant time, ZipParts zip, OutputStream out)
      throws IOException {
    try (InputStream in = zip.open(CONTENT)) {
      new OdsAnnotation(workbook, list, time, in, out).copy();
    } catch (XMLStreamException e) {
      throw NotAWorkbook.damaged("a spreadsheet whose sheets cannot be read", e);
    }
  }

  private void copy() throws IOException, XMLStreamException {
    OdsFindings findings = new OdsFindings(list, this::put);
    while (in.hasNext()) {
      XMLEvent event = in.nextEvent();
      if (OdsElements.isStart(event, "table:table")) {
        table(event.asStartElement(), findings);
      } else if (OdsElements.isStart(event, "office:automatic-styles")) {
        put(event);
        findings.styles();
      } else if (OdsElements.isStart(event, "style:style")
          && OdsFindings.isOurs(event.asStartElement())) {
        element(event);
      } else {
        put(event);
      }
    }
    out.flush();
  }

  private void put(XMLEvent event) {
    try {
      out.add(event);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a spreadsheet cannot be written", e);
    }
  }

  /// A sheet with its comments; the list of an earlier round is written over where it stands, and
  /// is the last sheet otherwise.
  private void table(StartElement start, OdsFindings findings)
      throws IOException, XMLStreamException {
    Workbook.Sheet sheet = sheets.get(next++);
    if (sheet.equals(old)) {
      skip();
      findings.write(sheet.name());
      return;
    }
    put(start);
    rows(
        names.remove(sheet.name())
            ? notes.of(sheet.name(), sheet.layout().merged())
            : new TreeMap<>());
    if (next == sheets.size() && old == null) {
      findings.write(FindingsSheet.free(list.sheets()));
    }
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      XMLEvent event = in.nextEvent();
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
    }
  }

  private void rows(SequencedMap<At, String> here) throws XMLStreamException {
    int row = 1;
    for (int tables = 1; tables > 0; ) {
      XMLEvent event = in.nextEvent();
      if (tables == 1 && OdsElements.isStart(event, "table:table-row")) {
        OdsRow read = new OdsRow(element(event), row, time);
        read.write(here, this::put);
        row += read.count();
        continue;
      }
      tables += OdsElements.isStart(event, "table:table") ? 1 : 0;
      tables -= OdsElements.isEnd(event, "table:table") ? 1 : 0;
      put(event);
    }
  }

  /// The element that has begun, to its end.
  private List<XMLEvent> element(XMLEvent start) throws XMLStreamException {
    List<XMLEvent> events = new ArrayList<>(List.of(start));
    for (int depth = 1; depth > 0; ) {
      XMLEvent event = in.nextEvent();
      events.add(event);
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
    }
    return events;
  }
}
