package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.mapping.profile.ProfileOutcome;
import org.seccatalogue.mapping.profile.ProfileStore;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.workbook.Layouts;

/// What a source does not say is not a statement: neither the defaults of its profile, nor a column
/// that nobody mapped.
@QuarkusTest
@NullUnmarked
class DefaultsIT {

  private static final String REQUESTS =
      """
      Service Request Name,Service Reference,Service Reference Variant,Critical,On Demand,Future Dated Response Pattern,DCC Scheduled,Non-Device Request,Eligible User Roles
      Update Import Tariff,91.1,91.1.1,Yes,Yes,Device,No,No,"IS, GS"
      """;

  @Inject Imports imports;
  @Inject ProfileStore profiles;
  @Inject TwoPeople two;

  @TempDir Path folder;

  @Test
  void defaultsOfAProfileFillNewRecordsAndEmptyAttributesAlone() throws IOException {
    ImportRun first = planned("dcc-service-requests.csv", requests(REQUESTS));
    two.apply(first);
    String key = String.valueOf(two.rows(first).getFirst().key());
    assertThat(two.attribute(key, "marking")).isEqualTo("NPM");
    assertThat(two.attribute(key, "requirement_text"))
        .isEqualTo("The gateway shall accept the service request Update Import Tariff.");
    two.theirs(
        key,
        record ->
            record
                .with("marking", "RESTRICTED")
                .with("owner", "Metering drafter")
                .with("requirement_text", "The gateway shall accept a new tariff."));

    ImportRun same = planned("dcc-service-requests.csv", requests(REQUESTS));
    assertThat(two.outcome(same)).containsExactly("SAME " + key + " [] []");

    ImportRun edited =
        planned("dcc-service-requests.csv", requests(REQUESTS.replace(",Yes,Yes,", ",No,Yes,")));
    assertThat(two.outcome(edited)).containsExactly("CHANGED " + key + " [criticality] []");
    two.apply(edited);
    assertThat(two.attribute(key, "marking")).isEqualTo("RESTRICTED");
    assertThat(two.attribute(key, "owner")).isEqualTo("Metering drafter");
  }

  private Path requests(String text) throws IOException {
    return Files.writeString(folder.resolve("dcc-service-requests.csv"), text);
  }

  private ImportRun planned(String name, Path file) {
    return ((PlanOutcome.Planned) imports.plan(name, file, null, TwoPeople.MEMBER)).run();
  }

  private static final List<String> TIDY = List.of("Ref", "Name", "Requirement");

  @Test
  void aColumnThatIsNewSinceTheMappingIsAnnouncedAndNotRead() throws IOException {
    assertThat(profiles.save("makers-list", mapping(), 0, "SMDG member"))
        .isInstanceOf(ProfileOutcome.Saved.class);
    Path tidy =
        Layouts.write(
            folder.resolve("tidy.xlsx"),
            new Layouts.Named(
                "Makers list",
                List.of(
                    TIDY, List.of("1", "Clock of the maker", "The meter shall have a clock."))));
    ImportRun first = planned("tidy.xlsx", tidy);
    assertThat(
            List.of(
                first.source().profile(), first.counts().created(), first.problems().warnings()))
        .containsExactly("makers-list", 1, 0);
    two.apply(first);

    Path more =
        Layouts.write(
            folder.resolve("more.xlsx"),
            new Layouts.Named(
                "Makers list",
                List.of(
                    List.of("Ref", "Name", "Requirement", "Status", "Priority"),
                    List.of(
                        "1",
                        "Clock of the maker",
                        "The meter shall have a clock.",
                        "Withdrawn",
                        "Could"))));
    ImportRun second = planned("more.xlsx", more);

    assertThat(second.source().profile()).isEqualTo("makers-list");
    assertThat(two.rows(second))
        .extracting(c -> c.kind() + " " + c.changed())
        .containsExactly("SAME []");
    assertThat(two.findings(second))
        .containsExactly(
            "sheet “Makers list”, cell D1 UNKNOWN_COLUMN Status",
            "sheet “Makers list”, cell E1 UNKNOWN_COLUMN Priority");
  }

  private static JsonNode mapping() throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(
            """
            {"label": "Maker's list", "sheets": [{"sheet": "Makers list",
              "type": "electricity-meter-spec", "section": "C.4.1.a", "match": "title",
              "constants": {"obligation": "shall", "policy_status": "SETTLED",
                "priority": "Must", "owner": "Metering drafter", "owning_group": "SMDG",
                "fuel": "E", "market_segment": "ALL", "source_refs": "FRC", "marking": "NPM",
                "function_area": "Clock", "meter_variant": "ALL", "quantity": "None",
                "data_category": "Operational", "storage_structure": "None",
                "survives_power_loss": "Y", "interfaces": "WAN"},
              "columns": [{"header": "Ref", "as": "ignored"},
                {"header": "Name", "attributes": "title"},
                {"header": "Requirement", "attributes": "requirement_text"}]}]}
            """);
  }

  @Test
  void aStatusIsNoStageWhereNobodySaysSo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("electricity meter specifications.csv"),
            "Key,Status\nESM-0001,Withdrawn\nESM-0002,Blocked\n");

    ImportRun run = planned("electricity meter specifications.csv", file);

    assertThat(List.of(run.counts().same(), run.counts().changed())).containsExactly(2, 0);
    assertThat(two.findings(run))
        .containsExactly("sheet “electricity meter specifications”, cell B1 UNKNOWN_COLUMN Status");
  }

  @Test
  void theUsualResponseTimeFillsModesWithoutOneAlone() throws IOException {
    String text = REQUESTS.replace("91.1", "91.2").replace("Update Import", "Update Export");
    ImportRun first = planned("dcc-service-requests.csv", requests(text));
    two.apply(first);
    String key = String.valueOf(two.rows(first).getFirst().key());
    assertThat(times(key)).isEqualTo("{\"OD\":\"RT-30S\",\"FD-DEV\":\"RT-24H\"}");
    two.theirs(
        key, record -> record.with("response_times", Map.of("OD", "RT-24H", "FD-DEV", "RT-24H")));

    ImportRun same = planned("dcc-service-requests.csv", requests(text));
    assertThat(two.outcome(same)).containsExactly("SAME " + key + " [] []");

    ImportRun more =
        planned("dcc-service-requests.csv", requests(text.replace("Device,No,No", "No,Yes,No")));
    assertThat(two.outcome(more)).containsExactly("CHANGED " + key + " [modes, response_times] []");
    two.apply(more);
    assertThat(times(key)).isEqualTo("{\"DS\":\"SCHED\",\"OD\":\"RT-24H\"}");
  }

  private String times(String key) {
    return String.valueOf(two.record(key).attributes().get("response_times"));
  }

  private ImportRun meters(String... lines) throws IOException {
    String name = "electricity meter specifications.csv";
    Path file = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    return planned(name, file);
  }

  private static List<String> cells(String code, String... cells) {
    return Stream.of(cells)
        .map(
            cell ->
                "sheet “electricity meter specifications”, cell "
                    + cell.replaceFirst(" ", " " + code + " "))
        .toList();
  }

  @Test
  void noColumnIsReadTwice() throws IOException {
    for (String header :
        List.of("Key", "Stage", "Section", "Place in section", "Rationale", "Derives from")) {
      ImportRun run = meters("Title," + header + "," + header, "x,y,z");
      assertThat(two.findings(run))
          .as(header)
          .containsAll(cells("DUPLICATE_COLUMN", "B1 " + header, "C1 " + header));
    }
    assertThat(two.findings(meters("Key,Identifier,Rationale", "ESM-0001,ESM-0004,zz")))
        .containsAll(cells("DUPLICATE_COLUMN", "A1 Key", "B1 Identifier"));
  }

  @Test
  void aMappedColumnThatAppearsTwiceIsNotReadTwice() throws IOException {
    assertThat(profiles.save("makers-list", mapping(), 0, "SMDG member")).isNotNull();
    Path file =
        Layouts.write(
            folder.resolve("twice.xlsx"),
            new Layouts.Named(
                "Makers list",
                List.of(
                    List.of("Ref", "Name", "Requirement", "Requirement"),
                    List.of("1", "Twice said", "The meter shall tick.", "It shall rest."))));

    ImportRun run = planned("twice.xlsx", file);

    assertThat(run.source().profile()).isEqualTo("makers-list");
    assertThat(two.findings(run))
        .containsExactly(
            "sheet “Makers list”, cell C1 DUPLICATE_COLUMN Requirement",
            "sheet “Makers list”, cell D1 DUPLICATE_COLUMN Requirement");
  }

  @Test
  void aFileThatNobodyEditedDoesNotTakeBackUnseen() throws IOException {
    String key = two.created(Drafts.meter("Bell").below("C.4.1.a").with("rationale", "Old"));
    String[] file = {"Key,Rationale,Derives from", key + ",Curated,B.1.1"};
    two.apply(meters(file));
    two.theirs(
        key,
        it ->
            new Drafts(
                it.type(),
                it.parent(),
                it.place(),
                it.stage(),
                it.with("rationale", "Better").attributes(),
                List.of(new LinkDraft("derives_from", "B.1.2", null, null))));

    ImportRun again = meters(file);
    assertThat(two.outcome(again))
        .containsExactly("CHANGED " + key + " [rationale, derives_from] []");
    assertThat(two.findings(again)).isEqualTo(cells("TAKES_BACK", "B2 Curated", "C2 B.1.1"));

    ImportRun other = meters("Key,Rationale", key + ",Another");
    assertThat(two.findings(other)).isEmpty();
  }

  @Test
  void anEmptyCellThatTakesAwayIsAnnounced() throws IOException {
    String key =
        two.created(
            Drafts.meter("Gong")
                .below("C.4.1.a")
                .with("rationale", "Because")
                .linked("derives_from", "B.1.1"));

    ImportRun run = meters("Key,Rationale,Derives from", key + ",,");

    assertThat(two.outcome(run))
        .containsExactly("CHANGED " + key + " [rationale, derives_from] []");
    assertThat(two.findings(run)).isEqualTo(cells("EMPTIES", "B2 null", "C2 null"));
  }
}
