package org.seccatalogue.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Folders that nobody looks into but the account that the catalogue runs under: what people upload
/// is theirs.
public final class OwnerFolder {

  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

  private OwnerFolder() {}

  /// Makes a folder if it is not there, and closes one that is open to others.
  public static Path of(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !Files.getPosixFilePermissions(folder).equals(OWN)) {
      Files.setPosixFilePermissions(folder, OWN);
    }
    return folder;
  }
}
