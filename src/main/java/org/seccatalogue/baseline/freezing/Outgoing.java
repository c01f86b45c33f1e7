package org.seccatalogue.baseline.freezing;

import java.util.Map;

/// How much of the draft goes out with a selection.
///
/// @param types by the names of the record types of which it has records
/// @param linkNotes how many links between its records have a note, whether that goes out or not
public record Outgoing(Map<String, OfType> types, int linkNotes) {

  /// Nobody has counted, or there is nothing.
  static final Outgoing NOTHING = new Outgoing(Map.of(), 0);

  private static final OfType NONE = new OfType(0, Map.of());

  public Outgoing {
    types = Map.copyOf(types);
  }

  /// Records of one type.
  ///
  /// @param values how many of them have a value that goes out, by the codes of the internal
  ///     attributes that were chosen
  public record OfType(int records, Map<String, Integer> values) {

    public OfType {
      values = Map.copyOf(values);
    }

    /// How many records have a value of an internal attribute that was chosen.
    public int with(String code) {
      return values.getOrDefault(code, 0);
    }
  }

  public OfType of(String type) {
    return types.getOrDefault(type, NONE);
  }
}
