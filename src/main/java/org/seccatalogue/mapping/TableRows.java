package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.RowPrint;
import org.seccatalogue.proposal.Source;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.StruckCells;
import org.seccatalogue.workbook.UnheadedCells;
import org.seccatalogue.workbook.continued.ContinuedRow;

/// Gives the rows of a table to whoever plans: those that are known again by their digests are
/// never read as more than cells. Rows come from a thread of their own, which also reads ahead,
/// unless most of the rows before were known.
final class TableRows {

  private final RowMapper mapper;
  private final RowPrints prints;
  private final UnheadedCells unheaded;
  private final StruckCells struck;
  private volatile boolean known = true;

  /// @param unheaded counts the cells that are not read for want of a header
  TableRows(
      SheetMapping mapping, CellRemarks remarks, UnheadedCells unheaded, CatalogueSchema schema) {
    this.mapper = new RowMapper(mapping, remarks);
    this.prints = new RowPrints(mapping, schema);
    this.unheaded = unheaded;
    this.struck = new StruckCells(mapping.name(), mapping::isRead);
  }

  /// A row, read as far as it was worth while.
  record Row(SheetRow cells, RowPrint print, List<Finding> remarks, @Nullable Proposal readAhead) {}

  SheetMapping mapping() {
    return mapper.mapping();
  }

  Row row(int number, ContinuedRow read) {
    SheetRow cells = read.row();
    struck.count(cells);
    unheaded.count(cells);
    List<Finding> remarks = new ArrayList<>(read.findings());
    remarks.addAll(mapper.remarks(cells));
    RowPrint print = new RowPrint(number, cells.number(), prints.of(cells));
    return new Row(cells, print, remarks, known ? null : mapper.read(print, cells, remarks));
  }

  /// What its cells tell once they are all read; nothing where no column is known.
  List<Finding> findings() {
    if (mapping().columns().isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>(unheaded.findings());
    findings.addAll(struck.findings());
    return findings;
  }

  /// Gives a batch, which is not empty.
  void give(List<Row> batch, Source.Receiver to) {
    List<RowPrint> plain =
        batch.stream().filter(row -> row.remarks().isEmpty()).map(Row::print).toList();
    Set<Integer> unchanged = to.unchanged(mapping(), plain);
    known = 2 * unchanged.size() > batch.size();
    List<Proposal> others =
        batch.stream()
            .filter(row -> !unchanged.contains(row.print().number()))
            .map(this::proposal)
            .toList();
    if (!others.isEmpty()) {
      to.proposed(mapping(), others);
    }
  }

  private Proposal proposal(Row row) {
    return row.readAhead() == null
        ? mapper.read(row.print(), row.cells(), row.remarks())
        : row.readAhead();
  }
}
