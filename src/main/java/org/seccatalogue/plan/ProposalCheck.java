package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.RowPlaces;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.rules.DraftRules;
import org.seccatalogue.rules.Intent;
import org.seccatalogue.rules.KnownRecords;
import org.seccatalogue.rules.Late;
import org.seccatalogue.rules.UniqueValue;
import org.seccatalogue.rules.Verdict;
import org.seccatalogue.schema.CatalogueSchema;

/// Judges some rows of a source as if they made new records, to show how it would be read.
public final class ProposalCheck {

  private final CatalogueSchema schema;
  private final Function<Collection<String>, Map<String, RecordHead>> lookup;

  /// @param lookup finds the records that names stand for
  public ProposalCheck(
      CatalogueSchema schema, Function<Collection<String>, Map<String, RecordHead>> lookup) {
    this.schema = schema;
    this.lookup = lookup;
  }

  /// What is wrong with the rows. A name that nobody has is a warning: rows that are not among
  /// these may make the record.
  public List<Finding> asNew(ProposalTable table, List<Proposal> rows) {
    RowDrafts drafts = new RowDrafts(schema, table, null);
    RowPlaces places = new RowPlaces();
    DraftRules rules = new DraftRules(schema, new NamesAlone(), places::name);
    List<RowDraft> drafted = new ArrayList<>();
    Map<Integer, RowCells> cells = new HashMap<>();
    for (Proposal row : rows) {
      places.add(table, row);
      BatchMatch.Matched asNew = new BatchMatch.Matched(row, null, null, null, null);
      RowDraft draft = drafts.of(asNew, RowMerge.Merged.unmoved(row));
      drafted.add(draft);
      cells.put(row.number(), RowCells.of(table, schema.workflow(), draft));
    }
    List<Verdict> verdicts = rules.judge(drafted.stream().map(RowDraft::draft).toList());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) instanceof Verdict.Faulty(List<Finding> wrong)) {
        RowCells of = RowCells.of(table, schema.workflow(), drafted.get(i));
        wrong.forEach(finding -> of.told(finding).ifPresent(findings::add));
      }
    }
    rules.close().forEach(late -> told(late, cells, findings));
    return findings;
  }

  private static void told(Late late, Map<Integer, RowCells> cells, List<Finding> findings) {
    RowCells of = cells.get(late.number());
    if (of != null && late instanceof Late.Wrong(int _, Finding finding)) {
      of.told(finding.code() == FindingCode.UNKNOWN_RECORD ? elsewhere(finding) : finding)
          .ifPresent(findings::add);
    }
  }

  private static Finding elsewhere(Finding finding) {
    return Finding.warning(
        finding.code(),
        finding.place(),
        finding.found(),
        "the key or reference of a record, of the catalogue or further on in this workbook");
  }

  /// The catalogue as far as its records have names: a row that says what one says already means
  /// it.
  private final class NamesAlone implements KnownRecords {

    @Override
    public Map<String, RecordHead> named(Collection<String> names) {
      return lookup.apply(names);
    }

    @Override
    public Map<String, List<RecordHead>> pathsTo(Collection<String> names) {
      return Map.of();
    }

    @Override
    public Map<String, RecordHead> formerly(Collection<String> names) {
      return Map.of();
    }

    @Override
    public Map<String, List<RecordHead>> alike(String type, Collection<String> references) {
      return Map.of();
    }

    @Override
    public Map<RecordKey, List<RecordKey>> above(Collection<RecordKey> keys) {
      return Map.of();
    }

    @Override
    public Map<String, List<RecordKey>> below(Collection<String> parents) {
      return Map.of();
    }

    @Override
    public Map<RecordKey, String> stagesLeft(Collection<RecordKey> keys) {
      return Map.of();
    }

    @Override
    public Map<RecordKey, Intent.Withdrawal> withdrawals(Collection<RecordKey> keys) {
      return Map.of();
    }

    @Override
    public Map<RecordKey, String> proposedBelow(
        Collection<RecordKey> keys, Collection<RecordKey> except) {
      return Map.of();
    }

    @Override
    public Map<UniqueValue, List<RecordKey>> holders(Collection<UniqueValue> values) {
      return Map.of();
    }
  }
}
