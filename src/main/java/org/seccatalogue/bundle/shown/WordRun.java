package org.seccatalogue.bundle.shown;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Tells how words of a Word document look that are formatted so.
final class WordRun {

  private static final int NARROWEST = 50;
  private static final int FARTHEST = 60;
  private static final int TIGHTEST = -30;
  private static final List<String> LIGHT =
      List.of("background1", "background2", "light1", "light2");
  private static final Map<String, String> HIGHLIGHTS =
      Map.of("black", "000000", "white", "FFFFFF", "yellow", "FFFF00", "red", "FF0000");
  private static final List<String> OFF = List.of("0", "false", "off");

  private Look look = Look.AS_AROUND;

  private WordRun() {}

  static Look look(Formatting formatting) {
    WordRun run = new WordRun();
    formatting.said().forEach((property, value) -> run.property(property, value, formatting));
    return run.look;
  }

  private void property(String property, String value, Formatting all) {
    String plain = property.contains("#") ? property.substring(0, property.indexOf('#')) : property;
    look =
        switch (plain) {
          case "vanish", "webHidden", "specVanish" ->
              with(new Look(on(value), null, null, null, null, null, null));
          case "strike", "dstrike" -> with(new Look(null, on(value), null, null, null, null, null));
          case "color" -> with(new Look(null, null, color(all, value), null, null, null, null));
          case "sz" -> with(new Look(null, null, null, size(value), null, null, null));
          case "rFonts@ascii" -> with(new Look(null, null, null, null, value, null, null));
          case "shd@fill", "highlight" ->
              with(
                  new Look(
                      null, null, null, null, null, HIGHLIGHTS.getOrDefault(value, value), null));
          case "fitText" -> squeezed(true);
          case "w" -> squeezed(number(value, NARROWEST) < NARROWEST);
          case "position" -> squeezed(Math.abs(number(value, 0)) > FARTHEST);
          case "spacing" -> squeezed(number(value, 0) < TIGHTEST);
          default -> look;
        };
  }

  /// What a property says later wins, except that what hides stays hidden, and what is struck out.
  private Look with(Look more) {
    Look both = more.over(look);
    return look.marks().over(both);
  }

  private Look squeezed(boolean squeezed) {
    return squeezed ? with(new Look(null, null, null, null, null, null, true)) : look;
  }

  /// A theme may call white by another name.
  private static String color(Formatting all, String value) {
    String theme = all.get("color@themeColor");
    return theme != null && LIGHT.contains(theme) ? "FFFFFF" : value;
  }

  private static boolean on(String value) {
    return !OFF.contains(value);
  }

  private static @Nullable Integer size(String value) {
    int size = number(value, 0);
    return size > 0 ? size : null;
  }

  private static int number(String value, int otherwise) {
    return value.matches("-?[0-9]{1,6}") ? Integer.parseInt(value) : otherwise;
  }

  static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }
}
