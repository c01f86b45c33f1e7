package org.seccatalogue.bundle.shown;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What Word writes into the contents of a document when it fills them. Their words are compared as
/// all others; only how Word always dresses them is let through, and nothing that hides words.
final class WordContents {

  /// Without switches that make words of their own, such as those between a line and its page.
  private static final Pattern FIELD =
      Pattern.compile("TOC(?:\\s+\\\\[ohzutnlw](?:\\s+\"[^\"]*\")?)*");

  private static final Pattern LINK = Pattern.compile("HYPERLINK\\s+\\\\l\\s+\"[^\"]*\"");
  private static final Pattern STYLE = Pattern.compile("toc [1-9]");
  private static final Pattern TABS =
      Pattern.compile(
          Formatting.STOP
              + "(?:[0-9]{1,4}|1[01][0-9]{3}) (?:left|right|clear|num)(?: leader dot)?");

  /// How the mark at the end of a line looks, which has no words.
  private static final Pattern MARK =
      Pattern.compile(
          "rPr/sz (?:1[6-9]|2[0-9]|3[0-2])|rPr/rFonts@.*|rPr/(?:b|i|caps|smallCaps) 0"
              + "|rPr/color auto");

  private static final Pattern OF_LINK =
      Pattern.compile("u single|color [0-9a-f]{6}|color@themeColor hyperlink");

  private static final Pattern OF_FRAME =
      Pattern.compile("(?:id|rPr/.*|docPartObj/docPart(?:Gallery|Unique)) .*");

  private WordContents() {}

  /// Whether a field makes the contents.
  static boolean isField(String instruction) {
    return FIELD.matcher(instruction).matches();
  }

  /// Whether a field leads to a place in the document.
  static boolean isLink(String instruction) {
    return LINK.matcher(instruction).matches();
  }

  /// Whether paragraphs with a style of this name are lines of the contents.
  static boolean isStyle(String name) {
    return STYLE.matcher(name).matches();
  }

  /// How a line is laid out, without the stops that Word sets within the page.
  static Formatting plain(Formatting layout) {
    SortedMap<String, String> left = new TreeMap<>(layout.said());
    left.entrySet().removeIf(one -> MARK.matcher(one.getKey() + " " + one.getValue()).matches());
    Formatting rest = new Formatting(left);
    return rest.said().entrySet().stream()
            .filter(one -> one.getKey().startsWith(Formatting.STOP))
            .allMatch(one -> TABS.matcher(one.getKey() + " " + one.getValue()).matches())
        ? rest.without(Formatting.STOP)
        : rest;
  }

  /// Whether a style of words does no more than links do.
  static boolean isOfLinks(Formatting style) {
    return style.lines().stream().allMatch(line -> OF_LINK.matcher(line).matches());
  }

  /// Whether what is around some paragraphs is what Word has around contents.
  static boolean isFrame(Formatting properties) {
    return properties.said().entrySet().stream()
            .allMatch(one -> OF_FRAME.matcher(one.getKey() + " " + one.getValue()).matches())
        && "Table of Contents".equals(properties.get("docPartObj/docPartGallery"));
  }
}
