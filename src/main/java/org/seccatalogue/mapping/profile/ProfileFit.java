package org.seccatalogue.mapping.profile;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.HeaderText;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.SheetTables;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

/// How well profiles fit a workbook: each sheet that a profile names must be there, and each header
/// that it reads must stand in its header rows. The one that knows the most headers fits best; the
/// name of the file only decides between equals, or for profiles that name no sheet.
final class ProfileFit {

  /// A profile and how many headers of the workbook it knows.
  private record Fit(Profile profile, int headers, boolean named) {}

  private static final Comparator<Fit> BETTER =
      Comparator.comparingInt(Fit::headers).thenComparing(Fit::named);

  private final String fileName;
  private final List<Workbook.Sheet> sheets;
  private final Map<String, SheetRow> headers = new HashMap<>();

  private ProfileFit(String fileName, List<Workbook.Sheet> sheets) {
    this.fileName = fileName;
    this.sheets = sheets;
  }

  /// The profile that fits best; the earlier one of equals.
  static Optional<Profile> best(List<Profile> profiles, String fileName, Workbook workbook)
      throws IOException {
    ProfileFit fit = new ProfileFit(fileName, workbook.sheets());
    Fit best = null;
    for (Profile profile : profiles) {
      Fit found = fit.of(profile);
      if (found != null && (best == null || BETTER.compare(found, best) > 0)) {
        best = found;
      }
    }
    return Optional.ofNullable(best).map(Fit::profile);
  }

  private @Nullable Fit of(Profile profile) throws IOException {
    boolean named = profile.recognises(fileName);
    if (profile.sheets().isEmpty()) {
      return named ? new Fit(profile, 0, true) : null;
    }
    int known = 0;
    for (Profile.SheetProfile sheetProfile : profile.sheets()) {
      Workbook.Sheet sheet = sheet(sheetProfile);
      Set<String> read = read(sheetProfile);
      if (sheet == null || !there(sheet, sheetProfile.headerRows()).containsAll(read)) {
        return null;
      }
      known += read.size();
    }
    return new Fit(profile, known, named);
  }

  private Workbook.@Nullable Sheet sheet(Profile.SheetProfile sheetProfile) {
    return sheetProfile.sheet() == null
        ? sheets.size() == 1 ? sheets.getFirst() : null
        : sheets.stream()
            .filter(s -> s.name().equals(sheetProfile.sheet()))
            .findFirst()
            .orElse(null);
  }

  /// The headers that a profile reads, those in its constants too.
  private static Set<String> read(Profile.SheetProfile sheetProfile) {
    Set<String> read = new HashSet<>();
    sheetProfile.columns().stream()
        .filter(Profile.ColumnProfile::isRead)
        .forEach(column -> read.add(HeaderText.folded(column.header())));
    sheetProfile
        .constants()
        .values()
        .forEach(text -> HeaderText.headersIn(text).map(HeaderText::folded).forEach(read::add));
    return read;
  }

  private Set<String> there(Workbook.Sheet sheet, List<Integer> rows) throws IOException {
    String key = sheet.name() + " " + rows;
    SheetRow header = headers.get(key);
    if (header == null) {
      header = SheetTables.header(sheet, rows);
      headers.put(key, header);
    }
    Set<String> there = new HashSet<>();
    header.cells().stream().map(HeaderText::folded).forEach(there::add);
    return there;
  }
}
