package org.seccatalogue.bundle.shown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.seccatalogue.export.published.WorkbookTexts;

/// What a workbook shows.
public final class ShownWorkbook {

  /// What a workbook relates to that shows nothing by itself, or is read here.
  private static final Set<String> KNOWN =
      Set.of("worksheet", "styles", "theme", "sharedStrings", "calcChain", "metadata", "customXml");

  private static final Pattern MADE_OF =
      Pattern.compile("xl/(?:sharedstrings|worksheets/[^/]+|tables/[^/]+)\\.xml");
  private static final Pattern BESIDE =
      Pattern.compile(
          "xl/(?:comments|drawings|media|embeddings|externallinks|vbaproject|threadedcomments|charts"
              + "|activex|ctrlprops|macrosheets)\\b.*");

  /// Programs add drawings in which nothing is.
  private static final Pattern DRAWING = Pattern.compile("xl/drawings/(?:_rels/)?[^/]+");

  private static final Set<String> ANCHORS =
      Set.of("twoCellAnchor", "oneCellAnchor", "absoluteAnchor", "shape");
  private static final double SMALLEST = 40;
  private static final double MOST_STILL = 3;
  private static final double LOWEST_ROW = 8;
  private static final double NARROWEST = 5;

  private final Words words = new Words();

  private final WorkbookStyles styles = new WorkbookStyles();
  private final OfficeFile file;
  private String name = "";

  private ShownWorkbook(OfficeFile file) {
    this.file = file;
  }

  /// Reads a workbook.
  ///
  /// @param most bytes that are unpacked
  /// @throws IOException when it cannot be read as one
  public static Shown of(Path file, long most) throws IOException {
    Shown shown = OfficeFile.reading(file, most, office -> new ShownWorkbook(office).read());
    return new Shown(WorkbookTexts.of(file), shown.signs());
  }

  private Shown read() throws IOException, XMLStreamException {
    for (String part : file.names()) {
      if (DRAWING.matcher(part).matches()) {
        each(part, this::drawing);
      } else if (BESIDE.matcher(part).matches()) {
        words.signOfAll("Something beside the cells", part);
      }
    }
    file.sign(KNOWN, words);
    WorkbookNames names = new WorkbookNames(words);
    file.read(file.main(), names::read);
    related("styles", styles::start);
    related("sharedStrings", this::words);
    for (Map.Entry<String, String> one : names.identifiers().entrySet()) {
      name = one.getValue();
      String part = file.target(file.main(), one.getKey());
      if (file.has(part)) {
        each(part, this::sheet);
      }
    }
    markup();
    return words.shown();
  }

  private void related(String type, Reader reader) throws IOException, XMLStreamException {
    List<String> parts = file.related(file.main(), type);
    for (String part : parts) {
      each(part, reader);
    }
    if (parts.size() > 1) {
      words.signOfAll("More than one part of a kind", type);
    }
  }

  private void markup() throws IOException, XMLStreamException {
    Markup markup = Markup.ofWorkbook();
    file.read(file.main(), markup::read);
    for (String part : file.names()) {
      if (MADE_OF.matcher(part).matches()) {
        file.read(part, markup::read);
      }
    }
    markup.sign(words);
  }

  /// Reads what stands in a part.
  @FunctionalInterface
  private interface Reader {
    void start(XMLStreamReader xml, String name) throws XMLStreamException;
  }

  private void each(String part, Reader reader) throws IOException, XMLStreamException {
    file.read(
        part,
        xml -> {
          while (xml.hasNext()) {
            xml.next();
            if (xml.isStartElement()) {
              reader.start(xml, xml.getLocalName());
            }
          }
        });
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
      default -> part = WorkbookStyles.look(xml, name).over(part);
    }
  }

  /// The column of a cell such as B7.
  private static String letters(String cell) {
    int end = cell.length();
    while (end > 0 && cell.charAt(end - 1) >= '0' && cell.charAt(end - 1) <= '9') {
      end--;
    }
    return cell.substring(0, end);
  }

  private final Set<String> seen = new HashSet<>();

  private void sheet(XMLStreamReader xml, String name) throws XMLStreamException {
    switch (name) {
      case "sheetFormatPr" -> rows(xml);
      case "row" -> row(xml);
      case "col" -> column(xml);
      case "c" -> cell(xml);
      case "sheetView" -> view(xml);
      case "pane" -> pane(xml);
      case "hyperlink" ->
          words.signOfAll(
              "A link",
              attribute(xml, "ref") + " of " + name + " to " + attribute(xml, "location"));
      case "f" -> words.signOfAll("A formula in place of a value", name);
      case "conditionalFormatting" ->
          words.signOfAll(
              "A look that depends on conditions", attribute(xml, "sqref") + " of " + name);
      case "mergeCell" ->
          words.signOfAll("Cells laid over others", attribute(xml, "ref") + " of " + name);
      case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter" ->
          around(Words.plain(xml.getElementText()));
      case "picture", "oleObject" -> words.signOfAll("Something beside the cells", name);
      default -> words(xml, name);
    }
  }

  /// What all rows are that say nothing of themselves.
  private void rows(XMLStreamReader xml) {
    if (isSet(xml, "zeroHeight") || isLess(xml, "defaultRowHeight", LOWEST_ROW)) {
      words.signOfAll("A hidden row", "each that does not say otherwise of " + name);
    }
  }

  /// Zeros that are not shown, formulas in place of values, columns from right to left.
  private void view(XMLStreamReader xml) {
    if (WordRun.attribute(xml, "showZeros") != null && !isSet(xml, "showZeros")) {
      words.signOfAll(Shown.LOOK + "a sheet", "zeros are not shown in " + name);
    }
    if (!List.of("", "A1").contains(attribute(xml, "topLeftCell"))
        || isLess(xml, "zoomScale", SMALLEST)) {
      words.signOfAll(Shown.LOOK + "a sheet", "it is opened elsewhere, or small, in " + name);
    }
    if (isSet(xml, "showFormulas") || isSet(xml, "rightToLeft")) {
      words.signOfAll(Shown.LOOK + "a sheet", "formulas or from right to left in " + name);
    }
  }

  /// What does not move when a sheet is scrolled.
  private void pane(XMLStreamReader xml) {
    double columns = number("0" + attribute(xml, "xSplit"));
    double rows = number("0" + attribute(xml, "ySplit"));
    if (columns > MOST_STILL || rows > MOST_STILL) {
      words.signOfAll(
          Shown.LOOK + "a sheet",
          "%.0f columns and %.0f rows stand still in %s".formatted(columns, rows, name));
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
      words.signOfAll("A hidden row", attribute(xml, "r") + " of " + name);
    } else if (isSet(xml, "customHeight")) {
      words.signOfAll("A row as high as somebody set it", attribute(xml, "r") + " of " + name);
    }
  }

  private void column(XMLStreamReader xml) {
    if (isSet(xml, "hidden") || isLess(xml, "width", NARROWEST)) {
      words.signOfAll("A hidden column", attribute(xml, "min") + " of " + name);
    }
  }

  private void cell(XMLStreamReader xml) {
    String style = attribute(xml, "s");
    if (style.matches("[0-9]{0,6}")) {
      for (String sign : styles.signs(style)) {
        String column = letters(attribute(xml, "r"));
        if (seen.add(name + sign + column)) {
          words.signOfAll(sign, "column " + column + " of " + name);
        }
      }
    }
  }

  private static boolean isSet(XMLStreamReader xml, String name) {
    return List.of("1", "true").contains(attribute(xml, name));
  }

  private static boolean isLess(XMLStreamReader xml, String name, double least) {
    String value = attribute(xml, name);
    return !value.isEmpty() && !(number(value) >= least);
  }

  /// What is no number is less than any.
  private static double number(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = WordRun.attribute(xml, name);
    return value == null ? "" : value;
  }
}
