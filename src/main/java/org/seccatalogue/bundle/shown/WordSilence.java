package org.seccatalogue.bundle.shown;

import java.util.Set;
import java.util.regex.Pattern;

/// Which properties of Word say no more than silence does, so that one program writes them and
/// another does not. Whatever is not known here is said.
final class WordSilence {

  static final Set<String> UNSET = Set.of("", "false", "off", "none", "nil", "auto", "default");

  /// Lines around cells, which stand beside the words. Wide ones could stand over them.
  private static final Pattern BORDER =
      Pattern.compile(
          "(?:tbl|tc)Borders(?:/(?:top|left|bottom|right|start|end|insideH|insideV)"
              + "(?:@(?:sz|space|color|themeColor|themeTint|themeShade))?)?");
  private static final Pattern WIDTH = Pattern.compile("[0-9]|1[0-9]|2[0-4]");
  /// What is on by being there, unless it says that it is off. A value that nobody knows is on.
  private static final Set<String> SWITCHES =
      Set.of(
          "b",
          "i",
          "caps",
          "smallCaps",
          "strike",
          "dstrike",
          "vanish",
          "specVanish",
          "webHidden",
          "outline",
          "shadow",
          "emboss",
          "imprint",
          "rtl",
          "cs",
          "bidi",
          "keepNext",
          "keepLines",
          "pageBreakBefore",
          "contextualSpacing",
          "suppressLineNumbers",
          "mirrorIndents",
          "cantSplit",
          "tblHeader",
          "hidden",
          "titlePg",
          "noWrap");

  private static final Set<String> OFF = Set.of("0", "false", "off");

  /// Elements of which zero says no more than silence.
  private static final Set<String> NONE_BY_ZERO = Set.of("position", "ind", "tblInd");

  private static final Set<String> NO_SPACE =
      Set.of(
          "spacing",
          "spacing@before",
          "spacing@after",
          "spacing@beforeAutospacing",
          "spacing@afterAutospacing");

  /// What Word and LibreOffice add on their own, without anything to see.
  private static final Set<String> HARMLESS =
      Set.of(
          "lang",
          "noProof",
          "szCs",
          "bCs",
          "iCs",
          "kern",
          "ligatures",
          "widowControl",
          "suppressAutoHyphens",
          "autoSpaceDE",
          "autoSpaceDN",
          "kinsoku",
          "overflowPunct",
          "topLinePunct",
          "adjustRightInd",
          "snapToGrid",
          "formProt",
          "pPr",
          "rPr",
          "tblPr",
          "trPr",
          "tcPr",
          "pStyle",
          "rStyle",
          "tblStyle",
          "tblCaption",
          "tblDescription");

  private WordSilence() {}

  /// Whether a property with this value says more than a document in which it is not said.
  static boolean isBroken(String property, String value) {
    return !isSilent(property, value);
  }

  private static boolean isSilent(String property, String value) {
    String last = property.substring(property.lastIndexOf('/') + 1);
    String plain = last.contains("#") ? last.substring(0, last.indexOf('#')) : last;
    String element = plain.contains("@") ? plain.substring(0, plain.indexOf('@')) : plain;
    return HARMLESS.contains(element)
        || plain.startsWith("rsid")
        || plain.contains("@rsid")
        || plain.endsWith("@id")
        || plain.equals("pgSz@code")
        || (SWITCHES.contains(plain) ? OFF : UNSET).contains(value)
        || isBorder(property, value)
        || (value.equals("0") && (NONE_BY_ZERO.contains(element) || NO_SPACE.contains(plain)))
        || isUsual(plain, value);
  }

  private static boolean isBorder(String property, String value) {
    int at = Math.max(property.indexOf("tblBorders"), property.indexOf("tcBorders"));
    boolean width = property.endsWith("@sz") || property.endsWith("@space");
    return at >= 0
        && BORDER.matcher(property.substring(at)).matches()
        && (!width || WIDTH.matcher(value).matches());
  }

  private static boolean isUsual(String property, String value) {
    return switch (property) {
      case "jc", "lvlJc" -> value.equals("left") || value.equals("start");
      case "shd" -> value.equals("clear");
      case "vertAlign" -> value.equals("baseline");
      case "spacing@line" -> value.equals("240");
      case "outlineLvl" -> value.equals("9");
      case "suff" -> value.equals("tab");
      case "0" -> value.equals("num") || value.equals("left") || value.equals("clear");
      case "textDirection" -> value.equals("lrTb");
      case "docGrid", "docGrid@linePitch", "docGrid@charSpace" -> true;
      case "type" -> value.equals("nextPage");
      case "pgNumType@fmt" -> value.equals("decimal");
      case "cols" -> value.equals("1");
      case "characterSpacingControl" -> value.equals("doNotCompress");
      default -> value.equals("clear") && property.matches("-?[0-9]+");
    };
  }
}
