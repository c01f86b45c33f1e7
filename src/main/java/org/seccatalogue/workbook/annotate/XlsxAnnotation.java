package org.seccatalogue.workbook.annotate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.ZipParts;
import org.seccatalogue.workbook.reading.XmlPart;
import org.seccatalogue.workbook.write.SheetWriter;
import org.seccatalogue.workbook.xlsx.XlsxParts;
import org.seccatalogue.xml.XmlWriter;

/// Puts the findings of an import into the Excel workbook that was sent: comments on its cells and
/// a sheet that lists all of them. Part by part as a stream: what is not touched is copied byte for
/// byte, and of what is, all but the places at hand.
final class XlsxAnnotation {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String WORKSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

  private final XlsxParts parts;
  private final PatchedZip out;
  private final XlsxLinks links;
  private final String main;
  private final Map<String, XlsxParts.Related> related;

  private XlsxAnnotation(ZipParts zip, PatchedZip out, Workbook.Limits limits) throws IOException {
    this.out = out;
    this.parts = new XlsxParts(zip, limits);
    this.links = new XlsxLinks(parts, out);
    this.main = parts.main();
    this.related = parts.related(main);
  }

  /// Why a workbook cannot be annotated, as far as is seen at a glance; nothing when it can.
  static @Nullable String refusal(Path file, Workbook.Limits limits) throws IOException {
    try (ZipParts zip = ZipParts.open(file, limits)) {
      XlsxParts parts = new XlsxParts(zip, limits);
      check(zip, parts);
      return null;
    } catch (NotAnnotated e) {
      return e.because();
    }
  }

  private static void check(ZipParts zip, XlsxParts parts) throws IOException {
    if (zip.names().stream().anyMatch(name -> name.startsWith("_xmlsignatures/"))) {
      throw new NotAnnotated("it is signed, and a change would break the signature");
    }
    if (zip.names().stream().anyMatch(name -> name.startsWith("xl/revisions/"))) {
      throw new NotAnnotated("it is a shared workbook, which keeps a record of its changes");
    }
    try (XmlPart xml = parts.open(parts.main())) {
      if (!xml.goTo("workbook") || !xml.namespace().equals(MAIN)) {
        throw new NotAnnotated(
            "it is written in the strict form of its format, in which programs do not agree on"
                + " comments");
      }
    }
  }

  /// @param target a file that is not there yet, or is replaced
  static void write(
      Path file, Workbook workbook, FindingsSheet list, Workbook.Limits limits, Path target)
      throws IOException {
    try (ZipParts zip = ZipParts.open(file, limits);
        PatchedZip out = new PatchedZip(file, zip)) {
      XlsxAnnotation annotation = new XlsxAnnotation(zip, out, limits);
      check(zip, annotation.parts);
      annotation.annotate(workbook, list);
      out.write(target);
    }
  }

  private void annotate(Workbook workbook, FindingsSheet list) throws IOException {
    XlsxSheets sheets = XlsxSheets.read(parts, main, related);
    FindingNotes notes = FindingNotes.of(list.findings());
    Set<String> names = new HashSet<>();
    String old = null;
    for (Workbook.Sheet sheet : workbook.sheets()) {
      if (old == null && OwnSheets.isFindings(sheet)) {
        old = sheet.name();
      } else if (names.add(sheet.name())) {
        comment(sheets.part(sheet.name()), notes.of(sheet.name(), sheet.layout().merged()));
      }
    }
    list(old, list.in(names, list.remark()), sheets);
    links.finish();
  }

  private void comment(String part, java.util.SequencedMap<FindingNotes.At, String> notes)
      throws IOException {
    new SheetAnnotation(part, parts, out, links).annotate(notes);
  }

  private void list(@Nullable String old, FindingsSheet list, XlsxSheets sheets)
      throws IOException {
    IntUnaryOperator formats = XlsxFormats.add(parts, related, out);
    String name = old == null ? FindingsSheet.free(sheets.names()) : old;
    PatchedZip.Content content = stream -> write(list, name, formats, stream);
    if (old != null) {
      String part = sheets.part(old);
      out.replace(part, content);
      out.remove(XlsxLinks.nameFor(part));
      return;
    }
    String part = out.free(folder() + "worksheets/sheet", ".xml");
    out.add(part, content);
    links.type(part, WORKSHEET);
    sheets.add(name, links.add(main, "worksheet", part), out);
    links.dropTitles();
  }

  private String folder() {
    return main.substring(0, main.lastIndexOf('/') + 1);
  }

  private static void write(
      FindingsSheet list, String name, IntUnaryOperator formats, OutputStream out)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    SheetWriter sheet = new SheetWriter(new XmlWriter(text), FindingsSheet.form(name), "", formats);
    list.write(sheet);
    sheet.end();
    text.flush();
  }
}
