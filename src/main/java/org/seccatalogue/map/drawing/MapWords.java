package org.seccatalogue.map.drawing;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.MapPlace;

/// What a map shows, in a few sentences: how much of what, what touches most, and what is not
/// drawn. All of it would be the list that belongs to the map.
final class MapWords {

  private static final int MOST_NAMED = 5;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final MapGraph graph;

  private MapWords(MapGraph graph) {
    this.graph = graph;
  }

  static String of(MapGraph graph) {
    MapWords words = new MapWords(graph);
    List<String> sentences = new ArrayList<>();
    sentences.add(words.title());
    sentences.add("It shows " + words.boxes());
    sentences.add(words.kinds());
    sentences.add("Most relations: " + words.busiest());
    String leftOut = String.join("; ", graph.leftOut());
    sentences.add(leftOut.isEmpty() ? "All of them are drawn" : "Left out: " + leftOut);
    return String.join(". ", sentences) + ".";
  }

  private String title() {
    return "%s, %s, %s"
        .formatted(graph.title(), graph.edition().name(), DAY.format(graph.edition().dated()));
  }

  /// Of each sort how many there are, with those that are gathered in one box.
  private String boxes() {
    List<String> boxes = new ArrayList<>();
    for (MapPlace.Sort sort : MapPlace.Sort.values()) {
      int count =
          graph
              .nodes()
              .filter(node -> node.place().sort() == sort)
              .mapToInt(node -> Math.max(1, node.gathered()))
              .sum();
      if (count > 0) {
        boxes.add("%,d %s".formatted(count, count == 1 ? one(sort) : many(sort)));
      }
    }
    return listed(boxes) + documents();
  }

  /// Those that stand on boxes, and in none of their own.
  private String documents() {
    long count =
        graph.nodes().flatMap(n -> n.documents().stream()).map(MapPlace::id).distinct().count();
    if (count == 0) {
      return "";
    }
    return count == 1
        ? "; 1 subsidiary document is named on what it serves"
        : "; %,d subsidiary documents are named on what they serve".formatted(count);
  }

  private static String one(MapPlace.Sort sort) {
    return switch (sort) {
      case AGREEMENT -> "existing code or agreement";
      case CLAUSE -> "chapter or clause of the code";
      case PARTY -> "box of parties";
      case HEADING -> "chapter or section of the catalogue";
      case RECORD -> "record";
      case ENTRY -> "entry of a register";
      case DOCUMENT -> "subsidiary document";
    };
  }

  private static String many(MapPlace.Sort sort) {
    return switch (sort) {
      case AGREEMENT -> "existing codes and agreements";
      case CLAUSE -> "chapters or clauses of the code";
      case PARTY -> "boxes of parties";
      case HEADING -> "chapters or sections of the catalogue";
      case RECORD -> "records";
      case ENTRY -> "entries of registers";
      case DOCUMENT -> "subsidiary documents";
    };
  }

  private String kinds() {
    int all = graph.edges().stream().mapToInt(MapEdge::count).sum();
    String kinds =
        graph.counts().entrySet().stream()
            .map(entry -> "%s %,d".formatted(entry.getKey().label(), entry.getValue()))
            .collect(Collectors.joining("; "));
    return "%,d %s: %s".formatted(all, all == 1 ? "relation" : "relations", kinds);
  }

  /// The boxes with the most relations; of as many, in the order of the lines.
  private String busiest() {
    Map<MapNode, Integer> counts = new LinkedHashMap<>();
    for (MapEdge edge : graph.edges()) {
      counts.merge(edge.from(), edge.count(), Integer::sum);
      counts.merge(edge.to(), edge.count(), Integer::sum);
    }
    return listed(
        counts.entrySet().stream()
            .filter(entry -> entry.getKey().gathered() == 0)
            .sorted(Map.Entry.<MapNode, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_NAMED)
            .map(entry -> "%s (%,d)".formatted(entry.getKey().name(), entry.getValue()))
            .toList());
  }

  private static String listed(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }
}
