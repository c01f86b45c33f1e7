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

  /// In front of the place of a stop.
  static final String STOP = "tabs/";

  private static final String TAB = "tabs/tab";
  private static final int DEEPEST = 12;

  private static final Set<String> ON = Set.of("true", "on");
  /// What a style of words turns off where that of its paragraph has turned it on.
  private static final List<String> TOGGLES =
      List.of(
          "b",
          "i",
          "caps",
          "smallCaps",
          "strike",
          "vanish",
          "outline",
          "shadow",
          "emboss",
          "imprint");

  /// What is turned on by being there, whatever else is said of it.
  private static final Set<String> FLAGS =
      Set.of("vanish", "webHidden", "specVanish", "strike", "dstrike", "caps", "hidden");

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
    if (path.endsWith(TAB)) {
      tab(xml, path.substring(0, path.length() - TAB.length()), said);
      return;
    }
    boolean flag = FLAGS.contains(xml.getLocalName()) && WordRun.attribute(xml, "val") == null;
    if (flag || xml.getAttributeCount() == 0) {
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

  /// A stop is known by its place, so that one that is taken away is not there.
  private static void tab(XMLStreamReader xml, String path, SortedMap<String, String> said) {
    String place = path + STOP + WordRun.attribute(xml, "pos");
    StringBuilder value = new StringBuilder(String.valueOf(WordRun.attribute(xml, "val")));
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      boolean more = !name.equals("pos") && !name.equals("val");
      if (more && !WordSilence.UNSET.contains(xml.getAttributeValue(i))) {
        value.append(' ').append(name).append(' ').append(xml.getAttributeValue(i));
      }
    }
    said.put(place, value.toString());
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

  /// This style of words, within a paragraph of that one: what both say is said by neither.
  Formatting toggling(Formatting around) {
    SortedMap<String, String> all = new TreeMap<>(said);
    TOGGLES.stream()
        .filter(one -> around.isOn(one) && all.containsKey(one))
        .forEach(one -> all.put(one, isOn(one) ? "0" : "1"));
    return new Formatting(all);
  }

  private boolean isOn(String property) {
    String value = said.get(property);
    return value != null && WordSilence.isBroken(property, value);
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

  /// What is said of one element.
  Formatting only(String element) {
    SortedMap<String, String> left = new TreeMap<>(said);
    left.keySet()
        .removeIf(property -> !property.equals(element) && !property.startsWith(element + "@"));
    return new Formatting(left);
  }

  /// What decides how something looks, one property after the other.
  List<String> lines() {
    return shown().entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
  }

  /// What decides how something looks, without what says no more than silence does.
  SortedMap<String, String> shown() {
    SortedMap<String, String> shown = new TreeMap<>();
    said.forEach(
        (property, value) -> {
          if (WordSilence.isBroken(property, value)) {
            shown.put(property, value.toLowerCase(Locale.ROOT));
          }
        });
    return shown;
  }

  @Nullable String get(String property) {
    return said.get(property);
  }
}
