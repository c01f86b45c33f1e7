package org.seccatalogue.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The kinds of value that an attribute may have. A new kind is added here, and the compiler then
/// points at every switch that must know it.
public sealed interface AttributeType {

  /// One line of text of at most `maxLength` characters.
  record Line(int maxLength, @Nullable LinePattern pattern) implements AttributeType {}

  /// The form that a line must have.
  ///
  /// @param hint the form in words, as they follow "expected"
  record LinePattern(Pattern pattern, String hint) {
    public boolean matches(String line) {
      return pattern.matcher(line).find();
    }
  }

  /// Text of several lines, of at most `maxLength` characters.
  record Text(int maxLength) implements AttributeType {}

  /// A number. `decimals` is 0 for whole numbers and null when any number of places is allowed.
  record Numeric(
      @Nullable Double minimum,
      @Nullable Double maximum,
      @Nullable Integer decimals,
      @Nullable String unit)
      implements AttributeType {
    /// Whether only whole numbers are allowed.
    public boolean whole() {
      return decimals != null && decimals == 0;
    }
  }

  /// Yes or no.
  record Flag() implements AttributeType {}

  /// A calendar day, ISO 8601.
  record Date() implements AttributeType {}

  /// One code of a list.
  record Code(CodeList codes) implements AttributeType {}

  /// A value with its unit, such as 30 min; with `condition` also with words, such as "default".
  record Measure(List<String> units, boolean condition) implements AttributeType {}

  /// Another record, of one of these types; of any type when the list is empty. Its key is kept,
  /// whatever name it was given by.
  record Reference(List<String> types) implements AttributeType {}

  /// Several values of one kind.
  record ListOf(AttributeType item) implements AttributeType {}

  /// A code for each of several codes, such as a response time for each mode of operation.
  /// `keysFrom` names the attribute that holds exactly the codes that must have an entry.
  record CodeMap(CodeList keys, CodeList values, @Nullable String keysFrom)
      implements AttributeType {}

  /// A table with a row for each entry, such as the data items of a service request.
  record Table(List<Attribute> columns) implements AttributeType {
    /// The column that plays this role, if the table has one.
    public Optional<Attribute> playing(AttributeRole role) {
      return columns.stream().filter(column -> column.has(role)).findFirst();
    }
  }

  /// Whether values of it name other records.
  default boolean refers() {
    return switch (this) {
      case Reference _ -> true;
      case ListOf(AttributeType item) -> item.refers();
      case Table(List<Attribute> columns) -> columns.stream().anyMatch(c -> c.type().refers());
      case Line _, Text _, Numeric _, Flag _, Date _, Code _, Measure _, CodeMap _ -> false;
    };
  }

  /// The most characters of a text; no limit for what is no text.
  default int longest() {
    return switch (this) {
      case Line line -> line.maxLength();
      case Text text -> text.maxLength();
      case Numeric _,
          Flag _,
          Date _,
          Code _,
          Measure _,
          Reference _,
          ListOf _,
          CodeMap _,
          Table _ ->
          Integer.MAX_VALUE;
    };
  }

  /// The lists of codes of which it takes any, wherever in it.
  default Stream<CodeList> lists() {
    return switch (this) {
      case Code(CodeList codes) -> Stream.of(codes);
      case ListOf(AttributeType item) -> item.lists();
      case CodeMap(CodeList keys, CodeList values, String _) -> Stream.of(keys, values);
      case Table(List<Attribute> columns) -> columns.stream().flatMap(one -> one.type().lists());
      case Line _, Text _, Numeric _, Flag _, Date _, Measure _, Reference _ -> Stream.empty();
    };
  }

  /// The codes of an attribute that takes one or several of a list of that role.
  default Optional<CodeList> codes(CodeRole role) {
    return codeList().filter(codes -> codes.has(role));
  }

  /// The codes of an attribute that takes one or several of a list.
  default Optional<CodeList> codeList() {
    return switch (this) {
      case Code(CodeList codes) -> Optional.of(codes);
      case ListOf(Code(CodeList codes)) -> Optional.of(codes);
      case ListOf _,
          Line _,
          Text _,
          Numeric _,
          Flag _,
          Date _,
          Measure _,
          Reference _,
          CodeMap _,
          Table _ ->
          Optional.empty();
    };
  }
}
