package org.seccatalogue.job;

/// Ends work in its middle: somebody cancelled it, or it is no longer this process that does it.
public final class JobStopped extends RuntimeException {

  private static final long serialVersionUID = 1;

  JobStopped() {
    super("the job is to end", null, false, false);
  }
}
