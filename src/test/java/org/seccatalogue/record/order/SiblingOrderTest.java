package org.seccatalogue.record.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.order.SiblingOrder.Spot;

class SiblingOrderTest {

  private static final int STEP = 1024;
  private static final Spot FIRST = new Spot.First();

  private final Map<String, Integer> now = new LinkedHashMap<>();
  private final Map<String, Spot> wishes = new LinkedHashMap<>();

  private SiblingOrder order(String... siblings) {
    for (String sibling : siblings) {
      now.put(sibling, (now.size() + 1) * STEP);
    }
    return new SiblingOrder(now, wishes);
  }

  private static Spot after(String sibling) {
    return new Spot.After(sibling);
  }

  private static Spot before(String sibling) {
    return new Spot.Before(sibling);
  }

  @Test
  void oneIsPutBetweenTwo() {
    wishes.put("c", before("b"));

    SiblingOrder.Change change = order("a", "b", "c").change(STEP);

    assertThat(change.positions()).containsOnly(Map.entry("c", STEP + STEP / 2));
    assertThat(change.moved()).containsOnly("c");
  }

  @Test
  void thoseThatWantTheSamePlaceStandBehindTheLastOne() {
    wishes.put("b", FIRST);
    wishes.put("c", FIRST);

    SiblingOrder order = order("a", "b", "c");

    assertThat(order.order()).containsExactly("c", "b", "a");
    assertThat(order.contradictions()).isEmpty();
  }

  @Test
  void whoeverIsToStandBesideOneThatMovesFollowsIt() {
    wishes.put("a", after("c"));
    wishes.put("c", FIRST);

    SiblingOrder order = order("a", "b", "c");

    assertThat(order.order()).containsExactly("c", "a", "b");
    assertThat(order.contradictions()).isEmpty();
  }

  @Test
  void twoCannotEachStandBehindTheOther() {
    wishes.put("a", after("b"));
    wishes.put("b", after("a"));
    wishes.put("c", after("a"));

    assertThat(order("a", "b", "c").contradictions()).containsOnly(Map.entry("b", "a"));
  }

  @Test
  void nobodyStandsBeforeTheFirst() {
    wishes.put("a", before("b"));
    wishes.put("b", FIRST);

    assertThat(order("a", "b", "c").contradictions()).containsOnly(Map.entry("a", "b"));
  }

  @Test
  void whatStandsThereAlreadyDoesNotMove() {
    wishes.put("b", after("a"));
    wishes.put("a", FIRST);

    SiblingOrder order = order("a", "b", "c");

    assertThat(order.change(STEP).moved()).isEmpty();
    assertThat(order.change(STEP).positions()).isEmpty();
    assertThat(order.staying()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void theSameWishesAgainChangeNothing() {
    wishes.put("a", FIRST);
    wishes.put("b", FIRST);
    wishes.put("c", FIRST);

    assertThat(order("c", "b", "a", "d").staying()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aWishThatHoldsIsNeededWhereItsSiblingMoves() {
    wishes.put("b", after("a"));
    wishes.put("a", after("d"));

    SiblingOrder order = order("a", "b", "c", "d");

    assertThat(order.order()).containsExactly("c", "d", "a", "b");
    assertThat(order.staying()).isEmpty();
  }

  @Test
  void oneThatIsFirstStaysWhereAnotherComesBeforeIt() {
    wishes.put("a", FIRST);
    wishes.put("b", FIRST);

    SiblingOrder order = order("a", "b", "c");

    assertThat(order.order()).containsExactly("b", "a", "c");
    assertThat(order.staying()).containsExactly("a");
  }

  @Test
  void oneGoesBackToAPositionOrBehindWhoStandsThere() {
    wishes.put("c", new Spot.At(STEP));
    wishes.put("d", new Spot.At(2 * STEP + 7));

    SiblingOrder.Change change = order("a", "b", "c", "d").change(STEP);

    assertThat(change.positions())
        .containsOnly(Map.entry("c", STEP + STEP / 2), Map.entry("d", 2 * STEP + 7));
  }

  @Test
  void whereThereIsNoRoomAllStandFurtherApart() {
    now.put("a", 1);
    now.put("b", 2);
    now.put("c", 3);
    wishes.put("c", after("a"));

    assertThat(new SiblingOrder(now, wishes).change(STEP).positions())
        .containsOnly(Map.entry("a", STEP), Map.entry("c", 2 * STEP), Map.entry("b", 3 * STEP));
  }

  @Test
  void aHundredThousandAreOrderedAtOnce() {
    for (int i = 0; i < 100_000; i++) {
      now.put("k" + i, (i + 1) * STEP);
      wishes.put("k" + i, i == 0 ? FIRST : after("k" + (i - 1)));
    }
    for (int i = 0; i < 50_000; i++) {
      wishes.put("k" + i, i == 0 ? after("k99999") : after("k" + (i - 1)));
    }
    wishes.put("k50000", FIRST);
    SiblingOrder order = new SiblingOrder(now, wishes);

    assertThat(order.contradictions()).isEmpty();
    assertThat(order.order()).startsWith("k50000", "k50001").endsWith("k49998", "k49999");
    assertThat(order.change(STEP).moved()).hasSize(50_000);
  }

  @Test
  void whoStandsElsewhereIsAStranger() {
    wishes.put("a", after("x"));

    assertThat(order("a", "b").strangers()).containsExactly("x");
  }
}
