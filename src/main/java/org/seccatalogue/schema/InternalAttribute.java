package org.seccatalogue.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// An attribute, or a column of a table, that is not published unless somebody chooses it.
///
/// @param type name of the record type, or [#SHARED] for what all requirements share
/// @param column absent for a whole attribute
/// @param label what it is called on screen, with its table before it
/// @param chosen whether it was chosen to go out
public record InternalAttribute(
    String type, String attribute, @Nullable String column, String label, boolean chosen) {

  /// Stands for the types of all requirements, in place of the name of one.
  public static final String SHARED = "*";

  /// What it is called in requests and manifests, such as `*.owner` or `option-set.options.state`.
  public String code() {
    return type + "." + attribute + (column == null ? "" : "." + column);
  }

  /// Whether records of a type have it.
  public boolean isOf(RecordType other) {
    return type.equals(SHARED) ? other.kind() == TypeKind.REQUIREMENT : other.name().equals(type);
  }

  /// Whether the values of a record have one of it; of a column, whether any row has.
  public boolean isIn(JsonNode attributes) {
    JsonNode value = attributes.path(attribute);
    return column == null
        ? !value.isMissingNode()
        : value.valueStream().anyMatch(row -> row.has(column));
  }
}
