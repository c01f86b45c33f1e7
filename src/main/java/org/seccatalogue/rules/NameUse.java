package org.seccatalogue.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// For what a draft names another record.
sealed interface NameUse {

  /// What is wrong with it.
  record Wrong(FindingCode code, String expected) {}

  /// What a name that is no record's should have been.
  default Wrong unknown() {
    return new Wrong(FindingCode.UNKNOWN_RECORD, "the key or reference of a record");
  }

  /// What is wrong with a number that is only part of what records are called.
  ///
  /// @param ending the records that are called by paths which end with it
  default Wrong ambiguous(List<RecordHead> ending) {
    return ending.isEmpty()
        ? unknown()
        : new Wrong(
            FindingCode.AMBIGUOUS,
            Numbering.choice(ending.stream().map(RecordHead::name).toList()));
  }

  /// What is wrong with a name that no record has.
  ///
  /// @param ending the records that are called by paths which end with it
  /// @param formerly the record that alone had it before
  default Wrong missing(List<RecordHead> ending, @Nullable RecordHead formerly) {
    return formerly == null || !ending.isEmpty()
        ? ambiguous(ending)
        : new Wrong(
            FindingCode.REFERENCE_PASSED,
            "%s, the present reference of what was called so".formatted(formerly.name()));
  }

  /// What is wrong when the name is that of a record of a type.
  ///
  /// @param comesLater whether a later draft makes it
  Optional<Wrong> judge(String type, boolean comesLater);

  /// To stand below it.
  record AsParent() implements NameUse {
    @Override
    public Optional<Wrong> judge(String type, boolean comesLater) {
      return comesLater
          ? Optional.of(
              new Wrong(FindingCode.BAD_PLACE, "a record that is there, or comes before this one"))
          : Optional.empty();
    }
  }

  /// To link to it.
  record InLink(LinkRule rule, RecordType source) implements NameUse {
    @Override
    public Optional<Wrong> judge(String type, boolean comesLater) {
      return rule.allows(source.name(), type)
          ? Optional.empty()
          : Optional.of(
              new Wrong(
                  FindingCode.BAD_LINK,
                  "a record to which one of type “%s” may be linked by “%s”"
                      .formatted(source.label(), rule.label())));
    }
  }

  /// As the value of an attribute.
  ///
  /// @param types names of the types that it may have; empty: any
  /// @param called what people call these types
  record InValue(List<String> types, List<String> called) implements NameUse {
    @Override
    public Wrong unknown() {
      return new Wrong(
          FindingCode.UNKNOWN_RECORD,
          "the key or reference of " + (types.isEmpty() ? "a record" : ofTypes()));
    }

    /// Only records of these types are meant.
    @Override
    public Wrong ambiguous(List<RecordHead> ending) {
      List<RecordHead> meant = ending.stream().filter(head -> allows(head.type())).toList();
      return meant.isEmpty()
          ? unknown()
          : new Wrong(
              FindingCode.AMBIGUOUS,
              meant.stream()
                  .map(head -> "“%s” (%s)".formatted(head.name(), head.key()))
                  .collect(Collectors.joining(" or ", "the key or the path of the record: ", "")));
    }

    private boolean allows(String type) {
      return types.isEmpty() || types.contains(type);
    }

    private String ofTypes() {
      return called.stream().collect(Collectors.joining("” or “", "a record of type “", "”"));
    }

    @Override
    public Optional<Wrong> judge(String type, boolean comesLater) {
      return allows(type)
          ? Optional.empty()
          : Optional.of(new Wrong(FindingCode.WRONG_TYPE, ofTypes()));
    }
  }

  /// What is wrong with a name that stands for a record of a type, or for none.
  default Optional<Wrong> judge(@Nullable String type) {
    return type == null ? Optional.of(unknown()) : judge(type, false);
  }
}
