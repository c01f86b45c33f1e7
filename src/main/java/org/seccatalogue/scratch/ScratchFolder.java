package org.seccatalogue.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of one process, which holds a lock on a file in it for as long as it lives. The
/// operating system gives the lock back when the process ends, however it ends: so a folder whose
/// lock can be had is one whose process is gone. A number of a process would not tell, because
/// numbers are used again.
final class ScratchFolder {

  private static final String PREFIX = "process-";
  private static final String LOCK = "lock";

  /// Those of this process: to look at the lock of one would give it back.
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private ScratchFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Makes a folder below another one, and locks it. The lock is there before the folder has its
  /// name, so that nobody takes it for one that was left.
  static ScratchFolder open(Path root) throws IOException {
    OwnerFolder.of(root);
    Path made = Files.createTempDirectory(root, "new-");
    FileChannel channel =
        FileChannel.open(
            made.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw new IOException("The new folder " + made + " is locked by somebody else");
    }
    Path named = root.resolve(PREFIX + made.getFileName().toString().substring("new-".length()));
    OWN.add(named);
    return new ScratchFolder(Files.move(made, named), channel);
  }

  Path path() {
    return path;
  }

  /// Whether nobody has cleaned it away.
  boolean isThere() {
    return Files.exists(path.resolve(LOCK));
  }

  Path create() throws IOException {
    return Files.createTempFile(path, "", ".tmp");
  }

  /// Removes all of it.
  void remove() throws IOException {
    channel.close();
    delete(path);
    OWN.remove(path);
  }

  /// Removes the folders of processes that are gone.
  static void sweep(Path root) throws IOException {
    OwnerFolder.of(root);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "*")) {
      for (Path folder : folders) {
        if (!OWN.contains(folder) && isLeft(folder)) {
          delete(folder);
        }
      }
    }
  }

  private static boolean isLeft(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> content;
    try (Stream<Path> all = Files.walk(folder)) {
      content = all.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException e) {
      return;
    }
    for (Path file : content) {
      Files.deleteIfExists(file);
    }
  }
}
