package org.seccatalogue.document;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.RecordType;

/// A record as a specification prints it, wherever it was read from.
///
/// @param digest SHA-256 of its revision, 64 hexadecimal digits, where the source vouches for it
/// @param withdrawal why it was withdrawn and what replaces it, in sentences; empty where nothing
///     is known of that
public record SpecifiedRecord(
    RecordHead head,
    RecordType type,
    Attributes attributes,
    @Nullable String digest,
    String withdrawal) {

  /// One that was not withdrawn.
  public SpecifiedRecord(
      RecordHead head, RecordType type, Attributes attributes, @Nullable String digest) {
    this(head, type, attributes, digest, "");
  }

  /// The keys of the records that its attributes refer to.
  List<String> names() {
    return attributes.named(type);
  }

  /// The same with other names of these.
  SpecifiedRecord naming(UnaryOperator<String> otherName) {
    return new SpecifiedRecord(head, type, attributes.naming(type, otherName), digest, withdrawal);
  }

  public RecordKey key() {
    return head.key();
  }

  public String stage() {
    return head.stage();
  }
}
