package org.seccatalogue.baseline.freezing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much of the draft goes out with a selection.
///
/// @param types by the names of the record types of which it has records
/// @param linkNotes how many links between its records have a note, whether that goes out or not
/// @param reasons of how many withdrawn records that an earlier baseline holds the reason goes out
/// @param tree digest of its records, the root of their hash tree; absent where nobody has looked
/// @param digest of all of it: another one as soon as a record, a stage, a link or a reason is
///     another; absent where nobody has looked
public record Outgoing(
    Map<String, OfType> types,
    int linkNotes,
    int reasons,
    @Nullable String tree,
    @Nullable String digest) {

  /// What is published of each record besides its attributes, whatever its type, in words. It is
  /// what [FrozenRecord] has.
  public static final List<String> OF_EACH =
      List.of(
          "Key",
          "Record type",
          "Section and place in it",
          "Stage that the words reached",
          "Number of the revision",
          "Links to records of the baseline, with the revision that each is to");

  /// What the draft knows of each record and no choice publishes.
  public static final List<String> INSIDE_OF_EACH =
      List.of("Names of drafters", "Dates of changes", "Reasons of changes", "Earlier revisions");

  /// Nobody has counted, or there is nothing.
  static final Outgoing NOTHING = new Outgoing(Map.of(), 0, 0, null, null);

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
