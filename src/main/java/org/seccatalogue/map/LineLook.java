package org.seccatalogue.map;

import java.util.List;
import java.util.stream.Stream;

/// How the lines of a kind look. Each has its own dash and its own head, so that a copy in grey
/// tells as much as the colours do; each colour stands out from paper and frames by 3:1 and more.
public enum LineLook {
  HEAVY("#b3261e", "", Head.FILLED),
  DOUBLE("#00539f", "", Head.HOLLOW),
  LONG_DASHES("#8a4100", "4.2 1.8", Head.BAR),
  DOTS("#00685a", "0.01 1.7", Head.DISC),
  DASH_DOT("#6f2c91", "3.6 1.3 0.01 1.3", Head.DIAMOND),
  FAINT("#5f686d", "1.1 0.9", Head.OPEN),
  RINGED("#a01458", "6 1.2 1.2 1.2", Head.RING),
  PLAIN("#3f4a52", "", Head.SLIM),
  SHORT_DASHES("#2d6a2d", "2 1.2", Head.HOLLOW_DIAMOND),
  UNEVEN("#5a5a9c", "1 1.3 1 1.3 3 1.3", Head.SQUARE),
  BARRED("#7a5c00", "5 1 0.01 1 0.01 1", Head.TWO_BARS),
  LINKED("#00606e", "6.5 1.1", Head.TWO_ARROWS);

  /// What stands at the end of a line.
  public enum Head {
    FILLED,
    HOLLOW,
    BAR,
    DISC,
    DIAMOND,
    OPEN,
    RING,
    SLIM,
    HOLLOW_DIAMOND,
    SQUARE,
    TWO_BARS,
    TWO_ARROWS
  }

  private final String colour;
  private final String dash;
  private final Head head;

  LineLook(String colour, String dash, Head head) {
    this.colour = colour;
    this.dash = dash;
    this.head = head;
  }

  public String colour() {
    return colour;
  }

  /// Lengths of dashes and gaps in mm; none for a line without gaps.
  public List<Double> dash() {
    return dash.isEmpty() ? List.of() : Stream.of(dash.split(" ", 0)).map(Double::valueOf).toList();
  }

  public Head head() {
    return head;
  }
}
