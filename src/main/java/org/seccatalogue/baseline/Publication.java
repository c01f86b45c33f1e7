package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.record.CanonicalJson;

/// An entry of the record of publications: what was done, when, by whom. Each holds the hash of the
/// one before, so that none can be changed or taken out unseen.
///
/// @param sequence counted from 1
/// @param baseline id of the baseline
/// @param digest of the baseline, 64 hexadecimal digits
/// @param successor id of the baseline that takes the place of a superseded one
/// @param previous hash of the entry before; of the first one 64 zeros
/// @param hash SHA-256 of the other members as canonical JSON
public record Publication(
    int sequence,
    PublicationAction act,
    String baseline,
    String digest,
    Instant at,
    String by,
    @Nullable String reason,
    @Nullable String successor,
    String previous,
    String hash) {

  public static final String NONE_BEFORE = "0".repeat(64);

  /// An entry that follows another.
  public static Publication after(
      int sequence,
      String previous,
      PublicationAction act,
      Baseline baseline,
      Instant at,
      String by,
      @Nullable String reason,
      @Nullable Baseline successor) {
    Publication unhashed =
        new Publication(
            sequence,
            act,
            baseline.id(),
            baseline.digest(),
            at,
            by,
            reason,
            successor == null ? null : successor.id(),
            previous,
            "");
    return unhashed.withHash(unhashed.expectedHash());
  }

  private Publication withHash(String value) {
    return new Publication(
        sequence, act, baseline, digest, at, by, reason, successor, previous, value);
  }

  /// The hash that the other members ask for.
  public String expectedHash() {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("sequence", sequence)
            .put("act", act.name())
            .put("baseline", baseline)
            .put("digest", digest)
            .put("at", at.toString())
            .put("by", by)
            .put("previous", previous);
    if (reason != null) {
      node.put("reason", reason);
    }
    if (successor != null) {
      node.put("successor", successor);
    }
    return Digests.hex(Digests.sha256(CanonicalJson.text(node)));
  }
}
