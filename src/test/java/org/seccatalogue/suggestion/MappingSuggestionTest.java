package org.seccatalogue.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seccatalogue.mapping.ColumnTarget;
import org.seccatalogue.mapping.HeaderGuess;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.SheetSample;
import org.seccatalogue.mapping.profile.ProfileJson;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.testkit.Proof;
import org.seccatalogue.workbook.Layouts;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;

class MappingSuggestionTest {

  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema"))))
          .schema();

  private static Profile suggest(String file, SheetSample... sheets) {
    return new MappingSuggestion(SCHEMA, file).of(List.of(sheets));
  }

  private static SheetSample sample(String name, List<List<String>> rows) {
    return new SheetSample(name, Layouts.asRead(rows), SheetLayout.PLAIN, false);
  }

  @Test
  void aListOfDevicesIsReadFromBelowItsExplanations() {
    Profile profile =
        suggest(
            "devices.xlsx",
            sample("Versions", List.of(List.of("Version 2.0"), List.of("Issued today"))),
            sample("Device list", Layouts.devices(0)));
    assertThat(ProfileJson.of(profile).toPrettyString())
        .isEqualTo(
            """
            {
              "label" : "devices",
              "files" : [ "devices.xlsx" ],
              "sheets" : [ {
                "sheet" : "Device list",
                "type" : "han-device-spec",
                "headerRows" : [ 1, 2 ],
                "firstRow" : 8,
                "constants" : {
                  "title" : "HAN-connected device specification {Entry number}",
                  "requirement_text" : "To be specified",
                  "owner" : "To be specified",
                  "source_refs" : "devices",
                  "data_set" : "To be specified",
                  "loss_of_comms_behaviour" : "To be specified"
                },
                "columns" : [ {
                  "header" : "Data Group Data Attribute",
                  "as" : "ignored"
                }, {
                  "header" : "Entry number",
                  "as" : "ignored"
                }, {
                  "header" : "Entry status",
                  "as" : "stage"
                }, {
                  "header" : "Device_Type name",
                  "attributes" : [ "device_type" ],
                  "values" : {
                    "Pre-Payment Interface Device" : "PPMID"
                  }
                }, {
                  "header" : "Device_Model manufacturer_identifier",
                  "as" : "ignored"
                }, {
                  "header" : "Device_Model firmware_version",
                  "as" : "ignored"
                }, {
                  "header" : "Image hash",
                  "as" : "ignored"
                } ]
              } ],
              "ignoredSheets" : [ "Versions" ]
            }\
            """);
  }

  @Test
  void aCatalogueOfControlsGetsTitlesThatTellItsRowsApart() {
    Profile profile = suggest("controls.xlsx", sample("Revision 5", Layouts.controls("")));
    assertThat(ProfileJson.of(profile).toPrettyString())
        .isEqualTo(
            """
            {
              "label" : "controls",
              "files" : [ "controls.xlsx" ],
              "sheets" : [ {
                "sheet" : "Revision 5",
                "type" : "security-requirement",
                "headerRows" : [ 1 ],
                "firstRow" : 2,
                "shorten" : true,
                "constants" : {
                  "title" : "{Control Identifier} {Control (or Control Enhancement) Name}",
                  "owner" : "To be specified",
                  "source_refs" : "controls",
                  "asset_protected" : "To be specified",
                  "threat_ref" : "To be specified",
                  "trust_boundary" : "To be specified"
                },
                "columns" : [ {
                  "header" : "Control Identifier",
                  "as" : "ignored"
                }, {
                  "header" : "Control (or Control Enhancement) Name",
                  "as" : "ignored"
                }, {
                  "header" : "Control Text",
                  "attributes" : [ "requirement_text" ]
                }, {
                  "header" : "Discussion",
                  "attributes" : [ "rationale" ]
                }, {
                  "header" : "Related Controls",
                  "as" : "ignored"
                } ]
              } ]
            }\
            """);
  }

  /// What the columns of a sheet of electricity meters are suggested to be, as header and target.
  private static List<String> targets(List<List<String>> rows) {
    return suggest("meters.xlsx", sample("Electricity meter specs", rows))
        .sheets()
        .getFirst()
        .columns()
        .stream()
        .map(
            c ->
                c.header()
                    + (c.occurrence() > 0 ? " #" + c.occurrence() : "")
                    + " -> "
                    + ColumnTarget.of(c).word()
                    + (c.separator() == null ? "" : " by " + c.separator()))
        .toList();
  }

  @Test
  void valuesSayWhatAColumnHoldsWhereItsHeaderDoesNot() {
    assertThat(
            targets(
                List.of(
                    List.of("No", "What", "Binding", "From", "Where", "Phase", "Remark", "Remark"),
                    List.of("ESM-0001", "", "shall", "B.5.8, B.1.2", "C.4.1.a", "DRAFT", "x y", ""),
                    List.of("ESM-0002", "", "should", "B.1.1", "C.4.1.a", "Peer review", "", "z"))))
        .containsExactly(
            "No -> key",
            "What -> ",
            "Binding -> a:obligation",
            "From -> l:derives_from by ,",
            "Where -> section",
            "Phase -> stage",
            "Remark #1 -> ",
            "Remark #2 -> ");
  }

  @Test
  void placesInASectionAreKnownByTheirWords() {
    assertThat(
            targets(
                List.of(
                    List.of("Title", "Order"),
                    List.of("Load limit", "after ESM-0001"),
                    List.of("Load switch", "first"))))
        .containsExactly("Title -> a:title", "Order -> place");
  }

  @Test
  void labelsNamesAndAliasesSayItWhateverTheirCaseAndSigns() {
    assertThat(
            targets(
                List.of(
                    List.of("TITLE", "requirement-text", "Fit criterion", "Owner (Drafter)"),
                    List.of(
                        "Load limit",
                        "The meter shall limit.",
                        "Limits in 1 s",
                        "Metering drafter"))))
        .containsExactly(
            "TITLE -> a:title",
            "requirement-text -> a:requirement_text",
            "Fit criterion -> a:acceptance_criterion",
            "Owner (Drafter) -> a:owner");
  }

  @Test
  void headersStandBelowATitleAndBlankRows() {
    assertThat(
            HeaderGuess.of(
                List.of(
                    new SheetRow(1, List.of("List of meters")),
                    new SheetRow(4, List.of("Key", "Title", "Fuel")),
                    new SheetRow(5, List.of("ESM-0001", "Load limit", "E")))))
        .isEqualTo(new HeaderGuess(List.of(4), 5));
  }

  /// As wide as a sheet may be, with a header of its own for each column.
  @Test
  void aVeryWideSheetIsLookedAtOnce() {
    int columns = Proof.count(300, 1_000);
    List<List<String>> rows = new ArrayList<>();
    rows.add(IntStream.range(0, columns).mapToObj(i -> "Requirement of meter " + i).toList());
    for (int row = 0; row < 100; row++) {
      int number = row;
      rows.add(IntStream.range(0, columns).mapToObj(i -> "A.1." + i + "; B." + number).toList());
    }
    Profile profile = suggest("wide.xlsx", sample("Wide", rows));
    assertThat(profile.sheets().getFirst().columns()).hasSize(columns);
  }
}
