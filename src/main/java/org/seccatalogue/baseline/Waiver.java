package org.seccatalogue.baseline;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;

/// Somebody's word that a finding may stand in a baseline. It is published with it.
///
/// @param code name of a finding code
/// @param key the record that it is about; absent: all of them
/// @param reason the reason for accepting it
/// @param by who approves it
public record Waiver(String code, @Nullable String key, String reason, String by) {

  public boolean covers(Finding finding) {
    return code.equals(finding.code().name()) && (key == null || key.equals(keyOf(finding)));
  }

  static @Nullable String keyOf(Finding finding) {
    return finding.place() instanceof Place.OfRecord(String record, String _) ? record : null;
  }
}
