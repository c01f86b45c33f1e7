package org.seccatalogue.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// How much is tried of what can be generated: a sample that is drawn with a seed, or with
/// `-Dproof=whole` all. Another sample is drawn with `-Dproof.seed=N`.
public final class Proof {

  public static final long SEED = Long.getLong("proof.seed", 20_111_130);

  private static final boolean WHOLE = "whole".equals(System.getProperty("proof"));

  private Proof() {}

  public static boolean isWhole() {
    return WHOLE;
  }

  /// Some of all cases, in their order, or all of them.
  public static <T> List<T> of(List<T> cases, int some) {
    if (WHOLE || cases.size() <= some) {
      return cases;
    }
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < cases.size(); place++) {
      places.add(place);
    }
    Collections.shuffle(places, new Random(SEED));
    return new TreeSet<>(places.subList(0, some)).stream().map(cases::get).toList();
  }

  /// How many are generated of what has no end.
  public static int count(int some, int many) {
    return WHOLE ? many : some;
  }

  /// What a failure says of the cases among which it was found.
  public static String told() {
    return (WHOLE ? "all cases" : "a sample of the cases") + ", with -Dproof.seed=" + SEED;
  }
}
