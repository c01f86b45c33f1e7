package org.seccatalogue.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

class MappingSuggestionTest {

  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema"))))
          .schema();

  private static Profile suggest(String file, SheetSample... sheets) {
    return new MappingSuggestion(SCHEMA, file).of(List.of(sheets));
  }

  private static SheetSample sample(String name, List<List<String>> rows) {
    return new SheetSample(name, Layouts.asRead(rows), false);
  }

  @Test
  void aListOfDevicesIsReadFromBelowItsExplanations() {
    Profile profile =
        suggest(
            "devices.xlsx",
            sample("Versions", List.of(List.of("Version 2.0"), List.of("Issued today"))),
            sample("Device list", Layouts.devices(0)));
    assertThat(ProfileJson.of(profile).toPrettyString()).isEqualTo("");
  }

  @Test
  void aCatalogueOfControlsGetsTitlesThatTellItsRowsApart() {
    Profile profile = suggest("controls.xlsx", sample("Revision 5", Layouts.controls("")));
    assertThat(ProfileJson.of(profile).toPrettyString()).isEqualTo("");
  }
}
