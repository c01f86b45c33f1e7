package org.seccatalogue.bundle.shown.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.seccatalogue.baseline.signing.Digests;

/// What a picture shows: the colour of each of its points, however a program has packed them.
public final class PicturePoints {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /// Four times those of the largest picture that is published.
  private static final long MOST = 30_000_000;

  /// Parts of a file that change no point of what is seen.
  private static final Set<String> PLAIN =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "pHYs", "sRGB", "iTXt", "tEXt", "zTXt", "tIME");

  /// What the pictures that were read last show, by their digests: those of a file that is verified
  /// and of what it is compared with are mostly the same, and have millions of points.
  private static final Cache<String, String> LAST = Caffeine.newBuilder().maximumSize(200).build();

  private PicturePoints() {}

  /// What it shows, in one line that is that of every file that shows the same, and of no other.
  public static String of(byte[] file) {
    if (Arrays.mismatch(file, SIGNATURE) != SIGNATURE.length) {
      return "no PNG, SHA-256 " + digest(file);
    }
    return LAST.get(digest(file), _ -> shown(file));
  }

  private static String shown(byte[] file) {
    try {
      return read(file);
    } catch (IOException | RuntimeException _) {
      return "a PNG that cannot be read, SHA-256 " + digest(file);
    }
  }

  private static String read(byte[] file) throws IOException {
    Set<String> parts = parts(file);
    parts.removeAll(PLAIN);
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      long points = (long) reader.getWidth(0) * reader.getHeight(0);
      String size = "%d × %d points".formatted(reader.getWidth(0), reader.getHeight(0));
      String shown =
          points > MOST
              ? size + ", which are too many to compare, SHA-256 " + digest(file)
              : size + ", SHA-256 of their colours " + digest(reader.read(0));
      return parts.isEmpty() ? shown : shown + ", with " + String.join(", ", parts);
    } finally {
      reader.dispose();
    }
  }

  /// The types of the chunks of which the file consists, up to its end.
  private static Set<String> parts(byte[] file) throws IOException {
    Set<String> types = new TreeSet<>();
    ByteBuffer bytes = ByteBuffer.wrap(file).position(SIGNATURE.length);
    while (bytes.remaining() >= 12 && !types.contains("IEND")) {
      int length = bytes.getInt();
      byte[] type = new byte[4];
      bytes.get(type);
      types.add(new String(type, StandardCharsets.ISO_8859_1));
      if (length < 0 || length > bytes.remaining() - 4) {
        throw new IOException("a part is longer than the file");
      }
      bytes.position(bytes.position() + length + 4);
    }
    return types;
  }

  private static String digest(BufferedImage image) {
    MessageDigest digest = Digests.sha256();
    ByteBuffer row = ByteBuffer.allocate(image.getWidth() * Integer.BYTES);
    for (int y = 0; y < image.getHeight(); y++) {
      row.clear();
      row.asIntBuffer().put(image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth()));
      digest.update(row.array());
    }
    return Digests.hex(digest.digest());
  }

  private static String digest(byte[] file) {
    return Digests.hex(Digests.sha256().digest(file));
  }
}
