package org.seccatalogue.bundle.shown;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads how words of a Word document look.
final class WordRun {

  private static final int NARROWEST = 50;
  private static final int FARTHEST = 60;
  private static final int TIGHTEST = -30;
  private static final List<String> LIGHT =
      List.of("background1", "background2", "light1", "light2");
  private static final Map<String, String> HIGHLIGHTS =
      Map.of("black", "000000", "white", "FFFFFF", "yellow", "FFFF00", "red", "FF0000");
  private static final List<String> OFF = List.of("0", "false", "off");

  private @Nullable String style;
  private Look look = Look.AS_AROUND;

  private WordRun() {}

  /// The look that an `rPr` says, whose start was read; reads on to its end.
  static Look properties(XMLStreamReader xml) throws XMLStreamException {
    return read(xml).look;
  }

  static WordRun read(XMLStreamReader xml) throws XMLStreamException {
    WordRun run = new WordRun();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          run.property(xml);
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
    return run;
  }

  @Nullable String style() {
    return style;
  }

  Look look() {
    return look;
  }

  private void property(XMLStreamReader xml) {
    String value = attribute(xml, "val");
    look =
        switch (xml.getLocalName()) {
          case "vanish", "webHidden", "specVanish" ->
              with(new Look(on(value), null, null, null, null, null, null));
          case "strike", "dstrike" -> with(new Look(null, on(value), null, null, null, null, null));
          case "color" -> with(new Look(null, null, color(xml, value), null, null, null, null));
          case "sz" -> with(new Look(null, null, null, size(value), null, null, null));
          case "rFonts" ->
              with(new Look(null, null, null, null, attribute(xml, "ascii"), null, null));
          case "shd" -> with(new Look(null, null, null, null, null, attribute(xml, "fill"), null));
          case "highlight" ->
              with(
                  new Look(
                      null, null, null, null, null, HIGHLIGHTS.getOrDefault(value, value), null));
          case "fitText" -> squeezed(true);
          case "w" -> squeezed(number(value, NARROWEST) < NARROWEST);
          case "position" -> squeezed(Math.abs(number(value, 0)) > FARTHEST);
          case "spacing" -> squeezed(number(value, 0) < TIGHTEST);
          case "rStyle" -> {
            style = value;
            yield look;
          }
          default -> look;
        };
  }

  /// What a property says later wins, except that what hides stays hidden.
  private Look with(Look more) {
    Look both = more.over(look);
    return look.isHidden() ? new Look(true, null, null, null, null, null, null).over(both) : both;
  }

  private Look squeezed(boolean squeezed) {
    return squeezed ? with(new Look(null, null, null, null, null, null, true)) : look;
  }

  /// A theme may call white by another name.
  private static @Nullable String color(XMLStreamReader xml, @Nullable String value) {
    String theme = attribute(xml, "themeColor");
    return theme != null && LIGHT.contains(theme) ? "FFFFFF" : value;
  }

  private static boolean on(@Nullable String value) {
    return value == null || !OFF.contains(value);
  }

  private static @Nullable Integer size(@Nullable String value) {
    int size = number(value, 0);
    return size > 0 ? size : null;
  }

  private static int number(@Nullable String value, int otherwise) {
    return value != null && value.matches("-?[0-9]{1,6}") ? Integer.parseInt(value) : otherwise;
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
