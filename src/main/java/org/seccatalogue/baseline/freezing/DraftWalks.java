package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiConsumer;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.SchemaText;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.selection.BaselineSelection;
import org.seccatalogue.revision.selection.ChosenRecords;
import org.seccatalogue.revision.selection.KnownContents;
import org.seccatalogue.schema.SchemaFiles;

/// Goes through the records of the draft that somebody wants to freeze.
@ApplicationScoped
class DraftWalks {

  private final SchemaFiles files;
  private final Revisions revisions;
  private final BaselineSelection selection;
  private final ChosenRecords chosen;
  private final KnownContents known;
  private final DraftMoment moment;

  DraftWalks(
      SchemaFiles files,
      Revisions revisions,
      BaselineSelection selection,
      ChosenRecords chosen,
      KnownContents known,
      DraftMoment moment) {
    this.files = files;
    this.revisions = revisions;
    this.selection = selection;
    this.chosen = chosen;
    this.known = known;
    this.moment = moment;
  }

  /// Shows each chosen record to the gate, and passes it on with the number of all of them.
  GateReport each(
      FreezeRequest request, Gate gate, BiConsumer<List<FrozenRecord>, Integer> reader) {
    String schema = Digests.hex(Digests.sha256(SchemaText.of(files)));
    FreezeWalk walk =
        new FreezeWalk(selection, criteria(request.selection()), chosen, known, gate, schema);
    moment.each(walk, records -> reader.accept(records, walk.total()));
    return walk.report();
  }

  private BaselineSelection.Criteria criteria(Selection wanted) {
    List<String> sections =
        wanted.sections().stream()
            .map(name -> revisions.named(name).orElseThrow().key())
            .map(RecordKey::toString)
            .toList();
    return new BaselineSelection.Criteria(
        sections, wanted.types(), wanted.stages(), wanted.notes(), wanted.marked());
  }
}
