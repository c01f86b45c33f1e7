package org.seccatalogue.mapping.profile;

import java.time.Instant;
import org.seccatalogue.mapping.Profile;

/// A profile that somebody saved.
///
/// @param version counts how often it was replaced, from 1
public record SavedProfile(Profile profile, int version, Instant savedAt, String savedBy) {

  public String name() {
    return profile.name();
  }
}
