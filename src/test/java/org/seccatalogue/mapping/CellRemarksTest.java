package org.seccatalogue.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.Remarks;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.OpenFiles;
import org.seccatalogue.workbook.SheetRow;

/// What a spreadsheet program makes of texts is told at the cell, in words.
@NullUnmarked
class CellRemarksTest {

  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema"))))
          .schema();

  /// A column of texts and one of numbers.
  private static final SheetRow HEADER =
      new SheetRow(1, List.of("Service reference", "Target service level"));

  @Test
  void lostZerosAreToldWhereOthersHaveThem() {
    assertThat(remarks(text("00123"), text("00456"), number("789"), text("12"), text("123456")))
        .containsExactly(
            "A4 DAMAGED_VALUE Found “789”, expected “00789”, as others in this column have leading"
                + " zeros, which a spreadsheet program takes from a number.",
            "A5 DAMAGED_VALUE Found “12”, expected “00012”, as others in this column have leading"
                + " zeros, which a spreadsheet program takes from a number.");
    assertThat(remarks(number("123"), number("45"))).isEmpty();
  }

  @Test
  void powersOfTenAreToldInTexts() {
    String words =
        ", expected what was typed; a spreadsheet program writes long numbers and texts such as 1E5"
            + " as powers of ten.";
    assertThat(remarks(text("1E+05"), text("1.23457E+19"), text("E1"), text("1E5 and more")))
        .containsExactly(
            "A2 DAMAGED_VALUE Found “1E+05”" + words,
            "A3 DAMAGED_VALUE Found “1.23457E+19”" + words);
  }

  @Test
  void numbersAmongTextsOfLettersAndDigitsAreTold() {
    assertThat(remarks(text("1D5"), text("2A7"), number("100000"), number("117")))
        .containsExactly(
            "A4 DAMAGED_VALUE Found “100000”, expected a text; the cell holds a number, and a"
                + " spreadsheet program makes 100000 of texts such as 1E5.");
    assertThat(remarks(number("1234567890123450")))
        .containsExactly(
            "A2 DAMAGED_VALUE Found “1234567890123450”, expected a text; the cell holds a number,"
                + " and a spreadsheet program keeps only 15 of its digits.");
    assertThat(remarks(text("NaN"), text("nano")))
        .containsExactly(
            "A2 DAMAGED_VALUE Found “NaN”, expected what was typed; programs write this for a text,"
                + " such as a hexadecimal number, that they took for a number.");
  }

  @Test
  void versionsThatLostTheirLastZerosAreTold() {
    assertThat(remarks(text("1.10"), text("1.2.3"), number("1.1")))
        .containsExactly(
            "A4 DAMAGED_VALUE Found “1.1”, expected a text; the cell holds a number, and a"
                + " spreadsheet program makes 1.1 of the version 1.10 or 1.100.");
    assertThat(remarks(number("1.1"), number("1.2"))).isEmpty();
  }

  @Test
  void daysAmongTextsAreTold() {
    String words =
        ", expected what was typed; the cell holds a date, and a spreadsheet program makes one of"
            + " texts such as 1-2 or MAR1.";
    assertThat(remarks(text("1-13"), text("a"), cell("2011-02-01", CellKind.DATE)))
        .containsExactly("A4 DAMAGED_VALUE Found “2011-02-01”" + words);
    assertThat(remarks(cell("2011-02-01", CellKind.DATE), cell("2011-02-02", CellKind.DATE)))
        .isEmpty();
    assertThat(remarks(List.of(row(2, "", CellKind.TEXT, "2011-02-01", CellKind.DATE))))
        .containsExactly("B2 DAMAGED_VALUE Found “2011-02-01”" + words);
  }

  @Test
  void cellsWithoutAValueAreErrors() {
    assertThat(
            remarks(
                cell("#REF!", CellKind.ERROR),
                cell("", CellKind.FORMULA_WITHOUT_VALUE),
                cell("60", CellKind.DATE_OUTSIDE_SYSTEM),
                cell("abc", CellKind.TOO_LONG),
                text("#####")))
        .containsExactly(
            "A2 CELL_ERROR Found “#REF!”, expected a value; the cell holds a spreadsheet error.",
            "A3 FORMULA_WITHOUT_VALUE Found “a formula without its value”, expected a calculated"
                + " value: formulas are not evaluated here; open the file in its program, save it"
                + " and send the new file.",
            "A4 DATE_OUTSIDE_SYSTEM Found “60”, expected a day within the date system of the"
                + " workbook; this number is shown as a date and is none.",
            "A5 TOO_LARGE Found “abc”, expected at most 200000 characters"
                + " (catalogue.import.cell-length).",
            "A6 DAMAGED_VALUE Found “#####”, expected a value; these signs show that a column was"
                + " too narrow when the file was saved as text.");
  }

  @Test
  void aCellIsToldOfOnceWhereItsValueIsRefusedToo() {
    Place first = new Place.Cell("Data", 2, 0);
    Place second = new Place.Cell("Data", 2, 1);
    Place third = new Place.Cell("Data", 2, 2);
    List<Finding> remarks =
        List.of(
            Finding.error(FindingCode.CELL_ERROR, first, "#REF!", "a value"),
            Finding.warning(FindingCode.DAMAGED_VALUE, second, "1E+05", "a text"),
            Finding.warning(FindingCode.DAMAGED_VALUE, third, "1", "01"));
    Proposal row =
        new Proposal(
            1,
            2,
            null,
            null,
            new Proposal.Stated(
                null,
                PlaceWish.NONE,
                null,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                java.util.Set.of()),
            Proposal.Defaults.none(),
            remarks,
            null);

    assertThat(
            Remarks.joined(
                List.of(
                    Finding.error(FindingCode.MISSING_VALUE, first, null, "something"),
                    Finding.error(FindingCode.UNKNOWN_CODE, second, "1E+05", "one of A, B")),
                List.of(row)))
        .containsExactly(
            Finding.error(FindingCode.UNKNOWN_CODE, second, "1E+05", "one of A, B; or a text"),
            remarks.get(0),
            remarks.get(2));
  }

  private record Typed(String text, CellKind kind) {}

  private static Typed text(String text) {
    return new Typed(text, CellKind.TEXT);
  }

  private static Typed number(String text) {
    return new Typed(text, CellKind.NUMBER);
  }

  private static Typed cell(String text, CellKind kind) {
    return new Typed(text, kind);
  }

  private static SheetRow row(int number, String a, CellKind first, String b, CellKind second) {
    return new SheetRow(number, List.of(a, b), List.of(first, second), false);
  }

  private static List<String> remarks(Typed... cells) {
    List<SheetRow> rows = new ArrayList<>();
    for (Typed cell : cells) {
      rows.add(row(rows.size() + 2, cell.text(), cell.kind(), "", CellKind.TEXT));
    }
    return remarks(rows);
  }

  private static List<String> remarks(List<SheetRow> rows) {
    SheetMapping mapping =
        SheetMapping.of(
            "Data", HEADER, SCHEMA.typeOf("dcc-service-line"), null, SCHEMA, new ArrayList<>());
    CellRemarks remarks = new CellRemarks(mapping, rows, OpenFiles.LIMITS);
    return rows.stream()
        .flatMap(row -> remarks.of(row).stream())
        .map(
            finding ->
                ((Place.Cell) finding.place()).address()
                    + " "
                    + finding.code()
                    + " "
                    + finding.message())
        .toList();
  }
}
