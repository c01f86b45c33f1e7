package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// How the cells of a workbook look, by the numbers of their styles.
final class WorkbookStyles {

  /// What stands above or below the line.
  private static final Look MOVED = new Look(null, null, null, null, null, null, true);

  private static final List<String> WHITE = List.of("1", "9");

  /// The formats that each program has, of which one shows texts and the other anything.
  private static final List<String> PLAIN = List.of("", "0", "49");
  private static final Look BLACK = new Look(null, null, "000000", null, null, null, null);

  /// What an alignment may say that keeps nobody from reading a cell.
  private static final Pattern READABLE =
      Pattern.compile(
          "vertical=.*|wrapText=.*|horizontal=(?:general|left|center|right|justify)"
              + "|(?:indent|relativeIndent)=[0-9]|justifyLastLine=.*"
              + "|(?:textRotation|shrinkToFit|readingOrder)=(?:0|false)");

  /// Colours that are black wherever nothing else is said.
  private static final Pattern BLACK_BY_NUMBER =
      Pattern.compile("(?:theme=1|indexed=(?:8|64)|auto=1) ?");

  private final Map<String, String> formats = new HashMap<>();
  private final List<Look> fonts = new ArrayList<>();

  /// Colours of fonts that go by numbers, in the order of the fonts.
  private final List<String> numbers = new ArrayList<>();

  /// The same of cells.
  private final List<String> numbered = new ArrayList<>();
  private boolean palette;
  private final List<String> grounds = new ArrayList<>();

  /// What lies over grounds: a pattern, or a colour that goes by a number.
  private final List<String> patterns = new ArrayList<>();

  /// Whether lines cross the cells, in the order of the borders.
  private final List<Boolean> crossed = new ArrayList<>();

  private final List<List<String>> cells = new ArrayList<>();

  /// Which list of the styles is being read.
  private String list = "";

  void start(XMLStreamReader xml, String name) {
    switch (name) {
      case "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs" ->
          list = name;
      case "numFmt" -> formats.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
      case "font" -> {
        fonts.add(Look.AS_AROUND);
        numbers.add("");
      }
      case "alignment" -> alignment(xml);
      case "indexedColors" -> palette = true;
      case "fill" -> fill();
      case "patternFill" -> pattern(attribute(xml, "patternType"));
      case "gradientFill" -> pattern("gradient");
      case "fgColor" -> {
        ground(color(xml));
        byNumber(xml);
      }
      case "border" -> border(xml);
      case "xf" -> style(xml);
      default -> {
        font(look(xml, name));
        number(xml, name);
      }
    }
  }

  /// Keeps a colour that is told by the number of a theme or a palette.
  private void number(XMLStreamReader xml, String name) {
    if (list.equals("fonts") && name.equals("color") && !numbers.isEmpty()) {
      numbers.set(numbers.size() - 1, numberOf(xml));
    }
  }

  /// What could keep people from reading cells that are laid out so.
  private void alignment(XMLStreamReader xml) {
    if (!list.equals("cellXfs") || cells.isEmpty()) {
      return;
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String said = xml.getAttributeLocalName(i) + "=" + xml.getAttributeValue(i);
      if (said.matches("wrapText=(?:1|true)")) {
        cells.getLast().add(Shown.LOOK + "cells whose words go on in the next line");
      }
      if (!READABLE.matcher(said).matches()) {
        cells.getLast().add(Shown.LOOK + "cells by the alignment " + said);
      }
    }
  }

  private void font(Look look) {
    if (list.equals("fonts") && !fonts.isEmpty()) {
      fonts.set(fonts.size() - 1, look.over(fonts.getLast()));
    }
  }

  /// Looks by conditions have grounds and borders of their own, which have no number.
  private void fill() {
    if (list.equals("fills")) {
      grounds.add("");
      patterns.add("none");
    }
  }

  private void border(XMLStreamReader xml) {
    if (list.equals("borders")) {
      crossed.add(isOn(xml, "diagonalUp") || isOn(xml, "diagonalDown"));
    }
  }

  private void pattern(String type) {
    if (list.equals("fills") && !patterns.isEmpty()) {
      patterns.set(patterns.size() - 1, type);
    }
  }

  private void byNumber(XMLStreamReader xml) {
    if (list.equals("fills") && !patterns.isEmpty()) {
      String number = numberOf(xml);
      patterns.set(
          patterns.size() - 1, patterns.getLast() + (number.isEmpty() ? "" : " " + number));
    }
  }

  private static boolean isOn(XMLStreamReader xml, String name) {
    return List.of("1", "true").contains(attribute(xml, name));
  }

  private static String numberOf(XMLStreamReader xml) {
    return Stream.of("theme", "indexed", "tint", "auto")
        .filter(part -> !attribute(xml, part).isEmpty())
        .map(part -> part + "=" + attribute(xml, part) + " ")
        .collect(Collectors.joining());
  }

  private void ground(@Nullable String color) {
    if (list.equals("fills") && !grounds.isEmpty() && color != null) {
      grounds.set(grounds.size() - 1, color);
    }
  }

  /// What an element says of how words look.
  static Look look(XMLStreamReader xml, String name) {
    return switch (name) {
      case "color" -> new Look(null, null, color(xml), null, null, null, null);
      case "sz" -> new Look(null, null, null, halfPoints(xml), null, null, null);
      case "strike" -> new Look(null, true, null, null, null, null, null);
      case "vertAlign" -> attribute(xml, "val").endsWith("script") ? MOVED : Look.AS_AROUND;
      case "name", "rFont" -> new Look(null, null, null, null, attribute(xml, "val"), null, null);
      default -> Look.AS_AROUND;
    };
  }

  /// The first colour of a theme is white, and so is the first of those that have numbers.
  private static @Nullable String color(XMLStreamReader xml) {
    if (attribute(xml, "theme").equals("0") || WHITE.contains(attribute(xml, "indexed"))) {
      return "FFFFFF";
    }
    String color = WordRun.attribute(xml, "rgb");
    return color == null || color.length() < 6 ? null : color.substring(color.length() - 6);
  }

  private static @Nullable Integer halfPoints(XMLStreamReader xml) {
    String size = attribute(xml, "val");
    return size.matches("[0-9.]{1,6}") ? (int) (2 * Double.parseDouble(size)) : null;
  }

  private void style(XMLStreamReader xml) {
    if (!list.equals("cellXfs")) {
      return;
    }
    String id = attribute(xml, "numFmtId");
    String format = formats.getOrDefault(id, PLAIN.contains(id) ? "General" : "number " + id);
    Look look = at(fonts, attribute(xml, "fontId"), Look.AS_AROUND).over(BLACK);
    String number = at(numbers, attribute(xml, "fontId"), "");
    String ground = at(grounds, attribute(xml, "fillId"), "");
    List<String> signs =
        new ArrayList<>(
            new Look(null, null, null, null, null, ground.isEmpty() ? null : ground, null)
                .over(look)
                .signs());
    if (!number.isEmpty() && !BLACK_BY_NUMBER.matcher(number).matches()) {
      signs.add(Shown.LOOK + "cells by the colour " + number.strip());
    }
    signs.addAll(around(xml));
    numbered.add(number);
    if (says(format)) {
      signs.add("A format that shows other words than the cell holds");
    }
    if (!isPlain(format)) {
      signs.add(Shown.LOOK + "cells by the format " + format);
    }
    cells.add(signs);
  }

  /// Patterns, grounds whose colour goes by a number, and lines across.
  private List<String> around(XMLStreamReader xml) {
    List<String> signs = new ArrayList<>();
    String pattern = at(patterns, attribute(xml, "fillId"), "none");
    boolean coloured = !at(grounds, attribute(xml, "fillId"), "").isEmpty();
    if (!List.of("none", coloured ? "solid" : "none", "").contains(pattern)) {
      signs.add(Shown.LOOK + "cells by the ground " + pattern.strip());
    }
    if (at(crossed, attribute(xml, "borderId"), false)) {
      signs.add(Shown.LOOK + "cells by lines across them");
    }
    return signs;
  }

  /// Whether a format shows nothing of a value, or words instead of it.
  private static boolean says(String format) {
    boolean quoted = false;
    boolean word = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '"') {
        if (quoted && word) {
          return true;
        }
        quoted = !quoted;
        word = false;
      }
      word |= quoted && c < 128 && Character.isLetterOrDigit(c);
    }
    return format.contains(";;");
  }

  /// Whether a format shows what a cell holds.
  private static boolean isPlain(String format) {
    return format.equalsIgnoreCase("General") || format.equals("@");
  }

  private static <T> T at(List<T> list, String place, T otherwise) {
    return place.matches("[0-9]{1,5}") && Integer.parseInt(place) < list.size()
        ? list.get(Integer.parseInt(place))
        : otherwise;
  }

  /// What keeps people from reading cells of a style; those that name none have the first.
  List<String> signs(String style) {
    String cell = style.isEmpty() ? "0" : style;
    String number = palette ? at(numbered, cell, "") : "";
    List<String> signs = at(cells, cell, List.of());
    return number.isEmpty()
        ? signs
        : Stream.concat(
                signs.stream(), Stream.of(Shown.LOOK + "cells by a palette of its own " + number))
            .toList();
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = WordRun.attribute(xml, name);
    return value == null ? "" : value;
  }
}
