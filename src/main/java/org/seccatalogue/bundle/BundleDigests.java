package org.seccatalogue.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The digests of the parts of a bundle.
public final class BundleDigests {

  private BundleDigests() {}

  /// SHA-256 of each part as 64 hexadecimal digits, by its path, in the order of the bundle.
  public static Map<String, String> of(Path bundle) throws IOException {
    return BundleContent.of(bundle).digests;
  }
}
