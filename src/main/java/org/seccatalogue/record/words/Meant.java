package org.seccatalogue.record.words;

import java.util.List;
import java.util.Optional;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.number.Numbering;

/// Which record somebody means by a name: by a key, a reference, or the number at the end of one.
public sealed interface Meant {

  /// This one.
  record One(RecordHead head) implements Meant {}

  /// One of several, so that it has to be asked which.
  ///
  /// @param why why the name may mean each of them
  record OneOf(List<RecordHead> heads, Why why) implements Meant {
    public OneOf {
      heads = List.copyOf(heads);
    }

    private String expected() {
      List<String> names = heads.stream().map(RecordHead::name).toList();
      return switch (why) {
        case LAST_NUMBER -> Numbering.choice(names);
        case FORMER -> Numbering.choiceOfPresent(names);
      };
    }
  }

  /// Why a name may mean several records.
  enum Why {
    /// It is the number at the end of their references.
    LAST_NUMBER,
    /// Each of them had it, and none has it now.
    FORMER
  }

  /// None: nothing is called so.
  record Nobody() implements Meant {}

  /// One of the records whose references end with a number; nobody where there are none.
  static Meant byNumber(List<RecordHead> heads) {
    return heads.isEmpty() ? new Nobody() : new OneOf(heads, Why.LAST_NUMBER);
  }

  /// The record that had a reference which nobody has now, where only one had it.
  static Meant byFormer(List<RecordHead> heads) {
    return switch (heads.size()) {
      case 0 -> new Nobody();
      case 1 -> new One(heads.getFirst());
      default -> new OneOf(heads, Why.FORMER);
    };
  }

  /// The record, where it is clear.
  default Optional<RecordHead> one() {
    return switch (this) {
      case One(RecordHead head) -> Optional.of(head);
      case OneOf _, Nobody _ -> Optional.empty();
    };
  }

  /// What would say it, where several may be meant.
  default Optional<String> question() {
    return switch (this) {
      case OneOf several -> Optional.of(several.expected());
      case One _, Nobody _ -> Optional.empty();
    };
  }

  /// What is wrong with a name that does not mean one record.
  ///
  /// @param known what is expected where nothing is called so
  default Finding finding(Place place, String said, String known) {
    return question()
        .map(expected -> Finding.error(FindingCode.AMBIGUOUS, place, said, expected))
        .orElseGet(() -> Finding.error(FindingCode.UNKNOWN_RECORD, place, said, known));
  }
}
