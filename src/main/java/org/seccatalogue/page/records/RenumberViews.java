package org.seccatalogue.page.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.numbering.RenumberingAct;
import org.seccatalogue.revision.numbering.RenumberingPlan;

/// Gathers what the pages of renumberings show.
@ApplicationScoped
class RenumberViews {

  private static final int MOST_LINES = 1_000;
  private static final int MOST_CITING = 200;
  private static final String NUMBER = "/number";

  private final Revisions revisions;
  private final RecordLines lines;

  RenumberViews(Revisions revisions, RecordLines lines) {
    this.revisions = revisions;
    this.lines = lines;
  }

  /// An act, as a page shows it.
  ///
  /// @param heading what was done
  /// @param when with who did it
  record Act(
      RenumberingAct act,
      RecordLine line,
      String heading,
      String when,
      List<RenumberView.Line> lines,
      int more) {}

  RecordLine line(RecordKey key) {
    return lines.of(revisions.find(key).orElseThrow().head());
  }

  /// @param more findings besides those of the plan
  RenumberView of(
      RecordLine line,
      RenumberView.Asked asked,
      @Nullable RenumberingPlan plan,
      List<Finding> more) {
    List<Finding> wrong = new ArrayList<>(more);
    List<String> warnings = new ArrayList<>();
    if (plan != null) {
      for (Finding finding : plan.findings()) {
        if (finding.isError()) {
          wrong.add(finding);
        } else {
          warnings.add(finding.message());
        }
      }
    }
    FormErrors errors = new FormErrors(wrong);
    errors.take(NUMBER, "number", "New number");
    errors.take("/note", "note", "Reason");
    return new RenumberView(
        line, asked, plan == null ? null : plan(plan, warnings), errors.summary(), false);
  }

  private static RenumberView.Plan plan(RenumberingPlan plan, List<String> warnings) {
    List<RenumberView.Line> shown =
        plan.lines().stream().limit(MOST_LINES).map(RenumberViews::line).toList();
    return new RenumberView.Plan(
        plan.state(),
        plan.isSound(),
        plan.other() == null ? null : named(plan.other()),
        shown,
        plan.lines().size() - shown.size(),
        plan.citing().stream().limit(MOST_CITING).map(RenumberViews::citing).toList(),
        plan.allCited() && plan.citing().size() <= MOST_CITING,
        warnings);
  }

  private static RenumberView.Named named(RenumberingPlan.Called record) {
    return new RenumberView.Named("/records/" + record.key(), record.name(), record.title());
  }

  private static RenumberView.Citing citing(RenumberingPlan.Citing one) {
    return new RenumberView.Citing(named(one.record()), String.join(", ", one.numbers()));
  }

  private static RenumberView.Line line(RenumberingPlan.Line line) {
    return new RenumberView.Line(
        "/records/" + line.key(),
        line.title(),
        line.from(),
        line.to(),
        line.wanted(),
        line.cites().links(),
        line.cites().texts());
  }

  Act of(RenumberingAct act, List<RenumberingAct.Line> done) {
    List<RenumberView.Line> shown =
        done.stream().limit(MOST_LINES).map(RenumberViews::line).toList();
    return new Act(
        act,
        line(act.head()),
        heading(act),
        act.by().author() + ", " + Dates.time(act.by().at()),
        shown,
        done.size() - shown.size());
  }

  private static RenumberView.Line line(RenumberingAct.Line line) {
    return new RenumberView.Line(
        "/records/" + line.key(), line.title(), line.from(), line.to(), line.wanted(), 0, 0);
  }

  static String heading(RenumberingAct act) {
    String done = act.other() == null ? "%s renumbered as %s" : "%s exchanged with %s";
    return done.formatted(act.from(), act.to());
  }
}
