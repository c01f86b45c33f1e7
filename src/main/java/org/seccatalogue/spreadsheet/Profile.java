package org.seccatalogue.spreadsheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a source of workbooks writes what we call otherwise. Whatever a profile does not say is as
/// without a profile: a sheet is matched by the name of a record type, a column by label or name.
///
/// @param name of its file in `import/`, without ending
/// @param files patterns of the names of files that it recognises, with `*`
/// @param keepsKeys whether new records take the keys that the workbook gives them
public record Profile(
    String name, String label, List<String> files, boolean keepsKeys, List<SheetProfile> sheets) {

  /// What is known of files without a profile.
  static final Profile NONE = new Profile("", "No profile", List.of(), false, List.of());

  /// One sheet.
  ///
  /// @param sheet its name; absent: the only sheet, or the one of a CSV file
  /// @param headerRows the rows that hold the headers, counted from 1; several are read as one
  /// @param firstRow the first row with data; 0: the one after the headers
  /// @param section reference of the section for new records of rows that name none
  /// @param match names of attributes that tell which record a row without a key means
  /// @param constants values that every row has; `{Header}` stands for the cell of that column
  record SheetProfile(
      @Nullable String sheet,
      String type,
      List<Integer> headerRows,
      int firstRow,
      @Nullable String section,
      List<String> match,
      Map<String, String> constants,
      List<ColumnProfile> columns) {}

  /// One column.
  ///
  /// @param header its text, without regard to case and spaces
  /// @param attributes names of the attributes that it fills; more than one is allowed
  /// @param link name of the link type whose targets it lists
  /// @param as what else it holds: `key`, `section`, `stage`, or `ignored`
  /// @param values what its cells mean; a cell that is not among them means itself
  /// @param separator between several values in a cell
  record ColumnProfile(
      String header,
      List<String> attributes,
      @Nullable String link,
      @Nullable String as,
      Map<String, String> values,
      @Nullable String separator) {}

  boolean recognises(String fileName) {
    return files.stream()
        .anyMatch(
            pattern ->
                fileName.matches(
                    "(?i)" + java.util.regex.Pattern.quote(pattern).replace("*", "\\E.*\\Q")));
  }

  /// What the profile says of a sheet.
  Optional<SheetProfile> of(Workbook.Sheet sheet) {
    return sheets.stream()
        .filter(profile -> profile.sheet() == null || sheet.name().equals(profile.sheet()))
        .findFirst();
  }
}
