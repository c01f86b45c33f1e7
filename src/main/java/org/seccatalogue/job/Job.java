package org.seccatalogue.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.writing.ChangeNote;

/// A piece of long work, as it is at one moment.
///
/// @param kind which work it is; see `JobWork`
/// @param subject number of what it works on, such as an import
/// @param note who asked for it, and why
/// @param findings why it could not be done
public record Job(
    long id,
    String kind,
    long subject,
    JobState state,
    Steps steps,
    ChangeNote note,
    Course course,
    List<Finding> findings) {

  /// How far it is.
  ///
  /// @param phase what is being done, in words; empty before it begins
  /// @param done units that are done in this phase
  /// @param total units of this phase; 0 if that is not known
  public record Steps(String phase, long done, long total) {}

  /// When it was asked for, begun and ended.
  ///
  /// @param node the process that does or did it, as number and machine
  /// @param cancelledBy who asked for its end
  public record Course(
      Instant askedAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String node,
      @Nullable String cancelledBy) {}

  public boolean isActive() {
    return state.isActive();
  }

  public String phase() {
    return steps.phase();
  }

  public long done() {
    return steps.done();
  }

  public long total() {
    return steps.total();
  }

  public Instant askedAt() {
    return course.askedAt();
  }

  public @Nullable Instant startedAt() {
    return course.startedAt();
  }

  public @Nullable Instant endedAt() {
    return course.endedAt();
  }

  public @Nullable String node() {
    return course.node();
  }

  public @Nullable String cancelledBy() {
    return course.cancelledBy();
  }
}
