package org.seccatalogue.spreadsheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Takes decisions about the rows of an import, and reads its workbook again with them: a decision
/// about one row may make another one right or wrong. Runs within the transaction of its caller.
@ApplicationScoped
class ImportDecisions {

  private static final List<String> PLAN =
      List.of("import_conflict", "import_link", "import_change", "import_finding");

  private final ImportRuns runs;
  private final ImportRows rows;
  private final ImportFiles files;
  private final ImportReader reader;
  private final Profiles profiles;
  private final Workbook.Limits limits;
  private final Session database;

  ImportDecisions(
      ImportRuns runs,
      ImportRows rows,
      ImportFiles files,
      ImportReader reader,
      Profiles profiles,
      ImportLimits limits,
      Session database) {
    this.runs = runs;
    this.rows = rows;
    this.files = files;
    this.reader = reader;
    this.profiles = profiles;
    this.limits = limits.asLimits();
    this.database = database;
  }

  DecideOutcome decide(long id, List<Decision> decisions) {
    if (runs.hold(id).isEmpty()) {
      return new DecideOutcome.NotFound(id);
    }
    ImportRun run = runs.find(id).orElseThrow();
    if (run.state() != ImportState.PLANNED && run.state() != ImportState.REFUSED) {
      return new DecideOutcome.NotDecidable(run);
    }
    Optional<Profile> profile = profiles.choose(run.profile(), run.fileName());
    List<Finding> findings = new ArrayList<>(check(id, decisions));
    if (!files.has(id)) {
      findings.add(gone(run.fileName(), "a workbook that is still kept: import it again"));
    }
    if (profile.isEmpty()) {
      findings.add(gone(run.profile(), "a profile that is still there: import the workbook again"));
    }
    if (!findings.isEmpty()) {
      return new DecideOutcome.Refused(run, findings);
    }
    decisions.forEach(decision -> keep(id, decision));
    return new DecideOutcome.Planned(readAgain(run, profile.orElseThrow()));
  }

  private static Finding gone(String found, String expected) {
    return Finding.error(FindingCode.UNREADABLE_FILE, new Place.Pointer(""), found, expected);
  }

  private List<Finding> check(long id, List<Decision> decisions) {
    List<Integer> numbers = decisions.stream().map(Decision::row).distinct().toList();
    Set<Integer> known = known(id, numbers);
    Map<Integer, List<Conflict>> conflicts = rows.conflicts(id, numbers);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      Decision decision = decisions.get(i);
      List<String> fields =
          conflicts.getOrDefault(decision.row(), List.of()).stream().map(Conflict::field).toList();
      if (!known.contains(decision.row())) {
        String expected = "the number of a row of this import";
        String found = String.valueOf(decision.row());
        findings.add(wrong(i, "row", FindingCode.BAD_VALUE, found, expected));
      } else if (decision.field() != null && !fields.contains(decision.field())) {
        String expected = "what is in conflict in this row: " + String.join(", ", fields);
        findings.add(wrong(i, "field", FindingCode.UNKNOWN_FIELD, decision.field(), expected));
      } else if (decision.field() != null && decision.choice() == Decision.Choice.LEAVE_OUT) {
        String expected = "THEIRS, OURS or UNDECIDED: only a whole row can be left out";
        findings.add(wrong(i, "choice", FindingCode.BAD_VALUE, "LEAVE_OUT", expected));
      }
    }
    return findings;
  }

  private Set<Integer> known(long id, List<Integer> numbers) {
    return new HashSet<>(
        database
            .createNativeQuery(
                "select row_number from import_change"
                    + " where import_id = :id and row_number = any(:numbers)",
                Integer.class)
            .setParameter("id", id)
            .setParameter("numbers", numbers.toArray(Integer[]::new))
            .getResultList());
  }

  private static Finding wrong(
      int index, String name, FindingCode code, @Nullable String found, String expected) {
    Place place = new Place.Pointer("/decisions/" + index + "/" + name);
    return Finding.error(code, place, found, expected);
  }

  /// What is decided of a whole row stands for what was decided of its cells before; only a row
  /// that is left out keeps that, for when it is taken back.
  private void keep(long id, Decision decision) {
    String field = decision.field() == null ? "" : decision.field();
    boolean wholeRow = decision.field() == null && decision.choice() != Decision.Choice.LEAVE_OUT;
    database
        .createNativeMutationQuery(
            "delete from import_decision where import_id = :id and row_number = :row"
                + " and (:wholeRow or field = :field)")
        .setParameter("id", id)
        .setParameter("row", decision.row())
        .setParameter("wholeRow", wholeRow)
        .setParameter("field", field)
        .executeUpdate();
    if (!wholeRow || decision.choice() != Decision.Choice.UNDECIDED) {
      insert(id, new Decision(decision.row(), field, decision.choice()));
    }
  }

  private void insert(long id, Decision decision) {
    database
        .createNativeMutationQuery(
            "insert into import_decision (import_id, row_number, field, choice)"
                + " values (:id, :row, :field, :choice)")
        .setParameter("id", id)
        .setParameter("row", decision.row())
        .setParameter("field", decision.field())
        .setParameter("choice", decision.choice().name())
        .executeUpdate();
  }

  private ImportRun readAgain(ImportRun run, Profile profile) {
    PLAN.forEach(
        table ->
            database
                .createNativeMutationQuery("delete from " + table + " where import_id = :id")
                .setParameter("id", run.id())
                .executeUpdate());
    try {
      Path file = files.copy(run.id());
      try (Workbook workbook = Workbook.open(run.fileName(), file, limits)) {
        return reader.read(run.id(), workbook, profile, new Decisions(kept(run.id())));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Workbook.NotAWorkbook e) {
      throw new IllegalStateException("a file that was read cannot be read again", e);
    }
  }

  private List<Decision> kept(long id) {
    return database
        .createNativeQuery(
            "select row_number, field, choice from import_decision where import_id = :id",
            Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .map(
            row ->
                new Decision(
                    (Integer) row[0],
                    ((String) row[1]).isEmpty() ? null : (String) row[1],
                    Decision.Choice.valueOf((String) row[2])))
        .toList();
  }
}
