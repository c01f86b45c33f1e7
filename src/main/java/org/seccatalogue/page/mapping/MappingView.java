package org.seccatalogue.page.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FindingLine;

/// The mapping of a workbook as its pages show it.
final class MappingView {

  private MappingView() {}

  /// All sheets, and the form that saves the mapping.
  ///
  /// @param seen the version of the profile that saving would replace; 0: none
  /// @param readAs how the file was read
  /// @param unread why it cannot be read in another way that was chosen
  record Overview(
      String id,
      String fileName,
      ReadAs readAs,
      List<String> unread,
      List<SheetLine> sheets,
      String label,
      int seen,
      List<String> errors) {

    /// Whether something is to be told above the form.
    public boolean isFaulty() {
      return !errors.isEmpty() || !unread.isEmpty();
    }

    public boolean isReadable() {
      return sheets.stream().anyMatch(SheetLine::read);
    }
  }

  /// One sheet of the workbook.
  record SheetLine(String name, String href, boolean read, String type, int columns) {}

  /// One sheet and how it would be read.
  record Sheet(
      String id,
      String fileName,
      String name,
      String action,
      Layout layout,
      List<Column> columns,
      List<Constant> constants,
      List<Choice> match,
      boolean shorten,
      Preview preview,
      List<String> errors) {}

  /// Where the table stands and what it holds.
  record Layout(List<Choice> types, String headerRows, String firstRow, List<Choice> sections) {}

  /// One column.
  ///
  /// @param separators empty where a cell holds one value only
  public record Column(
      int index,
      String letter,
      String header,
      String samples,
      List<Group> targets,
      String also,
      List<Choice> separators,
      List<Translation> values) {

    public boolean isRead() {
      return targets.stream()
          .flatMap(g -> g.choices().stream())
          .anyMatch(c -> c.chosen() && !c.value().isEmpty());
    }
  }

  /// Entries of a select under one heading; no heading: they stand before all others.
  record Group(String label, List<Choice> choices) {}

  /// A value that is no code, and what it is read as.
  record Translation(String id, String value, List<Choice> choices) {}

  /// A value for all rows: one of `choices`, several of them, or text.
  record Constant(
      String name,
      String id,
      String label,
      boolean required,
      @Nullable String hint,
      String kind,
      String value,
      List<Choice> choices) {}

  /// The first rows as they would be read.
  record Preview(
      List<Heading> headings,
      List<Line> lines,
      int rows,
      boolean more,
      long errors,
      List<FindingLine> findings) {}

  /// What stands above a value.
  record Heading(String label, String from) {}

  /// A row.
  record Line(int row, List<Cell> cells, List<String> others) {}

  /// A value in words, and what is wrong with it.
  public record Cell(String text, List<String> errors, List<String> warnings) {}
}
