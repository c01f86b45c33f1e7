package org.seccatalogue.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.drawing.MapFigure;
import org.seccatalogue.record.RecordHead;

/// A picture that stands between the contents and the text.
///
/// @param name by which the document calls it, such as `Figure 1`
/// @param caption without that name
/// @param alternative what it shows, for whoever does not see it
public record Figure(String name, String caption, String alternative, Picture picture) {

  private static final String FIRST = "Figure 1";

  /// How many records stand above a chapter.
  private static final int DEEPEST = 1;

  private static final String ELSEWHERE =
      "Where this document has boxes that are called “%s”, they say in words what touches each code."
          .formatted(BoxWords.TITLE);

  /// What is seen, in each of the ways in which a document can show it. All lengths are in mm.
  public interface Picture {

    double width();

    double height();

    /// As one element of SVG.
    String svg();

    /// As PNG. The stream stays open.
    void png(OutputStream out) throws IOException;
  }

  /// The map of what a document is about; nothing where it has no relation to an existing code.
  ///
  /// @param about the title of the document
  /// @param list where all that the map gathers stands as a list, in a sentence
  public static Optional<Figure> of(
      MapGraph map, String about, String list, SpecificationForm form) {
    return MapFigure.of(map, ELSEWHERE + " " + list, form.packing())
        .map(
            figure ->
                new Figure(
                    FIRST,
                    "SEC map of " + about + ", " + map.edition().name(),
                    figure.words(),
                    new OfMap(figure)));
  }

  /// Whether a document about this has the map as a figure. Parts and chapters have; who reads of a
  /// section finds it on the map of its chapter.
  public static boolean stands(RecordHead root) {
    return root.path().chars().filter(one -> one == '.').count() <= DEEPEST;
  }

  /// The name and the caption.
  public String title() {
    return name + ": " + caption;
  }

  private record OfMap(MapFigure figure) implements Picture {

    @Override
    public double width() {
      return figure.width();
    }

    @Override
    public double height() {
      return figure.height();
    }

    @Override
    public String svg() {
      return figure.svg();
    }

    @Override
    public void png(OutputStream out) throws IOException {
      figure.png(out);
    }
  }
}
