package org.seccatalogue.map.sheet;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.seccatalogue.xml.XmlWriter;

/// Writes a sheet as SVG, with numbers of at most two decimals: the same ones everywhere.
public final class SvgSheet implements Sheet {

  private static final int PLACES = 100;

  private final XmlWriter xml;

  private SvgSheet(Writer out) {
    this.xml = new XmlWriter(out);
  }

  /// Writes a sheet as one element.
  public static void write(SheetTitle title, Drawing drawing, Writer out) {
    SvgSheet sheet = new SvgSheet(out);
    sheet.open(title);
    drawing.on(sheet);
    sheet.close("svg");
  }

  private void open(SheetTitle title) {
    xml.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        number(title.size().width()) + "mm",
        "height",
        number(title.size().height()) + "mm",
        "viewBox",
        "0 0 " + number(title.size().width()) + " " + number(title.size().height()),
        "role",
        "img",
        "aria-labelledby",
        "map-title map-desc",
        "font-family",
        "Arial, Helvetica, 'Liberation Sans', sans-serif",
        "fill",
        Lettering.INK);
    element("title", title.words(), "id", "map-title");
    element("desc", title.description(), "id", "map-desc");
    if (title.isSaid()) {
      element("metadata", title.said());
    }
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

  @Override
  public void begin(String words, String... data) {
    xml.open("g", data);
    if (!words.isEmpty()) {
      element("title", words);
    }
  }

  @Override
  public void end() {
    close("g");
  }

  @Override
  public void rectangle(Box box, double corner, Look look) {
    shape(
        "rect",
        look,
        "x",
        number(box.x()),
        "y",
        number(box.y()),
        "width",
        number(box.width()),
        "height",
        number(box.height()),
        "rx",
        number(corner));
  }

  @Override
  public void path(Path path, Look look) {
    shape(
        "path", look, "d", path.steps().stream().map(SvgSheet::step).collect(Collectors.joining()));
  }

  private static String step(Path.Step step) {
    return switch (step) {
      case Path.Step.Begin(Point at) -> "M" + at(at);
      case Path.Step.Straight(Point to) -> "L" + at(to);
      case Path.Step.Curve(Point first, Point second, Point to) ->
          "C" + at(first) + " " + at(second) + " " + at(to);
      case Path.Step.Close() -> "Z";
    };
  }

  private static String at(Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  @Override
  public void circle(Point middle, double radius, Look look) {
    shape("circle", look, "cx", number(middle.x()), "cy", number(middle.y()), "r", number(radius));
  }

  private void shape(String element, Look look, String... place) {
    List<String> attributes = new ArrayList<>(List.of(place));
    attributes.addAll(List.of("fill", look.fill() == null ? "none" : look.fill()));
    if (look.stroke() != null) {
      attributes.addAll(List.of("stroke", look.stroke(), "stroke-width", number(look.width())));
    }
    if (!look.dash().isEmpty()) {
      String lengths = look.dash().stream().map(SvgSheet::number).collect(Collectors.joining(" "));
      attributes.addAll(
          List.of(
              "stroke-dasharray", lengths, "stroke-linecap", look.isDotted() ? "round" : "butt"));
    }
    xml.empty(element, attributes.toArray(String[]::new)).markup("\n");
  }

  @Override
  public void words(String text, Point at, Lettering lettering) {
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "x",
                number(at.x()),
                "y",
                number(at.y()),
                "font-size",
                number(lettering.size() * Letters.POINT)));
    if (lettering.bold()) {
      attributes.addAll(List.of("font-weight", "bold"));
    }
    if (lettering.anchor() != Lettering.Anchor.START) {
      attributes.addAll(List.of("text-anchor", lettering.anchor().name().toLowerCase(Locale.ROOT)));
    }
    if (!lettering.colour().equals(Lettering.INK)) {
      attributes.addAll(List.of("fill", lettering.colour()));
    }
    element("text", text, attributes.toArray(String[]::new));
  }

  private void element(String name, String words, String... attributes) {
    xml.open(name, attributes).text(words).close(name).markup("\n");
  }

  private void close(String element) {
    xml.close(element).markup("\n");
  }
}
