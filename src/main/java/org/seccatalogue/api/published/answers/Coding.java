package org.seccatalogue.api.published.answers;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// In which form the bytes of an answer travel.
public enum Coding {
  BROTLI("br"),
  GZIP("gzip"),
  IDENTITY("identity");

  /// Below so many bytes nothing is gained.
  private static final int LEAST = 512;

  private static final int BROTLI_QUALITY = 5;
  private static final List<String> COMPRESSIBLE =
      List.of(
          "text/",
          "application/json",
          "application/problem+json",
          "application/atom+xml",
          "application/yaml",
          "application/xml",
          "application/schema+json",
          "image/svg+xml");

  private final String word;

  Coding(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static boolean compresses(String mediaType, int length) {
    return length >= LEAST && compresses(mediaType);
  }

  /// Whether a media type is one of texts.
  static boolean compresses(String mediaType) {
    return COMPRESSIBLE.stream().anyMatch(mediaType::startsWith);
  }

  /// The best that a client accepts; of those that it likes best, the smallest.
  static Coding accepted(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return IDENTITY;
    }
    Map<String, Double> weights = weights(acceptEncoding);
    Coding best = IDENTITY;
    double most = 0;
    for (Coding coding : usable()) {
      double weight = coding.weight(weights);
      if (weight > most) {
        best = coding;
        most = weight;
      }
    }
    return best;
  }

  private double weight(Map<String, Double> weights) {
    Double own = weights.get(word);
    if (own != null) {
      return own;
    }
    return this == IDENTITY ? 0 : weights.getOrDefault("*", 0.0);
  }

  private static List<Coding> usable() {
    return Brotli4jLoader.isAvailable() ? List.of(values()) : List.of(GZIP, IDENTITY);
  }

  private static Map<String, Double> weights(String acceptEncoding) {
    Map<String, Double> weights = new HashMap<>();
    for (String entry : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = entry.split(";", 2);
      weights.put(parts[0].strip(), parts.length == 1 ? 1 : weight(parts[1].strip()));
    }
    return weights;
  }

  private static double weight(String text) {
    return text.matches("q *= *[01](\\.[0-9]{0,3})?")
        ? Double.parseDouble(text.substring(text.indexOf('=') + 1).strip())
        : 0;
  }

  /// A stream whose bytes come coded to another one, which it closes.
  OutputStream encoding(OutputStream out) throws IOException {
    return switch (this) {
      case IDENTITY -> out;
      case GZIP -> new GZIPOutputStream(out);
      case BROTLI ->
          new BrotliOutputStream(out, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
    };
  }

  byte[] encode(byte[] bytes) {
    try {
      return switch (this) {
        case IDENTITY -> bytes;
        case GZIP -> gzip(bytes);
        case BROTLI -> Encoder.compress(bytes, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
