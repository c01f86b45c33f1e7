package org.seccatalogue.workbook.write;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.xml.Utf8Writer;
import org.seccatalogue.xml.XmlWriter;
import org.seccatalogue.zip.PackedZip;
import org.seccatalogue.zip.PlainZip;
import org.seccatalogue.zip.Zip;

/// A workbook (ISO/IEC 29500) that is written as it grows: nothing but the row at hand is in
/// memory.
public final class XlsxFile {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String FORMAT = "http://schemas.openxmlformats.org/";
  private static final String RELATIONSHIPS = FORMAT + "officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Zip zip;
  private final Utf8Writer text;
  private final XmlWriter xml;
  private final String heading;
  private final LocalDateTime time;
  private final List<SheetForm> sheets = new ArrayList<>();

  /// A workbook that is written to a stream.
  ///
  /// @param heading at the top of each printed page; may be empty
  public XlsxFile(OutputStream out, Instant time, String heading) {
    this(new PackedZip(out, local(time), Deflater.BEST_SPEED), local(time), heading);
  }

  private XlsxFile(Zip zip, LocalDateTime time, String heading) {
    this.heading = heading;
    this.zip = zip;
    this.text = new Utf8Writer(zip);
    this.xml = new XmlWriter(text);
    this.time = time;
  }

  /// A workbook that is the same bytes wherever and whenever it is written.
  ///
  /// @param dated what it says of its time
  public static XlsxFile plain(OutputStream out, LocalDate dated) {
    return new XlsxFile(new PlainZip(out), dated.atStartOfDay(), "");
  }

  private static LocalDateTime local(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
  }

  /// Writes a sheet, the next one of the workbook.
  public void sheet(SheetForm form, Consumer<SheetWriter> rows) throws IOException {
    begin("xl/worksheets/sheet" + (sheets.size() + 1) + ".xml");
    SheetWriter writer = new SheetWriter(xml, form, heading);
    rows.accept(writer);
    writer.end();
    sheets.add(writer.written());
    endPart();
  }

  private void begin(String part) throws IOException {
    zip.begin(part);
  }

  private void endPart() throws IOException {
    text.flush();
    zip.end();
  }

  /// Writes what holds the sheets together. The stream stays open.
  ///
  /// @param title of the workbook
  public void finish(String title) throws IOException {
    finish(title, null);
  }

  /// The same, and says something of it in its properties.
  public void finish(String title, @Nullable String description) throws IOException {
    part("xl/styles.xml", () -> xml.markup(XlsxStyles.XML));
    part("xl/workbook.xml", this::workbook);
    part("xl/_rels/workbook.xml.rels", this::sheetRelationships);
    part("docProps/core.xml", () -> properties(title, description));
    part("_rels/.rels", this::relationships);
    part("[Content_Types].xml", this::contentTypes);
    zip.finish();
  }

  private void part(String name, Runnable content) throws IOException {
    begin(name);
    content.run();
    endPart();
  }

  private void workbook() {
    xml.markup(HEAD)
        .open("workbook", "xmlns", FORMAT + "spreadsheetml/2006/main", "xmlns:r", RELATIONSHIPS);
    xml.open("bookViews").empty("workbookView", "activeTab", "0").close("bookViews");
    xml.open("sheets");
    for (int i = 0; i < sheets.size(); i++) {
      String number = String.valueOf(i + 1);
      String state = sheets.get(i).state() == SheetForm.State.HIDDEN ? "hidden" : "visible";
      xml.empty(
          "sheet",
          "name",
          sheets.get(i).name(),
          "sheetId",
          number,
          "state",
          state,
          "r:id",
          "rId" + number);
    }
    xml.close("sheets");
    names();
    xml.close("workbook");
  }

  /// What spreadsheets look for under a name: the filtered rows, and the headers of each page.
  private void names() {
    if (sheets.stream().allMatch(sheet -> sheet.rows() == null)) {
      return;
    }
    xml.open("definedNames");
    for (int i = 0; i < sheets.size(); i++) {
      SheetForm sheet = sheets.get(i);
      if (sheet.rows() != null) {
        String at = String.valueOf(i);
        String filtered = SheetWriter.filtered(sheet).replaceAll("([A-Z]+)([0-9]+)", "\\$$1\\$$2");
        xml.open("definedName", "name", "_xlnm._FilterDatabase", "localSheetId", at, "hidden", "1");
        xml.text(sheet.quoted() + "!" + filtered).close("definedName");
        xml.open("definedName", "name", "_xlnm.Print_Titles", "localSheetId", at);
        xml.text(sheet.quoted() + "!$A:$A," + sheet.quoted() + "!$1:$1").close("definedName");
      }
    }
    xml.close("definedNames");
  }

  private void sheetRelationships() {
    xml.markup(HEAD).open("Relationships", "xmlns", FORMAT + "package/2006/relationships");
    for (int i = 1; i <= sheets.size(); i++) {
      relationship("rId" + i, RELATIONSHIPS + "/worksheet", "worksheets/sheet" + i + ".xml");
    }
    relationship("styles", RELATIONSHIPS + "/styles", "styles.xml");
    xml.close("Relationships");
  }

  private void relationships() {
    xml.markup(HEAD).open("Relationships", "xmlns", FORMAT + "package/2006/relationships");
    relationship("workbook", RELATIONSHIPS + "/officeDocument", "xl/workbook.xml");
    relationship(
        "core",
        FORMAT + "package/2006/relationships/metadata/core-properties",
        "docProps/core.xml");
    xml.close("Relationships");
  }

  private void relationship(String id, String type, String target) {
    xml.empty("Relationship", "Id", id, "Type", type, "Target", target);
  }

  private void properties(String title, @Nullable String description) {
    xml.markup(HEAD)
        .open(
            "cp:coreProperties",
            "xmlns:cp",
            FORMAT + "package/2006/metadata/core-properties",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms",
            "http://purl.org/dc/terms/",
            "xmlns:xsi",
            "http://www.w3.org/2001/XMLSchema-instance");
    xml.open("dc:title").text(title).close("dc:title");
    if (description != null) {
      xml.open("dc:description").text(description).close("dc:description");
    }
    xml.open("dcterms:created", "xsi:type", "dcterms:W3CDTF");
    xml.text(time.toInstant(ZoneOffset.UTC).toString()).close("dcterms:created");
    xml.close("cp:coreProperties");
  }

  private void contentTypes() {
    xml.markup(HEAD).open("Types", "xmlns", FORMAT + "package/2006/content-types");
    xml.empty(
        "Default",
        "Extension",
        "rels",
        "ContentType",
        "application/vnd.openxmlformats-package.relationships+xml");
    override("/xl/workbook.xml", TYPES + "sheet.main+xml");
    override("/xl/styles.xml", TYPES + "styles+xml");
    override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    for (int i = 1; i <= sheets.size(); i++) {
      override("/xl/worksheets/sheet" + i + ".xml", TYPES + "worksheet+xml");
    }
    xml.close("Types");
  }

  private void override(String part, String type) {
    xml.empty("Override", "PartName", part, "ContentType", type);
  }
}
