package org.seccatalogue.agreement;

import java.util.List;
import org.seccatalogue.record.RecordHead;

/// An existing code or agreement that a chapter touches or may touch.
///
/// @param mentions the first records that name it otherwise than by an interaction
/// @param moreMentions how many more there are
public record TouchedAgreement(
    RecordHead agreement,
    List<Interaction> interactions,
    List<Mention> mentions,
    int moreMentions,
    List<Assessment> assessments) {

  public TouchedAgreement {
    interactions = List.copyOf(interactions);
    mentions = List.copyOf(mentions);
    assessments = List.copyOf(assessments);
  }
}
