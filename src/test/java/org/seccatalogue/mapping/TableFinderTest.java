package org.seccatalogue.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.workbook.MergedRegion;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

@NullUnmarked
class TableFinderTest {

  @Test
  void headersMayStandBelowOtherRows() throws IOException {
    assertThat(find("Gas meters", "Version|1.2", "", "Key|Title|Note", "1|First|", "2|Second|x"))
        .contains("[4] 5-6 A-C [Key, Title, Note]");
    assertThat(find("List of meters", "Key|Title|Count", "A|x|1", "B|y|2"))
        .containsExactly("[2] 3-4 A-C [Key, Title, Count]");
  }

  @Test
  void severalTablesStandBelowAndBesideEachOther() throws IOException {
    assertThat(
            find(
                "Key|Title||Code|Meaning",
                "1|First||A|all",
                "2|Second||B|both",
                "",
                "Name|Count|Unit",
                "a|1|kg",
                "b|2|kg"))
        .containsExactly(
            "[1] 2-3 A-B [Key, Title]",
            "[1] 2-3 D-E [Code, Meaning]",
            "[5] 6-7 A-C [Name, Count, Unit]");
  }

  @Test
  void aBlankRowDoesNotEndATable() throws IOException {
    assertThat(find("Key|Title|Count", "1|First|5", "", "2|Second|6", "3|Third|7"))
        .containsExactly("[1] 2-5 A-C [Key, Title, Count]");
  }

  @Test
  void headersThatSpanColumnsHaveThoseBelowThem() throws IOException {
    List<String> rows = List.of("Key|Meter||Note", "|Make|Model|", "1|ABB|X1|new", "2|GE|X2|");
    SheetLayout layout =
        new SheetLayout(
            new BitSet(),
            List.of(
                new MergedRegion(1, 2, 0, 0),
                new MergedRegion(1, 1, 1, 2),
                new MergedRegion(1, 2, 3, 3)));

    assertThat(find(rows, layout))
        .containsExactly("[1, 2] 3-4 A-D [Key, Meter Make, Meter Model, Note]");
  }

  @Test
  void aTableThatGoesOnBehindTheFirstRowsHasNoEnd() throws IOException {
    List<String> rows = new ArrayList<>(List.of("Key|Title|Count"));
    for (int i = 0; i < 1200; i++) {
      rows.add(i + "|row|" + i);
    }

    assertThat(find(rows, SheetLayout.PLAIN)).containsExactly("[1] 2-0 A-C [Key, Title, Count]");
  }

  @Test
  void anEmptySheetHasNone() throws IOException {
    assertThat(find("", "")).isEmpty();
  }

  @Test
  void theTableWhoseHeadersAreKnownIsRead() throws IOException {
    Workbook.Sheet sheet =
        sheet(
            List.of("Title|Report of May", "", "Key|Title|Count", "1|a|2", "", "2|b|3"),
            SheetLayout.PLAIN);

    List<TableFound> read =
        SheetTables.of(
            sheet,
            header ->
                (int) header.cells().stream().filter(List.of("Key", "Title")::contains).count());

    assertThat(read)
        .extracting(table -> table.headerRows() + " " + table.firstRow() + "-" + table.lastRow())
        .containsExactly("[3] 4-0");
  }

  @Test
  void withoutKnownHeadersTheFirstRowHoldsThem() throws IOException {
    assertThat(SheetTables.of(sheet(List.of("x|y", "1|2"), SheetLayout.PLAIN), _ -> 0))
        .extracting(TableFound::headerRows)
        .containsExactly(List.of(1));
  }

  private static List<String> find(String... rows) throws IOException {
    return find(List.of(rows), SheetLayout.PLAIN);
  }

  private static List<String> find(List<String> rows, SheetLayout layout) throws IOException {
    List<SheetRow> start =
        sheet(rows, layout).rows().filter(row -> !row.isBlank()).limit(1000).toList();
    return TableFinder.find(start, layout).stream()
        .map(
            table ->
                table.headerRows()
                    + " "
                    + table.firstRow()
                    + "-"
                    + table.lastRow()
                    + " "
                    + (char) ('A' + table.firstColumn())
                    + "-"
                    + (char) ('A' + table.lastColumn())
                    + " "
                    + table.headers())
        .toList();
  }

  private static Workbook.Sheet sheet(List<String> rows, SheetLayout layout) {
    return new Workbook.Sheet() {
      @Override
      public String name() {
        return "Data";
      }

      @Override
      public Stream<SheetRow> rows() {
        return Stream.iterate(1, i -> i <= rows.size(), i -> i + 1)
            .map(i -> new SheetRow(i, List.of(rows.get(i - 1).split("\\|", -1))));
      }

      @Override
      public SheetLayout layout() {
        return layout;
      }
    };
  }
}
