package org.seccatalogue.workbook.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.FileContent;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.ZipParts;
import org.seccatalogue.workbook.reading.EscapedText;
import org.seccatalogue.workbook.reading.NamedSheet;
import org.seccatalogue.workbook.reading.RowBuilder;
import org.seccatalogue.workbook.reading.SharedTexts;
import org.seccatalogue.workbook.reading.XmlPart;

/// An Excel workbook (ISO/IEC 29500). Macros are never run; of formulas only the values that were
/// stored with them are seen.
final class XlsxWorkbook implements Workbook {

  private static final String MAIN = "main+xml";
  private static final String WITH_MACROS = "macroEnabled";
  private static final int CHARACTERS_IN_MEMORY = 8_000_000;

  private final ZipParts zip;
  private final Limits limits;
  private final XlsxParts parts;
  private final SharedTexts texts = new SharedTexts(CHARACTERS_IN_MEMORY);
  private final List<Sheet> sheets = new ArrayList<>();
  private RecognisedFile.Format format = RecognisedFile.Format.XLSX;
  private CellStyles looks = CellStyles.NONE;
  private boolean from1904;

  private XlsxWorkbook(ZipParts zip, Limits limits) throws IOException {
    this.zip = zip;
    this.limits = limits;
    this.parts = new XlsxParts(zip, limits);
  }

  /// @param zip closed with the workbook, or when it is none
  static XlsxWorkbook open(ZipParts zip, Limits limits) throws IOException {
    @Nullable XlsxWorkbook workbook = null;
    try {
      workbook = new XlsxWorkbook(zip, limits);
      workbook.read();
      return workbook;
    } catch (IOException | RuntimeException e) {
      try (Closeable _ = workbook == null ? zip : workbook) {
        throw e;
      }
    }
  }

  private void read() throws IOException {
    String main = parts.main();
    String type = parts.type(main);
    if (!type.contains("spreadsheetml") && !type.contains("ms-excel")) {
      throw NotAWorkbook.because(
          "a workbook whose main part is said to be “" + type + "”",
          "a workbook that its program can open: open it there, save it again and send the new"
              + " file");
    }
    if (!type.endsWith(MAIN)) {
      throw FileContent.binaryWorkbook();
    }
    format = type.contains(WITH_MACROS) ? RecognisedFile.Format.XLSM : RecognisedFile.Format.XLSX;
    Map<String, XlsxParts.Related> related = parts.related(main);
    readWorkbook(main, related);
    @Nullable String styles = parts.related(related, "styles");
    if (styles != null) {
      try (XmlPart xml = parts.open(styles)) {
        looks = CellStyles.read(xml, from1904);
      }
    }
    @Nullable String shared = parts.related(related, "sharedStrings");
    if (shared != null) {
      readTexts(shared);
    }
  }

  private void readWorkbook(String main, Map<String, XlsxParts.Related> related)
      throws IOException {
    try (XmlPart xml = parts.open(main)) {
      while (xml.next()) {
        if (xml.isStart()) {
          switch (xml.name()) {
            case "workbookPr" -> from1904 = xml.isTrue("date1904");
            case "sheet" -> addSheet(xml, related);
            default -> xml.unknown(true);
          }
        }
      }
    }
    if (sheets.isEmpty()) {
      throw NotAWorkbook.damaged("a workbook without a sheet", null);
    }
  }

  private void addSheet(XmlPart xml, Map<String, XlsxParts.Related> all) {
    String name = xml.attribute("name", "");
    XlsxParts.@Nullable Related related = all.get(xml.attribute("id", ""));
    if (related != null && List.of("chartsheet", "dialogsheet").contains(related.type())) {
      return;
    }
    if (related == null || related.external()) {
      throw NotAWorkbook.damaged("a workbook whose sheet “" + name + "” is not in the file", null);
    }
    String type = parts.type(related.target());
    if (type.contains("macrosheet")) {
      return;
    }
    if (!type.endsWith("worksheet+xml")) {
      throw NotAWorkbook.damaged(
          "a workbook whose sheet “" + name + "” is said to be “" + type + "”", null);
    }
    sheets.add(
        new XlsxSheet(
            name, related.target(), !xml.attribute("state", "visible").equals("visible")));
    FileContent.checkSheets(sheets.size(), limits);
  }

  private void readTexts(String part) throws IOException {
    try (XmlPart xml = parts.open(part)) {
      while (xml.goTo("si")) {
        if (texts.size() == limits.sharedTexts()) {
          throw NotAWorkbook.tooLarge(
              "a workbook that shares more texts between its cells",
              "at most " + limits.sharedTexts() + " (catalogue.import.shared-texts)");
        }
        texts.add(EscapedText.plain(StruckText.read(xml, texts::strikeNext)));
      }
    }
    texts.finish();
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public RecognisedFile recognised() {
    return RecognisedFile.of(format);
  }

  @Override
  public void close() throws IOException {
    try (Closeable _ = zip) {
      texts.close();
    }
  }

  private final class XlsxSheet extends NamedSheet {
    private final String part;

    XlsxSheet(String name, String part, boolean hidden) {
      super(name, hidden);
      this.part = part;
    }

    @Override
    public Stream<SheetRow> rows() throws IOException {
      RowBuilder row = new RowBuilder(name, limits);
      return new XlsxRows(parts.open(part), texts, looks, row).stream();
    }

    @Override
    protected SheetLayout readLayout() throws IOException {
      return new XlsxLayout(zip, part, name, limits).read();
    }
  }
}
