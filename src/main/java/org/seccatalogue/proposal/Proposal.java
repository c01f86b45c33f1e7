package org.seccatalogue.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.PlaceWish;

/// One record as a source proposes it, still unchecked.
///
/// @param number among all that the source proposes, counted from 1
/// @param row its row in the table, as people count it
/// @param key of the record that it means, as it is written
/// @param base the revision that its editor was given; absent when the source does not say
/// @param defaults what is to hold where nothing is said
/// @param remarks what its cells tell besides their values
/// @param print by which the same row is known again; absent when it has none
public record Proposal(
    int number,
    int row,
    @Nullable String key,
    @Nullable Base base,
    Stated stated,
    Defaults defaults,
    List<Finding> remarks,
    @Nullable String print) {

  /// What it says.
  ///
  /// @param section key or reference of the record under which it stands
  /// @param stage to which it is to be moved, as it is written
  /// @param attributes raw values; null for an empty cell
  public record Stated(
      @Nullable String section,
      PlaceWish place,
      @Nullable String stage,
      ObjectNode attributes,
      List<LinkCell> links) {}

  /// One link that a cell asks for.
  public record LinkCell(String type, String target, @Nullable String note, int column) {}

  /// What holds for every row. It is no statement of the row: it fills new records and empty
  /// attributes, and never replaces what a record says.
  ///
  /// @param section reference of the section of new records
  /// @param attributes raw values
  public record Defaults(@Nullable String section, ObjectNode attributes) {

    /// Nothing is said.
    public static Defaults none() {
      return new Defaults(null, JsonNodeFactory.instance.objectNode());
    }
  }

  /// The revision that a row was exported with, as its cells say.
  ///
  /// @param digest of that revision; absent when the source does not tell
  /// @param stage of the record when it was exported, which is no part of a revision
  /// @param section key of the record above it when it was exported, empty for a root
  /// @param meant the keys of the records that the row named by references when it was exported
  public record Base(
      String revision,
      @Nullable String digest,
      @Nullable String stage,
      @Nullable String section,
      Map<String, String> meant) {

    /// What stands for no record above.
    public static final String ROOT = "-";

    private static final String BETWEEN = ";";
    private static final char IS = '=';

    /// Nothing when there is no revision.
    ///
    /// @param digest with the stage of the record after it, the key of the record above, and what
    ///     the references of the row meant
    public static @Nullable Base of(@Nullable String revision, @Nullable String digest) {
      if (revision == null) {
        return null;
      }
      String[] parts = digest == null ? new String[0] : digest.strip().split("\\s+", 4);
      return new Base(
          revision,
          part(parts, 0),
          part(parts, 1),
          section(part(parts, 2)),
          parts.length < 4 ? Map.of() : meant(parts[3]));
    }

    private static Map<String, String> meant(String text) {
      Map<String, String> meant = new HashMap<>();
      for (String name : text.split(BETWEEN, -1)) {
        int end = name.lastIndexOf(IS);
        if (end > 0) {
          meant.put(name.substring(0, end), name.substring(end + 1));
        }
      }
      return meant;
    }

    /// What references mean, as a text. None of them has a semicolon.
    public static String meaning(Map<String, String> meant) {
      return meant.entrySet().stream()
          .map(name -> name.getKey() + IS + name.getValue())
          .collect(Collectors.joining(BETWEEN));
    }

    private static @Nullable String part(String[] parts, int index) {
      return index < parts.length ? parts[index] : null;
    }

    private static @Nullable String section(@Nullable String text) {
      return ROOT.equals(text) ? "" : text;
    }
  }

  /// What it says of an attribute, or else what holds for every row.
  public JsonNode saidOrDefault(String attribute) {
    JsonNode own = stated.attributes().path(attribute);
    return own.isMissingNode() ? defaults.attributes().path(attribute) : own;
  }

  /// The same proposal naming its section and the targets of its links in other words.
  public Proposal naming(UnaryOperator<String> words) {
    String section = stated.section();
    return saying(
        new Stated(
            section == null ? null : words.apply(section),
            stated.place(),
            stated.stage(),
            stated.attributes(),
            stated.links().stream()
                .map(l -> new LinkCell(l.type(), words.apply(l.target()), l.note(), l.column()))
                .toList()));
  }

  /// The same proposal saying something else.
  public Proposal saying(Stated other) {
    return new Proposal(number, row, key, base, other, defaults, remarks, print);
  }
}
