package org.seccatalogue.job;

/// What jobs of one kind do: a bean for each kind.
public interface JobWork {

  /// The name of the kind, such as `import-read`. Jobs that wait keep it in the database.
  String kind();

  /// Does the work in a transaction that is begun for it. The job becomes DONE in the same
  /// transaction: either both are there or none. What is not in the database, such as a file, the
  /// work removes itself before it returns or throws.
  ///
  /// @throws JobRefused when it cannot be done
  /// @throws JobStopped from `progress`
  void run(Job job, Progress progress);

  /// Tidies up what was there before the work began, in the transaction that marks a job as
  /// FAILED, CANCELLED or DIED. May be called by another process than the one that did the work.
  default void abandon(Job job) {}
}
