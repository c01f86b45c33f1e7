package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

/// Tells of cells that hold no value, and of cells that look as if a spreadsheet program had made
/// something else of what was typed.
public final class CellRemarks {

  private static final Pattern POWER = Pattern.compile("[0-9](\\.[0-9]+)?[Ee][+-]?[0-9]{1,3}");
  private static final Pattern ROUNDED = Pattern.compile("[1-9][0-9]{14,}0|[1-9]0{2,}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.[0-9]+");
  private static final Pattern NO_NUMBER = Pattern.compile("(?i)nan|-?inf(inity)?");
  private static final Pattern TOO_NARROW = Pattern.compile("#{3,}");
  private static final int KEPT_DIGITS = 15;

  private final SheetMapping mapping;
  private final List<ColumnFacts> facts;
  private final Workbook.Limits limits;

  /// Remarks on the cells of a sheet of which the first rows are known.
  ///
  /// @param first the first rows with data, from which it is told what is usual
  public CellRemarks(SheetMapping mapping, List<SheetRow> first, Workbook.Limits limits) {
    this.mapping = mapping;
    this.facts = ColumnFacts.of(first);
    this.limits = limits;
  }

  List<Finding> of(SheetRow row) {
    List<Finding> remarks = new ArrayList<>();
    for (SheetColumn column : mapping.columns()) {
      if (column.target() instanceof CellTarget.Ignored || column.index() >= row.cells().size()) {
        continue;
      }
      Place place = new Place.Cell(mapping.name(), row.number(), column.index());
      remark(row, column, place)
          .filter(remark -> remarks.stream().noneMatch(other -> other.place().equals(place)))
          .ifPresent(remarks::add);
    }
    return remarks;
  }

  private Optional<Finding> remark(SheetRow row, SheetColumn column, Place place) {
    String text = row.cell(column.index());
    return switch (row.kind(column.index())) {
      case ERROR ->
          error(FindingCode.CELL_ERROR, place, text, "a value; the cell holds a spreadsheet error");
      case FORMULA_WITHOUT_VALUE ->
          error(
              FindingCode.FORMULA_WITHOUT_VALUE,
              place,
              "a formula without its value",
              "a calculated value: formulas are not evaluated here; open the file in its"
                  + " program, save it and send the new file");
      case DATE_OUTSIDE_SYSTEM ->
          error(
              FindingCode.DATE_OUTSIDE_SYSTEM,
              place,
              text,
              "a day within the date system of the workbook; this number is shown as a date and"
                  + " is none");
      case TOO_LONG ->
          error(
              FindingCode.TOO_LARGE,
              place,
              text,
              "at most " + limits.cellLength() + " characters (catalogue.import.cell-length)");
      case DATE -> damaged(place, text, date(column));
      case NUMBER -> isText(column) ? number(row, column, place) : Optional.empty();
      case TEXT -> text(column, place, text);
      case BOOLEAN -> Optional.empty();
    };
  }

  private static Optional<Finding> error(
      FindingCode code, Place place, String found, String expected) {
    return Optional.of(Finding.error(code, place, found, expected));
  }

  private static Optional<Finding> damaged(Place place, String found, String why) {
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.warning(FindingCode.DAMAGED_VALUE, place, found, why));
  }

  private ColumnFacts facts(SheetColumn column) {
    return column.index() < facts.size() ? facts.get(column.index()) : new ColumnFacts();
  }

  /// Whether what the column holds is written as text: not as a number, a quantity or a day.
  private static boolean isText(SheetColumn column) {
    return switch (column.target()) {
      case CellTarget.Attributes attributes ->
          attributes.attributes().stream().anyMatch(attribute -> isText(attribute.type()));
      case CellTarget.Links _,
          CellTarget.Key _,
          CellTarget.Section _,
          CellTarget.Position _,
          CellTarget.Stage _ ->
          true;
      case CellTarget.Revision _, CellTarget.Digest _, CellTarget.Ignored _ -> false;
    };
  }

  private static boolean isText(AttributeType type) {
    return switch (type) {
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Code _,
          AttributeType.Reference _,
          AttributeType.CodeMap _,
          AttributeType.Table _ ->
          true;
      case AttributeType.ListOf list -> isText(list.item());
      case AttributeType.Numeric _,
          AttributeType.Flag(),
          AttributeType.Date(),
          AttributeType.Measure _ ->
          false;
    };
  }

  private static boolean isDate(SheetColumn column) {
    return column.target() instanceof CellTarget.Attributes attributes
        && attributes.attributes().stream()
            .anyMatch(attribute -> attribute.type() instanceof AttributeType.Date);
  }

  private String date(SheetColumn column) {
    boolean fits = isDate(column) || (isText(column) && !facts(column).hasTexts());
    return fits
        ? ""
        : "what was typed; the cell holds a date, and a spreadsheet program makes one of texts"
            + " such as 1-2 or MAR1";
  }

  private Optional<Finding> number(SheetRow row, SheetColumn column, Place place) {
    String text = row.cell(column.index());
    ColumnFacts usual = facts(column);
    String zeros = zeros(usual, text);
    if (!zeros.isEmpty()) {
      return damaged(place, text, zeros);
    }
    if (usual.hasVersions() && DECIMAL.matcher(text).matches()) {
      return damaged(
          place,
          text,
          "a text; the cell holds a number, and a spreadsheet program makes 1.1 of the version"
              + " 1.10 or 1.100");
    }
    if (usual.hasMixed() && ROUNDED.matcher(text).matches()) {
      return damaged(
          place,
          text,
          "a text; the cell holds a number, and a spreadsheet program makes 100000 of texts such"
              + " as 1E5");
    }
    return damaged(place, text, text.length() > KEPT_DIGITS ? digits(text) : "");
  }

  private static String digits(String text) {
    return DIGITS.matcher(text).matches() && ROUNDED.matcher(text).matches()
        ? "a text; the cell holds a number, and a spreadsheet program keeps only 15 of its digits"
        : "";
  }

  private static String zeros(ColumnFacts usual, String text) {
    int length = usual.paddedLength().orElse(0);
    return length > text.length() && DIGITS.matcher(text).matches()
        ? "“"
            + "0".repeat(length - text.length())
            + text
            + "”, as others in this column have leading zeros, which a spreadsheet program takes"
            + " from a number"
        : "";
  }

  private Optional<Finding> text(SheetColumn column, Place place, String given) {
    String text = given.length() > 2 * KEPT_DIGITS ? "" : given.strip();
    if (text.isEmpty() || !isSuspect(text)) {
      return Optional.empty();
    }
    if (TOO_NARROW.matcher(text).matches()) {
      return error(
          FindingCode.DAMAGED_VALUE,
          place,
          text,
          "a value; these signs show that a column was too narrow when the file was saved as text");
    }
    if (!isText(column)) {
      return Optional.empty();
    }
    if (POWER.matcher(text).matches()) {
      return damaged(
          place,
          text,
          "what was typed; a spreadsheet program writes long numbers and texts such as 1E5 as"
              + " powers of ten");
    }
    if (NO_NUMBER.matcher(text).matches()) {
      return damaged(
          place,
          text,
          "what was typed; programs write this for a text, such as a hexadecimal number, that"
              + " they took for a number");
    }
    return damaged(place, text, zeros(facts(column), text));
  }

  /// Whether a look is worth while; most texts are ruled out here.
  private static boolean isSuspect(String text) {
    char first = text.charAt(0);
    return (first >= '0' && first <= '9') || "#-nNiI".indexOf(first) >= 0;
  }
}
