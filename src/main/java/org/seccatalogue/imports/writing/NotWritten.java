package org.seccatalogue.imports.writing;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// The rules found something when a plan was written, or taken back: the transaction must be rolled
/// back.
public final class NotWritten extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  public NotWritten(List<Finding> findings) {
    super(findings.size() + " findings");
    this.findings = List.copyOf(findings);
  }

  /// What was found.
  public List<Finding> findings() {
    return findings;
  }
}
