package org.seccatalogue.baseline.freezing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;

/// What stands between a selection and its baseline.
///
/// @param records how many records it has, with those that it draws in
/// @param requirements how many of them are requirements
/// @param marked how many records with a protective marking are left out
/// @param lines what was found, by code
/// @param findings the first findings of each code that nobody waived
/// @param outgoing how much goes out
public record GateReport(
    int records,
    int requirements,
    int marked,
    List<Line> lines,
    List<Finding> findings,
    Outgoing outgoing) {

  /// @param outgoing absent in reports that were kept before it was counted
  public GateReport(
      int records,
      int requirements,
      int marked,
      List<Line> lines,
      List<Finding> findings,
      @Nullable Outgoing outgoing) {
    this.records = records;
    this.requirements = requirements;
    this.marked = marked;
    this.lines = List.copyOf(lines);
    this.findings = List.copyOf(findings);
    this.outgoing = outgoing == null ? Outgoing.NOTHING : outgoing;
  }

  /// The same with other findings.
  public GateReport with(List<Finding> others) {
    return new GateReport(records, requirements, marked, lines, others, outgoing);
  }

  /// Findings of one code.
  ///
  /// @param stops whether those that nobody waived stop the freezing
  public record Line(FindingCode code, boolean stops, int open, int waived) {}

  /// Whether the selection may be frozen.
  public boolean passed() {
    return lines.stream().noneMatch(line -> line.stops() && line.open() > 0);
  }
}
