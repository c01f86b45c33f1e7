package org.seccatalogue.workbook.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.workbook.reading.NumberFormat;
import org.seccatalogue.workbook.reading.XmlPart;

/// How cells look, as far as that tells what they mean: how their numbers are shown, and whether
/// their words are struck through. Styles may name each other in circles; what a cell shows stands
/// in its own style alone.
final class CellStyles {

  /// Of a workbook without styles.
  static final CellStyles NONE = new CellStyles(false);

  private static final NumberFormat GENERAL = NumberFormat.of("General", false);
  private static final String FONTS = "fonts";
  private static final String CELLS = "cellXfs";
  private static final int MOST = 1 << 16;

  private final boolean from1904;
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<NumberFormat> formats = new ArrayList<>();
  private final BitSet struckFonts = new BitSet();
  private final BitSet struck = new BitSet();
  private int fonts;
  private String within = "";

  private CellStyles(boolean from1904) {
    this.from1904 = from1904;
  }

  static CellStyles read(XmlPart xml, boolean from1904) {
    CellStyles styles = new CellStyles(from1904);
    while (xml.next()) {
      if (xml.isStart()) {
        styles.start(xml);
      } else if (xml.isEnd(FONTS) || xml.isEnd(CELLS)) {
        styles.within = "";
      }
    }
    return styles;
  }

  private void start(XmlPart xml) {
    switch (xml.name()) {
      case FONTS, CELLS -> within = xml.name();
      case "numFmt" ->
          codes.putIfAbsent(id(xml, "numFmtId"), xml.attribute("formatCode", "General"));
      case "font" -> fonts += within.equals(FONTS) ? 1 : 0;
      case StruckText.ELEMENT -> {
        if (within.equals(FONTS) && StruckText.is(xml)) {
          struckFonts.set(fonts);
        }
      }
      case "xf" -> add(xml);
      default -> xml.unknown(true);
    }
    if (Math.max(Math.max(codes.size(), fonts), formats.size()) > MOST) {
      throw xml.damaged(null);
    }
  }

  private void add(XmlPart xml) {
    if (within.equals(CELLS)) {
      int format = id(xml, "numFmtId");
      // Fonts are counted from 1 here, as each is counted before the line in it is read.
      struck.set(formats.size(), struckFonts.get(Math.clamp(id(xml, "fontId"), -1, MOST) + 1));
      formats.add(NumberFormat.of(format, codes.get(format), from1904));
    }
  }

  private static int id(XmlPart xml, String attribute) {
    try {
      return Integer.parseInt(xml.attribute(attribute, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// How a cell of this style shows a number.
  NumberFormat format(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : GENERAL;
  }

  /// Whether the words of a cell of this style are struck through.
  boolean isStruck(int style) {
    return style >= 0 && struck.get(style);
  }
}
