package org.seccatalogue.mapping.profile;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of saving or removing a profile.
public sealed interface ProfileOutcome {

  /// It is there under its name, for the first time when its version is 1.
  record Saved(SavedProfile profile) implements ProfileOutcome {}

  /// It is gone.
  record Removed() implements ProfileOutcome {}

  /// It is wrong for all these reasons.
  record Rejected(List<Finding> findings) implements ProfileOutcome {}

  /// One of that name is there, in another version than the one that was seen.
  record Stale(SavedProfile current) implements ProfileOutcome {}

  /// A file of the installation has that name: it can only be changed there.
  record OfFile(String name) implements ProfileOutcome {}

  /// None is saved under that name.
  record NotFound() implements ProfileOutcome {}
}
