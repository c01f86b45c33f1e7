package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.seccatalogue.map.LineLook;
import org.seccatalogue.map.MapChange;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapKind;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.MapPlace;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Lettering;
import org.seccatalogue.map.sheet.Letters;
import org.seccatalogue.map.sheet.Look;
import org.seccatalogue.map.sheet.Path;
import org.seccatalogue.map.sheet.Point;
import org.seccatalogue.map.sheet.Sheet;

/// The legend: every kind of line that occurs with its number, the scale of widths, the kinds of
/// box, and what is not drawn.
final class LegendDrawing {

  private static final double LABEL_SIZE = 8;
  private static final double SMALL = 7.5;
  private static final double ROW = 5.6;
  private static final double SAMPLE = 15;
  private static final double KIND_WIDTH = 73;
  private static final double KINDS_WIDTH = 3 * KIND_WIDTH;
  private static final int ROWS = 4;
  private static final double SAMPLES_WIDTH = 62;

  /// The last stands below the scale, which needs less.
  private static final int MOST_SAMPLES = 5;

  private final Sheet sheet;
  private final MapGraph graph;
  private final LineWidths widths;
  private final LineDrawing lines;

  LegendDrawing(Sheet sheet, MapGraph graph, LineWidths widths) {
    this.sheet = sheet;
    this.graph = graph;
    this.widths = widths;
    this.lines = new LineDrawing(sheet, widths, graph.edition().isCompared());
  }

  /// @param place where it stands on the sheet
  void draw(Box place) {
    sheet.path(
        Path.from(place.x(), place.y()).to(place.right(), place.y()), Look.line(Ink.ACCENT, 0.5));
    kinds(place.x(), place.y() + 6);
    double right = place.x() + KINDS_WIDTH + 4;
    boxes(right, place.y() + 6);
    scale(right + SAMPLES_WIDTH, place.y() + 6);
    if (graph.edition().isCompared()) {
      changes(right + 112, place.y() + 6);
    }
    leftOut(place.x(), place.bottom());
  }

  private void kinds(double x, double y) {
    int place = 0;
    for (Map.Entry<MapKind, Integer> entry : graph.counts().entrySet()) {
      int column = place / ROWS;
      int row = place % ROWS;
      kind(entry.getKey(), entry.getValue(), x + column * KIND_WIDTH, y + row * ROW);
      place++;
    }
  }

  private void kind(MapKind kind, int count, double x, double y) {
    ChangeLook look =
        graph.edition().isCompared()
            ? ChangeLook.of(kind.look(), MapChange.ADDED)
            : ChangeLook.of(kind.look());
    lines.sample(look, new Point(x, y), new Point(x + SAMPLE, y), 1.4 * Letters.POINT);
    double baseline = y + 1;
    double at = x + SAMPLE + 2;
    List<String> words = Letters.wrapped(label(kind, count), KIND_WIDTH - SAMPLE - 6, LABEL_SIZE);
    double first = baseline - (words.size() - 1) * BoxText.LINE / 2;
    for (int i = 0; i < words.size(); i++) {
      sheet.words(words.get(i), new Point(at, first + i * BoxText.LINE), Lettering.of(LABEL_SIZE));
    }
  }

  private String label(MapKind kind, int count) {
    int added = graph.count(kind, MapChange.ADDED);
    int removed = graph.count(kind, MapChange.REMOVED);
    String label = "%s: %,d".formatted(kind.label(), count - removed);
    if (added + removed == 0) {
      return label;
    }
    String came = added == 0 ? "" : "+%,d".formatted(added);
    String went = removed == 0 ? "" : "−%,d".formatted(removed);
    return label + " (" + (came + " " + went).strip() + ")";
  }

  /// Which line tells what became of relations.
  private void changes(double x, double y) {
    double down = y;
    for (MapChange change : MapChange.values()) {
      lines.sample(
          ChangeLook.of(LineLook.PLAIN, change),
          new Point(x, down),
          new Point(x + SAMPLE, down),
          1.4 * Letters.POINT);
      String word = change == MapChange.SAME ? "unchanged" : change.word();
      sheet.words(word, new Point(x + SAMPLE + 2, down + 1), Lettering.of(LABEL_SIZE));
      down += ROW;
    }
  }

  private record Sample(String label, MapPlace.Sort sort, boolean provisional) {}

  private void boxes(double x, double y) {
    List<Sample> samples = samples();
    for (int i = 0; i < samples.size(); i++) {
      boolean fits = i < MOST_SAMPLES;
      sample(samples.get(i), fits ? x : x + SAMPLES_WIDTH, y + (fits ? i : MOST_SAMPLES - 1) * ROW);
    }
  }

  private void sample(Sample sample, double x, double y) {
    BoxDrawing.shape(
        sheet,
        new Box(x, y - 2, 9, 4),
        new BoxDrawing.Outline(sample.sort(), sample.provisional(), false, MapChange.SAME));
    sheet.words(sample.label(), new Point(x + 11, y + 1), Lettering.of(LABEL_SIZE));
  }

  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (MapPlace.Sort sort : MapPlace.Sort.values()) {
      if (graph.nodes().anyMatch(node -> isThere(node, sort))) {
        samples.add(new Sample(label(sort), sort, false));
      }
    }
    if (graph.nodes().map(MapNode::place).anyMatch(MapPlace::provisional)) {
      samples.add(new Sample("Not agreed yet", MapPlace.Sort.CLAUSE, true));
    }
    return samples;
  }

  private static boolean isThere(MapNode node, MapPlace.Sort sort) {
    return node.place().sort() == sort
        || (sort == MapPlace.Sort.DOCUMENT && !node.documents().isEmpty());
  }

  private static String label(MapPlace.Sort sort) {
    return switch (sort) {
      case AGREEMENT -> "Existing code or agreement";
      case CLAUSE -> "Chapter or clause of the code";
      case PARTY -> "Party";
      case HEADING -> "Requirements catalogue";
      case RECORD -> "Record of a catalogue";
      case ENTRY -> "Entry of a register";
      case DOCUMENT -> "Subsidiary document";
    };
  }

  private void scale(double x, double y) {
    sheet.words("Width: how many relations", new Point(x, y + 1), Lettering.of(LABEL_SIZE));
    double down = y + ROW;
    for (int count : widths.shown()) {
      sheet.path(
          Path.from(x, down).to(x + SAMPLE, down),
          Look.line(LineLook.PLAIN.colour(), widths.of(count)));
      sheet.words(
          "%,d".formatted(count), new Point(x + SAMPLE + 2, down + 1), Lettering.of(LABEL_SIZE));
      down += ROW;
    }
  }

  private void leftOut(double x, double y) {
    int drawn = graph.drawn().stream().mapToInt(edge -> edge.count()).sum();
    List<String> said = new ArrayList<>();
    said.add("%,d %s drawn".formatted(drawn, drawn == 1 ? "relation" : "relations"));
    said.addAll(graph.leftOut());
    said.add("arrows lead from the record to what it names");
    String words = String.join("; ", said) + ".";
    List<String> lines =
        switch (graph.manner()) {
          case EACH, GATHERED -> List.of(words);
          case READABLE -> Letters.wrapped(words, KINDS_WIDTH, SMALL);
        };
    for (int i = 0; i < lines.size(); i++) {
      double up = (lines.size() - 1 - i) * BoxText.LINE;
      sheet.words(lines.get(i), new Point(x, y - up), Lettering.of(SMALL).in(Ink.GREY));
    }
  }
}
