package org.seccatalogue.bundle.shown;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What a Word document says of how something looks: each property by the path of its element and
/// its attribute, such as `spacing@line`, without `@val`. Properties that nobody has heard of are
/// in it like all others, so that they count.
///
/// @param said the values, by the properties
record Formatting(SortedMap<String, String> said) {

  static final Formatting NOTHING = new Formatting(new TreeMap<>());

  private static final int DEEPEST = 12;
  private static final Set<String> ON = Set.of("true", "on");
  private static final Set<String> UNSET =
      Set.of("", "false", "off", "none", "nil", "auto", "default");

  /// Elements of which zero says no more than silence.
  private static final Set<String> NONE_BY_ZERO =
      Set.of(
          "b",
          "i",
          "caps",
          "smallCaps",
          "strike",
          "dstrike",
          "vanish",
          "specVanish",
          "webHidden",
          "outline",
          "shadow",
          "emboss",
          "imprint",
          "rtl",
          "cs",
          "bidi",
          "keepNext",
          "keepLines",
          "pageBreakBefore",
          "contextualSpacing",
          "suppressLineNumbers",
          "mirrorIndents",
          "position",
          "ind",
          "cantSplit",
          "tblHeader",
          "hidden",
          "titlePg",
          "noWrap",
          "tblInd");

  private static final Set<String> NO_SPACE =
      Set.of(
          "spacing",
          "spacing@before",
          "spacing@after",
          "spacing@beforeAutospacing",
          "spacing@afterAutospacing");

  /// What Word and LibreOffice add on their own, without anything to see.
  private static final Set<String> HARMLESS =
      Set.of(
          "lang",
          "noProof",
          "szCs",
          "bCs",
          "iCs",
          "kern",
          "ligatures",
          "widowControl",
          "suppressAutoHyphens",
          "autoSpaceDE",
          "autoSpaceDN",
          "kinsoku",
          "overflowPunct",
          "topLinePunct",
          "adjustRightInd",
          "snapToGrid",
          "formProt",
          "pPr",
          "rPr",
          "tblPr",
          "trPr",
          "tcPr",
          "pStyle",
          "rStyle",
          "tblStyle");

  Formatting {
    said = Collections.unmodifiableSortedMap(said);
  }

  static Formatting of(String property, String value) {
    return new Formatting(new TreeMap<>(Map.of(property, value)));
  }

  /// Reads what is in an element whose start was read, to its end.
  static Formatting read(XMLStreamReader xml) throws XMLStreamException {
    SortedMap<String, String> said = new TreeMap<>();
    Map<String, Integer> times = new HashMap<>();
    Deque<String> path = new ArrayDeque<>();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          String around = String.join("/", path);
          said.remove(around, "1");
          path.addLast(path.size() < DEEPEST ? xml.getLocalName() : "");
          element(xml, String.join("/", path), said, times);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          path.pollLast();
        }
        default -> {}
      }
    }
    return new Formatting(said);
  }

  private static void element(
      XMLStreamReader xml,
      String path,
      SortedMap<String, String> said,
      Map<String, Integer> times) {
    if (xml.getAttributeCount() == 0) {
      put(said, times, path, "1");
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      String value = xml.getAttributeValue(i);
      put(
          said,
          times,
          name.equals("val") ? path : path + "@" + name,
          ON.contains(value) ? "1" : value);
    }
  }

  /// What is said more than once is kept as often.
  private static void put(
      SortedMap<String, String> said, Map<String, Integer> times, String property, String value) {
    int time = times.merge(property, 1, Integer::sum);
    said.put(time == 1 ? property : property + "#" + time, value);
  }

  /// This one, and that one where it says nothing.
  Formatting over(Formatting below) {
    if (said.isEmpty() || below.said.isEmpty()) {
      return said.isEmpty() ? below : this;
    }
    SortedMap<String, String> both = new TreeMap<>(below.said);
    both.putAll(said);
    return new Formatting(both);
  }

  /// The same, each property with something in front.
  Formatting in(String place) {
    SortedMap<String, String> all = new TreeMap<>();
    said.forEach((property, value) -> all.put(place + "/" + property, value));
    return new Formatting(all);
  }

  /// What is said in an element of it.
  Formatting inside(String place) {
    SortedMap<String, String> inner = new TreeMap<>();
    said.forEach(
        (property, value) -> {
          if (property.startsWith(place + "/")) {
            inner.put(property.substring(place.length() + 1), value);
          }
        });
    return new Formatting(inner);
  }

  /// Without what begins so.
  Formatting without(String beginning) {
    SortedMap<String, String> left = new TreeMap<>(said);
    left.keySet().removeIf(property -> property.startsWith(beginning));
    return new Formatting(left);
  }

  /// What decides how something looks, one property after the other.
  List<String> lines() {
    return lines(NOTHING);
  }

  /// The same without what is below anyhow.
  List<String> lines(Formatting below) {
    return said.entrySet().stream()
        .filter(one -> !one.getValue().equals(below.said.get(one.getKey())))
        .filter(one -> !isSilent(one.getKey(), one.getValue()) || below.says(one.getKey()))
        .map(one -> one.getKey() + " " + one.getValue().toLowerCase(Locale.ROOT))
        .toList();
  }

  private boolean says(String property) {
    String value = said.get(property);
    return value != null && !isSilent(property, value);
  }

  @Nullable String get(String property) {
    return said.get(property);
  }

  /// Whether it says no more than silence does.
  private static boolean isSilent(String property, String value) {
    String last = property.substring(property.lastIndexOf('/') + 1);
    String plain = last.contains("#") ? last.substring(0, last.indexOf('#')) : last;
    String element = plain.contains("@") ? plain.substring(0, plain.indexOf('@')) : plain;
    return HARMLESS.contains(element)
        || plain.startsWith("rsid")
        || plain.contains("@rsid")
        || plain.endsWith("@id")
        || plain.equals("pgSz@code")
        || UNSET.contains(value)
        || (value.equals("0") && (NONE_BY_ZERO.contains(element) || NO_SPACE.contains(plain)))
        || isUsual(plain, value);
  }

  private static boolean isUsual(String property, String value) {
    return switch (property) {
      case "jc", "lvlJc" -> value.equals("left") || value.equals("start");
      case "shd" -> value.equals("clear");
      case "vertAlign" -> value.equals("baseline");
      case "spacing@line" -> value.equals("240");
      case "outlineLvl" -> value.equals("9");
      case "suff" -> value.equals("tab");
      case "textDirection" -> value.equals("lrTb");
      case "docGrid", "docGrid@linePitch", "docGrid@charSpace" -> true;
      case "docGrid@type" -> value.equals("lines");
      default -> false;
    };
  }
}
