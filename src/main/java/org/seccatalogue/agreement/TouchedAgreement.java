package org.seccatalogue.agreement;

import java.util.List;

/// An existing code or agreement that a chapter touches or may touch.
///
/// @param interactions the first that are stated
/// @param mentions the first records that name it otherwise than by an interaction
public record TouchedAgreement(
    Agreement agreement,
    List<Interaction> interactions,
    List<Mention> mentions,
    More more,
    List<Assessment> assessments) {

  public TouchedAgreement {
    interactions = List.copyOf(interactions);
    mentions = List.copyOf(mentions);
    assessments = List.copyOf(assessments);
  }

  /// How many more there are than are kept.
  public record More(int interactions, int mentions) {
    static final More NONE = new More(0, 0);
  }
}
