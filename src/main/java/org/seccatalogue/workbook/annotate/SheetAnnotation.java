package org.seccatalogue.workbook.annotate;

import java.io.IOException;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.annotate.FindingNotes.At;
import org.seccatalogue.workbook.reading.XmlPart;
import org.seccatalogue.workbook.xlsx.XlsxParts;

/// Puts comments on the cells of one sheet of an Excel workbook. The cells themselves, and all else
/// that the sheet has, stay as they are.
final class SheetAnnotation {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String COMMENTS =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

  /// What stands behind the drawing of the comments (ISO/IEC 29500-1, CT_Worksheet).
  private static final Set<String> BEHIND =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  private final String part;
  private final XlsxParts parts;
  private final PatchedZip out;
  private final XlsxLinks links;

  /// The relationship of the drawing that is there.
  private @Nullable String drawing;

  private String element = "legacyDrawing";
  private long place = -1;

  SheetAnnotation(String part, XlsxParts parts, PatchedZip out, XlsxLinks links) {
    this.part = part;
    this.parts = parts;
    this.out = out;
    this.links = links;
  }

  /// @param notes for each cell; where there are none, those of an earlier round are taken out
  void annotate(SequencedMap<At, String> notes) throws IOException {
    Map<String, XlsxParts.Related> related = parts.related(part);
    String comments = parts.related(related, "comments");
    if (comments == null && notes.isEmpty()) {
      return;
    }
    Set<At> removed = Set.of();
    SequencedMap<At, String> added = notes;
    if (comments == null) {
      addComments(notes);
    } else {
      SheetComments patched;
      try (XmlPart xml = parts.open(comments)) {
        patched = SheetComments.patch(xml, notes);
      }
      out.change(comments, patched.splices());
      removed = patched.removed();
      added = new TreeMap<>(notes);
      added.keySet().retainAll(patched.added());
    }
    if (!removed.isEmpty() || !added.isEmpty()) {
      draw(related, removed, added);
    }
  }

  private void addComments(SequencedMap<At, String> notes) throws IOException {
    String comments = out.free("xl/comments", ".xml");
    out.add(comments, stream -> SheetComments.write(notes, MAIN, stream));
    links.type(comments, COMMENTS);
    links.add(part, "comments", comments);
  }

  private void draw(
      Map<String, XlsxParts.Related> related, Set<At> removed, SequencedMap<At, String> added)
      throws IOException {
    findPlace();
    if (drawing != null) {
      XlsxParts.Related target = related.get(drawing);
      if (target == null || target.external() || !out.has(target.target())) {
        throw new NotAnnotated("a drawing that it names is not in it");
      }
      try (XmlPart xml = parts.open(target.target())) {
        out.change(target.target(), SheetShapes.patch(xml, removed, added));
      }
    } else if (!added.isEmpty()) {
      addDrawing(added);
    }
  }

  private void addDrawing(SequencedMap<At, String> added) throws IOException {
    if (place < 0) {
      throw new NotAnnotated("one of its sheets is not written as usual");
    }
    String shapes = out.free("xl/drawings/vmlDrawing", ".vml");
    int block = links.blocks(added.size());
    out.add(shapes, stream -> SheetShapes.write(added, block, stream));
    links.drawing(shapes);
    String id = links.add(part, "vmlDrawing", shapes);
    Splices splices = new Splices();
    splices.insert(place, "<%s xmlns:r=\"%s\" r:id=\"%s\"/>".formatted(element, RELATIONSHIPS, id));
    out.change(part, splices);
  }

  /// Looks for the drawing, or where it has to stand.
  private void findPlace() throws IOException {
    try (XmlPart xml = parts.open(part)) {
      while (xml.next()) {
        if (xml.isStart() && xml.depth() == 1) {
          element = xml.prefixed("legacyDrawing");
        } else if (xml.isStart() && xml.depth() == 2) {
          look(xml);
        } else if (xml.isEnd() && xml.depth() == 0 && place < 0) {
          place = xml.from();
        }
      }
    }
  }

  /// What is wrapped to be understood by newer programs may be controls, which stand behind the
  /// drawing, or anything else.
  private void look(XmlPart xml) {
    if (xml.name().equals("legacyDrawing")) {
      drawing = xml.attribute("id", "");
    } else if (BEHIND.contains(xml.name())) {
      place = place < 0 ? xml.from() : place;
    } else if (xml.name().equals("AlternateContent")) {
      place = place < 0 ? xml.from() : place;
    } else if (place >= 0) {
      throw new NotAnnotated("one of its sheets is not in the usual order");
    }
  }
}
