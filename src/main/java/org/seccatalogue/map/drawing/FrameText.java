package org.seccatalogue.map.drawing;

import java.util.List;
import org.seccatalogue.map.sheet.Letters;

/// The heading of a frame: in one line where that can be, else in as many as it needs.
record FrameText(List<String> lines, double size) {

  static final double LINE = 3.5;

  private static final double LARGEST = 10;
  private static final double STEP = 0.25;

  /// So much wider than its boxes a frame is, less what stands free beside its heading.
  private static final double WIDER = -1.8;

  private static final double BOLD = 1.1;

  FrameText {
    lines = List.copyOf(lines);
  }

  /// @param boxes how wide the boxes in the frame are
  static FrameText of(String heading, double boxes) {
    double width = boxes + WIDER;
    for (double size = LARGEST; size >= BoxText.TITLE_SIZE; size -= STEP) {
      if (Letters.bold(heading, size) <= width) {
        return new FrameText(List.of(heading), size);
      }
    }
    double size = BoxText.TITLE_SIZE;
    return new FrameText(Letters.wrapped(heading, width / BOLD, size), size);
  }

  /// How much taller the frame is than one with a heading of one line.
  double more() {
    return (lines.size() - 1) * LINE;
  }
}
