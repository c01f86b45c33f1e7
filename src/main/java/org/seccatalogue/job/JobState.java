package org.seccatalogue.job;

/// How far a job has come.
public enum JobState {
  /// Waits for a worker.
  QUEUED,
  /// Being done.
  RUNNING,
  /// Done, together with all that it wrote.
  DONE,
  /// Could not be done; its findings say why, if it was not a mistake of ours. It left nothing.
  FAILED,
  /// Ended because somebody asked for that. It left nothing.
  CANCELLED,
  /// The process that did it is gone, or what it stands on was away. It left nothing.
  DIED;

  public boolean isActive() {
    return this == QUEUED || this == RUNNING;
  }
}
