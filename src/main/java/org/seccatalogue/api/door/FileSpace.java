package org.seccatalogue.api.door;

/// The bytes that temporary files may take of the disk, whether they are finished, being written,
/// or of no more use and still being sent.
public final class FileSpace {

  private final long most;
  private long used;

  public FileSpace(long most) {
    this.most = most;
  }

  /// Takes some, if so many are left.
  synchronized boolean take(long bytes) {
    boolean left = bytes <= most - used;
    if (left) {
      used += bytes;
    }
    return left;
  }

  synchronized void giveBack(long bytes) {
    used -= bytes;
  }

  public synchronized long used() {
    return used;
  }
}
