package org.seccatalogue.torture;

/// What was done to the program.
final class Tally {

  private int rounds;
  private int applications;
  private int databases;
  private int disks;
  private int slow;

  void add(Fault fault, int slowClients) {
    rounds++;
    applications += fault.killsApplication() ? 1 : 0;
    databases += fault.killsDatabase() ? 1 : 0;
    disks += fault.fillsDisk() ? 1 : 0;
    slow += slowClients;
  }

  int rounds() {
    return rounds;
  }

  /// In words, as one line.
  String told() {
    return ("%d rounds: application killed %d times, database %d times, disk full %d times,"
            + " %d slow clients")
        .formatted(rounds, applications, databases, disks, slow);
  }
}
