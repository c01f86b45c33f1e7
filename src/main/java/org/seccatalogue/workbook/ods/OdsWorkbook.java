package org.seccatalogue.workbook.ods;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.seccatalogue.workbook.FileContent;
import org.seccatalogue.workbook.MergedRegion;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.ZipParts;
import org.seccatalogue.workbook.reading.MergedRegions;
import org.seccatalogue.workbook.reading.NamedSheet;
import org.seccatalogue.workbook.reading.XmlPart;

/// An OpenDocument spreadsheet (ISO/IEC 26300). All its sheets stand in one part, which is read
/// once for their names and layouts, and once more for the rows of each.
final class OdsWorkbook implements Workbook {

  private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String CONTENT = "content.xml";

  private final ZipParts zip;
  private final Limits limits;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Set<String> hiddenStyles = new HashSet<>();

  private OdsWorkbook(ZipParts zip, Limits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /// @param zip closed with the workbook, or when it is none
  static OdsWorkbook open(ZipParts zip, Limits limits) throws IOException {
    OdsWorkbook workbook = new OdsWorkbook(zip, limits);
    try {
      workbook.checkKind();
      workbook.readSheets();
      return workbook;
    } catch (IOException | RuntimeException e) {
      try (Closeable _ = zip) {
        throw e;
      }
    }
  }

  private void checkKind() throws IOException {
    String type;
    try (InputStream in = zip.open("mimetype")) {
      type = new String(in.readNBytes(TYPE.length() + 16), StandardCharsets.US_ASCII).strip();
    }
    if (!type.equals(TYPE) && !type.equals(TYPE + "-template")) {
      throw NotAWorkbook.because(
          type.startsWith("application/vnd.oasis.opendocument")
              ? "an OpenDocument file that is no spreadsheet"
              : "a zip archive of other files",
          "an Excel workbook (.xlsx, .xlsm, .xls), an OpenDocument spreadsheet (.ods) or a CSV"
              + " file");
    }
    if (zip.has("META-INF/manifest.xml")) {
      try (XmlPart manifest = part("META-INF/manifest.xml")) {
        if (manifest.goTo("encryption-data")) {
          throw NotAWorkbook.locked();
        }
      }
    }
  }

  private XmlPart part(String name) throws IOException {
    return new XmlPart(name, zip.open(name), limits.nesting());
  }

  private void readSheets() throws IOException {
    try (XmlPart xml = part(CONTENT)) {
      String style = "";
      while (xml.next()) {
        if (xml.isStart()) {
          switch (xml.name()) {
            case "style" -> style = xml.attribute("name", "");
            case "table-properties" -> {
              if (xml.attribute("display", "true").equals("false")) {
                hiddenStyles.add(style);
              }
            }
            case "table" -> addSheet(xml);
            default -> xml.unknown(true);
          }
        }
      }
    }
  }

  private void addSheet(XmlPart xml) {
    String name = xml.attribute("name", "Sheet " + (sheets.size() + 1));
    boolean hidden = hiddenStyles.contains(xml.attribute("style-name", ""));
    SheetLayout layout = layout(xml, name);
    sheets.add(new OdsSheet(name, sheets.size(), hidden, layout));
    FileContent.checkSheets(sheets.size(), limits);
  }

  private SheetLayout layout(XmlPart xml, String name) {
    BitSet hidden = new BitSet();
    MergedRegions merged = new MergedRegions(name, limits);
    long row = 0;
    long nextRow = 1;
    long columns = 0;
    long column = 0;
    for (int tables = 1; tables > 0 && xml.next(); ) {
      if (xml.isEnd("table")) {
        tables--;
      } else if (xml.isStart()) {
        switch (xml.name()) {
          case "table" -> tables++;
          case "table-column" -> {
            int count = xml.count("number-columns-repeated");
            hide(xml, hidden, columns, count);
            columns += count;
          }
          case "table-row" -> {
            row = nextRow;
            nextRow += xml.count("number-rows-repeated");
            column = 0;
          }
          case "table-cell" -> {
            merge(xml, merged, row, column);
            column += xml.count("number-columns-repeated");
          }
          case "covered-table-cell" -> column += xml.count("number-columns-repeated");
          default -> xml.unknown(true);
        }
      }
    }
    return new SheetLayout(hidden, merged.inOrder());
  }

  private void hide(XmlPart xml, BitSet hidden, long from, int count) {
    if (!xml.attribute("visibility", "visible").equals("visible") && from < limits.columns()) {
      hidden.set((int) from, (int) Math.min(limits.columns(), from + count));
    }
  }

  private static void merge(XmlPart xml, MergedRegions merged, long row, long column) {
    int rows = xml.count("number-rows-spanned");
    int columns = xml.count("number-columns-spanned");
    if (rows > 1 || columns > 1) {
      merged.add(
          new MergedRegion(
              OdsRows.bounded(row),
              OdsRows.bounded(row + rows - 1),
              OdsRows.bounded(column),
              OdsRows.bounded(column + columns - 1)));
    }
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public RecognisedFile recognised() {
    return RecognisedFile.of(RecognisedFile.Format.ODS);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class OdsSheet extends NamedSheet {
    private final int index;
    private final SheetLayout layout;

    OdsSheet(String name, int index, boolean hidden, SheetLayout layout) {
      super(name, hidden);
      this.index = index;
      this.layout = layout;
    }

    @Override
    public Stream<SheetRow> rows() throws IOException {
      return new OdsRows(part(CONTENT), index, name, limits).stream();
    }

    @Override
    protected SheetLayout readLayout() {
      return layout;
    }
  }
}
