package org.seccatalogue.torture;

import java.nio.file.Path;
import java.util.List;

/// The disk of the machine, which is never filled.
record RealDisk(Path folder) implements Disk {

  @Override
  public String kind() {
    return "none: this machine has no way to fill one that is not its own";
  }

  @Override
  public List<String> prefix() {
    return List.of();
  }

  @Override
  public Path seen() {
    return folder;
  }

  @Override
  public boolean isFillable() {
    return false;
  }

  @Override
  public boolean holdsDatabase() {
    return false;
  }

  @Override
  public void fill(ProcessHandle program, long bytes) {}

  @Override
  public void free(ProcessHandle program) {}

  @Override
  public void close() {}
}
