package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a workbook calls its sheets and ranges, which readers see beside the cells, and how it
/// shows them.
final class WorkbookNames {

  /// What a view or the workbook may say that only concerns where somebody stopped to read.
  private static final Set<String> PLACES =
      Set.of(
          "activeTab",
          "firstSheet",
          "tabRatio",
          "xWindow",
          "yWindow",
          "windowWidth",
          "windowHeight",
          "uid",
          "codeName",
          "defaultThemeVersion",
          "filterPrivacy",
          "backupFile",
          "showObjects",
          "hidePivotFieldList",
          "autoFilterDateGrouping");

  /// What is meant where nothing is said.
  private static final Set<String> USUAL = Set.of("0", "false", "visible", "all", "");

  private final Words words;
  private final List<String> names = new ArrayList<>();
  private final Map<String, String> identifiers = new LinkedHashMap<>();

  WorkbookNames(Words words) {
    this.words = words;
  }

  /// Reads `xl/workbook.xml`.
  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "sheet" -> sheet(xml);
          case "definedName" -> defined(xml);
          case "workbookPr", "workbookView" -> shown(xml);
          default -> {}
        }
      }
    }
  }

  /// The sheets in their order, by the identifiers of the parts in which they are.
  Map<String, String> identifiers() {
    return identifiers;
  }

  private void sheet(XMLStreamReader xml) {
    String name = attribute(xml, "name");
    names.add(name);
    identifiers.put(attribute(xml, "id"), name);
    words.signOfAll("The name of a sheet", names.size() + ". " + name);
    String state = attribute(xml, "state");
    if (!USUAL.contains(state)) {
      words.signOfAll("A hidden sheet", name);
    }
  }

  /// Programs name the range of a filter on their own; the same range may be written in many ways.
  private void defined(XMLStreamReader xml) throws XMLStreamException {
    String name = attribute(xml, "name");
    String sheet = attribute(xml, "localSheetId");
    String hidden = USUAL.contains(attribute(xml, "hidden")) ? "" : ", hidden";
    String comment = attribute(xml, "comment") + attribute(xml, "description");
    String range = xml.getElementText().replace("'", "").replace(" ", "");
    if (!name.toLowerCase(Locale.ROOT).endsWith("_filterdatabase")) {
      words.signOfAll(
          "A defined name", name + hidden + " of " + sheet + ": " + range + " " + comment);
    }
  }

  /// Dates that are counted otherwise, sheets whose tabs are not there, a window that is hidden.
  private void shown(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      String value = xml.getAttributeValue(i);
      boolean usual = name.startsWith("show") ? isOn(value) : USUAL.contains(value);
      if (!PLACES.contains(name) && !usual) {
        words.signOfAll(Shown.LOOK + "the workbook", name + " " + value);
      }
    }
  }

  private static boolean isOn(String value) {
    return value.equals("1") || value.equals("true");
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = WordRun.attribute(xml, name);
    return value == null ? "" : value;
  }
}
