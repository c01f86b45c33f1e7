package org.seccatalogue.testkit;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.seccatalogue.finding.FindingCode;

/// Something that nobody may write, and what is found in it. Other records are named as `{outer}`,
/// by the names of [BadDrafts].
///
/// @param subject name of the record that is changed; [#NEW] for a new one
/// @param change what is asked of the record as it is, or of a valid new one
/// @param act with what else it is asked
/// @param pointer where it is found
/// @param cannotSay the doors that have no words for it
public record BadDraft(
    String name,
    String subject,
    UnaryOperator<Drafts> change,
    Act act,
    FindingCode code,
    String pointer,
    Set<Door> cannotSay) {

  public static final String NEW = "new";

  /// What goes with a draft.
  ///
  /// @param note why; empty: nothing is said
  public record Act(Kind kind, String note, String replacedBy) {

    /// What is asked for.
    public enum Kind {
      EDIT,
      EDITORIAL,
      WITHDRAWAL
    }

    static final Act EDIT = new Act(Kind.EDIT, "Because", "");
  }

  public boolean isNew() {
    return subject.equals(NEW);
  }

  /// What the doors answer.
  public String found() {
    return code + " " + pointer;
  }

  BadDraft not(Door... doors) {
    return new BadDraft(name, subject, change, act, code, pointer, Set.of(doors));
  }

  BadDraft as(Act other) {
    return new BadDraft(name, subject, change, other, code, pointer, cannotSay);
  }

  @Override
  public String toString() {
    return name;
  }
}
