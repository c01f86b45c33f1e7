package org.seccatalogue.revision.numbering;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;

/// A record of a branch.
///
/// @param path where it stands in the outline
/// @param version counts every change of it
record BranchMember(
    RecordKey key,
    String type,
    String title,
    @Nullable String reference,
    @Nullable RecordKey parent,
    String path,
    long version) {

  boolean isIn(BranchMember head) {
    return (path + ".").startsWith(head.path() + ".");
  }

  /// What people call it.
  String name() {
    return reference == null ? key.toString() : reference;
  }
}
