package org.seccatalogue.map.drawing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Optional;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapKind;
import org.seccatalogue.map.sheet.PngFile;
import org.seccatalogue.map.sheet.Point;
import org.seccatalogue.map.sheet.SheetTitle;
import org.seccatalogue.map.sheet.SvgSheet;

/// A map as a figure of a document, which says around it what it is of. It is as large as on a
/// sheet of its own, so that its letters are, too.
public final class MapFigure {

  /// Those of seven points are as high as 19 of its points; and so few that Word keeps all of them.
  private static final int DOTS_PER_INCH = 200;

  /// Numbers on lines that pass beside the boxes stand half in the margin.
  private static final MapDrawing.Layout LAYOUT = MapDrawing.Layout.bare(new Point(3, 1));

  private final MapDrawing drawing;
  private final SheetTitle title;
  private final PngFile.Packing packing;

  private MapFigure(MapGraph graph, String elsewhere, PngFile.Packing packing) {
    this.packing = packing;
    this.drawing = new MapDrawing(graph, LAYOUT);
    this.title =
        new SheetTitle(
            LAYOUT.sheet(),
            graph.title(),
            MapWords.of(drawing.graph()) + " " + elsewhere,
            graph.edition().dated());
  }

  /// The figure of a map on which something touches an existing code or agreement; nothing of any
  /// other.
  ///
  /// @param elsewhere where the same stands in words, in sentences
  /// @param packing of its points
  public static Optional<MapFigure> of(MapGraph graph, String elsewhere, PngFile.Packing packing) {
    return graph.edges().stream().map(MapEdge::kind).anyMatch(MapFigure::isOfAgreements)
        ? Optional.of(new MapFigure(graph, elsewhere, packing))
        : Optional.empty();
  }

  private static boolean isOfAgreements(MapKind kind) {
    return switch (kind.group()) {
      case INTERACTION, TOUCHING -> true;
      case TRACE, ASSESSMENT -> false;
    };
  }

  /// In mm.
  public double width() {
    return LAYOUT.sheet().width();
  }

  /// In mm.
  public double height() {
    return LAYOUT.sheet().height();
  }

  /// What it shows, for whoever does not see it.
  public String words() {
    return title.description();
  }

  /// As one element.
  public String svg() {
    StringWriter writer = new StringWriter();
    SvgSheet.write(title, drawing::on, writer);
    return writer.toString();
  }

  /// As a picture to be printed. The stream stays open.
  public void png(OutputStream out) throws IOException {
    PngFile.write(title, drawing::on, new PngFile.Print(DOTS_PER_INCH, packing), out);
  }
}
