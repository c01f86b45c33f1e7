package org.seccatalogue.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.signing.Jws;

/// Tells whether a file is the manifest of a baseline, or its signature.
final class ManifestCheck {

  private static final int LARGEST = 4 << 20;
  private static final int MOST_FLIPPED = 16;
  private static final int BEGINNING = 200;
  private static final Verdict NONE = new Verdict.Unknown(Verdict.Unknown.UNTOLD);

  private final List<Baseline> baselines;
  private final Map<String, byte[]> keys;

  /// @param keys the 32 bytes of each public key, by its id
  ManifestCheck(List<Baseline> baselines, Map<String, byte[]> keys) {
    this.baselines = baselines;
    this.keys = keys;
  }

  Verdict check(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      return NONE;
    }
    byte[] content = Files.readAllBytes(file);
    return nearest(content)
        .map(near -> near.verdict(content))
        .or(() -> named(content))
        .orElse(NONE);
  }

  /// A manifest or signature that a file is, but for some bytes.
  private record Near(Baseline baseline, boolean signature, int flipped) {

    Verdict verdict(byte[] content) {
      String what = signature ? "The signed manifest" : "The manifest";
      return flipped == 0
          ? new Verdict.Authentic(what, baseline.name(), baseline.digest(), null, List.of())
          : different(content, baseline, signature);
    }
  }

  private Optional<Near> nearest(byte[] content) {
    return baselines.stream()
        .flatMap(
            baseline ->
                Stream.of(false, true)
                    .map(
                        signature ->
                            new Near(
                                baseline,
                                signature,
                                different(content, expected(baseline, signature)))))
        .min(Comparator.comparingInt(Near::flipped))
        .filter(near -> near.flipped() <= MOST_FLIPPED);
  }

  private static byte[] expected(Baseline baseline, boolean signature) {
    String text = signature ? baseline.signature() : baseline.manifest();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// How many bytes differ, and very many when one is longer.
  private static int different(byte[] content, byte[] expected) {
    if (content.length != expected.length) {
      return Integer.MAX_VALUE;
    }
    int different = 0;
    for (int i = 0; i < content.length; i++) {
      different += content[i] == expected[i] ? 0 : 1;
    }
    return different;
  }

  /// What looks like a manifest or a signature, and says of which baseline.
  private Optional<Verdict> named(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).strip();
    boolean signature = text.startsWith("eyJ");
    if (!signature && !text.startsWith("{")) {
      return Optional.empty();
    }
    String payload =
        switch (Jws.verify(text, Jws.Statement.MANIFEST, keys)) {
          case Jws.Verdict.Genuine(var _, String signed) -> signed;
          case Jws.Verdict.UnknownKey _, Jws.Verdict.Broken _ -> text;
        };
    return baselines.stream()
        .filter(baseline -> isOf(payload, baseline))
        .findFirst()
        .map(baseline -> different(content, baseline, signature));
  }

  private static boolean isOf(String payload, Baseline baseline) {
    String signature = baseline.signature();
    return payload.contains(baseline.digest())
        || payload.contains("\"id\":\"" + baseline.id() + "\"")
        || payload.startsWith(signature.substring(0, Math.min(BEGINNING, signature.length())));
  }

  private static Verdict different(byte[] content, Baseline baseline, boolean signature) {
    TextComparison.Texts differing =
        TextComparison.of(
            new TextComparison.Texts(
                signature ? baseline.signature() : baseline.manifest(),
                new String(content, StandardCharsets.UTF_8)));
    return new Verdict.Different(
        signature ? "The signed manifest" : "The manifest",
        "This is not the manifest that was signed.",
        baseline.name(),
        baseline.digest(),
        List.of(
            new Deviation(
                null,
                "",
                "It does not say what was signed.",
                differing.expected(),
                differing.found())));
  }
}
