package org.seccatalogue.workbook.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.annotate.FindingNotes.At;
import org.seccatalogue.workbook.reading.XmlPart;
import org.seccatalogue.xml.XmlWriter;

/// The drawing (VML) in which spreadsheet programs look for the boxes of comments.
final class SheetShapes {

  private static final String VML = "urn:schemas-microsoft-com:vml";
  private static final String OFFICE = "urn:schemas-microsoft-com:office:office";
  private static final String EXCEL = "urn:schemas-microsoft-com:office:excel";
  private static final Map<String, String> PREFIXES = Map.of("v", VML, "o", OFFICE, "x", EXCEL);
  private static final Pattern NUMBER = Pattern.compile("_x0000_s([0-9]{1,9})");
  private static final String BOX = "_x0000_t202";
  private static final String BOX_TYPE =
      "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
          + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
          + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

  /// A drawing names its shapes by blocks of so many numbers.
  private static final int BLOCK = 1024;

  private static final int LETTERS_OF_A_LINE = 40;
  private static final int MOST_LINES = 24;
  private static final int LAST_ROW = 1_048_575;
  private static final int LAST_COLUMN = 16_383;

  private final Splices splices = new Splices();
  private Splices.@Nullable End end;
  private int last = BLOCK;
  private boolean hasBox;

  private SheetShapes() {}

  /// Changes a drawing that is there.
  ///
  /// @param removed cells whose box is taken out
  /// @param added cells that get one, with their texts
  static Splices patch(XmlPart xml, Set<At> removed, Map<At, String> added) {
    SheetShapes shapes = new SheetShapes();
    shapes.read(xml, removed);
    if (!added.isEmpty()) {
      if (shapes.end == null) {
        throw new NotAnnotated("a drawing in it is not written as usual");
      }
      String type = shapes.hasBox ? "" : BOX_TYPE;
      shapes.splices.append(shapes.end, type + written(added, shapes.last + 1));
    }
    return shapes.splices;
  }

  /// Writes a drawing with these boxes alone.
  ///
  /// @param block the first block of numbers that is free in the workbook
  static void write(Map<At, String> added, int block, OutputStream out) throws IOException {
    StringBuilder blocks = new StringBuilder().append(block);
    for (int more = 1; more <= added.size() / BLOCK; more++) {
      blocks.append(',').append(block + more);
    }
    String text =
        "<xml xmlns:v=\""
            + VML
            + "\" xmlns:o=\""
            + OFFICE
            + "\" xmlns:x=\""
            + EXCEL
            + "\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\""
            + blocks
            + "\"/></o:shapelayout>"
            + BOX_TYPE
            + written(added, block * BLOCK + 1)
            + "</xml>";
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void read(XmlPart xml, Set<At> removed) {
    while (xml.next()) {
      if (xml.isText()) {
        continue;
      }
      if (xml.isStart() && xml.depth() == 1) {
        checkPrefixes(xml);
      }
      if (xml.depth() == (xml.isStart() ? 1 : 0)) {
        end = Splices.End.of(xml, end);
      } else if (xml.isStart() && xml.name().equals("shapetype")) {
        hasBox |= xml.attribute("id", "").equals(BOX);
      } else if (xml.isStart() && xml.name().equals("shape")) {
        readShape(xml, removed);
      }
    }
  }

  private static void checkPrefixes(XmlPart xml) {
    PREFIXES.forEach(
        (prefix, namespace) -> {
          if (!namespace.equals(xml.namespaceOf(prefix))) {
            throw new NotAnnotated("a drawing in it is not written as usual");
          }
        });
  }

  private void readShape(XmlPart xml, Set<At> removed) {
    long from = xml.from();
    int outer = xml.depth() - 1;
    Matcher number = NUMBER.matcher(xml.attribute("id", "") + " " + xml.attribute("spid", ""));
    while (number.find()) {
      last = Math.max(last, Integer.parseInt(number.group(1)));
    }
    boolean note = false;
    int row = -1;
    int column = -1;
    while (xml.depth() > outer && xml.next()) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "ClientData" -> note = xml.attribute("ObjectType", "").equals("Note");
          case "Row" -> row = number(xml.text(""));
          case "Column" -> column = number(xml.text(""));
          default -> {}
        }
      }
    }
    if (note && removed.contains(new At(row + 1, column))) {
      splices.replace(from, xml.to(), "");
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String written(Map<At, String> added, int first) {
    StringWriter out = new StringWriter();
    XmlWriter xml = new XmlWriter(out);
    int number = first;
    for (Map.Entry<At, String> note : added.entrySet()) {
      shape(xml, number++, note.getKey(), note.getValue());
    }
    return out.toString();
  }

  private static void shape(XmlWriter xml, int number, At at, String text) {
    xml.open(
        "v:shape",
        "id",
        "_x0000_s" + number,
        "type",
        "#" + BOX,
        "style",
        "position:absolute;margin-left:60pt;margin-top:1.5pt;width:220pt;height:60pt;"
            + "z-index:1;visibility:hidden",
        "fillcolor",
        "#ffffe1",
        "o:insetmode",
        "auto");
    xml.markup("<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>");
    xml.markup("<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">");
    xml.markup("<div style=\"text-align:left\"></div></v:textbox>");
    xml.open("x:ClientData", "ObjectType", "Note").markup("<x:MoveWithCells/><x:SizeWithCells/>");
    xml.open("x:Anchor").text(anchor(at, text)).close("x:Anchor");
    xml.markup("<x:AutoFill>False</x:AutoFill>");
    xml.open("x:Row").text(String.valueOf(at.row() - 1)).close("x:Row");
    xml.open("x:Column").text(String.valueOf(at.column())).close("x:Column");
    xml.close("x:ClientData").close("v:shape");
  }

  /// From which cell to which the box stands: beside its cell, and as high as its text. Each as the
  /// number of a column or row, and how far into it in pixels.
  private static String anchor(At at, String text) {
    int top = Math.clamp(at.row() - 2, 0, LAST_ROW - MOST_LINES - 2);
    int left = Math.min(at.column() + 1, LAST_COLUMN - 4);
    int bottom = top + lines(text) + 1;
    return "%d, 15, %d, 2, %d, 31, %d, 4".formatted(left, top, left + 4, bottom);
  }

  private static int lines(String text) {
    long lines = text.lines().mapToLong(line -> 1 + line.length() / LETTERS_OF_A_LINE).sum();
    return (int) Math.min(MOST_LINES, lines + 1);
  }
}
