package org.seccatalogue.workbook.annotate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.events.XMLEvent;
import org.seccatalogue.workbook.ods.OdsElements;

/// Comments of cells in an OpenDocument spreadsheet.
final class OdsComment {

  private static final String ANNOTATION = "office:annotation";
  private static final String PARAGRAPH = "text:p";

  private OdsComment() {}

  /// A cell with a note; what a comment of it says already stays above.
  ///
  /// @param cell from its start to its end
  static List<XMLEvent> added(List<XMLEvent> cell, String note, Instant time) {
    List<XMLEvent> with = new ArrayList<>(cell);
    int there = comment(cell);
    if (there > 0) {
      with.addAll(OdsElements.endOf(cell, there), paragraphs(note));
    } else {
      with.addAll(1, annotation(note, time));
    }
    return with;
  }

  /// Where the comment of a cell begins; 0 when it has none.
  private static int comment(List<XMLEvent> cell) {
    int i = 1;
    while (i < cell.size() - 1) {
      if (OdsElements.isStart(cell.get(i), ANNOTATION)) {
        return i;
      }
      i = cell.get(i).isStartElement() ? OdsElements.endOf(cell, i) + 1 : i + 1;
    }
    return 0;
  }

  private static List<XMLEvent> annotation(String note, Instant time) {
    List<XMLEvent> events = new ArrayList<>();
    events.add(OdsElements.outer(ANNOTATION));
    events.addAll(OdsElements.element("dc:creator", FindingNotes.AUTHOR));
    events.addAll(OdsElements.element("dc:date", time.toString().replaceFirst("\\..*|Z$", "")));
    events.addAll(paragraphs(note));
    events.add(OdsElements.end(ANNOTATION));
    return events;
  }

  private static List<XMLEvent> paragraphs(String note) {
    return note.lines().flatMap(line -> OdsElements.element(PARAGRAPH, line).stream()).toList();
  }

  /// The events without the lines of an earlier round; a comment that had no others goes as a
  /// whole.
  static List<XMLEvent> withoutOurs(List<XMLEvent> events) {
    List<XMLEvent> left = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (OdsElements.isStart(events.get(i), ANNOTATION)) {
        int end = OdsElements.endOf(events, i);
        left.addAll(annotationWithoutOurs(events.subList(i, end + 1)));
        i = end;
      } else {
        left.add(events.get(i));
      }
    }
    return left;
  }

  private static List<XMLEvent> annotationWithoutOurs(List<XMLEvent> annotation) {
    List<XMLEvent> left = new ArrayList<>();
    int ours = 0;
    int others = 0;
    for (int i = 0; i < annotation.size(); i++) {
      if (OdsElements.isStart(annotation.get(i), PARAGRAPH)) {
        List<XMLEvent> paragraph = annotation.subList(i, OdsElements.endOf(annotation, i) + 1);
        boolean isOurs = FindingNotes.isOurs(OdsElements.textOf(paragraph));
        ours += isOurs ? 1 : 0;
        others += isOurs ? 0 : 1;
        left.addAll(isOurs ? List.of() : paragraph);
        i += paragraph.size() - 1;
      } else {
        left.add(annotation.get(i));
      }
    }
    return ours > 0 && others == 0 ? List.of() : left;
  }
}
