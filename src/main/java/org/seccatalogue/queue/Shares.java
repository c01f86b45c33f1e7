package org.seccatalogue.queue;

import java.util.HashMap;
import java.util.Map;

/// Counts what all clients have of something, and what each has.
public final class Shares {

  private final int most;
  private final int ofAClient;
  private final Map<String, Integer> clients = new HashMap<>();
  private int all;

  /// @param most of all clients together
  public Shares(int most, int ofAClient) {
    this.most = most;
    this.ofAClient = ofAClient;
  }

  /// Whether there is room.
  public enum Room {
    THERE_IS,
    FULL,
    /// There is room, but not for this client.
    CLIENT_FULL
  }

  /// Takes one, if there is room. Whoever has one gives it back.
  public synchronized Room take(String client) {
    int own = clients.getOrDefault(client, 0);
    if (own >= ofAClient) {
      return Room.CLIENT_FULL;
    }
    if (all >= most) {
      return Room.FULL;
    }
    clients.put(client, own + 1);
    all++;
    return Room.THERE_IS;
  }

  public synchronized void giveBack(String client) {
    int left = clients.getOrDefault(client, 1) - 1;
    all--;
    if (left == 0) {
      clients.remove(client);
    } else {
      clients.put(client, left);
    }
  }

  /// How many are taken.
  public synchronized int taken() {
    return all;
  }
}
