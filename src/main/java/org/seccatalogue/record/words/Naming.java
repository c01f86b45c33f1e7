package org.seccatalogue.record.words;

import java.util.Collection;
import java.util.Map;
import org.seccatalogue.record.RecordHead;

/// Tells which record somebody means by a name.
public interface Naming {

  /// The record that a name means.
  Meant of(String name);

  /// The records that alone had each of these names, which nobody has now; of those alone that one
  /// had.
  Map<String, RecordHead> formerly(Collection<String> names);
}
