package org.seccatalogue.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.imports.PlanOutcome;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.profile.ProfileOutcome;
import org.seccatalogue.mapping.profile.ProfileStore;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.workbook.Layouts;
import org.seccatalogue.workbook.ReadingChoices;

@QuarkusTest
@NullUnmarked
class SavedProfilesIT {

  private static final ChangeNote NOTE = new ChangeNote("tester", null);

  @Inject ProfileStore store;
  @Inject Imports imports;
  @Inject Mappings mappings;

  @TempDir Path folder;

  private static JsonNode content(String label, String sheet, String... headers) {
    StringBuilder columns = new StringBuilder();
    for (String header : headers) {
      columns.append(columns.isEmpty() ? "" : ",");
      columns.append("{\"header\":\"%s\",\"attributes\":\"title\"}".formatted(header));
    }
    try {
      return JsonMapper.builder()
          .build()
          .readTree(
              """
              {"label": "%s", "files": ["%s.xlsx"], "sheets": [
                {"sheet": "%s", "type": "electricity-meter-spec", "columns": [%s]}]}
              """
                  .formatted(label, label, sheet, columns));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Path workbook(String name, String sheet, List<String> headers) throws IOException {
    return Layouts.write(
        folder.resolve(name), new Layouts.Named(sheet, List.of(headers, List.of("a", "b", "c"))));
  }

  private String recognised(String name, Path file) {
    return ((PlanOutcome.Planned) imports.plan(name, file, null, NOTE)).run().source().profile();
  }

  @Test
  void theProfileThatKnowsTheMostHeadersIsRecognisedWhateverTheFileIsCalled() throws IOException {
    store.save("one", content("one", "Meters here", "Alpha"), 0, "tester");
    store.save("two", content("two", "Meters here", "Alpha", "Beta"), 0, "tester");
    store.save("same-as-two", content("same", "Meters here", "Alpha", "Beta"), 0, "tester");
    Path both = workbook("both.xlsx", "Meters here", List.of("alpha ", "Beta", "Gamma"));
    Path one = workbook("one-only.xlsx", "Meters here", List.of("Alpha", "Gamma"));
    Path other = workbook("other.xlsx", "Elsewhere", List.of("Alpha", "Beta"));

    assertThat(recognised("renamed.xlsx", both)).isEqualTo("same-as-two");
    assertThat(recognised("two.xlsx", both)).isEqualTo("two");
    assertThat(recognised("two.xlsx", one)).isEqualTo("one");
    assertThat(recognised("two.xlsx", other)).isEmpty();
  }

  @Test
  void aFileProfileIsRecognisedByItsHeadersAndNotByTheNameOfTheFile() throws IOException {
    Path csv = folder.resolve("anything.csv");
    Files.writeString(csv, "a,b\n1,2\n");

    assertThat(recognised("dcc-service-requests-2.csv", csv)).isEmpty();
  }

  @Test
  void aProfileIsReplacedByWhoeverSawItsLastVersionAndItsNumberGoesOnAfterRemoval() {
    JsonNode first = content("First", "S1", "Alpha");
    JsonNode second = content("Second", "S1", "Beta");

    assertThat(version(store.save("kept", first, 0, "ann"))).isEqualTo(1);
    assertThat(store.save("kept", second, 0, "bob")).isInstanceOf(ProfileOutcome.Stale.class);
    assertThat(version(store.save("kept", second, 1, "bob"))).isEqualTo(2);
    assertThat(store.remove("kept", 1, "ann")).isInstanceOf(ProfileOutcome.Stale.class);
    assertThat(store.findSaved("kept").orElseThrow().profile().label()).isEqualTo("Second");
    assertThat(store.findSaved("kept").orElseThrow().savedBy()).isEqualTo("bob");
    assertThat(store.remove("kept", 2, "ann")).isEqualTo(new ProfileOutcome.Removed());
    assertThat(store.findSaved("kept")).isEmpty();
    assertThat(version(store.save("kept", first, 0, "ann"))).isEqualTo(3);
  }

  private static int version(ProfileOutcome outcome) {
    return ((ProfileOutcome.Saved) outcome).profile().version();
  }

  @Test
  void aProfileThatIsWrongIsRefusedWithEveryPlace() throws IOException {
    JsonNode wrong =
        JsonMapper.builder()
            .build()
            .readTree(
                """
                {"label": "Wrong", "sheets": [
                  {"type": "electricity-meter-spec", "match": "colour", "columns": [
                    {"header": "A", "attributes": "size"}, {"header": "B", "link": "likes"}]}]}
                """);

    ProfileOutcome outcome = store.save("wrong", wrong, 0, "ann");

    assertThat(((ProfileOutcome.Rejected) outcome).findings())
        .extracting(Finding::place)
        .containsExactly(
            new Place.Pointer("/sheets/0/columns/0/attributes"),
            new Place.Pointer("/sheets/0/columns/1/link"),
            new Place.Pointer("/sheets/0/match"));
    assertThat(store.save("dcc-service-requests", content("x", "y", "z"), 0, "ann"))
        .isEqualTo(new ProfileOutcome.OfFile("dcc-service-requests"));
    assertThat(store.save("No Name", content("x", "y", "z"), 0, "ann"))
        .isInstanceOf(ProfileOutcome.Rejected.class);
  }

  @Test
  void aSavedMappingReadsWhatThePageShowed() throws IOException {
    Path file =
        Layouts.write(
            folder.resolve("list.xlsx"),
            new Layouts.Named("List of devices", Layouts.devices(500)));
    MappingDraft draft =
        ((MappingStart.ToMap) mappings.start("list.xlsx", file, ReadingChoices.USUAL, false))
            .draft();
    Profile.SheetProfile sheetProfile = draft.profile().of("List of devices").orElseThrow();
    MappingPreview preview = mappings.preview(draft, "List of devices", sheetProfile);

    assertThat(preview.rows()).isEqualTo(24);
    assertThat(preview.lines().getFirst().cells())
        .extracting(MappingPreview.Cell::text)
        .containsExactly(
            "C.4.1.e", "HAN-connected device specification 000501", "In-home display", "Current");
    assertThat(preview.columns().get(3).values())
        .containsExactly(
            new MappingPreview.Translation("Pre-Payment Interface Device", "PPMID", false),
            new MappingPreview.Translation("Communications Hub", null, false));
    mappings.decide(draft, "List of devices", null);
    assertThat(mappings.find(draft.id()).orElseThrow().profile().ignoredSheets())
        .containsExactly("List of devices");
    assertThat(mappings.find("../../etc")).isEmpty();
  }
}
