package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.seccatalogue.zip.UnpackingLimits;

/// How much is read of a file that is verified: it is unpacked no further than a workbook is that
/// is imported.
@ApplicationScoped
class VerificationLimits {

  static final String COMPARED = "catalogue.verify.compared-bytes";

  private final long compared;
  private final UnpackingLimits unpacking;

  VerificationLimits(
      @ConfigProperty(name = COMPARED, defaultValue = "50000000") long compared,
      @ConfigProperty(name = "catalogue.import.unpacked-bytes", defaultValue = "2000000000")
          long unpacked,
      @ConfigProperty(name = "catalogue.import.ratio", defaultValue = "200") int ratio,
      @ConfigProperty(name = "catalogue.import.parts", defaultValue = "10000") int parts) {
    this.compared = compared;
    unpacking = new UnpackingLimits(unpacked, ratio, parts);
  }

  /// Most bytes of a file whose words are compared.
  long comparedBytes() {
    return compared;
  }

  UnpackingLimits unpacking() {
    return unpacking;
  }
}
