package org.seccatalogue.page.forms;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What stands in the form of a record: texts as they were typed, by the JSON pointer of what they
/// are for. Findings name the same pointers, and fields are called by them.
public final class TypedForm {

  static final String ATTRIBUTES = "/attributes/";
  static final String LINKS = "/links";
  static final String STAGE = "/stage";
  static final String PARENT = "/parent";
  static final String FIRST = "/first";
  static final String BEFORE = "/before";
  static final String AFTER = "/after";
  static final String EDITORIAL = "/editorial";

  /// A form has fewer fields than there are such numbers.
  private static final Pattern ROW = Pattern.compile("[0-9]{1,4}");

  private final Map<String, List<String>> texts;

  private TypedForm(Map<String, List<String>> texts) {
    this.texts = texts;
  }

  static TypedForm blank() {
    return new TypedForm(Map.of());
  }

  /// The fields of a form as the browser sent them.
  static TypedForm sent(MultivaluedMap<String, String> fields) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    fields.forEach(
        (name, values) -> {
          if (name.startsWith("/")) {
            texts.put(name, values.stream().map(TypedForm::withPlainLines).toList());
          }
        });
    return new TypedForm(texts);
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String withPlainLines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  TypedForm with(String pointer, List<String> values) {
    Map<String, List<String>> more = new LinkedHashMap<>(texts);
    more.put(pointer, List.copyOf(values));
    return new TypedForm(more);
  }

  TypedForm with(String pointer, String value) {
    return with(pointer, List.of(value));
  }

  String text(String pointer) {
    List<String> values = texts.getOrDefault(pointer, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  List<String> texts(String pointer) {
    return texts.getOrDefault(pointer, List.of());
  }

  /// Everything that is not blank at a pointer and below it.
  Map<String, List<String>> below(String pointer) {
    Map<String, List<String>> found = new TreeMap<>();
    texts.forEach(
        (name, values) -> {
          List<String> given =
              values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
          if ((name.equals(pointer) || name.startsWith(pointer + "/")) && !given.isEmpty()) {
            found.put(name, given);
          }
        });
    return found;
  }

  /// This form with all at a pointer and below it as in another.
  TypedForm taking(String pointer, TypedForm other) {
    Map<String, List<String>> mixed = new LinkedHashMap<>(texts);
    mixed.keySet().removeIf(name -> name.equals(pointer) || name.startsWith(pointer + "/"));
    mixed.putAll(other.below(pointer));
    return new TypedForm(mixed);
  }

  /// How many rows a table has, blank ones too.
  int rows(String pointer) {
    return texts.keySet().stream().mapToInt(name -> row(pointer, name) + 1).max().orElse(0);
  }

  /// This form with one more, blank, row.
  TypedForm withBlankRow(String pointer) {
    return with(pointer + "/" + rows(pointer), List.of());
  }

  /// This form without the blank rows of a table, so that rows count as those of the record do.
  TypedForm withoutBlankRows(String pointer) {
    Map<String, List<String>> kept = new LinkedHashMap<>(texts);
    SortedMap<Integer, List<String>> rows = new TreeMap<>();
    for (String name : texts.keySet()) {
      int row = row(pointer, name);
      if (row >= 0) {
        kept.remove(name);
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(name);
      }
    }
    int row = 0;
    for (List<String> names : rows.values()) {
      if (names.stream().anyMatch(this::isFilled)) {
        String to = pointer + "/" + row++;
        names.forEach(name -> kept.put(to + behindRow(pointer, name), texts(name)));
      }
    }
    return new TypedForm(kept);
  }

  private boolean isFilled(String name) {
    return texts(name).stream().anyMatch(value -> !value.isBlank());
  }

  private static String behindRow(String pointer, String name) {
    int slash = name.indexOf('/', pointer.length() + 1);
    return slash < 0 ? "" : name.substring(slash);
  }

  /// The row of a table that a field belongs to, or -1 when it belongs to none.
  private static int row(String pointer, String name) {
    if (!name.startsWith(pointer + "/")) {
      return -1;
    }
    String rest = name.substring(pointer.length() + 1);
    int slash = rest.indexOf('/');
    String number = slash < 0 ? rest : rest.substring(0, slash);
    return ROW.matcher(number).matches() ? Integer.parseInt(number) : -1;
  }
}
