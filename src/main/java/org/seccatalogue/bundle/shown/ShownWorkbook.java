package org.seccatalogue.bundle.shown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.export.published.WorkbookTexts;

/// What a workbook shows.
public final class ShownWorkbook {

  private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
  private static final Pattern MADE_OF =
      Pattern.compile("xl/(?:workbook|sharedStrings|worksheets/[^/]+|tables/[^/]+)\\.xml");
  private static final List<String> WHITE = List.of("1", "9");
  private static final Pattern BESIDE =
      Pattern.compile(
          "xl/(?:comments|drawings|media|embeddings|externalLinks|vbaProject|threadedComments|charts"
              + "|activeX|ctrlProps|macrosheets)\\b.*");

  /// Programs add drawings in which nothing is.
  private static final Pattern DRAWING = Pattern.compile("xl/drawings/(?:_rels/)?[^/]+");

  private static final Set<String> ANCHORS =
      Set.of("twoCellAnchor", "oneCellAnchor", "absoluteAnchor", "shape");
  private static final double LOWEST_ROW = 3;
  private static final double NARROWEST = 0.5;

  private final Words words = new Words();
  private final Map<String, String> formats = new HashMap<>();
  private final List<Look> fonts = new ArrayList<>();
  private final List<String> grounds = new ArrayList<>();
  private final Map<Integer, List<String>> cells = new HashMap<>();

  private ShownWorkbook() {}

  /// Reads a workbook.
  ///
  /// @param most bytes that are unpacked
  /// @throws IOException when it cannot be read as one
  public static Shown of(Path file, long most) throws IOException {
    ShownWorkbook workbook = new ShownWorkbook();
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
      for (ZipEntry part : parts(zip)) {
        if (DRAWING.matcher(part.getName()).matches()) {
          workbook.read(zip, part.getName(), workbook::drawing);
        } else if (BESIDE.matcher(part.getName()).matches()) {
          workbook.words.signOfAll("Something beside the cells", part.getName());
        }
      }
      workbook.read(zip, "xl/styles.xml", workbook::styles);
      workbook.read(zip, "xl/workbook.xml", workbook::sheets);
      workbook.read(zip, "xl/sharedStrings.xml", workbook::words);
      for (ZipEntry part : parts(zip)) {
        if (SHEET.matcher(part.getName()).matches()) {
          workbook.read(zip, part.getName(), workbook::sheet);
        }
      }
      workbook.markup(zip);
    } catch (XMLStreamException e) {
      throw new IOException("not XML", e);
    }
    return new Shown(WorkbookTexts.of(file), workbook.words.shown().signs());
  }

  private void markup(ZipFile zip) throws IOException, XMLStreamException {
    Markup markup = Markup.ofWorkbook();
    for (ZipEntry part : parts(zip)) {
      if (MADE_OF.matcher(part.getName()).matches()) {
        try (InputStream in = zip.getInputStream(part)) {
          markup.read(Xml.reader(in));
        }
      }
    }
    markup.sign(words);
  }

  private static List<? extends ZipEntry> parts(ZipFile zip) {
    return zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
  }

  /// Reads what stands in a part.
  @FunctionalInterface
  private interface Reader {
    void start(XMLStreamReader xml, String name) throws XMLStreamException;
  }

  private void read(ZipFile zip, String part, Reader reader)
      throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = Xml.reader(in);
      while (xml.hasNext()) {
        xml.next();
        if (xml.isStartElement()) {
          reader.start(xml, xml.getLocalName());
        }
      }
    }
  }

  /// Which list of the styles is being read.
  private String list = "";

  private void styles(XMLStreamReader xml, String name) {
    switch (name) {
      case "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs" ->
          list = name;
      case "numFmt" -> formats.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
      case "font" -> fonts.add(Look.AS_AROUND);
      case "fill" -> grounds.add("");
      case "fgColor" -> ground(color(xml));
      case "xf" -> style(xml);
      default -> font(look(xml, name));
    }
  }

  private void font(Look look) {
    if (list.equals("fonts") && !fonts.isEmpty()) {
      fonts.set(fonts.size() - 1, look.over(fonts.getLast()));
    }
  }

  private void ground(@Nullable String color) {
    if (list.equals("fills") && !grounds.isEmpty() && color != null) {
      grounds.set(grounds.size() - 1, color);
    }
  }

  /// What an element says of how words look.
  private static Look look(XMLStreamReader xml, String name) {
    return switch (name) {
      case "color" -> new Look(null, null, color(xml), null, null, null, null);
      case "sz" -> new Look(null, null, null, halfPoints(xml), null, null, null);
      case "strike" -> new Look(null, true, null, null, null, null, null);
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

  /// How a part of the words of a cell looks.
  private Look part = Look.AS_AROUND;

  /// Words that look otherwise than the rest of their cell.
  private void words(XMLStreamReader xml, String name) throws XMLStreamException {
    switch (name) {
      case "si", "is", "r", "rPr" -> part = Look.AS_AROUND;
      case "t" -> {
        List<String> signs = part.signs();
        String text = signs.isEmpty() ? "" : xml.getElementText();
        signs.forEach(sign -> words.signOfAll(sign, Words.plain(text)));
      }
      default -> part = look(xml, name).over(part);
    }
  }

  private void style(XMLStreamReader xml) {
    if (!list.equals("cellXfs")) {
      return;
    }
    String format = formats.getOrDefault(attribute(xml, "numFmtId"), "");
    Look look = at(fonts, attribute(xml, "fontId"), Look.AS_AROUND);
    String ground = at(grounds, attribute(xml, "fillId"), "");
    List<String> signs =
        new ArrayList<>(
            new Look(null, null, null, null, null, ground.isEmpty() ? null : ground, null)
                .over(look)
                .signs());
    if (says(format)) {
      signs.add("A format that shows other words than the cell holds");
    }
    cells.put(cells.size(), signs);
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

  /// The column of a cell such as B7.
  private static String letters(String cell) {
    int end = cell.length();
    while (end > 0 && cell.charAt(end - 1) >= '0' && cell.charAt(end - 1) <= '9') {
      end--;
    }
    return cell.substring(0, end);
  }

  private static <T> T at(List<T> list, String place, T otherwise) {
    return place.matches("[0-9]{1,5}") && Integer.parseInt(place) < list.size()
        ? list.get(Integer.parseInt(place))
        : otherwise;
  }

  private void sheets(XMLStreamReader xml, String name) {
    if (name.equals("sheet") && !attribute(xml, "state").isEmpty()) {
      String state = attribute(xml, "state");
      if (!state.equals("visible")) {
        words.signOfAll("A hidden sheet", attribute(xml, "name"));
      }
    }
  }

  private final Set<String> seen = new HashSet<>();

  private void sheet(XMLStreamReader xml, String name) throws XMLStreamException {
    switch (name) {
      case "sheetFormatPr" -> rows(xml);
      case "row" -> row(xml);
      case "col" -> column(xml);
      case "c" -> cell(xml);
      case "f" -> words.signOfAll("A formula in place of a value", "");
      case "conditionalFormatting" -> words.signOfAll("A look that depends on conditions", "");
      case "mergeCell" -> words.signOfAll("Cells laid over others", attribute(xml, "ref"));
      case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter" ->
          around(Words.plain(xml.getElementText()));
      case "picture", "oleObject" -> words.signOfAll("Something beside the cells", name);
      default -> words(xml, name);
    }
  }

  /// What all rows are that say nothing of themselves.
  private void rows(XMLStreamReader xml) {
    if (isSet(xml, "zeroHeight") || isLess(xml, "defaultRowHeight", LOWEST_ROW)) {
      words.signOfAll("A hidden row", "each that does not say otherwise");
    }
  }

  private void drawing(XMLStreamReader xml, String name) {
    if (ANCHORS.contains(name)) {
      words.signOfAll("Something beside the cells", "a drawing");
    }
  }

  private void around(String line) {
    if (!line.isEmpty()) {
      words.signOfAll("A line around the text", line);
    }
  }

  private void row(XMLStreamReader xml) {
    if (isSet(xml, "hidden") || isLess(xml, "ht", LOWEST_ROW)) {
      words.signOfAll("A hidden row", attribute(xml, "r"));
    }
  }

  private void column(XMLStreamReader xml) {
    if (isSet(xml, "hidden") || isLess(xml, "width", NARROWEST)) {
      words.signOfAll("A hidden column", attribute(xml, "min"));
    }
  }

  private void cell(XMLStreamReader xml) {
    String style = attribute(xml, "s");
    if (style.matches("[0-9]{1,6}")) {
      for (String sign : cells.getOrDefault(Integer.valueOf(style), List.of())) {
        String column = letters(attribute(xml, "r"));
        if (seen.add(sign + column)) {
          words.signOfAll(sign, "column " + column);
        }
      }
    }
  }

  private static boolean isSet(XMLStreamReader xml, String name) {
    return List.of("1", "true").contains(attribute(xml, name));
  }

  private static boolean isLess(XMLStreamReader xml, String name, double least) {
    String value = attribute(xml, name);
    return value.matches("[0-9.]{1,12}") && Double.parseDouble(value) < least;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = WordRun.attribute(xml, name);
    return value == null ? "" : value;
  }
}
