package org.seccatalogue.suggestion;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.RecordType;

/// How a sheet would be read with its mapping.
///
/// @param shown what stands above the cells of `lines`
/// @param lines the first rows with data
/// @param findings everything that does not fit in the rows that were looked at
/// @param rows how many rows were looked at
/// @param more whether the sheet has more rows than that
/// @param given names of the attributes that a column gives
public record MappingPreview(
    Profile.SheetProfile mapping,
    RecordType type,
    List<Column> columns,
    List<Heading> shown,
    List<Line> lines,
    List<Finding> findings,
    int rows,
    boolean more,
    Set<String> given) {

  /// A column of the sheet.
  ///
  /// @param index counted from 0
  /// @param occurrence which of the columns with that header; 0 where there is only one
  /// @param samples some of the different values in it
  /// @param codes what its cells may be translated to; empty for a column without codes
  /// @param values its values that are no codes, and those that are translated
  public record Column(
      int index,
      String header,
      int occurrence,
      List<String> samples,
      ColumnTarget target,
      List<String> also,
      @Nullable String separator,
      List<Code> codes,
      List<Translation> values) {}

  /// A code and what people call it.
  public record Code(String code, String label) {}

  /// What a cell is read as; nothing is known for it when there is no code.
  ///
  /// @param leftOut whether rows with it are not read
  public record Translation(String value, @Nullable String code, boolean leftOut) {}

  /// What stands above a value: what it is, and the column it is from, -1 for a constant.
  public record Heading(int index, ColumnTarget target, String label, String from) {}

  /// A row as it would be read.
  ///
  /// @param others findings that belong to none of its cells
  public record Line(int row, List<Cell> cells, List<Finding> others) {}

  /// A value in words, and what is wrong with it.
  public record Cell(String text, List<Finding> findings) {}

  /// The attributes that records must have and that no column gives, and those that have a value
  /// for all rows.
  public List<Attribute> withoutColumn() {
    return type.attributes().stream()
        .filter(attribute -> !given.contains(attribute.name()))
        .filter(
            attribute ->
                (attribute.required() && attribute.initial() == null)
                    || mapping.constants().containsKey(attribute.name()))
        .toList();
  }

  public long errors() {
    return findings.stream().filter(Finding::isError).count();
  }
}
