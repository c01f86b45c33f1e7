package org.seccatalogue.document.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.document.Figure;
import org.seccatalogue.xml.XmlWriter;

/// Writes a figure on a landscape page of A3, a section of its own between those of the template's
/// page. Its header and footer are those of the template, as wide as the page.
final class WordFigure {

  static final String PICTURE = "word/media/image1.png";

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String DRAWING =
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
  private static final String SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture";
  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private static final String LAST = "</w:sectPr>";

  /// What a first page that is another one has.
  private static final Pattern FIRST_PAGE =
      Pattern.compile("<w:titlePg/>|<w:(?:header|footer)Reference w:type=\"first\"[^>]*/>");

  private static final String PICTURE_ID = "rIdFigure";

  /// In twentieths of a point: A3, with margins that leave the map its own size.
  private static final int PAGE_WIDTH = 23_811;

  private static final int PAGE_HEIGHT = 16_838;
  private static final int SIDE = 453;
  private static final int TOP = 794;
  private static final int EDGE = 397;

  private static final int UNITS_PER_MM = 36_000;

  private final Figure figure;
  private final WordTemplate template;

  WordFigure(Figure figure, WordTemplate template) {
    this.figure = figure;
    this.template = template;
  }

  /// What stands above or below the text of a page.
  private enum Around {
    HEADER("header", "word/header3.xml"),
    FOOTER("footer", "word/footer3.xml");

    private final String type;
    private final String part;

    Around(String type, String part) {
      this.type = type;
      this.part = part;
    }

    String id() {
      return "rIdWide" + type;
    }
  }

  /// The parts of the template with what a figure needs, without the picture.
  SequencedMap<String, byte[]> parts() throws IOException {
    SequencedMap<String, byte[]> parts = new LinkedHashMap<>(template.parts());
    put(parts, WordTemplate.TYPES, withTypes(template.text(WordTemplate.TYPES)));
    put(parts, WordTemplate.RELATIONS, withRelations(template.text(WordTemplate.RELATIONS)));
    for (Around around : Around.values()) {
      put(parts, around.part, wide(template.text(onPages(around))));
    }
    return parts;
  }

  private static void put(Map<String, byte[]> parts, String name, String text) {
    parts.put(name, text.getBytes(UTF_8));
  }

  private static String withTypes(String types) {
    StringBuilder more =
        new StringBuilder("<Default Extension=\"png\" ContentType=\"image/png\"/>");
    for (Around around : Around.values()) {
      more.append("<Override PartName=\"/%s\" ContentType=\"".formatted(around.part))
          .append(MAIN)
          .append(around.type)
          .append("+xml\"/>");
    }
    return before(types, "</Types>", more.toString());
  }

  private static String withRelations(String relations) {
    StringBuilder more = new StringBuilder(relation(PICTURE_ID, "image", PICTURE));
    for (Around around : Around.values()) {
      more.append(relation(around.id(), around.type, around.part));
    }
    return before(relations, "</Relationships>", more.toString());
  }

  private static String relation(String id, String type, String part) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, part.substring("word/".length()));
  }

  private static String before(String text, String end, String more) {
    int at = text.lastIndexOf(end);
    return text.substring(0, at) + more + text.substring(at);
  }

  /// The part that the pages of the template have.
  private String onPages(Around around) throws IOException {
    String id =
        found(
            "<w:%sReference w:type=\"default\" r:id=\"([^\"]+)\"".formatted(around.type),
            template.documentTail());
    return "word/"
        + found(
            "<Relationship Id=\"%s\"[^>]* Target=\"([^\"]+)\"".formatted(Pattern.quote(id)),
            template.text(WordTemplate.RELATIONS));
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("The template has nothing like " + pattern);
    }
    return matcher.group(1);
  }

  /// With the stop of its first line where the margin of the page is.
  private String wide(String part) {
    String tabs =
        "<w:tabs><w:tab w:val=\"clear\" w:pos=\"%d\"/><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>"
            .formatted(template.textWidth(), PAGE_WIDTH - 2 * SIDE);
    int end = part.indexOf("</w:pPr>");
    return part.substring(0, end) + tabs + part.substring(end);
  }

  /// Ends the section of the front matter, and writes that of the figure.
  void write(XmlWriter xml, WordParagraphs paragraphs) {
    xml.markup("<w:p><w:pPr><w:pStyle w:val=\"").text(template.styleId(WordStyle.TABLE_GAP));
    xml.markup("\"/>").markup(sectionOfTemplate()).markup("</w:pPr></w:p>");
    paragraphs.paragraph(WordStyle.CAPTION, figure.title());
    xml.markup("<w:p><w:pPr><w:pStyle w:val=\"").text(template.styleId(WordStyle.BODY_TEXT));
    xml.markup("\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>");
    xml.markup(landscape()).markup("</w:pPr><w:r>");
    drawing(xml);
    xml.markup("</w:r></w:p>");
  }

  private String sectionOfTemplate() {
    String tail = template.documentTail();
    return tail.substring(0, tail.indexOf(LAST) + LAST.length());
  }

  private static String landscape() {
    StringBuilder section = new StringBuilder("<w:sectPr>");
    for (Around around : Around.values()) {
      section.append(
          "<w:%sReference w:type=\"default\" r:id=\"%s\"/>".formatted(around.type, around.id()));
    }
    return section
        .append(
            "<w:pgSz w:w=\"%d\" w:h=\"%d\" w:orient=\"landscape\"/>"
                .formatted(PAGE_WIDTH, PAGE_HEIGHT))
        .append("<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\"".formatted(TOP, SIDE, TOP))
        .append(" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\"".formatted(SIDE, EDGE, EDGE))
        .append(" w:gutter=\"0\"/><w:cols w:space=\"708\"/></w:sectPr>")
        .toString();
  }

  /// A picture in the line, whose alternative text is the description of the object.
  private void drawing(XmlWriter xml) {
    String width = units(figure.picture().width());
    String height = units(figure.picture().height());
    xml.markup("<w:drawing>").markup("<wp:inline xmlns:wp=\"" + DRAWING + "\"");
    xml.markup(" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
    xml.empty("wp:extent", "cx", width, "cy", height);
    xml.empty("wp:docPr", "id", "1", "name", figure.name(), "descr", figure.alternative());
    xml.open("a:graphic", "xmlns:a", SHAPES).open("a:graphicData", "uri", PICTURES);
    xml.open("pic:pic", "xmlns:pic", PICTURES).open("pic:nvPicPr");
    xml.empty("pic:cNvPr", "id", "1", "name", figure.name(), "descr", figure.alternative());
    xml.markup("<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>");
    xml.empty("a:blip", "r:embed", PICTURE_ID);
    xml.markup("<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>");
    xml.empty("a:off", "x", "0", "y", "0").empty("a:ext", "cx", width, "cy", height);
    xml.markup("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>");
    xml.close("pic:pic").close("a:graphicData").close("a:graphic").close("wp:inline");
    xml.markup("</w:drawing>");
  }

  private static String units(double mm) {
    return Long.toString(Math.round(mm * UNITS_PER_MM));
  }

  /// The pages of the text are those of the template, without a first one that is another.
  String documentTail() {
    return FIRST_PAGE.matcher(template.documentTail()).replaceAll("");
  }

  void picture(OutputStream out) throws IOException {
    figure.picture().png(out);
  }
}
