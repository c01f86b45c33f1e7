package org.seccatalogue.api.records;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Moments;
import org.seccatalogue.api.contract.HistoryEvent;
import org.seccatalogue.api.contract.HistoryPage;
import org.seccatalogue.revision.history.HistoryEvent.Moved;
import org.seccatalogue.revision.history.HistoryEvent.Renumbered;
import org.seccatalogue.revision.history.HistoryEvent.Revised;
import org.seccatalogue.revision.history.HistoryEvent.StageChanged;

/// What happened to a record, as the contract describes it.
final class HistoryJson {

  private HistoryJson() {}

  static HistoryPage of(org.seccatalogue.revision.history.HistoryPage page) {
    return new HistoryPage()
        .items(page.events().stream().map(HistoryJson::of).toList())
        .next(page.next());
  }

  private static HistoryEvent of(org.seccatalogue.revision.history.HistoryEvent event) {
    String note = Objects.toString(event.by().note().reason(), "");
    HistoryEvent body =
        new HistoryEvent()
            .at(Moments.of(event.by().at()))
            .by(event.by().author())
            .note(note.isEmpty() ? null : note);
    return switch (event) {
      case Revised revised -> revised(body, revised);
      case StageChanged changed -> changed(body, changed);
      case Moved moved -> moved(body, moved);
      case Renumbered(var _, String from, String to) ->
          body.kind(HistoryEvent.KindEnum.RENUMBERED)
              .fromReference(given(from))
              .toReference(given(to));
    };
  }

  private static HistoryEvent revised(HistoryEvent body, Revised revised) {
    return body.kind(HistoryEvent.KindEnum.REVISED)
        .revision(revised.number())
        .making(HistoryEvent.MakingEnum.valueOf(revised.making().name()))
        .stage(revised.stage());
  }

  private static HistoryEvent changed(HistoryEvent body, StageChanged changed) {
    return body.kind(HistoryEvent.KindEnum.STAGE_CHANGED)
        .revision(changed.revision())
        .why(HistoryEvent.WhyEnum.valueOf(changed.kind().name()))
        .fromStage(changed.from())
        .toStage(changed.to())
        .replacedBy(changed.replacement() == null ? null : changed.replacement().toString())
        .source(changed.source());
  }

  private static HistoryEvent moved(HistoryEvent body, Moved moved) {
    return body.kind(HistoryEvent.KindEnum.MOVED)
        .fromSection(moved.from().section())
        .toSection(moved.to().section())
        .fromAfter(moved.from().after())
        .toAfter(moved.to().after())
        .undone(moved.undone() ? true : null);
  }

  /// A reference that a record does not have is left out.
  private static @Nullable String given(String reference) {
    return reference.isEmpty() ? null : reference;
  }
}
