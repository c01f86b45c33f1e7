package org.seccatalogue.map.sheet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The pictures that were drawn last. The figure of a specification is drawn for its document, for
/// the bundle that holds it and for whoever verifies either, and to draw it takes most of the time
/// of a document.
final class DrawnPages {

  /// Some twenty of them.
  private static final int MOST_BYTES = 16 << 20;

  private static final Cache<String, byte[]> DRAWN =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String _, byte[] picture) -> picture.length)
          .build();

  private DrawnPages() {}

  /// Draws a page.
  interface Drawer {
    byte[] draw() throws IOException;
  }

  /// The picture of a page, drawn now only if it is not one of the last.
  ///
  /// @param page as PDF: one page with the same bytes looks the same and says the same
  /// @param how the picture is made, and what it says besides what its page says
  static byte[] of(byte[] page, String how, Drawer drawer) throws IOException {
    try {
      return DRAWN.get(how + " " + digest(page), _ -> drawn(drawer));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static byte[] drawn(Drawer drawer) {
    try {
      return drawer.draw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] page) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(page));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
