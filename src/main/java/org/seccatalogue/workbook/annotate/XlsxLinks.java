package org.seccatalogue.workbook.annotate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.reading.XmlPart;
import org.seccatalogue.workbook.xlsx.XlsxParts;

/// What holds the parts of an Excel workbook together, with what new parts need: their content
/// types, and the relationships that lead to them.
final class XlsxLinks {

  private static final String TYPES = "[Content_Types].xml";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing";
  /// Behind those that the drawings of a workbook usually have.
  private static final int FIRST_BLOCK = 101;

  private static final int BLOCK = 1024;
  private static final String TITLES = "docProps/app.xml";

  private final XlsxParts parts;
  private final PatchedZip out;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> added = new HashMap<>();
  private boolean drawings;
  private int block = FIRST_BLOCK;

  XlsxLinks(XlsxParts parts, PatchedZip out) {
    this.parts = parts;
    this.out = out;
  }

  /// Where the relationships of a part stand.
  static String nameFor(String part) {
    int folder = part.lastIndexOf('/') + 1;
    return part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
  }

  void type(String part, String type) {
    types.put(part, type);
  }

  /// Says what a new drawing is.
  void drawing(String part) {
    String type = parts.type(part);
    if (type.isEmpty()) {
      drawings = true;
    } else if (!type.equals(DRAWING)) {
      type(part, DRAWING);
    }
  }

  /// Takes the numbers of this many shapes.
  ///
  /// @return the first block of numbers
  int blocks(int shapes) {
    int first = block;
    block += 1 + shapes / BLOCK;
    return first;
  }

  /// Makes a part relate to another.
  ///
  /// @return the identifier of the relationship, for the part that uses it
  String add(String from, String type, String to) throws IOException {
    Map<String, String> more = added.computeIfAbsent(from, _ -> new LinkedHashMap<>());
    Set<String> ids = new HashSet<>(parts.related(from).keySet());
    int number = 1;
    while (ids.contains("rId" + number) || more.containsKey("rId" + number)) {
      number++;
    }
    String id = "rId" + number;
    more.put(
        id,
        "Relationship Id=\"%s\" Type=\"%s%s\" Target=\"/%s\""
            .formatted(id, RELATIONSHIPS, type, to));
    return id;
  }

  /// Writes what was said.
  void finish() throws IOException {
    for (Map.Entry<String, Map<String, String>> part : added.entrySet()) {
      relate(nameFor(part.getKey()), part.getValue());
    }
    StringBuilder text = new StringBuilder();
    Splices splices = new Splices();
    try (XmlPart xml = parts.open(TYPES)) {
      Ending ending = Ending.of(xml, "Types");
      if (drawings) {
        text.append(
            "<%sDefault Extension=\"vml\" ContentType=\"%s\"/>".formatted(ending.prefix, DRAWING));
      }
      types.forEach(
          (part, type) ->
              text.append(
                  "<%sOverride PartName=\"/%s\" ContentType=\"%s\"/>"
                      .formatted(ending.prefix, part, type)));
      if (!text.isEmpty()) {
        splices.append(ending.end, text.toString());
      }
    }
    out.change(TYPES, splices);
  }

  private void relate(String name, Map<String, String> more) throws IOException {
    if (!out.has(name)) {
      String text =
          "<Relationships xmlns=\"" + PACKAGE + "\">" + tags("", more) + "</Relationships>";
      out.add(name, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
      return;
    }
    Splices splices = new Splices();
    try (XmlPart xml = parts.open(name)) {
      Ending ending = Ending.of(xml, "Relationships");
      splices.append(ending.end, tags(ending.prefix, more));
    }
    out.change(name, splices);
  }

  private static String tags(String prefix, Map<String, String> more) {
    StringBuilder text = new StringBuilder();
    more.values().forEach(tag -> text.append('<').append(prefix).append(tag).append("/>"));
    return text.toString();
  }

  /// Where the outermost element of a part ends, and the prefix of its name.
  private record Ending(Splices.End end, String prefix) {

    static Ending of(XmlPart xml, String element) {
      Splices.@Nullable End end = null;
      String prefix = "";
      while (xml.next()) {
        if (!xml.isText() && xml.name().equals(element)) {
          end = Splices.End.of(xml, end);
          prefix = xml.prefixed("");
        }
      }
      if (end == null) {
        throw new NotAnnotated("its list of parts is not written as usual");
      }
      return new Ending(end, prefix);
    }
  }

  /// Takes out of the properties the titles of the sheets, which are optional: with a new sheet
  /// they would be wrong. The program that saves the workbook next writes them anew.
  void dropTitles() throws IOException {
    if (!out.has(TITLES)) {
      return;
    }
    Splices splices = new Splices();
    try (XmlPart xml = parts.open(TITLES)) {
      while (xml.next()) {
        if (xml.isStart() && Set.of("HeadingPairs", "TitlesOfParts").contains(xml.name())) {
          long from = xml.from();
          xml.skip();
          splices.replace(from, xml.to(), "");
        }
      }
    }
    out.change(TITLES, splices);
  }
}
