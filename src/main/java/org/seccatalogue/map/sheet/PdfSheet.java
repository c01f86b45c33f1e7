package org.seccatalogue.map.sheet;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Draws on the page of a PDF, in typefaces that the file brings along.
final class PdfSheet implements Sheet {

  /// Points for each mm.
  static final double SCALE = 1 / Letters.POINT;

  private static final float THOUSAND = 1000;
  private static final String MISSING = "?";

  /// How pages call ends of lines.
  private static final int BUTT = 0;

  private static final int ROUND = 1;

  private final PDPageContentStream page;
  private final Typefaces typefaces;

  /// @param height of the page in mm: pages count from below
  PdfSheet(PDPageContentStream page, Typefaces typefaces, double height) throws IOException {
    this.page = page;
    this.typefaces = typefaces;
    page.transform(new Matrix((float) SCALE, 0, 0, (float) -SCALE, 0, (float) (height * SCALE)));
  }

  @FunctionalInterface
  private interface Drawn {
    void on() throws IOException;
  }

  private static void draw(Drawn drawn) {
    try {
      drawn.on();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void begin(String words, String... data) {
    // What programs may ask about a part of the sheet is for pages.
  }

  @Override
  public void end() {
    // Nothing was begun.
  }

  @Override
  public void rectangle(Box box, double corner, Look look) {
    path(Path.of(box, corner), look);
  }

  @Override
  public void circle(Point middle, double radius, Look look) {
    Box around = new Box(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
    path(Path.of(around, radius), look);
  }

  @Override
  public void path(Path path, Look look) {
    draw(
        () -> {
          prepare(look);
          for (Path.Step step : path.steps()) {
            step(step);
          }
          paint(look);
        });
  }

  private void prepare(Look look) throws IOException {
    if (look.fill() != null) {
      page.setNonStrokingColor(Color.decode(look.fill()));
    }
    if (look.stroke() != null) {
      page.setStrokingColor(Color.decode(look.stroke()));
      page.setLineWidth((float) look.width());
      page.setLineCapStyle(look.isDotted() ? ROUND : BUTT);
      float[] dash = new float[look.dash().size()];
      for (int i = 0; i < dash.length; i++) {
        dash[i] = look.dash().get(i).floatValue();
      }
      page.setLineDashPattern(dash, 0);
    }
  }

  private void step(Path.Step step) throws IOException {
    switch (step) {
      case Path.Step.Begin(Point at) -> page.moveTo((float) at.x(), (float) at.y());
      case Path.Step.Straight(Point to) -> page.lineTo((float) to.x(), (float) to.y());
      case Path.Step.Curve(Point first, Point second, Point to) ->
          page.curveTo(
              (float) first.x(),
              (float) first.y(),
              (float) second.x(),
              (float) second.y(),
              (float) to.x(),
              (float) to.y());
      case Path.Step.Close() -> page.closePath();
    }
  }

  private void paint(Look look) throws IOException {
    if (look.fill() != null && look.stroke() != null) {
      page.fillAndStroke();
    } else if (look.fill() != null) {
      page.fill();
    } else {
      page.stroke();
    }
  }

  @Override
  public void words(String text, Point at, Lettering lettering) {
    draw(
        () -> {
          PDFont typeface = lettering.bold() ? typefaces.bold() : typefaces.regular();
          String known = known(typeface, text);
          double size = lettering.size() * Letters.POINT;
          double width = typeface.getStringWidth(known) / THOUSAND * size;
          double left = at.x() - width * before(lettering.anchor());
          page.beginText();
          page.setNonStrokingColor(Color.decode(lettering.colour()));
          page.setFont(typeface, (float) size);
          page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) left, (float) at.y()));
          page.showText(known);
          page.endText();
        });
  }

  private static double before(Lettering.Anchor anchor) {
    return switch (anchor) {
      case START -> 0;
      case MIDDLE -> 0.5;
      case END -> 1;
    };
  }

  /// The text with a mark for each character that the typeface does not have.
  private static String known(PDFont typeface, String text) {
    StringBuilder known = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(character -> known.append(has(typeface, character) ? character : MISSING));
    return known.toString();
  }

  private static boolean has(PDFont typeface, @Nullable String character) {
    try {
      typeface.encode(character);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
