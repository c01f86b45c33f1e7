package org.seccatalogue.torture;

import java.nio.file.Path;

/// The disk of the machine, which is never filled.
record RealDisk(Path folder) implements Disk {

  @Override
  public String kind() {
    return "none: this machine has no way to fill one that is not its own";
  }

  @Override
  public boolean isFillable() {
    return false;
  }

  @Override
  public void fill(ProcessHandle program, long bytes) {}

  @Override
  public void free(ProcessHandle program) {}
}
