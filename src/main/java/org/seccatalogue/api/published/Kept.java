package org.seccatalogue.api.published;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A finished answer: its bytes as they travel and the headers that belong to them.
///
/// @param tag strong: the digest of the uncoded bytes, with the coding
@SuppressWarnings("ArrayRecordComponent") // Nobody compares or changes them.
record Kept(byte[] bytes, String tag, Map<String, String> headers) {

  static Kept of(byte[] plain, Coding coding, Map<String, String> own) {
    Map<String, String> headers = new LinkedHashMap<>(own);
    String tag = tag(plain, coding);
    headers.put("ETag", tag);
    if (coding != Coding.IDENTITY) {
      headers.put("Content-Encoding", coding.word());
    }
    return new Kept(coding.encode(plain), tag, headers);
  }

  static String tag(byte[] plain, Coding coding) {
    String digest =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOf(sha256().digest(plain), 18));
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
    return bytes.length
        + headers.entrySet().stream()
            .mapToInt(
                e ->
                    e.getKey().getBytes(StandardCharsets.UTF_8).length
                        + e.getValue().getBytes(StandardCharsets.UTF_8).length)
            .sum();
  }
}
