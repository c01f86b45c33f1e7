package org.seccatalogue.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the program keeps its files, and what takes the room on it away.
interface Disk extends AutoCloseable {

  /// What is tried before everything else; `limit` or `none` rehearse a machine that can do less.
  String WANTED = System.getProperty("torture.disk", "mounted");

  /// The best that this machine lets us have.
  ///
  /// @param folder an empty one, of ours
  static Disk of(Path folder) throws IOException {
    Optional<Disk> mounted =
        WANTED.equals("mounted") ? MountedDisk.of(folder) : Optional.<Disk>empty();
    if (mounted.isPresent() || WANTED.equals("none")) {
      return mounted.orElseGet(() -> new RealDisk(folder));
    }
    return LimitedDisk.of(folder).orElseGet(() -> new RealDisk(folder));
  }

  /// In words, for whoever reads what came of it.
  String kind();

  /// What stands before the line of a program that is to work on it.
  default List<String> prefix() {
    return List.of();
  }

  /// What the program calls it.
  Path folder();

  /// What we call it.
  default Path seen() {
    return folder();
  }

  /// Whether there is a way to fill it.
  default boolean isFillable() {
    return true;
  }

  /// Whether the database has no room on it either, once it is full.
  default boolean holdsDatabase() {
    return false;
  }

  /// Takes away the room that is left.
  ///
  /// @param program that works on it
  /// @param bytes that may still be written
  void fill(ProcessHandle program, long bytes) throws IOException;

  /// Gives the room back.
  void free(ProcessHandle program) throws IOException;

  @Override
  default void close() throws IOException {}
}
