package org.seccatalogue.bundle.shown;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The settings of a Word document. Some decide what is seen: colours exchanged, a template whose
/// styles come over those of the document, revisions that are not shown.
final class WordSettings {

  /// What Word and LibreOffice write on their own, and what only concerns whoever writes.
  private static final Set<String> HARMLESS =
      Set.of(
          "zoom",
          "rsids",
          "mathPr",
          "themeFontLang",
          "shapeDefaults",
          "hdrShapeDefaults",
          "decimalSymbol",
          "listSeparator",
          "docId",
          "proofState",
          "hideSpellingErrors",
          "hideGrammaticalErrors",
          "activeWritingStyle",
          "footnotePr",
          "endnotePr",
          "chartTrackingRefBased",
          "hyphenationZone",
          "autoHyphenation",
          "removePersonalInformation",
          "doNotDisplayPageBoundaries",
          "stylePaneFormatFilter",
          "stylePaneSortMethod",
          "saveSubsetFonts",
          "defaultTableStyle",
          "persistentDocumentId",
          "conflictMode",
          "drawingGridHorizontalSpacing",
          "drawingGridVerticalSpacing",
          "displayHorizontalDrawingGridEvery",
          "displayVerticalDrawingGridEvery",
          "bordersDoNotSurroundHeader",
          "bordersDoNotSurroundFooter",
          "noLineBreaksAfter",
          "noLineBreaksBefore",
          "proofErr",
          "trackRevisions",
          "writeProtection",
          "doNotTrackMoves",
          "doNotTrackFormatting",
          "discardImageEditingData",
          "defaultImageDpi",
          "savePreviewPicture",
          "doNotValidateAgainstSchema",
          "ignoreMixedContent",
          "alwaysShowPlaceholderText",
          "doNotHyphenateCaps");

  private static final Set<String> COMPATIBLE =
      Set.of(
          "compatibilityMode",
          "overrideTableStyleFontSizeAndJustification",
          "enableOpenTypeFeatures",
          "doNotFlipMirrorIndents",
          "differentiateMultirowTableHeaders",
          "useWord2013TrackBottomHyphenation",
          "allowHyphenationAtTrackBottom",
          "allowSpaceOfSameStyleInTable");

  private WordSettings() {}

  /// Reads `word/settings.xml`.
  static void read(XMLStreamReader xml, Words words) throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && !xml.getLocalName().equals("settings")) {
        setting(xml, xml.getLocalName(), words);
      }
    }
  }

  private static void setting(XMLStreamReader xml, String name, Words words)
      throws XMLStreamException {
    if (name.equals("clrSchemeMapping")) {
      mapping(xml, words);
    } else if (name.equals("compat")) {
      return;
    } else if (name.equals("compatSetting")) {
      compatible(xml, words);
    } else if (HARMLESS.contains(name)) {
      Formatting.read(xml);
    } else {
      said(xml, name, words);
    }
  }

  private static void compatible(XMLStreamReader xml, Words words) {
    String name = String.valueOf(WordRun.attribute(xml, "name"));
    if (!COMPATIBLE.contains(name)) {
      words.signOfAll(Shown.LOOK + "the document", "compatibility: " + name);
    }
  }

  /// Programs write the mapping that is meant anyhow.
  private static void mapping(XMLStreamReader xml, Words words) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      String value = xml.getAttributeValue(i);
      if (!value.equals(meant(name))) {
        words.signOfAll(Shown.LOOK + "the document", "the colour " + name + " is " + value);
      }
    }
  }

  private static String meant(String name) {
    return switch (name) {
      case "bg1" -> "light1";
      case "t1" -> "dark1";
      case "bg2" -> "light2";
      case "t2" -> "dark2";
      default -> name;
    };
  }

  private static void said(XMLStreamReader xml, String name, Words words)
      throws XMLStreamException {
    Formatting own = attributes(xml, name);
    Formatting.read(xml)
        .in(name)
        .over(own)
        .lines()
        .forEach(line -> words.signOfAll(Shown.LOOK + "the document", "setting " + line));
  }

  private static Formatting attributes(XMLStreamReader xml, String name) {
    Formatting all = xml.getAttributeCount() == 0 ? Formatting.of(name, "1") : Formatting.NOTHING;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String attribute = xml.getAttributeLocalName(i);
      String property = attribute.equals("val") ? name : name + "@" + attribute;
      all = Formatting.of(property, xml.getAttributeValue(i)).over(all);
    }
    return all;
  }
}
