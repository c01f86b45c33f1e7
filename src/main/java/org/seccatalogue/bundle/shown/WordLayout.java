package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.List;

/// What keeps people from reading a paragraph or a row that is laid out so.
final class WordLayout {

  private static final int LOWEST_LINE = 100;
  private static final int FARTHEST = 8_000;

  private WordLayout() {}

  static List<String> signs(Formatting formatting) {
    List<String> signs = new ArrayList<>();
    if (formatting.said().keySet().stream().anyMatch(one -> one.startsWith("framePr"))) {
      signs.add("A frame, which can stand anywhere");
    }
    if ("1".equals(formatting.get("hidden"))) {
      signs.add("A hidden row of a table");
    }
    if (isTooLow(formatting, "trHeight", "trHeight@hRule")
        || isTooLow(formatting, "spacing@line", "spacing@lineRule")) {
      signs.add("Lines too low to be seen");
    }
    if (formatting.said().entrySet().stream()
        .anyMatch(one -> isIndent(one.getKey()) && isTooFar(one.getValue()))) {
      signs.add("Words beside the page");
    }
    return signs;
  }

  private static boolean isIndent(String property) {
    return property.startsWith("ind@")
        || property.startsWith("tblInd@")
        || property.startsWith("tblpPr@");
  }

  private static boolean isTooLow(Formatting formatting, String height, String rule) {
    String value = formatting.get(height);
    return "exact".equals(formatting.get(rule))
        && value != null
        && value.matches("[0-9]{1,5}")
        && Integer.parseInt(value) < LOWEST_LINE;
  }

  private static boolean isTooFar(String value) {
    return value.matches("-?[0-9]{1,8}") && Math.abs(Integer.parseInt(value)) > FARTHEST;
  }
}
