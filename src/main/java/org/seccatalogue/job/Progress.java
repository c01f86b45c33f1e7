package org.seccatalogue.job;

/// How work says how far it has come. It is seen at once, although the work's own transaction has
/// not ended.
@FunctionalInterface
public interface Progress {

  /// For work that nobody follows.
  Progress UNSEEN = (_, _, _) -> {};

  /// Says how far the work is; to be called between batches, however often.
  ///
  /// @param phase what is being done, in words that people read
  /// @param done units that are done in this phase
  /// @param total units of this phase; 0 if that is not known
  /// @throws JobStopped when the work is to end; it lets that pass, and its transaction is undone
  void at(String phase, long done, long total);
}
