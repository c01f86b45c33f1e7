package org.seccatalogue.workbook.continued;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.SheetRow;

/// The rows of a table, each with those below it that go on with its texts. What goes on with no
/// row above it is told of, and is no row.
public final class ContinuedRows implements Iterator<ContinuedRow> {

  private final String sheet;
  private final int key;
  private final Iterator<SheetRow> rows;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable SheetRow next;

  /// @param key the column of the keys, counted from 0; negative if there is none
  /// @param rows none of which is blank
  public ContinuedRows(String sheet, int key, Iterator<SheetRow> rows) {
    this.sheet = sheet;
    this.key = key;
    this.rows = rows;
    read();
    skipAlone();
  }

  private void read() {
    next = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public ContinuedRow next() {
    SheetRow first = next;
    if (first == null) {
      throw new NoSuchElementException();
    }
    read();
    JoinedRow joined = new JoinedRow(sheet, key, first);
    while (next != null && goesOn(joined, next)) {
      read();
    }
    skipAlone();
    return joined.built();
  }

  private boolean goesOn(JoinedRow joined, SheetRow row) {
    Optional<ContinuedText.Label> label = label(row);
    if (label.isEmpty() || !joined.isOf(label.get())) {
      return false;
    }
    joined.add(label.get(), row);
    return true;
  }

  private Optional<ContinuedText.Label> label(SheetRow row) {
    return key < 0 ? Optional.empty() : ContinuedText.labelled(row.cell(key));
  }

  private void skipAlone() {
    while (next != null && label(next).isPresent()) {
      findings.add(alone(next));
      read();
    }
  }

  private Finding alone(SheetRow row) {
    return Finding.error(
        FindingCode.LONE_CONTINUATION,
        new Place.Cell(sheet, row.number(), key),
        row.cell(key).strip(),
        "the rest of a text below the row that it belongs to, in the order of its parts; sorting,"
            + " or a row between, parted them");
  }

  /// The rows that are left.
  public Stream<ContinuedRow> stream() {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, 0), false);
  }

  /// Errors of rows that go on with no row above them, as far as rows were read.
  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
