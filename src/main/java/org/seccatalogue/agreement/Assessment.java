package org.seccatalogue.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;

/// What the administrator of an existing code or agreement makes of a chapter.
///
/// @param wider what it is about as a whole, where the chapter is only part of that
/// @param values all that it says beside the agreement and the chapter, in the order of its type
public record Assessment(RecordHead record, @Nullable RecordHead wider, List<Value> values) {

  public Assessment {
    values = List.copyOf(values);
  }

  /// One of them, in words.
  public record Value(String label, String text) {}
}
