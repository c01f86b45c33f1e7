package org.seccatalogue.bundle.shown;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One thing that is seen, and how it looks: whatever says so, the thing itself, its style, what
/// that is based on, or a default.
///
/// @param key of the record in which it is; absent when it is in none
/// @param around what is written on the pages there; empty for what is in the text
/// @param words its own ones; empty when it has none
/// @param said the properties that are not as they are without a word
public record Seen(
    @Nullable String key, String around, Kind kind, String words, SortedMap<String, String> said) {

  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:(?:tblW|tcW|tblInd|top|left|bottom|right|start|end)@w"
              + "|ind@(?:left|right|start|end|hanging|firstLine)|spacing@(?:before|after)"
              + "|grid@(?:from|to)|pgSz@[wh]|pgMar@[a-z]+)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");

  /// Twentieths of a point, and halves.
  private static final int TWIPS = 20;

  private static final int HALVES = 2;

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("sz", "size"),
          Map.entry("color", "colour"),
          Map.entry("rFonts", "font"),
          Map.entry("b", "bold"),
          Map.entry("i", "slanted"),
          Map.entry("u", "underlined"),
          Map.entry("caps", "capital letters"),
          Map.entry("smallCaps", "small capitals"),
          Map.entry("strike", "struck through"),
          Map.entry("dstrike", "struck through twice"),
          Map.entry("vanish", "hidden"),
          Map.entry("highlight", "marked"),
          Map.entry("ind", "indent"),
          Map.entry("tcW", "width"),
          Map.entry("tblW", "width"),
          Map.entry("tblInd", "indent"),
          Map.entry("shd", "ground"),
          Map.entry("jc", "aligned"),
          Map.entry("spacing", "space"),
          Map.entry("pgSz", "page"),
          Map.entry("pgMar", "margin"));

  /// What can look some way.
  public enum Kind {
    WORDS("words"),
    PARAGRAPH("a paragraph"),
    EMPTY("an empty paragraph"),
    TABLE("a table"),
    ROW("a row of a table"),
    CELL("a cell of a table"),
    PAGES("the pages");

    private final String name;

    Kind(String name) {
      this.name = name;
    }

    /// For people.
    public String named() {
      return name;
    }
  }

  /// Whether a property is a length in twentieths of a point.
  static boolean isLength(String property) {
    return LENGTH.matcher(last(property)).matches();
  }

  static boolean isNumber(String value) {
    return NUMBER.matcher(value).matches();
  }

  private static String last(String property) {
    return property.substring(property.lastIndexOf('/') + 1);
  }

  /// A property and its value, for people.
  static String said(String property, @Nullable String value) {
    String plain = last(property);
    boolean justOn = !plain.contains("@") && "1".equals(value);
    return justOn ? named(plain) : named(plain) + " " + value(plain, String.valueOf(value));
  }

  private static String named(String plain) {
    String element = plain.split("[@#]", 2)[0];
    String name = NAMES.getOrDefault(element, element);
    return plain.contains("@") ? name + " " + plain.substring(plain.indexOf('@') + 1) : name;
  }

  private static String value(String plain, String value) {
    if (!isNumber(value)) {
      return value;
    }
    if (plain.equals("sz") || plain.equals("position")) {
      return points(value, HALVES);
    }
    boolean ofPage = plain.startsWith("tblW");
    return isLength(plain) && !ofPage ? points(value, TWIPS) : value;
  }

  private static String points(String value, int parts) {
    BigDecimal points = new BigDecimal(value).divide(BigDecimal.valueOf(parts));
    return points.stripTrailingZeros().toPlainString() + " pt";
  }

  /// What a property decides, for people.
  static String in(String property) {
    String place = property.contains("/") ? property.substring(0, property.indexOf('/')) : "";
    String plain = property.split("[/@#]", 2)[0];
    return switch (place) {
      case "list" -> "the bullet or number in front";
      case "rPr" -> "the mark at its end";
      case "style" -> "what the style of the table says";
      default -> decides(plain);
    };
  }

  private static String decides(String element) {
    return switch (element) {
      case "sz" -> "the size";
      case "color" -> "the colour";
      case "rFonts" -> "the font";
      case "b", "i", "u", "caps", "smallCaps" -> "bold, slanted, underlined or capital letters";
      case "strike", "dstrike" -> "what is struck through";
      case "vanish", "webHidden", "specVanish", "hidden" -> "what is hidden";
      case "shd", "highlight" -> "the ground behind";
      case "spacing", "contextualSpacing" -> "the space between";
      case "ind", "jc", "tabs", "tblInd", "position" -> "where it stands in the line";
      case "keepNext", "keepLines", "pageBreakBefore", "cantSplit", "tblHeader" ->
          "where a page ends";
      case "pBdr" -> "the lines around";
      case "outlineLvl" -> "the level of the heading";
      case "grid", "tcW", "tblW", "tblCellMar", "tblLayout" -> "the widths";
      case "pgSz", "pgMar", "cols" -> "the size and the margins";
      case "textDirection", "rtl", "bidi" -> "the direction of the words";
      default -> "the property “" + element + "”";
    };
  }
}
