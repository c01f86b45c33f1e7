package org.seccatalogue.spreadsheet;

import java.time.Instant;

/// A profile that somebody saved.
///
/// @param version counts how often it was replaced, from 1
public record SavedProfile(Profile profile, int version, Instant savedAt, String savedBy) {

  public String name() {
    return profile.name();
  }
}
