package org.seccatalogue.baseline.standing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// How a record stands.
///
/// @param asked the baseline of which that is said; it may not hold the record
/// @param newest the newest baseline that counts and says anything of it
/// @param passedOver whether newer ones of other parts of the catalogue say nothing of it
/// @param steps the baselines that hold the record, or removed it, newest first
public record RecordStanding(
    RecordKey key,
    Baseline asked,
    @Nullable Baseline newest,
    boolean passedOver,
    Standing standing,
    List<Step> steps) {

  public RecordStanding {
    steps = List.copyOf(steps);
  }

  /// The newest of the baselines that hold it.
  public Step last() {
    return steps.stream().filter(step -> step.held() != null).findFirst().orElseThrow();
  }

  /// The record as the baseline holds it.
  public Optional<Appearance> held() {
    return steps.stream()
        .filter(step -> step.baseline().number() == asked.number())
        .flatMap(step -> Optional.ofNullable(step.held()).stream())
        .findFirst();
  }

  /// What became of it, in sentences that leave out what replaces it.
  public String words() {
    return StandingWords.of(this);
  }

  /// The same in whole.
  public String allWords() {
    return standing instanceof Standing.Removed(var _, var _, RecordHead by) && by != null
        ? words() + " " + StandingWords.replacement(by)
        : words();
  }

  /// Whether a baseline holds it.
  public boolean isHeldBy(Baseline baseline) {
    return steps.stream()
        .anyMatch(step -> step.held() != null && step.baseline().number() == baseline.number());
  }

  /// Whether the newest baseline that counts is the one of which is said how the record stands.
  public boolean isOfNewest() {
    return newest != null && newest.number() == asked.number();
  }
}
