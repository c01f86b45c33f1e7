package org.seccatalogue.baseline.standing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Withheld;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.schema.RecordType;

/// What a record says in a baseline, apart from its place. Two baselines say the same when what
/// both publish is the same: a value that one of them keeps inside changes nothing.
///
/// @param digest SHA-256 of it, 64 hexadecimal digits
/// @param content its canonical form; absent where all baselines publish the same of it
record Wording(String digest, RecordType type, Withheld withheld, @Nullable String content) {

  boolean says(Wording other) {
    if (digest.equals(other.digest)) {
      return true;
    }
    Withheld apart = withheld.between(other.withheld);
    return !apart.isNothing() && without(apart).equals(other.without(apart));
  }

  private String without(Withheld apart) {
    if (content == null) {
      return digest;
    }
    ObjectNode said = (ObjectNode) CanonicalJson.parse(content);
    said.remove("parent");
    apart.takeFrom(said, type);
    return CanonicalJson.text(said);
  }
}
