package org.seccatalogue.workbook.annotate;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.reading.XmlPart;
import org.seccatalogue.workbook.xlsx.XlsxParts;

/// The list of sheets in the main part of an Excel workbook, and how to add one to it.
final class XlsxSheets {

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final String main;
  private final Map<String, String> byName = new LinkedHashMap<>();
  private Splices.@Nullable End end;
  private String element = "sheet";
  private String id = "r:id";
  private String declared = "";
  private long lastNumber;

  private XlsxSheets(String main) {
    this.main = main;
  }

  static XlsxSheets read(XlsxParts parts, String main, Map<String, XlsxParts.Related> related)
      throws IOException {
    XlsxSheets sheets = new XlsxSheets(main);
    try (XmlPart xml = parts.open(main)) {
      while (xml.next()) {
        if (xml.isStart() && xml.name().equals("sheet")) {
          sheets.add(xml, related);
        } else if (!xml.isText() && xml.name().equals("sheets")) {
          sheets.end(xml);
        } else {
          xml.unknown(xml.isStart());
        }
      }
    }
    return sheets;
  }

  private void add(XmlPart xml, Map<String, XlsxParts.Related> related) {
    XlsxParts.Related target = related.get(xml.attribute("id", ""));
    if (target != null) {
      byName.putIfAbsent(xml.attribute("name", ""), target.target());
    }
    lastNumber = Math.max(lastNumber, xml.count("sheetId"));
  }

  private void end(XmlPart xml) {
    end = Splices.End.of(xml, end);
    element = xml.prefixed("sheet");
    String prefix = xml.prefixOf(RELATIONSHIPS);
    boolean usable = prefix != null && !prefix.isEmpty();
    id = (usable ? prefix : "r") + ":id";
    declared = usable ? "" : " xmlns:r=\"" + RELATIONSHIPS + "\"";
  }

  /// All names, also those of sheets that hold no cells.
  Set<String> names() {
    return byName.keySet();
  }

  String part(String name) {
    String part = byName.get(name);
    if (part == null) {
      throw new NotAnnotated("its sheet “" + name + "” is not found again");
    }
    return part;
  }

  void add(String name, String relationship, PatchedZip out) {
    if (end == null) {
      throw new NotAnnotated("its list of sheets is not written as usual");
    }
    Splices splices = new Splices();
    splices.append(
        end,
        "<%s%s name=\"%s\" sheetId=\"%d\" %s=\"%s\"/>"
            .formatted(element, declared, name, lastNumber + 1, id, relationship));
    out.change(main, splices);
  }
}
