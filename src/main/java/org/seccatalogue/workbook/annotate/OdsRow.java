package org.seccatalogue.workbook.annotate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.seccatalogue.workbook.annotate.FindingNotes.At;
import org.seccatalogue.workbook.ods.OdsElements;

/// A row of an OpenDocument spreadsheet, which may stand for many alike. Where one of them has a
/// comment it is taken out of them, and so are the cells that stand for many.
final class OdsRow {

  private static final String ROWS = "table:number-rows-repeated";
  private static final String COLUMNS = "table:number-columns-repeated";

  private final List<XMLEvent> events;
  private final int first;
  private final int count;
  private final Instant time;

  /// @param read the row from its start to its end
  /// @param first its number, counted from 1
  /// @param time of new comments
  OdsRow(List<XMLEvent> read, int first, Instant time) {
    this.events = OdsComment.withoutOurs(read);
    this.first = first;
    this.count = OdsElements.count(events.getFirst().asStartElement(), ROWS);
    this.time = time;
  }

  /// How many rows it stands for.
  int count() {
    return count;
  }

  void write(SequencedMap<At, String> notes, Consumer<XMLEvent> out) {
    SortedMap<Integer, SortedMap<Integer, String>> rows = new TreeMap<>();
    notes.forEach(
        (at, note) -> {
          if (first <= at.row() && at.row() - first < count) {
            rows.computeIfAbsent(at.row() - first, _ -> new TreeMap<>()).put(at.column(), note);
          }
        });
    split(
        count,
        rows,
        many -> repeated(events, ROWS, many).forEach(out),
        (SortedMap<Integer, String> cells) -> noted(cells).forEach(out));
  }

  /// Goes through so many alike of which some differ.
  private static <T> void split(
      int count, SortedMap<Integer, T> different, IntConsumer alike, Consumer<T> other) {
    int from = 0;
    for (var one : different.entrySet()) {
      if (one.getKey() > from) {
        alike.accept(one.getKey() - from);
      }
      other.accept(one.getValue());
      from = one.getKey() + 1;
    }
    if (count > from) {
      alike.accept(count - from);
    }
  }

  private static List<XMLEvent> repeated(List<XMLEvent> element, String name, int count) {
    StartElement start = element.getFirst().asStartElement();
    if (OdsElements.count(start, name) == count) {
      return element;
    }
    List<XMLEvent> changed = new ArrayList<>(element);
    changed.set(0, OdsElements.repeated(start, name, count));
    return changed;
  }

  /// One of the rows, with comments in its cells.
  private List<XMLEvent> noted(SortedMap<Integer, String> notes) {
    List<XMLEvent> row = new ArrayList<>();
    row.add(OdsElements.repeated(events.getFirst().asStartElement(), ROWS, 1));
    int column = 0;
    for (int i = 1; i < events.size() - 1; i++) {
      if (!events.get(i).isStartElement()) {
        row.add(events.get(i));
        continue;
      }
      List<XMLEvent> cell = events.subList(i, OdsElements.endOf(events, i) + 1);
      int columns = OdsElements.count(cell.getFirst().asStartElement(), COLUMNS);
      cells(cell, column, columns, notes, row);
      column += columns;
      i += cell.size() - 1;
    }
    beyond(column, notes, row);
    row.add(events.getLast());
    return row;
  }

  private void cells(
      List<XMLEvent> cell,
      int column,
      int columns,
      SortedMap<Integer, String> notes,
      List<XMLEvent> row) {
    SortedMap<Integer, String> here = new TreeMap<>();
    notes.subMap(column, column + columns).forEach((at, note) -> here.put(at - column, note));
    split(
        columns,
        here,
        many -> row.addAll(repeated(cell, COLUMNS, many)),
        (String note) -> row.addAll(OdsComment.added(repeated(cell, COLUMNS, 1), note, time)));
  }

  /// Cells behind the last one that the row has.
  private void beyond(int column, SortedMap<Integer, String> notes, List<XMLEvent> row) {
    int from = column;
    String name = "table:table-cell";
    for (var note : notes.tailMap(column).entrySet()) {
      List<XMLEvent> empty = List.of(OdsElements.outer(name), OdsElements.end(name));
      if (note.getKey() > from) {
        row.addAll(repeated(empty, COLUMNS, note.getKey() - from));
      }
      row.addAll(OdsComment.added(empty, note.getValue(), time));
      from = note.getKey() + 1;
    }
  }
}
