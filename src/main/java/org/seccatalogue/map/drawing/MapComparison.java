package org.seccatalogue.map.drawing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.map.sheet.FileDifference;
import org.seccatalogue.map.sheet.PngComparison;

/// Tells which boxes, lines and words of a map's file are not as they should be.
public final class MapComparison {

  /// Where what belongs together begins and ends, in SVG and in the comments of a PDF.
  private static final Pattern GROUP =
      Pattern.compile(
          "<g(?<data>(?: [a-z-]{1,20}=\"[^\"]{0,200}\")*+)>(?:<title>(?<title>[^<]*+)</title>)?"
              + "|(?<end></g>)");

  private static final Pattern EDGE = Pattern.compile(" data-edge=\"([0-9]{1,9})\"");
  private static final Pattern CODE = Pattern.compile("&#([0-9]{1,7});");
  private static final String NODE = " data-node=";
  private static final String MAP = " data-map=";
  private static final String REST = "The heading and what the file says of itself";
  private static final String FRAMES = "The frames";
  private static final String LEGEND = "The legend";

  /// What belongs to nothing with a name comes last.
  private final Map<String, StringBuilder> parts = new LinkedHashMap<>();

  private final Map<String, String> lines = new HashMap<>();

  private MapComparison(String file) {
    StringBuilder rest = new StringBuilder();
    Deque<StringBuilder> open = new ArrayDeque<>(List.of(rest));
    Matcher group = GROUP.matcher(file);
    int from = 0;
    while (group.find()) {
      open.getFirst().append(file, from, group.end());
      from = group.end();
      if (group.group("end") == null) {
        String part = part(group.group("data"), group.group("title"));
        open.push(parts.computeIfAbsent(part, _ -> new StringBuilder()));
      } else if (open.size() > 1) {
        open.pop();
      }
    }
    open.getFirst().append(file, from, file.length());
    parts.put(REST, rest);
  }

  /// The parts that are not as they should be; none where all are.
  ///
  /// @param expected a map that was written here
  public static List<FileDifference> of(byte[] expected, byte[] found) {
    return PngComparison.isPicture(expected)
        ? PngComparison.of(expected, found)
        : of(new MapComparison(text(expected)), new MapComparison(text(found)));
  }

  /// Whether it is a picture that shows and says what it should, and was only packed again.
  public static boolean isPackedAgain(byte[] expected, byte[] found) {
    return PngComparison.isPicture(expected) && PngComparison.isPackedAgain(expected, found);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  private static List<FileDifference> of(MapComparison expected, MapComparison found) {
    List<FileDifference> all = new ArrayList<>();
    expected.parts.forEach(
        (part, text) -> {
          StringBuilder other = found.parts.get(part);
          if (other == null) {
            all.add(difference(part, "It is not there.", null, null));
          } else if (text.compareTo(other) != 0) {
            all.add(difference(part, "It is not as it is made from the baseline.", text, other));
          }
        });
    found.parts.keySet().stream()
        .filter(part -> !expected.parts.containsKey(part))
        .map(part -> difference(part, "It should not be there.", null, null))
        .forEach(all::add);
    return all;
  }

  private static FileDifference difference(
      String part, String what, @Nullable StringBuilder expected, @Nullable StringBuilder found) {
    return new FileDifference(
        words(part),
        what,
        expected == null ? null : words(expected.toString()),
        found == null ? null : words(found.toString()));
  }

  private static String words(String text) {
    String unpacked =
        new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return CODE.matcher(unpacked)
        .replaceAll(code -> Matcher.quoteReplacement(character(code.group(1))))
        .replaceAll("\\p{Cntrl}+", " ")
        .strip();
  }

  private static String character(String code) {
    int one = Integer.parseInt(code);
    return Character.isValidCodePoint(one) ? Character.toString(one) : "?";
  }

  /// What a part is. The number on a line stands apart from it.
  private String part(String data, @Nullable String title) {
    if (data.contains(NODE)) {
      return "The box " + Objects.requireNonNullElse(title, "");
    }
    Matcher edge = EDGE.matcher(data);
    if (edge.find()) {
      String line = title == null ? lines.get(edge.group(1)) : title;
      if (title != null) {
        lines.put(edge.group(1), title);
      }
      return (title == null ? "The number of the line " : "The line ")
          + Objects.requireNonNullElse(line, edge.group(1));
    }
    return data.contains(MAP) ? FRAMES : LEGEND;
  }
}
