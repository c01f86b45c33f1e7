package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.Workflow;

/// Turns raw values into attributes that are valid by construction, or into every finding.
public final class RecordReader {

  private final RecordType type;
  private final String stage;
  private final Workflow workflow;
  private final @Nullable Attributes before;
  private final List<Finding> findings = new ArrayList<>();
  private final List<ReferenceUse> references = new ArrayList<>();

  private RecordReader(RecordType type, Asked asked) {
    this.type = type;
    this.stage = asked.stage();
    this.workflow = asked.workflow();
    this.before = asked.before();
  }

  /// What is asked of a record.
  ///
  /// @param stage the stage of which it is to have all values
  /// @param before what it says already: values that do not go together are left as they are there;
  ///     absent where nothing is left
  public record Asked(String stage, Workflow workflow, @Nullable Attributes before) {}

  /// Reads the raw values of a record of `type` at `stage`.
  public static Reading read(RecordType type, JsonNode raw, String stage, Workflow workflow) {
    return read(type, raw, new Asked(stage, workflow, null));
  }

  /// Reads the raw values of a record of which that is asked.
  public static Reading read(RecordType type, JsonNode raw, Asked asked) {
    return new RecordReader(type, asked).read(raw);
  }

  /// The normal form of one raw value, or null when it has none.
  public static @Nullable JsonNode normal(AttributeType kind, JsonNode raw) {
    return new ValueReader(new ArrayList<>(), new ArrayList<>()).read(kind, raw, "");
  }

  /// What is wrong with a reference by itself: as a value, and as what a record is called.
  ///
  /// @param pointer where it stands
  public static List<Finding> reference(RecordType type, String text, String pointer) {
    Attribute attribute = type.playing(AttributeRole.REFERENCE).orElseThrow();
    List<Finding> findings = new ArrayList<>();
    new ValueReader(findings, new ArrayList<>())
        .read(attribute.type(), TextNode.valueOf(text), pointer);
    findings.addAll(called(type, text, pointer));
    return findings;
  }

  /// What is wrong with what a record is to be called.
  public static List<Finding> called(RecordType type, String number, String pointer) {
    List<Finding> findings = new ArrayList<>();
    VisibleText.hidden(number)
        .ifPresent(
            at -> {
              String expected = "a reference of which every letter is seen; " + hidden(number, at);
              findings.add(bad(pointer, VisibleText.storable(number), expected));
            });
    if (RecordKey.looksLike(number)) {
      String expected = "a reference that does not look like a key, such as C.4.1";
      findings.add(bad(pointer, number, expected));
    }
    if (type.kind().makesTheOutline() && number.contains(Numbering.BETWEEN)) {
      String expected = "a number without “ / ”, which stands between the numbers of a path";
      findings.add(bad(pointer, number, expected));
    }
    return findings;
  }

  /// Names the letter that nobody sees, and the way out.
  private static String hidden(String number, int at) {
    int letter = number.codePointAt(at);
    String name = String.valueOf(Character.getName(letter)).toLowerCase(Locale.ROOT);
    return "the one at place %d is U+%04X, %s. Delete it, or type the reference anew"
        .formatted(number.codePointCount(0, at) + 1, letter, name);
  }

  private static Finding bad(String pointer, String found, String expected) {
    return Finding.error(FindingCode.BAD_VALUE, new Place.Pointer(pointer), found, expected);
  }

  private Reading read(JsonNode raw) {
    if (!raw.isObject()) {
      add(FindingCode.BAD_VALUE, "", raw.toString(), "an object with the attributes");
      return new Reading.Invalid(findings);
    }
    unknownNames(raw);
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    ValueReader reader = new ValueReader(findings, references);
    for (Attribute attribute : type.attributes()) {
      JsonNode value =
          reader.read(attribute.type(), raw.path(attribute.name()), "/" + attribute.name());
      if (value != null) {
        values.set(attribute.name(), value);
      }
    }
    type.attributes().forEach(attribute -> checkPresence(attribute, values, raw));
    type.attributes().forEach(attribute -> checkKeys(attribute, values));
    type.attributes().forEach(attribute -> checkOrder(attribute, values));
    type.attributes().forEach(attribute -> checkAbsence(attribute, values));
    type.attributes().forEach(attribute -> checkDirection(attribute, values));
    return findings.isEmpty()
        ? new Reading.Valid(Attributes.valid(values), references)
        : new Reading.Invalid(findings);
  }

  private void unknownNames(JsonNode raw) {
    long wellKnown = type.attributes().stream().filter(a -> raw.has(a.name())).count();
    if (wellKnown == raw.size()) {
      return;
    }
    Set<String> known = new HashSet<>();
    type.attributes().forEach(attribute -> known.add(attribute.name()));
    raw.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                add(
                    FindingCode.UNKNOWN_ATTRIBUTE,
                    "/" + name,
                    name,
                    "an attribute of the type " + type.name());
              }
            });
  }

  private void checkPresence(Attribute attribute, ObjectNode values, JsonNode raw) {
    if (values.has(attribute.name()) || isPresent(raw.path(attribute.name()))) {
      return;
    }
    String why = whyRequired(attribute, values);
    if (why != null) {
      add(
          FindingCode.MISSING_VALUE,
          "/" + attribute.name(),
          null,
          "a value for “" + attribute.label() + "”" + why);
    }
  }

  private @Nullable String whyRequired(Attribute attribute, ObjectNode values) {
    if (attribute.required()) {
      return "";
    }
    String from = attribute.requiredFrom();
    if (from != null && workflow.hasReached(stage, from)) {
      return ", which is required from " + workflow.labelOf(from);
    }
    Attribute.When when = attribute.requiredWhen();
    if (when != null
        && holds(when, values)
        && !isAsBefore(values, List.of(attribute.name(), when.attribute()))) {
      return ", which is required with this value of “" + labelOf(when.attribute()) + "”";
    }
    return null;
  }

  private static boolean holds(Attribute.When when, ObjectNode values) {
    JsonNode other = values.get(when.attribute());
    return other != null && (when.values().isEmpty() || when.values().contains(other.asText()));
  }

  /// Whether these attributes say what the record says already.
  private boolean isAsBefore(ObjectNode values, List<String> names) {
    Attributes said = before;
    return said != null
        && names.stream().allMatch(name -> Objects.equals(said.look(name), values.get(name)));
  }

  /// Days are written so that the order of their texts is their own.
  private void checkOrder(Attribute attribute, ObjectNode values) {
    String other = attribute.compared().notBefore();
    JsonNode day = values.get(attribute.name());
    JsonNode first = other == null ? null : values.get(other);
    if (other != null
        && day != null
        && first != null
        && day.asText().compareTo(first.asText()) < 0
        && !isAsBefore(values, List.of(attribute.name(), other))) {
      String expected = "a day not before “%s”, %s".formatted(labelOf(other), first.asText());
      add(FindingCode.BAD_VALUE, "/" + attribute.name(), day.asText(), expected);
    }
  }

  /// Some values say that another one cannot be known yet.
  private void checkAbsence(Attribute attribute, ObjectNode values) {
    Attribute.When when = attribute.compared().absentWhen();
    JsonNode value = values.get(attribute.name());
    if (when == null
        || value == null
        || !holds(when, values)
        || isAsBefore(values, List.of(attribute.name(), when.attribute()))) {
      return;
    }
    Attribute other = type.attribute(when.attribute()).orElseThrow();
    String said = ValueText.of(other.type(), values.get(other.name()));
    add(
        FindingCode.BAD_VALUE,
        "/" + attribute.name(),
        ValueText.of(attribute.type(), value),
        "no value while “%s” is “%s”: say another “%s”, or leave “%s” empty"
            .formatted(other.label(), said, other.label(), attribute.label()));
  }

  /// No word may be shown in another order than it is kept in. Of what a record is called, more is
  /// asked elsewhere.
  private void checkDirection(Attribute attribute, ObjectNode values) {
    JsonNode value = values.get(attribute.name());
    if (value != null
        && !attribute.has(AttributeRole.REFERENCE)
        && !isAsBefore(values, List.of(attribute.name()))) {
      turned(value, "/" + attribute.name());
    }
  }

  private void turned(JsonNode value, String pointer) {
    if (value.isTextual()) {
      String text = value.textValue();
      VisibleText.expectedForTurned(text)
          .ifPresent(instead -> findings.add(bad(pointer, VisibleText.storable(text), instead)));
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      turned(value.get(i), pointer + "/" + i);
    }
    value.properties().forEach(each -> turned(each.getValue(), pointer + "/" + each.getKey()));
  }

  private String labelOf(String name) {
    return type.attribute(name).map(Attribute::label).orElse(name);
  }

  private static boolean isPresent(JsonNode raw) {
    return !raw.isMissingNode() && !raw.isNull() && !VisibleText.isBlank(raw.asText("-"));
  }

  /// A map that has its keys from another attribute has an entry for each of its codes, no more.
  private void checkKeys(Attribute attribute, ObjectNode values) {
    if (attribute.type() instanceof AttributeType.CodeMap map
        && map.keysFrom() != null
        && values.has(attribute.name())) {
      Set<String> expected = new HashSet<>();
      values.path(map.keysFrom()).forEach(code -> expected.add(code.asText()));
      Set<String> found = new HashSet<>();
      values.path(attribute.name()).fieldNames().forEachRemaining(found::add);
      if (!found.equals(expected) && values.has(map.keysFrom())) {
        add(
            FindingCode.BAD_VALUE,
            "/" + attribute.name(),
            String.join(", ", found.stream().sorted().toList()),
            "one entry for each of “"
                + labelOf(map.keysFrom())
                + "”: "
                + String.join(", ", expected.stream().sorted().toList()));
      }
    }
  }

  private void add(FindingCode code, String pointer, @Nullable String found, String expected) {
    findings.add(Finding.error(code, new Place.Pointer(pointer), found, expected));
  }
}
