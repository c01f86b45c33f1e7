package org.seccatalogue.baseline.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.VisibleText;

/// Finds all that is wrong with the wish to supersede or withdraw a baseline.
final class MarkCheck {

  private MarkCheck() {}

  /// @param named the successor's id as it was given
  /// @param successor the baseline of that id, if there is one
  static List<Finding> check(
      Baseline baseline,
      PublicationAction act,
      @Nullable String reason,
      @Nullable String named,
      @Nullable Baseline successor) {
    List<Finding> findings = new ArrayList<>();
    if (act == PublicationAction.PUBLISHED
        || baseline.state() == PublicationAction.WITHDRAWN
        || baseline.state() == act) {
      add(findings, "/act", act.name(), expected(baseline));
    }
    if (reason == null || VisibleText.isBlank(reason)) {
      add(findings, "/reason", reason, "the reason, which is published");
    } else {
      VisibleText.expectedForTurned(reason)
          .ifPresent(instead -> add(findings, "/reason", VisibleText.storable(reason), instead));
    }
    switch (act) {
      case SUPERSEDED -> successor(baseline, named, successor, findings);
      case WITHDRAWN, PUBLISHED -> {
        if (named != null) {
          add(findings, "/successor", named, "none: only a superseded baseline has a successor");
        }
      }
    }
    return findings;
  }

  private static String expected(Baseline baseline) {
    return switch (baseline.state()) {
      case PUBLISHED -> "SUPERSEDED or WITHDRAWN";
      case SUPERSEDED -> "WITHDRAWN, as it is superseded already";
      case WITHDRAWN -> "nothing more, as it is withdrawn";
    };
  }

  private static void successor(
      Baseline baseline,
      @Nullable String named,
      @Nullable Baseline successor,
      List<Finding> findings) {
    if (successor == null
        || successor.state() != PublicationAction.PUBLISHED
        || successor.number() <= baseline.number()) {
      add(findings, "/successor", named, "the id of a later baseline that counts");
    }
  }

  private static void add(
      List<Finding> findings, String pointer, @Nullable String found, String expected) {
    findings.add(Finding.error(FindingCode.BAD_VALUE, new Place.Pointer(pointer), found, expected));
  }
}
