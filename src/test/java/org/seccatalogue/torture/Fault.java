package org.seccatalogue.torture;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/// What befalls the program.
enum Fault {
  APPLICATION_KILLED,
  DATABASE_KILLED,
  BOTH_KILLED,
  DISK_FULL,
  DISK_FULL_AND_DATABASE_PRESSED,
  DISK_FULL_AND_DATABASE_KILLED,
  DISK_FULL_AND_APPLICATION_KILLED;

  /// To start the application takes longer than all the rest, so it is killed less often.
  private static final List<Fault> KILLS =
      List.of(
          DATABASE_KILLED,
          DATABASE_KILLED,
          DATABASE_KILLED,
          DATABASE_KILLED,
          BOTH_KILLED,
          APPLICATION_KILLED);

  private static final List<Fault> FULL_DISKS =
      List.of(
          DISK_FULL,
          DISK_FULL,
          DISK_FULL_AND_DATABASE_PRESSED,
          DISK_FULL_AND_DATABASE_PRESSED,
          DISK_FULL_AND_DATABASE_KILLED,
          DISK_FULL_AND_DATABASE_KILLED,
          DISK_FULL_AND_APPLICATION_KILLED);

  /// Those of few rounds.
  private static final List<Fault> FEW = List.of(DISK_FULL_AND_DATABASE_PRESSED, BOTH_KILLED);

  /// One that the disk allows, half of them a full one.
  static Fault any(Random random, Disk disk) {
    List<Fault> some = disk.isFillable() && random.nextBoolean() ? FULL_DISKS : KILLS;
    return some.get(random.nextInt(some.size()));
  }

  /// One of a few rounds.
  static Fault of(int round) {
    return FEW.get(round % FEW.size());
  }

  boolean fillsDisk() {
    return FULL_DISKS.contains(this);
  }

  boolean killsApplication() {
    return switch (this) {
      case APPLICATION_KILLED, BOTH_KILLED, DISK_FULL_AND_APPLICATION_KILLED -> true;
      default -> false;
    };
  }

  boolean killsDatabase() {
    return switch (this) {
      case DATABASE_KILLED, BOTH_KILLED, DISK_FULL_AND_DATABASE_KILLED -> true;
      default -> false;
    };
  }

  /// Kills what it kills. A database that is not on a full disk would take its limits with it.
  void kill(Site site) throws IOException {
    boolean own = !fillsDisk() || site.disk().holdsDatabase();
    if (own && this == DISK_FULL_AND_DATABASE_PRESSED) {
      site.pressDatabase();
    }
    if (own && killsDatabase()) {
      site.killDatabase();
    }
    if (killsApplication()) {
      site.killApplication();
    }
  }
}
