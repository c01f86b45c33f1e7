package org.seccatalogue.baseline.keys;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.signing.Signer;

/// What there is to sign with.
public sealed interface KeyOutcome {

  /// A key that signs.
  ///
  /// @param warning one sentence for people who freeze; absent when all is as it should be
  record Ready(Signer signer, @Nullable String warning) implements KeyOutcome {}

  /// Nothing can be signed.
  ///
  /// @param sentence why, and the way out
  record Missing(String sentence) implements KeyOutcome {}
}
