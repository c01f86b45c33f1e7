package org.seccatalogue.plan.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.numbering.FormerReferences.Former;

@NullUnmarked
class NotedNamesTest {

  /// The record with this number had the reference until an hour; the first that lost it did so at
  /// another.
  private static Former had(String reference, int record, int until, int firstLost) {
    return new Former(reference, key(record), hour(until), false, true, hour(firstLost));
  }

  private static RecordKey key(int record) {
    return RecordKey.of("CLS-000" + record);
  }

  private static Instant hour(int hour) {
    return Instant.EPOCH.plusSeconds(3600L * hour);
  }

  private static Map<String, String> noted(Former... former) {
    return NotedNames.of(List.of(Map.of("B.1", "CLS-0001")), List.of(former));
  }

  @Test
  void whatRowsNoteIsKnownWhereTheyAgree() {
    Map<String, String> one = Map.of("B.1", "CLS-0001", "B.2", "CLS-0002");
    Map<String, String> other = Map.of("B.1", "CLS-0001", "B.2", "CLS-0003");

    assertThat(NotedNames.of(List.of(one, other), List.of()))
        .containsExactlyEntriesOf(Map.of("B.1", "CLS-0001"));
  }

  @Test
  void otherNamesAreAsOldAsTheWorkbook() {
    assertThat(noted(had("B.1", 1, 5, 5), had("B.2", 2, 5, 5)))
        .isEqualTo(Map.of("B.1", "CLS-0001", "B.2", "CLS-0002"));
    assertThat(noted(had("B.1", 1, 5, 5), had("B.2", 3, 9, 7), had("B.2", 2, 7, 7)))
        .isEqualTo(Map.of("B.1", "CLS-0001", "B.2", "CLS-0002"));
  }

  @Test
  void whatSomebodyHadLostByThenIsNotKnown() {
    assertThat(noted(had("B.1", 1, 5, 5), had("B.2", 2, 4, 4)))
        .isEqualTo(Map.of("B.1", "CLS-0001"));
    assertThat(noted(had("B.1", 1, 5, 5), had("B.2", 2, 9, 3)))
        .isEqualTo(Map.of("B.1", "CLS-0001"));
  }

  @Test
  void aWorkbookWhoseNamesHoldTellsNothingOfOthers() {
    assertThat(noted(had("B.2", 2, 5, 5))).isEqualTo(Map.of("B.1", "CLS-0001"));
  }

  @Test
  void whatRecordsWereCalledBeforeTheyCameHereIsInNoExport() {
    Former told = new Former("B.2", key(2), hour(9), true, false, hour(9));

    assertThat(noted(had("B.1", 1, 5, 5), told)).isEqualTo(Map.of("B.1", "CLS-0001"));
  }
}
