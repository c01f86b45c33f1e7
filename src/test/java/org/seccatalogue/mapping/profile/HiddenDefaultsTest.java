package org.seccatalogue.mapping.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// What a profile gives where the source says nothing is a constant, however it is written.
class HiddenDefaultsTest {

  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.in(Path.of("catalogue-schema"))))
          .schema();

  private static ProfileLoader.Loaded read(String columns) throws IOException {
    JsonNode profile =
        JsonMapper.builder()
            .build()
            .readTree(
                """
                {"label": "Requests", "sheets": [{"type": "gateway-service-request",
                  "constants": {"owner": "Drafter"}, "columns": [%s]}]}
                """
                    .formatted(columns));
    String form = Files.readString(Path.of("import/profile.schema.json"));
    return ProfileLoader.read("requests", profile, form, SCHEMA);
  }

  private static Profile.SheetProfile sheet(String columns) throws IOException {
    ProfileLoader.Loaded loaded = read(columns);
    assertThat(loaded.findings()).isEmpty();
    return loaded.profiles().getFirst().sheets().getFirst();
  }

  @Test
  void codesThatFollowFromCodesOfTheSameCellAreConstants() throws IOException {
    Profile.SheetProfile sheet =
        sheet(
            """
            {"header": "Pattern", "attributes": "modes", "separator": ",",
              "values": {"Device": "FD-DEV", "Both": "FD-DCC, FD-DEV", "No": ""}},
            {"header": "pattern", "attributes": "response_times",
              "values": {"Device": "FD-DEV=RT-24H", "Both": "FD-DCC=RT-24H; FD-DEV=RT-24H",
                "No": ""}}
            """);
    assertThat(sheet.constants())
        .containsEntry("response_times", "FD-DEV=RT-24H; FD-DCC=RT-24H")
        .containsEntry("owner", "Drafter");
    assertThat(sheet.columns())
        .extracting(Profile.ColumnProfile::attributes)
        .containsExactly(java.util.List.of("modes"));
  }

  @Test
  void cellsThatTellMoreThanCodesAreStatements() throws IOException {
    String times =
        """
        {"header": "%s", "attributes": "response_times",
          "values": {"Soon": "OD=RT-30S", "Later": "OD=RT-24H"}}
        """;
    String modes =
        """
        {"header": "On demand", "attributes": "modes", "values": {"Soon": "OD", "Later": "OD"}}
        """;
    assertThat(sheet(modes + "," + times.formatted("On demand")).columns()).hasSize(2);
    assertThat(sheet(modes + "," + times.formatted("Time")).columns()).hasSize(2);
  }

  @Test
  void whatAnEmptyCellMeansIsAConstant() throws IOException {
    Profile.SheetProfile sheet =
        sheet(
            """
            {"header": "Roles", "attributes": "eligible_user_roles", "separator": ",",
              "values": {"": "IS, GS", "All": "IS, GS, ES"}}
            """);
    assertThat(sheet.constants()).containsEntry("eligible_user_roles", "IS; GS");
    assertThat(sheet.columns().getFirst().values()).containsOnlyKeys("All");
  }

  @Test
  void anEmptyCellAsksForNoStage() throws IOException {
    assertThat(
            read("{\"header\": \"Status\", \"as\": \"stage\", \"values\": {\"\": \"DRAFT\"}}")
                .findings())
        .extracting(Finding::found)
        .containsExactly("DRAFT");
  }
}
