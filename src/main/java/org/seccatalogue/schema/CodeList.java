package org.seccatalogue.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The codes that a value may take, in their order.
public final class CodeList {

  /// One code.
  ///
  /// @param alias a later or other name of the same thing
  /// @param open whether something is still awaited at it
  public record Value(String code, String label, @Nullable String alias, boolean open) {}

  private final @Nullable String name;
  private final String label;
  private final @Nullable CodeRole role;
  private final List<Value> values;
  private final List<String> codes;
  private final Map<String, Value> byText = new LinkedHashMap<>();

  /// Those codes that mean themselves, as they are written.
  private final Map<String, Value> byCode = new LinkedHashMap<>();

  /// What people call the codes, where that leads back to them.
  private final Map<String, String> called = new HashMap<>();

  CodeList(@Nullable String name, String label, @Nullable CodeRole role, List<Value> values) {
    this.name = name;
    this.label = label;
    this.role = role;
    this.values = List.copyOf(values);
    this.codes = values.stream().map(Value::code).toList();
    values.forEach(value -> byText.put(folded(value.code()), value));
    values.forEach(value -> byText.putIfAbsent(folded(value.label()), value));
    values.stream()
        .filter(value -> value.alias() != null)
        .forEach(value -> byText.putIfAbsent(folded(String.valueOf(value.alias())), value));
    byText.values().stream()
        .filter(value -> value.equals(byText.get(folded(value.code()))))
        .forEach(value -> byCode.put(value.code(), value));
    byCode.values().forEach(value -> called.put(value.code(), unmistakable(value)));
  }

  private String unmistakable(Value value) {
    return find(value.label()).filter(found -> found.code().equals(value.code())).isPresent()
        ? value.label()
        : value.code();
  }

  /// A list that stands in a type file itself: its codes are their own labels.
  static CodeList inline(List<String> codes) {
    return new CodeList(
        null, "", null, codes.stream().map(code -> new Value(code, code, null, false)).toList());
  }

  /// Name of the enumeration, or null for a list that stands in a type file.
  public @Nullable String name() {
    return name;
  }

  public String label() {
    return label;
  }

  /// Whether its codes are that to the pages for readers.
  public boolean has(CodeRole wanted) {
    return role == wanted;
  }

  public List<Value> values() {
    return values;
  }

  public List<String> codes() {
    return codes;
  }

  /// The value with exactly this code.
  public Optional<Value> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /// The value that a person means: by code, label or alias, whatever its case.
  public Optional<Value> find(String text) {
    Value exact = byCode.get(text);
    return Optional.ofNullable(exact == null ? byText.get(folded(text)) : exact);
  }

  /// The label of a code; the code itself when it is not in the list.
  public String labelOf(String code) {
    return byCode(code).map(Value::label).orElse(code);
  }

  /// The label of a code, where a person who writes it means the code; else the code itself.
  public String wordOf(String code) {
    return called.getOrDefault(code, code);
  }

  /// Whether something is still awaited at a code.
  public boolean isOpen(String code) {
    return byCode(code).filter(Value::open).isPresent();
  }

  /// The codes in words, for a message.
  public String listed() {
    return values.stream().map(Value::code).collect(Collectors.joining(", "));
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
