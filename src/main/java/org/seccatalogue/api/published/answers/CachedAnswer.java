package org.seccatalogue.api.published.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A finished answer: its bytes as they travel and the headers that belong to them. It can be sent
/// as often as is asked for.
///
/// @param tag strong: the digest of the uncoded bytes, with the coding
/// @param length of the body in digits
public record CachedAnswer(
    Buffer body, String mediaType, String tag, CharSequence length, List<Header> headers) {

  /// A header as it is sent.
  record Header(CharSequence name, CharSequence value) {}

  public CachedAnswer {
    headers = List.copyOf(headers);
  }

  /// @param own the headers that it has besides
  static CachedAnswer of(byte[] plain, Coding coding, String mediaType, Map<String, String> own) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", mediaType);
    headers.putAll(own);
    String tag = tag(plain, coding);
    headers.put("ETag", tag);
    if (coding != Coding.IDENTITY) {
      headers.put("Content-Encoding", coding.word());
    }
    byte[] coded = coding.encode(plain);
    return new CachedAnswer(
        Buffer.buffer(coded),
        mediaType,
        tag,
        HttpHeaders.createOptimized(String.valueOf(coded.length)),
        headers.entrySet().stream().map(e -> header(e.getKey(), e.getValue())).toList());
  }

  private static Header header(String name, String value) {
    return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
  }

  static String tag(byte[] plain, Coding coding) {
    MessageDigest digest = sha256();
    digest.update(plain);
    return tag(digest, coding);
  }

  /// @param plain has seen the uncoded bytes
  static String tag(MessageDigest plain, Coding coding) {
    String digest =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(plain.digest(), 18));
    return coding == Coding.IDENTITY
        ? "\"" + digest + "\""
        : "\"" + digest + "-" + coding.word() + "\"";
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether the client has it already.
  static boolean isHad(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(",", -1))
            .map(entry -> entry.strip().replaceFirst("^W/", ""))
            .anyMatch(entry -> entry.equals("*") || entry.equals(tag));
  }

  /// About how much memory it takes.
  int weight() {
    return body.length()
        + headers.stream().mapToInt(h -> h.name().length() + h.value().length()).sum();
  }
}
