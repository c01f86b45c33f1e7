package org.seccatalogue.baseline.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;

/// Reads filters by codes against the record types of a baseline.
final class CodeFilters {

  private static final List<String> FLAGS = List.of("true", "false");

  /// The codes that may stand under the name of a facet.
  private final Map<String, SequencedSet<String>> byFacet = new LinkedHashMap<>();

  /// The facets that say that a record has a code of an enumeration, by enumeration and code.
  private final Map<String, Map<String, SequencedSet<String>>> byEnumeration =
      new LinkedHashMap<>();

  /// The types of which an attribute refers to other records, by its name.
  private final Map<String, List<String>> referring = new LinkedHashMap<>();

  /// The lists of codes that an attribute may hold one of, by its name.
  private final Map<String, List<CodeList>> lists = new LinkedHashMap<>();

  private final Function<String, Meant> meant;

  /// @param meant finds the record of the baseline that a name means
  CodeFilters(CatalogueSchema schema, Function<String, Meant> meant) {
    this.meant = meant;
    schema.types().forEach(this::refers);
    schema.types().stream()
        .flatMap(type -> type.attributes().stream())
        .forEach(attribute -> add(attribute.name(), attribute));
  }

  /// References in cells of tables are not asked for.
  private void refers(RecordType type) {
    type.attributes().stream()
        .filter(attribute -> attribute.type().refers())
        .filter(attribute -> !(attribute.type() instanceof AttributeType.Table))
        .forEach(
            attribute ->
                referring
                    .computeIfAbsent(attribute.name(), _ -> new ArrayList<>())
                    .add(type.name()));
  }

  private void add(String name, Attribute attribute) {
    AttributeType type =
        attribute.type() instanceof AttributeType.ListOf list ? list.item() : attribute.type();
    switch (type) {
      case AttributeType.Code(CodeList codes) -> {
        lists.computeIfAbsent(name, _ -> new ArrayList<>()).add(codes);
        codes.codes().forEach(c -> add(name, c, codes, c));
      }
      case AttributeType.Flag _ -> FLAGS.forEach(flag -> add(name, flag, null, flag));
      case AttributeType.CodeMap map ->
          pairs(
              map,
              (key, value) -> {
                add(name + "." + key, value, map.keys(), key);
                add(name + "." + key, value, map.values(), value);
              });
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Date _,
          AttributeType.Measure _,
          AttributeType.Reference _,
          AttributeType.ListOf _,
          AttributeType.Table _ -> {}
    }
  }

  private static void pairs(AttributeType.CodeMap map, BiConsumer<String, String> each) {
    map.keys()
        .codes()
        .forEach(key -> map.values().codes().forEach(value -> each.accept(key, value)));
  }

  private void add(String facet, String code, @Nullable CodeList codes, String counted) {
    byFacet.computeIfAbsent(facet, _ -> new LinkedHashSet<>()).add(code);
    if (codes != null && codes.name() != null) {
      byEnumeration
          .computeIfAbsent(codes.name(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(counted, _ -> new LinkedHashSet<>())
          .add(facet + "=" + code);
    }
  }

  /// What the values of records must say: a record must have one of each group.
  AskedValues read(PublishedQuery query, AskedValues.@Nullable Late late, List<Finding> findings) {
    List<String[]> groups = new ArrayList<>();
    List<AskedValues.Referring> others = new ArrayList<>();
    byName(query.filter().attributes())
        .forEach(
            (name, values) -> {
              if (referring.containsKey(name)) {
                others.add(ofReferring(name, values, findings));
              } else {
                groups.add(ofAttribute(name, values, findings));
              }
            });
    byName(query.filter().codes())
        .forEach((name, codes) -> groups.add(ofEnumeration(name, codes, findings)));
    return new AskedValues(groups, others, late);
  }

  /// Of one type the value may be a code, of another a record. What is a code finds those that have
  /// it, as it always did: the key of the record that is called so finds the others.
  private AskedValues.Referring ofReferring(
      String name, List<String> values, List<Finding> findings) {
    SequencedSet<String> known = byFacet.getOrDefault(name, new LinkedHashSet<>());
    List<String> keys = new ArrayList<>();
    List<String> facets = new ArrayList<>();
    for (String value : values) {
      String code = code(name, value);
      if (known.contains(code)) {
        facets.add(name + "=" + code);
      } else {
        Meant record = meant.apply(value.replace('\0', ' '));
        record.one().ifPresent(head -> keys.add(head.key().toString()));
        if (record.one().isEmpty()) {
          String expected = "the key or reference of a record of the baseline";
          findings.add(record.finding(new Place.Parameter("attribute"), value, expected));
        }
      }
    }
    return new AskedValues.Referring(name, referring.getOrDefault(name, List.of()), keys, facets);
  }

  private static Map<String, List<String>> byName(List<PublishedQuery.Wanted> wanted) {
    return wanted.stream()
        .collect(
            Collectors.groupingBy(
                PublishedQuery.Wanted::name,
                LinkedHashMap::new,
                Collectors.mapping(PublishedQuery.Wanted::code, Collectors.toList())));
  }

  private String[] ofAttribute(String name, List<String> codes, List<Finding> findings) {
    SequencedSet<String> known = byFacet.get(name);
    if (known == null) {
      String expected =
          "an attribute with codes, as name:code; one of "
              + listed(byFacet)
              + "; or one that refers to records: "
              + listed(referring);
      refuse(findings, FindingCode.UNKNOWN_ATTRIBUTE, "attribute", name, expected);
      return new String[0];
    }
    codes.stream()
        .filter(code -> !known.contains(code(name, code)))
        .forEach(code -> unknown(findings, "attribute", name, code, known));
    return codes.stream().map(code -> name + "=" + code(name, code)).toArray(String[]::new);
  }

  /// The code that a text means, as in the draft: also by its label, and in small letters.
  private String code(String name, String text) {
    return lists.getOrDefault(name, List.of()).stream()
        .flatMap(codes -> codes.find(text).stream())
        .map(CodeList.Value::code)
        .findFirst()
        .orElse(text);
  }

  private String[] ofEnumeration(String name, List<String> codes, List<Finding> findings) {
    Map<String, SequencedSet<String>> known = byEnumeration.get(name);
    if (known == null) {
      String expected = "an enumeration, as name:code; one of " + listed(byEnumeration);
      refuse(findings, FindingCode.UNKNOWN_ATTRIBUTE, "code", name, expected);
      return new String[0];
    }
    codes.stream()
        .filter(code -> !known.containsKey(code))
        .forEach(code -> unknown(findings, "code", name, code, known.keySet()));
    return codes.stream()
        .filter(known::containsKey)
        .flatMap(code -> known.getOrDefault(code, new LinkedHashSet<>()).stream())
        .toArray(String[]::new);
  }

  private static String listed(Map<String, ?> names) {
    return String.join(", ", new TreeSet<>(names.keySet()));
  }

  private static void unknown(
      List<Finding> findings,
      String parameter,
      String name,
      String code,
      java.util.Collection<String> known) {
    String expected = "a code of " + name + ": one of " + String.join(", ", known);
    refuse(findings, FindingCode.UNKNOWN_CODE, parameter, name + ":" + code, expected);
  }

  private static void refuse(
      List<Finding> findings, FindingCode code, String parameter, String found, String expected) {
    findings.add(Finding.error(code, new Place.Parameter(parameter), found, expected));
  }
}
