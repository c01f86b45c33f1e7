package org.seccatalogue.workbook.xls;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.FileContent;
import org.seccatalogue.workbook.MergedRegion;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.reading.MergedRegions;
import org.seccatalogue.workbook.reading.NamedSheet;
import org.seccatalogue.workbook.reading.NumberFormat;
import org.seccatalogue.workbook.reading.RowBuilder;

/// An Excel 97-2003 workbook (BIFF8), read record by record. Macros and embedded objects in the
/// file are never looked at.
final class XlsWorkbook implements Workbook {

  private static final String STREAM = "Workbook";

  private final POIFSFileSystem files;
  private final Limits limits;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Integer> formatOf = new ArrayList<>();
  private final List<NumberFormat> formats = new ArrayList<>();
  private @Nullable SSTRecord texts;
  private boolean from1904;

  private XlsWorkbook(POIFSFileSystem files, Limits limits) {
    this.files = files;
    this.limits = limits;
  }

  static XlsWorkbook open(Path file, Limits limits) throws IOException {
    POIFSFileSystem files = XlsRecords.guarded(() -> new POIFSFileSystem(file.toFile(), true));
    XlsWorkbook workbook = new XlsWorkbook(files, limits);
    try {
      refuseOthers(files.getRoot());
      workbook.readGlobals();
      return workbook;
    } catch (IOException | RuntimeException e) {
      try (Closeable _ = files) {
        throw e;
      }
    }
  }

  private static void refuseOthers(DirectoryNode root) {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw NotAWorkbook.locked();
    }
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      throw NotAWorkbook.because("a Word document", "a workbook");
    }
    if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
      throw NotAWorkbook.because("a PowerPoint presentation", "a workbook");
    }
    if (!root.hasEntryCaseInsensitive(STREAM)) {
      throw root.hasEntryCaseInsensitive("Book")
          ? NotAWorkbook.because(
              "a workbook of Excel 95 or older", "a newer one: open it, save it as .xlsx")
          : NotAWorkbook.because("an OLE2 file that holds no workbook", "a workbook");
    }
  }

  private InputStream stream() throws IOException {
    return XlsRecords.guarded(() -> files.getRoot().createDocumentInputStream(STREAM));
  }

  private void readGlobals() throws IOException {
    try (XlsRecords records = new XlsRecords(stream(), 0)) {
      for (Record record = records.next(); record != null; record = records.next()) {
        switch (record) {
          case BOFRecord start when start.getVersion() != BOFRecord.VERSION ->
              throw NotAWorkbook.because(
                  "a workbook of Excel 95 or older", "a newer one: open it, save it as .xlsx");
          case FilePassRecord _ -> throw NotAWorkbook.locked();
          case DateWindow1904Record window -> from1904 = window.getWindowing() != 0;
          case FormatRecord format -> codes.put(format.getIndexCode(), format.getFormatString());
          case ExtendedFormatRecord style -> formatOf.add((int) style.getFormatIndex());
          case SSTRecord shared -> texts = shared;
          case BoundSheetRecord sheet -> add(sheet);
          default -> {}
        }
      }
    }
    if (sheets.isEmpty()) {
      throw NotAWorkbook.damaged("a workbook without a sheet", null);
    }
    formatOf.forEach(id -> formats.add(NumberFormat.of(id, codes.get(id), from1904)));
  }

  private void add(BoundSheetRecord sheet) {
    sheets.add(
        new XlsSheet(
            sheet.getSheetname(),
            sheet.getPositionOfBof(),
            sheet.isHidden() || sheet.isVeryHidden()));
    FileContent.checkSheets(sheets.size(), limits);
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public RecognisedFile recognised() {
    return RecognisedFile.of(RecognisedFile.Format.XLS);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  private final class XlsSheet extends NamedSheet {
    private final int position;

    XlsSheet(String name, int position, boolean hidden) {
      super(name, hidden);
      this.position = position;
    }

    @Override
    public Stream<SheetRow> rows() throws IOException {
      RowBuilder row = new RowBuilder(name, limits);
      return new XlsRows(new XlsRecords(stream(), position), texts, formats, row).stream();
    }

    @Override
    protected SheetLayout readLayout() throws IOException {
      BitSet hiddenColumns = new BitSet();
      MergedRegions merged = new MergedRegions(name, limits);
      try (XlsRecords records = new XlsRecords(stream(), position)) {
        for (Record record = records.next(); record != null; record = records.next()) {
          switch (record) {
            case ColumnInfoRecord columns when columns.getHidden() ->
                hiddenColumns.set(
                    columns.getFirstColumn(),
                    Math.max(columns.getFirstColumn(), columns.getLastColumn()) + 1);
            case MergeCellsRecord cells -> add(cells, merged);
            default -> {}
          }
        }
      }
      return new SheetLayout(hiddenColumns, merged.inOrder());
    }

    private static void add(MergeCellsRecord cells, MergedRegions merged) {
      for (int i = 0; i < cells.getNumAreas(); i++) {
        CellRangeAddress area = cells.getAreaAt(i);
        merged.add(
            new MergedRegion(
                area.getFirstRow() + 1,
                area.getLastRow() + 1,
                area.getFirstColumn(),
                area.getLastColumn()));
      }
    }
  }
}
