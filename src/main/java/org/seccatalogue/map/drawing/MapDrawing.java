package org.seccatalogue.map.drawing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.seccatalogue.map.MapChange;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapEdition;
import org.seccatalogue.map.MapFocus;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Lettering;
import org.seccatalogue.map.sheet.Letters;
import org.seccatalogue.map.sheet.Look;
import org.seccatalogue.map.sheet.PdfFile;
import org.seccatalogue.map.sheet.PngFile;
import org.seccatalogue.map.sheet.Point;
import org.seccatalogue.map.sheet.Sheet;
import org.seccatalogue.map.sheet.SheetTitle;
import org.seccatalogue.map.sheet.SvgSheet;
import org.seccatalogue.xml.Utf8Writer;

/// Draws a map on a sheet of A3. The same map has the same bytes everywhere.
public final class MapDrawing {

  private static final double WIDTH = 420;
  private static final double HEIGHT = 297;
  private static final double MARGIN = 11;
  private static final Layout OF_ITS_OWN =
      new Layout(new Box(0, 0, WIDTH, HEIGHT), new Point(MARGIN, 29), true);
  private static final double TITLE_SIZE = 22;
  private static final double SMALLEST_TITLE = 12;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final Layout layout;
  private final PlacedMap map;
  private final MapGraph graph;
  private final LineWidths widths;

  /// Where things stand on a sheet: the map and its legend have the same room on all.
  ///
  /// @param corner upper left, of the map
  /// @param headed whether a title stands above
  record Layout(Box sheet, Point corner, boolean headed) {

    private static final double ACROSS = WIDTH - 2 * MARGIN;
    private static final double DOWN = 222;
    private static final double LEGEND_BELOW = 228;
    private static final double LEGEND_HEIGHT = 30;
    private static final double SECOND_LINE = 3.2;

    /// A sheet no larger than the map with its legend.
    ///
    /// @param margin to the left and above; on the other sides there is as much
    static Layout bare(Point margin) {
      double across = ACROSS + 2 * margin.x();
      double down = LEGEND_BELOW + LEGEND_HEIGHT + 2 * margin.y();
      return new Layout(new Box(0, 0, across, down), margin, false);
    }

    Box map() {
      return new Box(corner.x(), corner.y(), ACROSS, DOWN);
    }

    Box legend(MapFocus.Manner manner) {
      double higher =
          switch (manner) {
            case EACH, GATHERED -> 0;
            case READABLE -> SECOND_LINE;
          };
      return new Box(
          corner.x(), corner.y() + LEGEND_BELOW - higher, ACROSS, LEGEND_HEIGHT + higher);
    }
  }

  private MapDrawing(MapGraph graph) {
    this(graph, OF_ITS_OWN);
  }

  MapDrawing(MapGraph graph, Layout layout) {
    this.layout = layout;
    this.map = MapLayout.of(graph, layout.map());
    this.graph = map.graph();
    this.widths =
        LineWidths.upTo(this.graph.drawn().stream().mapToInt(MapEdge::count).max().orElse(1));
  }

  /// Writes the map as a file. The stream stays open.
  public static void write(MapGraph graph, MapFormat format, OutputStream out) throws IOException {
    write(graph, format, "", out);
  }

  /// The same, as a file that tells programs what it is, and where its parts are.
  ///
  /// @param said what it says of itself, in ASCII
  public static void write(MapGraph graph, MapFormat format, String said, OutputStream out)
      throws IOException {
    MapDrawing drawing = new MapDrawing(graph);
    SheetTitle title = drawing.title().saying(said);
    switch (format) {
      case SVG -> {
        Utf8Writer writer = new Utf8Writer(out);
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        SvgSheet.write(title, drawing::on, writer);
        writer.flush();
      }
      case PDF -> PdfFile.write(title, drawing::on, out);
      case PNG -> PngFile.write(title, drawing::on, out);
    }
  }

  /// The same as an element that can stand in a page.
  ///
  /// @param graph what is drawn: what was asked for, perhaps with fewer lines
  public record InPage(MapGraph graph, String svg) {}

  public static InPage inPage(MapGraph graph) {
    StringWriter writer = new StringWriter();
    MapDrawing drawing = new MapDrawing(graph);
    SvgSheet.write(drawing.title(), drawing::on, writer);
    return new InPage(drawing.graph, writer.toString());
  }

  private SheetTitle title() {
    return new SheetTitle(layout.sheet(), graph.title(), description(), graph.edition().dated());
  }

  /// What is drawn: what was asked for, perhaps with fewer lines.
  MapGraph graph() {
    return graph;
  }

  void on(Sheet sheet) {
    sheet.rectangle(layout.sheet(), 0, Look.filled(Ink.PAPER));
    if (layout.headed()) {
      heading(sheet);
    }
    body(sheet);
    sheet.begin("");
    new LegendDrawing(sheet, graph, widths).draw(layout.legend(graph.manner()));
    sheet.end();
  }

  private String description() {
    String frames =
        graph.frames().stream()
            .map(frame -> frame.place().heading())
            .collect(Collectors.joining("; "));
    return "%s, %s. From left to right: %s. %s and %s; the list that belongs to the map says the same in words."
        .formatted(
            graph.edition().name(),
            DAY.format(graph.edition().dated()),
            frames,
            counted(graph.nodes().count(), "box", "boxes"),
            counted(graph.drawn().size(), "line", "lines"));
  }

  private static String counted(long count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }

  private void heading(Sheet sheet) {
    MapEdition edition = graph.edition();
    double size = TITLE_SIZE;
    while (Letters.bold(graph.title(), size) > 290 && size > SMALLEST_TITLE) {
      size -= 0.5;
    }
    List<String> lines = Letters.wrapped(graph.title(), 290 / 1.1, size);
    double y = lines.size() > 1 ? 13 : 20;
    for (String line : lines) {
      sheet.words(line, new Point(MARGIN, y), Lettering.of(size).strong().in(Ink.ACCENT));
      y += size * Letters.POINT * 1.15;
    }
    String since = edition.since();
    String name = since == null ? edition.name() : since + " → " + edition.name();
    right(sheet, name, 15, Lettering.of(13).strong());
    right(sheet, DAY.format(edition.dated()), 20, Lettering.of(9));
    right(sheet, "SHA-256 " + edition.shortDigest() + "…", 24, Lettering.of(8));
  }

  private static void right(Sheet sheet, String words, double y, Lettering lettering) {
    sheet.words(words, new Point(WIDTH - MARGIN, y), lettering.at(Lettering.Anchor.END));
  }

  /// Frames first, then lines, boxes above them, and numbers above all.
  private void body(Sheet sheet) {
    LineDrawing lines = new LineDrawing(sheet, widths, graph.edition().isCompared());
    BoxDrawing boxes = new BoxDrawing(sheet, map);
    sheet.begin("", "data-map", "");
    map.frames().forEach(boxes::frame);
    map.lines().stream()
        .sorted(
            Comparator.comparing((PlacedMap.Line line) -> line.edge().change() != MapChange.SAME)
                .thenComparing(line -> line.edge().kind().stated()))
        .forEach(lines::line);
    graph.nodes().forEach(node -> box(boxes, node));
    map.lines().forEach(lines::number);
    sheet.end();
  }

  private void box(BoxDrawing boxes, MapNode node) {
    Box box = map.boxes().get(node);
    BoxText text = map.texts().get(node);
    if (box != null && text != null) {
      boxes.box(node, box, text);
    }
  }
}
