package org.seccatalogue.workbook.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.MergedRegion;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.ZipParts;
import org.seccatalogue.workbook.reading.MergedRegions;
import org.seccatalogue.workbook.reading.XmlPart;

/// Reads what a sheet part says before and after its cells. The cells themselves are leapt over as
/// bytes, which takes a tenth of the time of reading them.
final class XlsxLayout {

  private static final byte[] END = "sheetData>".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern AREA =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

  private final ZipParts zip;
  private final String part;
  private final String sheet;
  private final Workbook.Limits limits;
  private final BitSet hiddenColumns = new BitSet();
  private String root = "<worksheet>";

  XlsxLayout(ZipParts zip, String part, String sheet, Workbook.Limits limits) {
    this.zip = zip;
    this.part = part;
    this.sheet = sheet;
    this.limits = limits;
  }

  SheetLayout read() throws IOException {
    readHead();
    return new SheetLayout(hiddenColumns, readTail());
  }

  private void readHead() throws IOException {
    try (XmlPart xml = new XmlPart(part, zip.open(part), limits.nesting())) {
      while (xml.next()) {
        if (xml.isStart()) {
          switch (xml.name()) {
            case "worksheet" -> root = root(xml.reader());
            case "col" -> hide(xml);
            case "sheetData" -> {
              return;
            }
            default -> xml.unknown(true);
          }
        }
      }
    }
  }

  /// An element that has the name spaces of the part, for reading what stands behind its cells.
  private static String root(XMLStreamReader reader) {
    String own = reader.getPrefix();
    StringBuilder tag = new StringBuilder("<");
    tag.append(own == null || own.isEmpty() ? "" : own + ":").append(reader.getLocalName());
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      tag.append(prefix == null || prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
          .append("=\"")
          .append(String.valueOf(reader.getNamespaceURI(i)).replaceAll("[<&\"]", ""))
          .append('"');
    }
    return tag.append('>').toString();
  }

  /// A sheet may declare any number of columns; only those that are read matter.
  private void hide(XmlPart xml) {
    if (xml.isTrue("hidden")) {
      int from = Math.min(xml.count("min"), limits.columns() + 1);
      int to = Math.min(xml.count("max"), limits.columns());
      if (from <= to) {
        hiddenColumns.set(from - 1, to);
      }
    }
  }

  private List<MergedRegion> readTail() throws IOException {
    MergedRegions merged = new MergedRegions(sheet, limits);
    try (InputStream in = zip.open(part)) {
      byte @Nullable [] rest = behindCells(in);
      if (rest == null) {
        return List.of();
      }
      InputStream tail =
          new SequenceInputStream(
              new SequenceInputStream(
                  new ByteArrayInputStream(root.getBytes(StandardCharsets.UTF_8)),
                  new ByteArrayInputStream(rest)),
              in);
      XmlPart xml = new XmlPart(part, tail, limits.nesting());
      while (xml.next() && !xml.isEnd("mergeCells") && !isLater(xml)) {
        if (xml.isStart() && xml.name().equals("mergeCell")) {
          add(merged, xml.attribute("ref", ""));
        } else {
          xml.unknown(xml.isStart());
        }
      }
    }
    return merged.inOrder();
  }

  /// What stands behind the merged cells, and may be long.
  private static boolean isLater(XmlPart xml) {
    return xml.isEnd("worksheet")
        || (xml.isStart()
            && Set.of("conditionalFormatting", "dataValidations", "hyperlinks")
                .contains(xml.name()));
  }

  private static void add(MergedRegions merged, String area) {
    Matcher matcher = AREA.matcher(area);
    if (matcher.matches()) {
      merged.add(
          new MergedRegion(
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(4)),
              column(matcher.group(1)),
              column(matcher.group(3))));
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /// Leaps to behind the end of the cells (as Horspool does).
  ///
  /// @return what was read of that already; absent when there is none
  private static byte @Nullable [] behindCells(InputStream in) throws IOException {
    int[] leap = new int[256];
    Arrays.fill(leap, END.length);
    for (int i = 0; i < END.length - 1; i++) {
      leap[END[i]] = END.length - 1 - i;
    }
    byte[] buffer = new byte[1 << 16];
    int filled = in.readNBytes(buffer, 0, buffer.length);
    while (filled >= END.length) {
      int at = END.length - 1;
      while (at < filled) {
        if (buffer[at] == '>' && isEnd(buffer, at)) {
          return Arrays.copyOfRange(buffer, at + 1, filled);
        }
        at += leap[buffer[at] & 0xff];
      }
      int kept = Math.min(filled, 2 * END.length + 64);
      System.arraycopy(buffer, filled - kept, buffer, 0, kept);
      int read = in.readNBytes(buffer, kept, buffer.length - kept);
      if (read == 0) {
        break;
      }
      filled = kept + read;
    }
    return null;
  }

  private static boolean isEnd(byte[] buffer, int at) {
    int from = at - END.length + 1;
    for (int i = 0; i < END.length; i++) {
      if (buffer[from + i] != END[i]) {
        return false;
      }
    }
    int open = from - 1;
    while (open > 0 && open > from - 64 && buffer[open] != '<') {
      open--;
    }
    return open >= 0 && buffer[open] == '<' && buffer[open + 1] == '/';
  }
}
