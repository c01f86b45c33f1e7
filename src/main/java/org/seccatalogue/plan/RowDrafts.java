package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.RowDefaults;
import org.seccatalogue.proposal.StageName;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.rules.Draft;
import org.seccatalogue.rules.DraftBase;
import org.seccatalogue.rules.Intent;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;

/// Makes of the rows of a table, and of the records that they mean, the drafts that the rules
/// judge.
public final class RowDrafts {

  /// The note of an import is given when it is applied, and is asked for then.
  private static final Intent EDIT = Intent.edit("import");

  private final Workflow workflow;
  private final ProposalTable table;
  private final Intent intent;
  private final RowDefaults defaults;

  /// @param takenOver what is loaded into an empty catalogue, in words; else absent
  RowDrafts(CatalogueSchema schema, ProposalTable table, @Nullable String takenOver) {
    this.workflow = schema.workflow();
    this.table = table;
    this.defaults = new RowDefaults(table.type());
    this.intent = takenOver == null ? EDIT : new Intent.TakeOver(takenOver);
  }

  RowDraft of(BatchMatch.Matched matched, RowMerge.Merged merged) {
    List<LinkDraft> links = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    StoredRecord record = matched.record();
    if (record != null) {
      record.links().stream()
          .filter(link -> !isSaid(link, merged))
          .forEach(link -> add(link, links, columns));
    }
    for (Proposal.LinkCell cell : merged.row().stated().links()) {
      links.add(new LinkDraft(cell.type(), cell.target(), null, cell.note()));
      columns.add(cell.column());
    }
    RecordDraft wish =
        new RecordDraft(
            table.type().name(),
            parent(record, merged.row()),
            merged.row().stated().place(),
            stage(record, merged),
            attributes(record, merged.row()),
            links);
    return new RowDraft(matched, merged, draft(matched, wish), columns, matched.row(), List.of());
  }

  /// Whether the row says which links of this type the record has.
  private boolean isSaid(Link link, RowMerge.Merged merged) {
    return table.links().contains(link.type())
        && !merged.untouched().contains(link.type())
        && !merged.row().stated().unsaid().contains(link.type());
  }

  private static void add(Link link, List<LinkDraft> links, List<Integer> columns) {
    links.add(new LinkDraft(link.type(), link.target().toString(), null, link.note()));
    columns.add(0);
  }

  /// A record twice in a source is a mistake of the source, which the plan tells with both rows.
  private Draft draft(BatchMatch.Matched matched, RecordDraft wish) {
    StoredRecord record = matched.record();
    int number = matched.row().number();
    return record == null
        ? new Draft(number, matched.key(), null, wish, intent)
        : new Draft(
            number,
            null,
            new DraftBase(record.head(), record.attributes(), record.links()),
            wish,
            EDIT);
  }

  private @Nullable String parent(@Nullable StoredRecord record, Proposal row) {
    if (row.stated().section() != null) {
      return row.stated().section();
    }
    if (record != null) {
      return record.parent() == null ? null : record.parent().toString();
    }
    String section = row.defaults().section();
    return section == null ? table.type().section() : section;
  }

  /// The stage that a row asks for, when that is another one than the record has. A row without a
  /// key brings back a record that was withdrawn: it says the same, and keys are never given twice.
  ///
  /// Nobody asks for a stage that waits for a decision and that the record cannot come to from
  /// where others moved it: else there would be nothing to decide. Who decides for it is told then.
  private @Nullable String stage(@Nullable StoredRecord record, RowMerge.Merged merged) {
    String asked = stage(record, merged.row());
    boolean isStuck =
        record != null
            && asked != null
            && merged.contestedStage().isPresent()
            && !comesTo(record.stage(), asked, isEdited(merged));
    return isStuck ? null : asked;
  }

  private boolean comesTo(String now, String stage, boolean edited) {
    String from = edited ? workflow.newWordsFallTo(now) : now;
    return from.equals(stage) || workflow.mayMove(from, stage, stage);
  }

  private boolean isEdited(RowMerge.Merged merged) {
    return !merged.row().stated().attributes().isEmpty()
        || !merged.untouched().containsAll(table.links());
  }

  private @Nullable String stage(@Nullable StoredRecord record, Proposal row) {
    String asked = row.stated().stage();
    if (asked == null) {
      return record != null && row.key() == null && record.stage().equals(workflow.withdrawn())
          ? workflow.newWordsFallTo(record.stage())
          : null;
    }
    String code = StageName.code(workflow, asked).orElse(asked);
    return record != null && record.stage().equals(code) ? null : code;
  }

  /// The attributes of the record with what the row says put in, and what holds for every row where
  /// neither says anything.
  private ObjectNode attributes(@Nullable StoredRecord record, Proposal row) {
    Attributes present = record == null ? Attributes.stored(initial(row)) : record.attributes();
    return present.with(defaults.filled(present, row));
  }

  /// What a new record starts with where its table says nothing, as in a form.
  private ObjectNode initial(Proposal row) {
    ObjectNode values = row.stated().attributes().objectNode();
    table.type().attributes().stream()
        .filter(attribute -> attribute.initial() != null)
        .filter(attribute -> !table.filled().contains(attribute.name()))
        .forEach(attribute -> values.set(attribute.name(), attribute.initial()));
    return values;
  }
}
