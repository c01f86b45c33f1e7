package org.seccatalogue.workbook.annotate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.reading.XmlPart;
import org.seccatalogue.workbook.write.XlsxStyles;
import org.seccatalogue.workbook.xlsx.XlsxParts;

/// Puts the formats of our own sheets behind those of a workbook, whose own stay as they are.
final class XlsxFormats {

  private static final int MOST_FORMATS = 64_000;

  /// Our format of days, which may be another one there, and the usual one instead.
  private static final String OWN_DAYS = "numFmtId=\"164\"";

  private static final String DAYS = "numFmtId=\"14\"";
  private static final List<String> LISTS = List.of("fonts", "fills", "borders", "cellXfs");
  private static final Pattern COUNT = Pattern.compile("(\\bcount\\s*=\\s*[\"'])[0-9]+");

  /// A list of the styles, and how much is in it.
  private static final class Listed {
    final long from;
    final long to;
    Splices.@Nullable End end;
    int count;

    Listed(XmlPart xml) {
      from = xml.from();
      to = xml.to();
      end = Splices.End.of(xml, null);
    }
  }

  private final Map<String, Listed> lists = new HashMap<>();
  private String prefix = "";

  private XlsxFormats() {}

  /// Adds them, where the workbook has lists of formats of the usual form.
  ///
  /// @return the number of each format in the workbook; 0 for all where none can be added
  static IntUnaryOperator add(
      XlsxParts parts, Map<String, XlsxParts.Related> related, PatchedZip out) throws IOException {
    String part = parts.related(related, "styles");
    XlsxFormats formats = new XlsxFormats();
    if (part != null) {
      try (XmlPart xml = parts.open(part)) {
        formats.read(xml);
      }
    }
    if (part == null || !formats.isUsual()) {
      return _ -> 0;
    }
    Splices splices = new Splices();
    formats.lists.forEach((name, list) -> formats.extend(name, list, splices));
    out.change(part, splices);
    int first = formats.count("cellXfs");
    return format -> first + format;
  }

  private void read(XmlPart xml) {
    Listed list = null;
    while (xml.next()) {
      if (xml.isStart() && xml.depth() == 2) {
        list = LISTS.contains(xml.name()) ? new Listed(xml) : null;
        if (list != null) {
          lists.put(xml.name(), list);
          prefix = xml.prefixed("");
        }
      } else if (xml.isStart() && xml.depth() == 3 && list != null) {
        list.count++;
      } else if (xml.isEnd() && xml.depth() == 1 && list != null) {
        list.end = Splices.End.of(xml, list.end);
      }
    }
  }

  private int count(String name) {
    Listed list = lists.get(name);
    return list == null ? 0 : list.count;
  }

  private boolean isUsual() {
    return LISTS.stream().allMatch(name -> count(name) > 0) && count("cellXfs") < MOST_FORMATS;
  }

  private void extend(String name, Listed list, Splices splices) {
    if (list.end != null) {
      List<String> added = ours(name);
      String count = "$1" + (list.count + added.size());
      splices.change(list.from, list.to, tag -> COUNT.matcher(tag).replaceFirst(count));
      splices.append(list.end, String.join("", added));
    }
  }

  /// What [XlsxStyles] has in a list, as it is called and numbered in this workbook.
  private List<String> ours(String name) {
    String from = "<" + name + " count=";
    String text = XlsxStyles.XML.substring(XlsxStyles.XML.indexOf(from));
    text = text.substring(text.indexOf('>') + 1, text.indexOf("</" + name + ">")).strip();
    return text.lines().map(this::renumbered).toList();
  }

  private String renumbered(String line) {
    String text = shifted(line.replace(OWN_DAYS, DAYS), "fontId", "fonts");
    text = shifted(shifted(text, "fillId", "fills"), "borderId", "borders");
    return text.replaceAll("<(/?)(?=[a-zA-Z])", "<$1" + prefix);
  }

  private String shifted(String text, String attribute, String list) {
    return Pattern.compile(attribute + "=\"([0-9]+)\"")
        .matcher(text)
        .replaceAll(
            found -> attribute + "=\"" + (Integer.parseInt(found.group(1)) + count(list)) + "\"");
  }
}
