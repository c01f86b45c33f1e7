package org.seccatalogue.map.drawing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapEdition;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.xml.Utf8Writer;
import org.seccatalogue.xml.XmlWriter;

/// Draws a map as SVG on a sheet of A3. The same map has the same bytes everywhere.
public final class MapDrawing {

  static final double WIDTH = 420;
  static final double HEIGHT = 297;

  private static final double MARGIN = 11;
  private static final Box PLACE = new Box(MARGIN, 29, WIDTH - 2 * MARGIN, 222);
  private static final Box LEGEND = new Box(MARGIN, 257, WIDTH - 2 * MARGIN, 30);
  private static final double TITLE_SIZE = 22;
  private static final double SMALLEST_TITLE = 12;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final Svg svg;
  private final MapGraph graph;
  private final PlacedMap map;
  private final LineWidths widths;

  private MapDrawing(Writer out, PlacedMap map) {
    this.svg = new Svg(new XmlWriter(out));
    this.map = map;
    this.graph = map.graph();
    this.widths = LineWidths.upTo(graph.drawn().stream().mapToInt(MapEdge::count).max().orElse(1));
  }

  /// Writes the map as a file. The stream stays open.
  public static void write(MapGraph graph, OutputStream out) throws IOException {
    Utf8Writer writer = new Utf8Writer(out);
    writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    new MapDrawing(writer, MapLayout.of(graph, PLACE)).draw();
    writer.flush();
  }

  /// The same as an element that can stand in a page.
  ///
  /// @param graph what is drawn: what was asked for, perhaps with fewer lines
  public record InPage(MapGraph graph, String svg) {}

  public static InPage inPage(MapGraph graph) {
    StringWriter writer = new StringWriter();
    PlacedMap map = MapLayout.of(graph, PLACE);
    new MapDrawing(writer, map).draw();
    return new InPage(map.graph(), writer.toString());
  }

  private void draw() {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        Svg.number(WIDTH) + "mm",
        "height",
        Svg.number(HEIGHT) + "mm",
        "viewBox",
        "0 0 " + Svg.number(WIDTH) + " " + Svg.number(HEIGHT),
        "role",
        "img",
        "aria-labelledby",
        "map-title map-desc",
        "font-family",
        "Arial, Helvetica, 'Liberation Sans', sans-serif",
        "fill",
        Svg.INK);
    svg.element("title", graph.title(), "id", "map-title");
    svg.element("desc", description(), "id", "map-desc");
    svg.rectangle(new Box(0, 0, WIDTH, HEIGHT), 0, "fill", Svg.PAPER);
    heading();
    body();
    svg.open("g");
    new LegendDrawing(svg, graph, widths).draw(LEGEND);
    svg.close("g");
    svg.close("svg");
  }

  private String description() {
    String frames =
        graph.frames().stream()
            .map(frame -> frame.place().heading())
            .collect(Collectors.joining("; "));
    return "%s, %s. From left to right: %s. %d boxes and %d lines; the list that belongs to the map says the same in words."
        .formatted(
            graph.edition().name(),
            DAY.format(graph.edition().dated()),
            frames,
            graph.nodes().count(),
            graph.drawn().size());
  }

  private void heading() {
    MapEdition edition = graph.edition();
    double size = TITLE_SIZE;
    while (Letters.bold(graph.title(), size) > 290 && size > SMALLEST_TITLE) {
      size -= 0.5;
    }
    List<String> lines = Letters.wrapped(graph.title(), 290 / 1.1, size);
    double y = lines.size() > 1 ? 13 : 20;
    for (String line : lines) {
      svg.words(line, new Point(MARGIN, y), size, "font-weight", "bold", "fill", Svg.ACCENT);
      y += size * Letters.POINT * 1.15;
    }
    right(edition.name(), 15, 13, "font-weight", "bold");
    right(DAY.format(edition.dated()), 20, 9);
    right("SHA-256 " + edition.shortDigest() + "…", 24, 8);
  }

  private void right(String words, double y, double size, String... looks) {
    String[] all = new String[looks.length + 2];
    all[0] = "text-anchor";
    all[1] = "end";
    System.arraycopy(looks, 0, all, 2, looks.length);
    svg.words(words, new Point(WIDTH - MARGIN, y), size, all);
  }

  /// Frames first, then lines, boxes above them, and numbers above all.
  private void body() {
    LineDrawing lines = new LineDrawing(svg, widths);
    BoxDrawing boxes = new BoxDrawing(svg, map);
    svg.open("g", "data-map", "");
    map.frames().forEach(boxes::frame);
    map.lines().stream()
        .sorted(Comparator.comparing(line -> line.edge().kind().stated()))
        .forEach(lines::line);
    graph.nodes().forEach(node -> box(boxes, node));
    map.lines().forEach(lines::number);
    svg.close("g");
  }

  private void box(BoxDrawing boxes, MapNode node) {
    Box box = map.boxes().get(node);
    BoxText text = map.texts().get(node);
    if (box != null && text != null) {
      boxes.box(node, box, text);
    }
  }
}
