package org.seccatalogue.job;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// Work cannot be done, for reasons that are for the person who asked for it. Its transaction is
/// undone.
public final class JobRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  /// @param findings at least one
  public JobRefused(List<Finding> findings) {
    super(findings.getFirst().message());
    this.findings = List.copyOf(findings);
  }

  public List<Finding> findings() {
    return findings;
  }
}
