package org.seccatalogue.page.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.map.MapChange;
import org.seccatalogue.map.MapChoices;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.MapPlace;
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.map.Relation;
import org.seccatalogue.map.drawing.MapDrawing;

/// A map as a page shows it: the picture, and the same as a list, in which each code and each
/// chapter has its heading.
///
/// @param at the address of the map of the whole code, such as `/map`
/// @param svg the picture, as an element
/// @param leftOut what the picture does not show, in sentences
/// @param choices what can be left out
public record ShownMap(
    String at,
    Asked asked,
    String title,
    String svg,
    List<Group> groups,
    List<String> leftOut,
    List<Choices> choices) {

  /// A line that stands for more relations than these tells how many more there are.
  private static final int MOST = 100;

  private static final int MOST_TOGETHER = 400;

  private static final String WHOLE = "; this is the map of the whole code";

  /// What a reader asked for.
  ///
  /// @param about what the map is about; empty for the whole code
  /// @param since the id of the baseline since which changes are shown; empty where none are
  /// @param without the tokens of what is left out
  /// @param others the baselines with which it can be compared
  /// @param wrong what is wrong with what was asked for; empty where nothing is
  public record Asked(
      String about, String since, List<String> without, List<Other> others, String wrong) {

    public static Asked about(String about, List<String> without) {
      return new Asked(about, "", without, List.of(), "");
    }

    /// The same about a party: by its name, unless it was asked for by its id.
    public Asked about(MapPlace party) {
      return about(about.equals(party.id()) ? about : party.name());
    }

    /// The same about something else.
    public Asked about(String other) {
      return new Asked(other, since, without, others, wrong);
    }

    /// What the map itself is asked.
    public MapQuestion of() {
      return MapQuestion.of(about.isEmpty() ? null : about, without);
    }

    /// What leads to the same again.
    String question() {
      if (!wrong.isEmpty()) {
        return "";
      }
      List<String> fields = new ArrayList<>();
      if (!about.isEmpty()) {
        fields.add("focus=" + RecordLines.inPath(about));
      }
      if (!since.isEmpty()) {
        fields.add("since=" + RecordLines.inPath(since));
      }
      of().without().forEach(token -> fields.add("without=" + RecordLines.inPath(token)));
      return fields.isEmpty() ? "" : "?" + String.join("&", fields);
    }
  }

  /// A baseline with which it can be compared.
  public record Other(String id, String name, boolean chosen) {}

  /// What can be left out of one sort.
  public record Choices(String label, List<MapChoices.Option> options) {

    private static List<Choices> of(MapChoices all) {
      return Stream.of(MapChoices.Group.values())
          .map(
              group ->
                  new Choices(
                      group.label(),
                      all.options().stream().filter(one -> one.group() == group).toList()))
          .filter(choices -> !choices.options().isEmpty())
          .toList();
    }

    private long leftOut() {
      return options.stream().filter(MapChoices.Option::leftOut).count();
    }
  }

  /// How many things are left out; empty where nothing is.
  public String narrowed() {
    long all = choices.stream().mapToLong(Choices::leftOut).sum();
    return all == 0 ? "" : Long.toString(all);
  }

  /// A box with its lines under a heading.
  ///
  /// @param elsewhere the names of the boxes under which the other lines that touch it are told
  /// @param documents the subsidiary documents that stand on the box
  /// @param together what shares the box; empty where it is of one thing
  public record Group(
      Place place,
      List<Line> lines,
      List<String> elsewhere,
      List<Place> documents,
      Together together) {

    /// Whether nothing on the map has to do with it.
    public boolean isAlone() {
      return lines.isEmpty() && elsewhere.isEmpty() && documents.isEmpty();
    }

    /// How many relations its lines stand for.
    public int count() {
      return lines.stream().mapToInt(line -> line.count().relations()).sum();
    }
  }

  /// What shares a box.
  ///
  /// @param more how many more than those that are told
  public record Together(List<Place> places, int more) {}

  /// What has a name and perhaps a page.
  ///
  /// @param href its page; empty where it has none
  /// @param map the map of its surroundings; empty where there is none
  /// @param change what became of it, in a word; empty where nothing did
  public record Place(String name, String title, String href, String map, String change) {}

  /// A line of the picture.
  ///
  /// @param other the box at its other end
  /// @param count of its relations, with what became of them
  /// @param more how many relations are not told
  public record Line(
      int number,
      String kind,
      boolean leaves,
      Place other,
      Count count,
      List<Told> told,
      int more) {}

  /// How many there are, and in a word what became of them; empty where nothing did.
  public record Count(int relations, String change) {}

  /// One relation, in words.
  ///
  /// @param says the record that states it, where that is another one
  public record Told(Place from, String words, Place to, List<Place> says) {}

  /// What a page shows of a map.
  ///
  /// @param base the address below which pages of records stand
  public static ShownMap of(MapGraph wanted, String base, Asked asked) {
    MapDrawing.InPage drawn = MapDrawing.inPage(wanted);
    MapGraph graph = drawn.graph();
    return new ShownMap(
        base + "/map",
        asked,
        graph.title(),
        drawn.svg(),
        new Reader(base).groups(graph),
        graph.leftOut(),
        Choices.of(graph.choices()));
  }

  /// The same, where something else was asked for that is not there, or that several are called.
  ///
  /// @param which what would say which of several is meant
  public ShownMap butAsked(String other, Optional<String> which) {
    String said =
        which
                .map(expected -> "“" + other + "” may be one of several. Ask for " + expected)
                .orElse("There is nothing called “" + other + "” here")
            + WHOLE;
    return butSaying(said, other);
  }

  /// The same, where something is wrong with what was to be left out.
  ///
  /// @param about what the map was to be about; empty for the whole code
  public ShownMap butFound(Finding finding, String about) {
    String message = finding.message();
    return butSaying(message.substring(0, message.length() - 1) + WHOLE, about);
  }

  private ShownMap butSaying(String wrong, String about) {
    Asked again = new Asked(about, "", List.of(), asked.others(), wrong);
    return new ShownMap(at, again, title, svg, groups, leftOut, choices);
  }

  /// The address of the map as a file, in the API.
  ///
  /// @param ending of the name of the file, such as `pdf`
  public String file(String ending) {
    return at + "." + ending + asked.question();
  }

  /// Puts a graph into words.
  private record Reader(String base) {

    /// Lines stand under the code or the party that they touch, and else under where they begin.
    List<Group> groups(MapGraph graph) {
      List<Group> groups = new ArrayList<>();
      graph
          .nodes()
          .forEach(
              node -> {
                List<Line> lines =
                    graph.edges().stream()
                        .filter(edge -> node.equals(owner(edge)))
                        .map(edge -> line(edge, node))
                        .toList();
                List<Place> documents = node.documents().stream().map(this::place).toList();
                groups.add(
                    new Group(
                        place(node), lines, elsewhere(graph, node), documents, together(node)));
              });
      return groups;
    }

    private Together together(MapNode node) {
      return new Together(
          node.many().places().stream().limit(MOST_TOGETHER).map(this::place).toList(),
          Math.max(0, node.gathered() - MOST_TOGETHER));
    }

    private static List<String> elsewhere(MapGraph graph, MapNode node) {
      return graph.edges().stream()
          .filter(edge -> node.equals(edge.from()) || node.equals(edge.to()))
          .map(Reader::owner)
          .filter(owner -> !owner.equals(node))
          .map(MapNode::name)
          .distinct()
          .toList();
    }

    private static MapNode owner(MapEdge edge) {
      return Stream.of(edge.to(), edge.from())
          .filter(node -> node.place().sort() == MapPlace.Sort.AGREEMENT)
          .findFirst()
          .orElse(edge.from());
    }

    private Line line(MapEdge edge, MapNode node) {
      boolean leaves = node.equals(edge.from());
      return new Line(
          edge.number(),
          edge.kind().label(),
          leaves,
          place(leaves ? edge.to() : edge.from()),
          new Count(edge.count(), edge.change().word()),
          edge.relations().stream().limit(MOST).map(this::told).toList(),
          Math.max(0, edge.count() - MOST));
    }

    private Told told(Relation relation) {
      return new Told(
          place(relation.from()),
          relation.words(),
          place(relation.to()),
          Objects.equals(relation.says(), relation.from())
              ? List.of()
              : List.of(place(relation.says())));
    }

    private Place place(MapNode node) {
      Place place = place(node.place());
      return node.gathered() > 0
          ? new Place(node.name(), node.title(), "", "", "")
          : new Place(node.name(), node.title(), place.href(), place.map(), place.change());
    }

    /// A party by its id: a record may be called as it is.
    private static String about(MapPlace place) {
      return place.isOneParty() ? place.id() : place.name();
    }

    private Place place(MapPlace place) {
      boolean party = place.sort() == MapPlace.Sort.PARTY;
      boolean section =
          place.sort() == MapPlace.Sort.CLAUSE || place.sort() == MapPlace.Sort.HEADING;
      String path =
          section && !place.name().equals(place.id())
              ? RecordLines.section(place.name())
              : "/records/" + place.id();
      boolean gone = place.change() == MapChange.REMOVED;
      boolean focusable = party ? place.isOneParty() : !gone;
      return new Place(
          place.name(),
          place.title(),
          gone || party ? "" : base + path,
          focusable ? base + "/map?focus=" + RecordLines.inPath(about(place)) : "",
          place.change().word());
    }
  }
}
