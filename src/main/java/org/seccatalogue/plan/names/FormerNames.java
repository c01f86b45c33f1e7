package org.seccatalogue.plan.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.RecordType;

/// The names in a row that nobody exported which other records had before. Where another has such a
/// name now, or the row would give it to one, its writer is asked what was meant; where nobody has
/// it, it leads to who had it, and its writer is told.
public final class FormerNames {

  private final Map<String, RecordHead> named;
  private final Map<String, Set<String>> former;
  private final Set<String> taken;
  private final List<Finding> findings = new ArrayList<>();
  private boolean asked;

  /// @param named the records that names and keys stand for now
  /// @param former the keys of the records that had a name before
  /// @param taken names that earlier rows give to their own records; one that a row takes comes to
  ///     them
  public FormerNames(
      Map<String, RecordHead> named, Map<String, Set<String>> former, Set<String> taken) {
    this.taken = taken;
    this.named = named;
    this.former = former;
  }

  /// Looks at a name that a row says of another record.
  public void ask(@Nullable String name, Place cell) {
    Set<String> keys = name == null ? null : former.get(name);
    if (name == null || keys == null || taken.contains(name)) {
      return;
    }
    if (named.containsKey(name)) {
      String now = "it was " + called(keys) + " and is " + called(named.get(name), name) + " now";
      add(cell, name, "a name that means what its writer meant, such as a key: " + now);
    } else if (keys.size() == 1) {
      RecordHead head = named.get(keys.iterator().next());
      if (head != null) {
        findings.add(
            Finding.warning(
                FindingCode.REFERENCE_PASSED,
                cell,
                name,
                head.name() + ", the present reference of what was called so; it is read as that"));
      }
    }
  }

  /// Looks at the section in which new records of a type stand where nobody says another: its
  /// number came with the program, and people may have given it to another section since.
  ///
  /// @param passed the names that people gave to other records
  public void askUnsaid(RecordType type, Place row, Set<String> passed) {
    String name = type.section();
    Set<String> keys = name == null ? null : former.get(name);
    RecordHead now = name == null ? null : named.get(name);
    if (name != null
        && keys != null
        && now != null
        && passed.contains(name)
        && !taken.contains(name)) {
      String unsaid =
          "a section in the row: new records of this type stand in %s where none is said; it was %s and is %s now"
              .formatted(name, called(keys), called(now, name));
      asked = true;
      findings.add(Finding.warning(FindingCode.REFERENCE_PASSED, row, null, unsaid + Guard.ALONE));
    }
  }

  /// Looks at the reference that a row gives to its own record.
  ///
  /// @param found whether the row was found by its key or its title, and not by this reference
  /// @param record key of the record; absent of a new one
  public void askOwn(@Nullable String name, Place cell, boolean found, @Nullable String record) {
    Set<String> keys = name == null ? null : former.get(name);
    if (name == null || keys == null) {
      return;
    }
    if (!named.containsKey(name)) {
      if (record == null || !keys.contains(record)) {
        String lost = " of " + called(keys) + ", to which it leads as long as nobody has it";
        add(cell, name, "a reference that no other record had: it was that" + lost);
        taken.add(name);
      }
    } else if (!found) {
      ask(name, cell);
    }
  }

  private void add(Place cell, String name, String expected) {
    asked = true;
    findings.add(Finding.warning(FindingCode.REFERENCE_PASSED, cell, name, expected + Guard.ALONE));
  }

  /// Whether only people can tell what is meant.
  public boolean isAsked() {
    return asked;
  }

  public List<Finding> findings() {
    return findings;
  }

  private String called(Set<String> keys) {
    return keys.stream()
        .sorted()
        .map(key -> called(named.get(key), key))
        .collect(Collectors.joining(" and "));
  }

  private static String called(@Nullable RecordHead head, String name) {
    return head == null ? name : "“" + head.title() + "” (" + head.key() + ")";
  }
}
