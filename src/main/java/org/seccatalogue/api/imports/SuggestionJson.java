package org.seccatalogue.api.imports;

import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.ImportSuggestion;
import org.seccatalogue.api.contract.PreviewHeading;
import org.seccatalogue.api.contract.PreviewLine;
import org.seccatalogue.api.contract.SheetPreview;
import org.seccatalogue.mapping.profile.ProfileJson;
import org.seccatalogue.suggestion.MappingPreview;
import org.seccatalogue.suggestion.Mappings;
import org.seccatalogue.workbook.ReadingChoices;

/// Suggestions of how to read a workbook, as the contract describes them.
final class SuggestionJson {

  private static final int MOST_FINDINGS = 200;

  private SuggestionJson() {}

  static ImportSuggestion of(Mappings.Suggestion suggestion, ReadingChoices choices) {
    return new ImportSuggestion()
        .reading(ImportJson.reading(choices, suggestion.file()))
        .profile(ProfileJson.of(suggestion.profile()))
        .sheets(suggestion.previews().stream().map(SuggestionJson::of).toList());
  }

  private static SheetPreview of(MappingPreview preview) {
    return new SheetPreview()
        .sheet(preview.mapping().sheet())
        .type(preview.type().name())
        .rows(preview.rows())
        .more(preview.more())
        .headings(
            preview.shown().stream()
                .map(h -> new PreviewHeading().label(h.label()).from(h.from()))
                .toList())
        .lines(preview.lines().stream().map(SuggestionJson::of).toList())
        .errors(Math.toIntExact(preview.errors()))
        .findings(
            preview.findings().stream().limit(MOST_FINDINGS).map(PlainJson::finding).toList());
  }

  private static PreviewLine of(MappingPreview.Line line) {
    return new PreviewLine()
        .row(line.row())
        .values(line.cells().stream().map(MappingPreview.Cell::text).toList());
  }
}
