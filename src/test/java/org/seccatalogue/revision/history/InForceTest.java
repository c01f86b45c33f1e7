package org.seccatalogue.revision.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.WrittenBy;
import org.seccatalogue.rules.StageCourse;

/// An undo is no withdrawal of its own: what it brought back is told with its own reason.
@NullUnmarked
class InForceTest {

  private static final List<String> ENDS = List.of("WITHDRAWN", "SUPERSEDED");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MOVE DRAFT PEER                                                         | none
          WITHDRAWAL DRAFT WITHDRAWN                                              | 1
          MOVE DRAFT PEER, WITHDRAWAL PEER SUPERSEDED                             | 2
          WITHDRAWAL DRAFT WITHDRAWN, WITHDRAWAL WITHDRAWN WITHDRAWN              | 2
          WITHDRAWAL DRAFT WITHDRAWN, MOVE WITHDRAWN DRAFT                        | 1
          WITHDRAWAL DRAFT WITHDRAWN, MOVE WITHDRAWN DRAFT, UNDO DRAFT WITHDRAWN  | 1
          WITHDRAWAL DRAFT WITHDRAWN, MOVE WITHDRAWN DRAFT, WITHDRAWAL DRAFT WITHDRAWN, UNDO WITHDRAWN DRAFT, UNDO DRAFT WITHDRAWN | 1
          WITHDRAWAL DRAFT WITHDRAWN, MOVE WITHDRAWN DRAFT, WITHDRAWAL DRAFT WITHDRAWN, MOVE WITHDRAWN DRAFT, UNDO DRAFT WITHDRAWN | 3
          FALL PEER DRAFT, WITHDRAWAL DRAFT WITHDRAWN, UNDO WITHDRAWN PEER        | none
          UNDO DRAFT WITHDRAWN                                                    | 1
          """)
  void whatAnUndoTookBackDoesNotCount(String changes, String last) {
    String[] all = changes.split(", ", -1);
    List<HistoryEvent.StageChanged> told =
        java.util.stream.IntStream.range(0, all.length)
            .mapToObj(i -> change(i + 1, all[i].strip()))
            .toList();

    assertThat(
            new InForce(told)
                .lastTo(ENDS)
                .map(change -> change.by().note().reason())
                .orElse("none"))
        .isEqualTo(last);
  }

  private static HistoryEvent.StageChanged change(int number, String words) {
    List<String> parts = Arrays.asList(words.split(" ", -1));
    return new HistoryEvent.StageChanged(
        new WrittenBy(new ChangeNote("Metering drafter", "" + number), Instant.EPOCH),
        StageCourse.Kind.valueOf(parts.get(0)),
        1,
        parts.get(1),
        parts.get(2),
        null,
        null);
  }
}
