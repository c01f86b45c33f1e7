package org.seccatalogue.baseline.freezing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.testkit.Freezer;

/// Whoever has looked at what goes out freezes that, and nothing else.
@QuarkusTest
@NullUnmarked
class FrozenAsShownIT {

  private static final List<Waiver> WAIVERS =
      List.of(
          new Waiver("PROVISIONAL", null, "Policy is still open", "Lead drafter"),
          new Waiver("NAMES_OUTSIDE", null, "The key alone tells nothing", "Lead drafter"));

  @Inject Baselines baselines;
  @Inject Published published;
  @Inject Freezer freezer;

  private int number;
  private String name;

  @BeforeEach
  void aNameOfItsOwn() {
    name = "Shown " + published.baselines().size() + ++number;
  }

  private FreezeRequest request(List<Waiver> waivers, @Nullable String shown) {
    return new FreezeRequest(
        name,
        LocalDate.of(2011, 11, 30),
        Selection.ALL,
        waivers,
        null,
        "Lead drafter",
        new Disclosure(List.of(), true),
        shown);
  }

  private String looked() {
    GateReport report = ((GateOutcome.Reported) baselines.gate(request(WAIVERS, null))).report();
    return report.outgoing().digest();
  }

  private List<Finding> refused(String shown) {
    return ((FreezeOutcome.Rejected) baselines.freeze(request(WAIVERS, shown))).findings();
  }

  @Test
  void whatWasShownIsFrozen() {
    assertThat(baselines.freeze(request(WAIVERS, looked())))
        .isInstanceOf(FreezeOutcome.Frozen.class);
  }

  @Test
  void otherWordsThanThoseShownAreNotFrozen() {
    String shown = looked();
    freezer.reword("ESM-0002", "shall", "shall always");

    assertThat(refused(shown))
        .extracting(Finding::message)
        .containsExactly(
            "Expected what you were shown; the draft was changed since, so nothing was published."
                + " Check again what goes out.");
    assertThat(published.find(FreezeCheck.id(name))).isEmpty();
  }

  @Test
  void anotherReasonThanThoseShownIsNotPublished() {
    freezer.freeze("Before " + name, "2011-11-29");
    String shown = looked();
    freezer.withdraw("ESM-0003");

    assertThat(refused(shown)).hasSize(1);
  }

  @Test
  void anotherPlaceThanThatShownIsNotPublished() {
    String shown = looked();
    freezer.move("ESM-0004", "C.4.1.b", null);

    assertThat(refused(shown)).hasSize(1);
  }

  /// What was found out of words for a baseline that did not come about is found out again.
  @Test
  void whatStoppedOnceIsFrozenWhenItIsWaived() {
    freezer.reword("ESM-0005", "shall", "shall at once");
    assertThat(baselines.freeze(request(List.of(), null)))
        .isInstanceOf(FreezeOutcome.Stopped.class);
    assertThat(baselines.freeze(request(WAIVERS, looked())))
        .isInstanceOf(FreezeOutcome.Frozen.class);
  }
}
