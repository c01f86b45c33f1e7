package org.seccatalogue.revision.numbering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;

/// The numbers that the records of branches get when some of them are given: each follows the
/// record above it, and one whose number is needed takes the next free one.
final class BranchNumbers {

  /// A record that gets another number.
  ///
  /// @param wanted the number that it would have, if that were free; absent when it has it
  record Change(BranchMember member, String from, String to, @Nullable String wanted) {}

  private final Map<RecordKey, String> fixed;
  private final List<BranchMember> members;
  private final Set<String> elsewhere;
  private final Map<RecordKey, String> before = new HashMap<>();
  private final Set<String> needed;
  private final Set<String> kept = new HashSet<>();
  private final Set<String> given = new HashSet<>();

  /// @param fixed the references that some of the members are given
  /// @param members each before those below it
  /// @param elsewhere the references of all other records
  BranchNumbers(Map<RecordKey, String> fixed, List<BranchMember> members, Set<String> elsewhere) {
    this.fixed = fixed;
    this.members = members;
    this.elsewhere = elsewhere;
    this.needed = Set.copyOf(fixed.values());
    Map<RecordKey, String> after = new HashMap<>();
    for (BranchMember member : members) {
      keep(before, member, member.reference());
      String wanted = wanted(member, after);
      keep(after, member, wanted);
      if (wanted != null && wanted.equals(member.reference())) {
        kept.add(wanted);
      }
    }
  }

  /// What a record is called; one without a reference hands on what is above it.
  private static void keep(
      Map<RecordKey, String> called, BranchMember member, @Nullable String reference) {
    String name = reference == null ? above(called, member) : reference;
    if (name != null) {
      called.put(member.key(), name);
    }
  }

  private static @Nullable String above(Map<RecordKey, String> called, BranchMember member) {
    return member.parent() == null ? null : called.get(member.parent());
  }

  private @Nullable String wanted(BranchMember member, Map<RecordKey, String> after) {
    String now = member.reference();
    if (now == null || fixed.containsKey(member.key())) {
      return fixed.get(member.key());
    }
    String was = above(before, member);
    String is = above(after, member);
    return was == null || is == null || !isBelow(now, was) ? now : is + now.substring(was.length());
  }

  /// Whether a number goes on from another one: `C.10` does not from `C.1`.
  private static boolean isBelow(String number, String above) {
    if (!number.startsWith(above) || number.length() == above.length()) {
      return false;
    }
    char last = above.charAt(above.length() - 1);
    char next = number.charAt(above.length());
    return !(Character.isDigit(last) && Character.isDigit(next))
        && !(Character.isLetter(last) && Character.isLetter(next));
  }

  /// All records that get another number, in their order.
  List<Change> changes() {
    Map<RecordKey, String> after = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (BranchMember member : members) {
      String now = member.reference();
      String wanted = wanted(member, after);
      String next = now == null || wanted == null ? null : free(member, wanted, now);
      keep(after, member, next);
      if (now != null && next != null && !next.equals(now)) {
        changes.add(new Change(member, now, next, next.equals(wanted) ? null : wanted));
      }
    }
    return changes;
  }

  private String free(BranchMember member, String wanted, String now) {
    String number = wanted;
    while (!fixed.containsKey(member.key()) && isTaken(number, now)) {
      number = NumberPlan.next(number);
    }
    given.add(number);
    return number;
  }

  private boolean isTaken(String number, String now) {
    return needed.contains(number)
        || given.contains(number)
        || elsewhere.contains(number)
        || (kept.contains(number) && !number.equals(now));
  }
}
