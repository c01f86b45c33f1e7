package org.seccatalogue.workbook.xlsx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.ZipParts;
import org.seccatalogue.workbook.reading.XmlPart;

/// How the parts of an Excel workbook belong together (ISO/IEC 29500-2). Only parts within the
/// file are ever followed.
public final class XlsxParts {

  private static final String TYPES = "[Content_Types].xml";

  private final ZipParts zip;
  private final Workbook.Limits limits;
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> typesByEnding = new HashMap<>();

  /// Where a relationship leads, and what it is.
  public record Related(String type, String target, boolean external) {}

  public XlsxParts(ZipParts zip, Workbook.Limits limits) throws IOException {
    this.zip = zip;
    this.limits = limits;
    readTypes();
  }

  private void readTypes() throws IOException {
    try (XmlPart xml = open(TYPES)) {
      while (xml.next()) {
        if (xml.isStart()) {
          switch (xml.name()) {
            case "Override" ->
                types.put(key(xml.attribute("PartName", "")), xml.attribute("ContentType", ""));
            case "Default" ->
                typesByEnding.put(
                    key(xml.attribute("Extension", "")), xml.attribute("ContentType", ""));
            default -> xml.unknown(true);
          }
        }
      }
    }
  }

  private static String key(String part) {
    return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
  }

  public XmlPart open(String part) throws IOException {
    return new XmlPart(part, zip.open(part), limits.nesting());
  }

  /// The content type of a part, as the file says.
  public String type(String part) {
    String ending = part.substring(part.lastIndexOf('.') + 1);
    return types.getOrDefault(key(part), typesByEnding.getOrDefault(key(ending), ""));
  }

  /// The part that the file is about, such as the workbook.
  public String main() throws IOException {
    return related("").values().stream()
        .filter(related -> related.type().equals("officeDocument") && !related.external())
        .findFirst()
        .map(Related::target)
        .orElse("xl/workbook.xml");
  }

  /// What a part relates to, by the identifiers that it uses; of the empty name: the whole file.
  public Map<String, Related> related(String part) throws IOException {
    int folder = part.lastIndexOf('/') + 1;
    String name = part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
    Map<String, Related> related = new LinkedHashMap<>();
    if (zip.has(name)) {
      try (XmlPart xml = open(name)) {
        while (xml.goTo("Relationship")) {
          related.put(xml.attribute("Id", ""), related(xml, part.substring(0, folder)));
          if (related.size() > limits.parts()) {
            throw xml.damaged(null);
          }
        }
      }
    }
    return related;
  }

  private static Related related(XmlPart xml, String folder) {
    String type = xml.attribute("Type", "");
    boolean external = xml.attribute("TargetMode", "").equalsIgnoreCase("External");
    String target = xml.attribute("Target", "");
    return new Related(
        type.substring(type.lastIndexOf('/') + 1),
        external ? target : resolved(folder, target),
        external);
  }

  private static String resolved(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (folder + target).replace('\\', '/').split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.equals(".") && !step.isEmpty()) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  /// The part to which a workbook relates in this way, when there is one.
  public @Nullable String related(Map<String, Related> of, String type) {
    return of.values().stream()
        .filter(related -> related.type().equals(type) && !related.external())
        .map(Related::target)
        .filter(zip::has)
        .findFirst()
        .orElse(null);
  }
}
