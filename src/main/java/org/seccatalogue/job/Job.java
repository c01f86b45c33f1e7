package org.seccatalogue.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.ChangeNote;

/// A piece of long work, as it is at one moment.
///
/// @param kind which work it is; see `JobWork`
/// @param subject number of what it works on, such as an import
/// @param phase what is being done, in words; empty before it begins
/// @param done units that are done in this phase
/// @param total units of this phase; 0 if that is not known
/// @param note who asked for it, and why
/// @param node the process that does or did it, as number and machine
/// @param cancelledBy who asked for its end
/// @param findings why it could not be done
public record Job(
    long id,
    String kind,
    long subject,
    JobState state,
    String phase,
    long done,
    long total,
    ChangeNote note,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String node,
    @Nullable String cancelledBy,
    List<Finding> findings) {

  public boolean isActive() {
    return state.isActive();
  }
}
