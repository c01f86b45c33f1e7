package org.seccatalogue.mapping;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.Workbook;

/// How a source of workbooks writes what we call otherwise. Whatever a profile does not say is as
/// without a profile: a sheet is matched by the name of a record type, a column by label or name.
///
/// @param name of its file in `import/`, without ending, or under which it was saved
/// @param files patterns of the names of its files, with `*`; they decide between profiles that fit
/// the same workbook
/// @param keepsKeys whether new records take the keys that the workbook gives them
/// @param ignoredSheets names of sheets that are not read, whatever they are called after
public record Profile(
    String name,
    String label,
    List<String> files,
    boolean keepsKeys,
    List<SheetProfile> sheets,
    List<String> ignoredSheets) {

  /// What is known of files without a profile.
  public static final Profile NONE =
      new Profile("", "No profile", List.of(), false, List.of(), List.of());

  /// One sheet.
  ///
  /// @param sheet its name; absent: the only sheet, or the one of a CSV file
  /// @param headerRows the rows that hold the headers, counted from 1; several are read as one
  /// @param firstRow the first row with data; 0: the one after the headers
  /// @param section reference of the section for new records of rows that name none
  /// @param match names of attributes that tell which record a row without a key means
  /// @param shorten whether texts that are too long for their attribute are cut, with a warning
  /// @param constants values for what rows do not say; `{Header}` stands for the cell below it
  public record SheetProfile(
      @Nullable String sheet,
      String type,
      List<Integer> headerRows,
      int firstRow,
      @Nullable String section,
      List<String> match,
      boolean shorten,
      Map<String, String> constants,
      List<ColumnProfile> columns) {

    /// The first row that may hold data.
    public int dataFrom() {
      return firstRow == 0 ? headerRows.getLast() + 1 : firstRow;
    }
  }

  /// One column.
  ///
  /// @param header its text, without regard to case and spaces
  /// @param occurrence which of several columns with that header, counted from 1; 0: all of them
  /// @param attributes names of the attributes that it fills; more than one is allowed
  /// @param link name of the link type whose targets it lists
  /// @param as what else it holds: `key`, `section`, `place`, `stage`, or `ignored`
  /// @param values what its cells mean; a cell that is not among them means itself
  /// @param separator between several values in a cell
  /// @param leaveOut cells of rows that are not read
  public record ColumnProfile(
      String header,
      int occurrence,
      List<String> attributes,
      @Nullable String link,
      @Nullable String as,
      Map<String, String> values,
      @Nullable String separator,
      List<String> leaveOut) {

    /// What the profile says of a column that is not read.
    public static final String IGNORED = "ignored";

    /// Whether it is this column, the `nth` of the sheet with that header.
    public boolean is(String text, int nth) {
      return HeaderText.folded(header).equals(HeaderText.folded(text))
          && (occurrence == 0 || occurrence == nth);
    }

    public boolean isRead() {
      return !IGNORED.equals(as);
    }
  }

  public boolean recognises(String fileName) {
    return files.stream().anyMatch(pattern -> fits(pattern, fileName));
  }

  /// People write these patterns, so the time is linear in the name, however many stars there are.
  private static boolean fits(String pattern, String fileName) {
    String expression =
        Arrays.stream(pattern.split("\\*+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*", "(?is)", ""));
    return Pattern.matches(expression, fileName);
  }

  /// The same profile with another name and label.
  public Profile called(String otherName, String otherLabel) {
    return new Profile(otherName, otherLabel, files, keepsKeys, sheets, ignoredSheets);
  }

  /// The same profile with this said of a sheet; nothing: it is not read.
  public Profile with(String sheet, @Nullable SheetProfile sheetProfile) {
    List<SheetProfile> others = new ArrayList<>(sheets);
    of(sheet).ifPresent(others::remove);
    List<String> ignored = new ArrayList<>(ignoredSheets);
    ignored.remove(sheet);
    if (sheetProfile == null) {
      ignored.add(sheet);
    } else {
      others.add(sheetProfile);
    }
    return new Profile(name, label, files, keepsKeys, List.copyOf(others), List.copyOf(ignored));
  }

  /// What the profile says of a sheet.
  public Optional<SheetProfile> of(String sheet) {
    return sheets.stream()
        .filter(profile -> profile.sheet() == null || sheet.equals(profile.sheet()))
        .findFirst();
  }

  public Optional<SheetProfile> of(Workbook.Sheet sheet) {
    return of(sheet.name());
  }

  public boolean ignores(Workbook.Sheet sheet) {
    return ignoredSheets.contains(sheet.name());
  }
}
