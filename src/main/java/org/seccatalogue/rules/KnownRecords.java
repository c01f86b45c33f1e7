package org.seccatalogue.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// What the rules must know of the records that there are; each is asked once for a whole batch.
/// The lists that come in may have repeats, and names that are no record's.
public interface KnownRecords {

  /// The records with these keys or references, under the names that were asked for.
  Map<String, RecordHead> named(Collection<String> names);

  /// The records whose references end with each of these, below other numbers; of those alone with
  /// which one does.
  Map<String, List<RecordHead>> pathsTo(Collection<String> names);

  /// The records that alone had each of these references, which nobody has now.
  Map<String, RecordHead> formerly(Collection<String> names);

  /// The keys of the records above each of these, from its parent upwards. It ends even where the
  /// stored outline goes in a ring.
  Map<RecordKey, List<RecordKey>> above(Collection<RecordKey> keys);

  /// The keys of the records directly below each of these, in their order; the empty key stands for
  /// what is above all roots.
  Map<String, List<RecordKey>> below(Collection<String> parents);

  /// The main stages that records left when they began to wait, as far as their words had reached
  /// them; of those alone that left one.
  Map<RecordKey, String> stagesLeft(Collection<RecordKey> keys);

  /// With which reasons and replacements, by their keys, those of the records that are withdrawn
  /// were so; of those alone of which that was done last.
  Map<RecordKey, Intent.Withdrawal> withdrawals(Collection<RecordKey> keys);

  /// Of the records that stand directly below each of these and are still proposed what people call
  /// the first; of those alone below which one stands.
  ///
  /// @param except records that do not count
  Map<RecordKey, String> proposedBelow(Collection<RecordKey> keys, Collection<RecordKey> except);

  /// The records of a type whose references look like any of these, by what they have in common
  /// ([org.seccatalogue.record.number.Likeness]).
  Map<String, List<RecordHead>> alike(String type, Collection<String> references);

  /// The records, at most two, that have each of these values.
  Map<UniqueValue, List<RecordKey>> holders(Collection<UniqueValue> values);
}
