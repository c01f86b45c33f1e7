package org.seccatalogue.record.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Siblings of which each knows the next one.
final class SiblingChain {

  static final String START = "";

  private final Map<String, String> next = new HashMap<>();
  private final Map<String, String> previous = new HashMap<>();

  SiblingChain(List<String> keys) {
    String before = START;
    for (String key : keys) {
      join(before, key);
      before = key;
    }
    join(before, START);
  }

  private void join(String one, String other) {
    next.put(one, other);
    previous.put(other, one);
  }

  void putBefore(String key, String sibling) {
    if (!key.equals(sibling) && next.containsKey(sibling)) {
      takeOut(key);
      String before = previous.getOrDefault(sibling, START);
      join(before, key);
      join(key, sibling);
    }
  }

  void putAfter(String key, String sibling) {
    if (!key.equals(sibling) && next.containsKey(sibling)) {
      takeOut(key);
      String after = next.getOrDefault(sibling, START);
      join(sibling, key);
      join(key, after);
    }
  }

  private void takeOut(String key) {
    if (next.containsKey(key)) {
      join(previous.getOrDefault(key, START), next.getOrDefault(key, START));
    }
  }

  List<String> all() {
    List<String> all = new ArrayList<>();
    for (String key = next.get(START); key != null && !key.equals(START); key = next.get(key)) {
      all.add(key);
    }
    return all;
  }
}
