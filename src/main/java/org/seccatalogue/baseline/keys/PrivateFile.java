package org.seccatalogue.baseline.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// A file that its owner alone can read.
final class PrivateFile {

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateFile() {}

  /// Whether nobody but the owner can read or change a file, where the system tells.
  static boolean isOwnersAlone(Path file) throws IOException {
    return !knowsPermissions() || OWNER.containsAll(Files.getPosixFilePermissions(file));
  }

  /// Writes a text, so that it is whole and on the disk before it has its name. What was there
  /// under that name is replaced.
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
    Path unfinished = Files.createTempFile(folder, ".unfinished-", null, ownerAlone());
    try {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    keepName(folder);
  }

  /// Some systems write names of files down later than the files, unless they are asked to.
  private static void keepName(Path folder) throws IOException {
    if (knowsPermissions()) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ownerAlone() {
    return knowsPermissions()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean knowsPermissions() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
