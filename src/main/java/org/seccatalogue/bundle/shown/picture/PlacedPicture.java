package org.seccatalogue.bundle.shown.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One picture that stands in a line of a Word document, and nothing else. Whatever is said of it
/// that is not known to leave it as it is, such as an effect, a link or another picture that newer
/// programs show instead, is kept word by word.
///
/// @param relation by which the document names the picture itself
/// @param alternative text for whoever does not see it
/// @param size in mm
/// @param more what else is said of it; empty when nothing is
public record PlacedPicture(String relation, String alternative, String size, String more) {

  private static final String LINE = "wp:inline";
  private static final String PICTURE = LINE + "/a:graphic/a:graphicData/pic:pic";
  private static final String EMBEDDED = "pic/pic:blipFill/a:blip@r:embed";
  private static final String EXTENT = "wp:extent@";
  private static final String SHAPE = "pic/pic:spPr/a:xfrm/a:ext@";
  private static final String DESCRIBED = "wp:docPr@descr";
  private static final String DESCRIBED_AGAIN = "pic/pic:nvPicPr/pic:cNvPr@descr";

  /// By their prefixes, which are as usual here whatever the document calls them.
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp:",
          "http://schemas.openxmlformats.org/drawingml/2006/main", "a:",
          "http://schemas.openxmlformats.org/drawingml/2006/picture", "pic:",
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:",
          "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", "wp14:",
          "http://schemas.microsoft.com/office/drawing/2010/main", "a14:",
          "http://schemas.microsoft.com/office/drawing/2014/main", "a16:");

  /// What programs say of a picture that leaves it as it is, with its value.
  private static final Pattern SILENT =
      Pattern.compile(
          "@dist[TBLR] 0"
              + "|@wp14:(?:anchorId|editId) .*"
              + "|wp:effectExtent@[ltrb] [0-9]{1,5}"
              + "|wp:docPr@(?:id|name) .*"
              + "|(?:wp:docPr|pic/pic:nvPicPr/pic:cNvPr)@title "
              + "|wp:docPr/a:extLst/a:ext@uri .*"
              + "|wp:docPr/a:extLst/a:ext/a16:creationId@id .*"
              + "|wp:cNvGraphicFramePr(?:/a:graphicFrameLocks(?:@noChangeAspect)?)? .*"
              + "|a:graphic/a:graphicData@uri .*"
              + "|pic/pic:nvPicPr/pic:cNvPr@(?:id|name) .*"
              + "|pic/pic:nvPicPr/pic:cNvPicPr(?:@preferRelativeResize)? .*"
              + "|pic/pic:nvPicPr/pic:cNvPicPr/a:picLocks(?:@no[A-Za-z]+)? .*"
              + "|pic/pic:blipFill@(?:dpi|rotWithShape) .*"
              + "|pic/pic:blipFill/a:blip@cstate .*"
              + "|pic/pic:blipFill/a:blip/a:extLst/a:ext@uri .*"
              + "|pic/pic:blipFill/a:blip/a:extLst/a:ext/a14:useLocalDpi@val .*"
              + "|pic/pic:blipFill/a:srcRect (?:0)?|pic/pic:blipFill/a:srcRect@[ltrb] 0"
              + "|pic/pic:blipFill/a:stretch(?:/a:fillRect)? "
              + "|pic/pic:spPr@bwMode auto"
              + "|pic/pic:spPr/a:xfrm@(?:rot|flipH|flipV) (?:0|false)"
              + "|pic/pic:spPr/a:xfrm/a:off@[xy] 0"
              + "|pic/pic:spPr/a:prstGeom@prst rect"
              + "|pic/pic:spPr/a:prstGeom/a:avLst "
              + "|pic/pic:spPr/a:noFill "
              + "|pic/pic:spPr/a:ln/a:noFill |pic/pic:spPr/a:ln@w [0-9]{1,6}");

  private static final double UNITS_PER_MM = 36_000;
  private static final int DEEPEST = 20;

  /// Reads what is in a drawing whose start was read, to its end; nothing where that is anything
  /// else than one picture in its line.
  public static Optional<PlacedPicture> read(XMLStreamReader xml) throws XMLStreamException {
    SortedMap<String, String> said = new TreeMap<>();
    Deque<String> path = new ArrayDeque<>();
    boolean once = true;
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          said.remove(place(path), "");
          path.addLast(
              path.size() < DEEPEST ? named(xml.getNamespaceURI(), xml.getLocalName()) : "");
          once &= add(xml, place(path), said);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          path.pollLast();
        }
        default -> {}
      }
    }
    return once && said.containsKey(EMBEDDED) ? Optional.of(of(said)) : Optional.empty();
  }

  /// Within the line, and within the picture.
  private static String place(Deque<String> path) {
    String all = String.join("/", path);
    if (all.startsWith(PICTURE)) {
      return "pic" + all.substring(PICTURE.length());
    }
    return all.startsWith(LINE + "/") ? all.substring(LINE.length() + 1) : all.replace(LINE, "");
  }

  private static String named(String namespace, String name) {
    String plain = name.substring(name.lastIndexOf('}') + 1);
    return NAMESPACES.getOrDefault(namespace, "{" + namespace + "}") + plain;
  }

  /// Whether it says nothing that was said before.
  private static boolean add(XMLStreamReader xml, String place, Map<String, String> said) {
    boolean once = xml.getAttributeCount() > 0 || said.put(place, "") == null;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      String name = xml.getAttributeLocalName(i);
      String attribute =
          namespace == null || namespace.isEmpty()
              ? name.substring(name.lastIndexOf('}') + 1)
              : named(namespace, name);
      once &= said.put(place + "@" + attribute, xml.getAttributeValue(i)) == null;
    }
    return once;
  }

  private static PlacedPicture of(SortedMap<String, String> said) {
    String relation = taken(said, EMBEDDED);
    String size = both(size(said, EXTENT), size(said, SHAPE));
    String alternative = both(taken(said, DESCRIBED), taken(said, DESCRIBED_AGAIN));
    String more =
        said.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .filter(line -> !SILENT.matcher(line).matches())
            .map(String::strip)
            .collect(Collectors.joining("; "));
    return new PlacedPicture(relation, alternative, size, more);
  }

  /// It may be said twice, of which one program reads the first and another one the second.
  private static String both(String first, String second) {
    return second.isEmpty() || second.equals(first) ? first : first + " | " + second;
  }

  private static String taken(SortedMap<String, String> said, String property) {
    String value = said.remove(property);
    return value == null ? "" : value;
  }

  private static String size(SortedMap<String, String> said, String property) {
    String width = taken(said, property + "cx");
    String height = taken(said, property + "cy");
    return width.isEmpty() && height.isEmpty() ? "" : mm(width) + " × " + mm(height) + " mm";
  }

  /// Other programs round to hundredths.
  private static String mm(String units) {
    return units.matches("[0-9]{1,12}")
        ? String.format(Locale.ROOT, "%.1f", Long.parseLong(units) / UNITS_PER_MM)
        : units;
  }
}
