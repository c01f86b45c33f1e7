package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.ImportRows;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.plan.rows.RowDecisions;

/// Keeps with a plan what people decide of its conflicts and which rows they choose. Runs within
/// the transaction of its caller.
@ApplicationScoped
class ImportDecisions {

  private final ImportRuns runs;
  private final ImportRows rows;
  private final RowDecisions kept;

  ImportDecisions(ImportRuns runs, ImportRows rows, RowDecisions kept) {
    this.runs = runs;
    this.rows = rows;
    this.kept = kept;
  }

  /// Decides in the order of the list.
  DecideOutcome decide(long id, List<Decision> decisions) {
    return whenPlanned(
        id,
        run -> {
          List<Finding> findings = check(id, decisions);
          if (!findings.isEmpty()) {
            return new DecideOutcome.Refused(run, findings);
          }
          decisions.forEach(d -> kept.decide(id, d.row(), d.field(), d.choice()));
          return decided(id);
        });
  }

  /// Decides all conflicts in the same way.
  ///
  /// @param onlyUndecided whether what was decided before stays
  DecideOutcome decideAll(long id, Conflict.Choice choice, boolean onlyUndecided) {
    return whenPlanned(
        id,
        _ -> {
          kept.decideAll(id, choice, onlyUndecided);
          return decided(id);
        });
  }

  /// Chooses rows, or leaves them out.
  DecideOutcome choose(long id, Collection<Integer> numbers, boolean chosen) {
    return whenPlanned(
        id,
        run -> {
          List<Finding> findings = unknown(id, List.copyOf(numbers), chosen);
          if (!findings.isEmpty()) {
            return new DecideOutcome.Refused(run, findings);
          }
          kept.choose(id, numbers, chosen);
          return decided(id);
        });
  }

  /// Chooses all rows of a filter, or leaves them out. What is not in the workbook is chosen only
  /// when the filter asks for nothing else, and a row with an error never.
  DecideOutcome choose(long id, PlannedChange.Filter filter, boolean chosen) {
    return whenPlanned(
        id,
        _ -> {
          kept.choose(id, filter, chosen);
          return decided(id);
        });
  }

  private DecideOutcome whenPlanned(long id, Function<ImportRun, DecideOutcome> work) {
    if (runs.hold(id).isEmpty()) {
      return new DecideOutcome.NotFound(id);
    }
    ImportRun run = runs.find(id).orElseThrow();
    return run.state() == ImportState.PLANNED
        ? work.apply(run)
        : new DecideOutcome.NotDecidable(run);
  }

  private DecideOutcome decided(long id) {
    return new DecideOutcome.Decided(runs.count(id));
  }

  private List<Finding> check(long id, List<Decision> decisions) {
    Map<Integer, List<Conflict>> conflicts =
        rows.conflicts(id, decisions.stream().map(Decision::row).distinct().toList());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      Decision decision = decisions.get(i);
      List<String> fields =
          conflicts.getOrDefault(decision.row(), List.of()).stream().map(Conflict::field).toList();
      String pointer = "/decisions/" + i;
      if (fields.isEmpty()) {
        findings.add(
            Finding.error(
                FindingCode.BAD_VALUE,
                new Place.Pointer(pointer + "/row"),
                String.valueOf(decision.row()),
                "the number of a row that is in conflict"));
      } else if (decision.field() != null && !fields.contains(decision.field())) {
        findings.add(
            Finding.error(
                FindingCode.UNKNOWN_FIELD,
                new Place.Pointer(pointer + "/field"),
                decision.field(),
                "what is in conflict in this row: " + String.join(", ", fields)));
      }
    }
    return findings;
  }

  private List<Finding> unknown(long id, List<Integer> numbers, boolean sound) {
    Set<Integer> known = new HashSet<>(rows.known(id, numbers, sound));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      if (!known.contains(numbers.get(i))) {
        findings.add(
            Finding.error(
                FindingCode.BAD_VALUE,
                new Place.Pointer("/rows/" + i),
                String.valueOf(numbers.get(i)),
                sound
                    ? "the number of a row of this import without errors"
                    : "the number of a row of this import"));
      }
    }
    return findings;
  }
}
