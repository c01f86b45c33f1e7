package org.seccatalogue.map.sheet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Tells where a picture is not the one that it should be: which of its texts, or which place.
public final class PngComparison {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int FRAME = 12;
  private static final double MM_PER_DOT = 25.4 / PngFile.DOTS_PER_INCH;
  private static final String SIZE = "IHDR";
  private static final String POINTS = "IDAT";
  private static final String TEXT = "iTXt ";
  private static final String OTHERWISE = "It is not as it is made from the baseline.";

  private static final FileDifference PACKED_AGAIN =
      difference("The picture", "It was packed in another way; it shows the same.");

  private PngComparison() {}

  /// Whether it is a picture.
  public static boolean isPicture(byte[] file) {
    return Arrays.mismatch(file, SIGNATURE) == SIGNATURE.length;
  }

  /// The parts that are not as they should be; none where all are.
  ///
  /// @param expected a picture that was written here
  public static List<FileDifference> of(byte[] expected, byte[] found) {
    if (!isPicture(found)) {
      return List.of(difference("The beginning of the file", "It is not that of a picture."));
    }
    Map<String, Chunk> should = chunks(expected);
    Map<String, Chunk> is = chunks(found);
    List<FileDifference> all = new ArrayList<>();
    should.forEach(
        (chunk, content) -> {
          Chunk other = is.get(chunk);
          if (!content.equals(other) && !chunk.equals(POINTS)) {
            all.add(chunk(chunk, content, other));
          }
        });
    is.keySet().stream()
        .filter(chunk -> !should.containsKey(chunk))
        .forEach(chunk -> all.add(difference(named(chunk), "It should not be there.")));
    if (!Objects.equals(should.get(POINTS), is.get(POINTS))
        && Objects.equals(should.get(SIZE), is.get(SIZE))) {
      all.add(points(expected, found));
    }
    return all;
  }

  /// Whether all that a picture shows and says is what it should be, and only its points are packed
  /// in another way: nothing else is in the file, and every program must unpack it alike.
  ///
  /// @param expected a picture that was written here
  public static boolean isPackedAgain(byte[] expected, byte[] found) {
    if (!isPicture(found) || !PngParts.isSound(found)) {
      return false;
    }
    List<FileDifference> all = of(expected, found);
    return all.size() == 1 && all.getFirst().equals(PACKED_AGAIN);
  }

  /// What a chunk holds, and the sum of that.
  private record Chunk(String content, String sum) {

    Chunk and(Chunk next) {
      return new Chunk(content + sum + next.content, next.sum);
    }

    /// The text of a chunk that has one, neither packed nor translated: behind its keyword stand
    /// three more bytes that end with zeros.
    String words() {
      int start = content.indexOf('\0') + 3;
      for (int parts = 0; parts < 2 && start < content.length(); parts++) {
        int end = content.indexOf('\0', start);
        start = end < 0 ? start : end + 1;
      }
      byte[] text =
          content
              .substring(Math.min(start, content.length()))
              .getBytes(StandardCharsets.ISO_8859_1);
      return new String(text, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
    }
  }

  /// All chunks, by their types and keywords.
  private static Map<String, Chunk> chunks(byte[] file) {
    Map<String, Chunk> chunks = new LinkedHashMap<>();
    ByteBuffer bytes = ByteBuffer.wrap(file).position(SIGNATURE.length);
    while (bytes.remaining() >= FRAME) {
      int length = bytes.getInt();
      String type = text(bytes, 4);
      int left = bytes.remaining() - 4;
      String content = text(bytes, length < 0 || length > left ? left : length);
      String sum = text(bytes, 4);
      int end = content.indexOf('\0');
      String name = type.equals(TEXT.strip()) && end >= 0 ? TEXT + content.substring(0, end) : type;
      chunks.merge(name, new Chunk(content, sum), Chunk::and);
    }
    return chunks;
  }

  private static String text(ByteBuffer bytes, int length) {
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static FileDifference chunk(String name, Chunk expected, @Nullable Chunk found) {
    String words = expected.words();
    String other = found == null ? null : found.words();
    return name.startsWith(TEXT) && !words.equals(other)
        ? new FileDifference(named(name), OTHERWISE, words, other)
        : difference(named(name), OTHERWISE);
  }

  private static String named(String chunk) {
    if (chunk.startsWith(TEXT)) {
      return "The text “" + chunk.substring(TEXT.length()) + "” of the file";
    }
    return chunk.equals(SIZE) ? "The size of the picture" : "The part " + chunk + " of the file";
  }

  private static FileDifference difference(String part, String what) {
    return new FileDifference(part, what, null, null);
  }

  /// Both have the same size.
  private static FileDifference points(byte[] expected, byte[] found) {
    try {
      return place(read(expected), read(found));
    } catch (IOException | RuntimeException _) {
      return difference("The picture", "It cannot be unpacked.");
    }
  }

  private static BufferedImage read(byte[] file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static FileDifference place(BufferedImage expected, BufferedImage found) {
    int left = expected.getWidth();
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < expected.getHeight(); y++) {
      int[] should = row(expected, y);
      int[] is = row(found, y);
      int first = Arrays.mismatch(should, is);
      if (first >= 0) {
        int last = should.length - 1;
        while (should[last] == is[last]) {
          last--;
        }
        left = Math.min(left, first);
        right = Math.max(right, last);
        top = top < 0 ? y : top;
        bottom = y;
      }
    }
    return right < 0
        ? PACKED_AGAIN
        : difference(
            "The picture, from %.0f to %.0f mm across and %.0f to %.0f mm down"
                .formatted(
                    left * MM_PER_DOT,
                    (right + 1) * MM_PER_DOT,
                    top * MM_PER_DOT,
                    (bottom + 1) * MM_PER_DOT),
            OTHERWISE);
  }

  private static int[] row(BufferedImage image, int y) {
    return image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
  }
}
