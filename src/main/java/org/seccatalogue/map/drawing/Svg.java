package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.xml.XmlWriter;

/// Writes shapes as SVG, with numbers of at most two decimals: the same ones everywhere.
final class Svg {

  static final String INK = "#0b0c0c";
  static final String GREY = "#505a5f";
  static final String ACCENT = "#1d4f5c";
  static final String GROUND = "#f1f4f5";
  static final String PAPER = "#ffffff";

  private static final int PLACES = 100;

  private final XmlWriter xml;

  Svg(XmlWriter xml) {
    this.xml = xml;
  }

  /// A number as it stands in a path.
  static String number(double value) {
    long hundredths = Math.round(value * PLACES);
    String sign = hundredths < 0 ? "-" : "";
    long whole = Math.abs(hundredths) / PLACES;
    long rest = Math.abs(hundredths) % PLACES;
    if (rest == 0) {
      return sign + whole;
    }
    String decimals = rest < 10 ? "0" + rest : Long.toString(rest);
    return sign + whole + "." + (rest % 10 == 0 ? decimals.substring(0, 1) : decimals);
  }

  XmlWriter xml() {
    return xml;
  }

  void open(String element, String... attributes) {
    xml.open(element, attributes);
  }

  void close(String element) {
    xml.close(element).markup("\n");
  }

  void element(String name, String words, String... attributes) {
    xml.open(name, attributes).text(words).close(name).markup("\n");
  }

  void rectangle(Box box, double corner, String... looks) {
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "x", number(box.x()),
                "y", number(box.y()),
                "width", number(box.width()),
                "height", number(box.height()),
                "rx", number(corner)));
    attributes.addAll(List.of(looks));
    xml.empty("rect", attributes.toArray(String[]::new)).markup("\n");
  }

  void path(String d, String... looks) {
    List<String> attributes = new ArrayList<>(List.of("d", d));
    attributes.addAll(List.of(looks));
    xml.empty("path", attributes.toArray(String[]::new)).markup("\n");
  }

  void circle(Point middle, double radius, String... looks) {
    List<String> attributes =
        new ArrayList<>(
            List.of("cx", number(middle.x()), "cy", number(middle.y()), "r", number(radius)));
    attributes.addAll(List.of(looks));
    xml.empty("circle", attributes.toArray(String[]::new)).markup("\n");
  }

  /// Words on one line.
  ///
  /// @param size in points
  void words(String text, Point at, double size, String... looks) {
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "x", number(at.x()),
                "y", number(at.y()),
                "font-size", number(size * Letters.POINT)));
    attributes.addAll(List.of(looks));
    element("text", text, attributes.toArray(String[]::new));
  }
}
