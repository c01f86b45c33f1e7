package org.seccatalogue.bundle.shown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.seccatalogue.zip.UnpackingLimits;

/// An archive of which no more than so many bytes are unpacked, whatever its directory says.
final class BoundedZip extends ZipFile {

  private final UnpackingLimits.Budget budget;

  BoundedZip(Path file, long most) throws IOException {
    super(file.toFile());
    budget = new UnpackingLimits.Budget(most);
  }

  @Override
  public InputStream getInputStream(ZipEntry entry) throws IOException {
    return budget.counting(super.getInputStream(entry));
  }
}
