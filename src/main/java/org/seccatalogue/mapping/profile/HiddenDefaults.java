package org.seccatalogue.mapping.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.HeaderText;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.Separators;
import org.seccatalogue.record.RawValue;
import org.seccatalogue.record.Separated;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// Takes defaults for what they are where a profile hides them in what its cells mean: what an
/// empty cell means, and what each code of a map means whose column tells the code alone. The
/// source says neither of them.
final class HiddenDefaults {

  private static final String BETWEEN = Separators.USUAL + " ";

  private final @Nullable RecordType type;
  private final Map<String, String> constants;
  private final List<Profile.ColumnProfile> columns;

  /// @param type absent where the profile names none that there is
  HiddenDefaults(
      @Nullable RecordType type,
      Map<String, String> constants,
      List<Profile.ColumnProfile> columns) {
    this.type = type;
    this.constants = new LinkedHashMap<>(constants);
    this.columns = new ArrayList<>(columns);
  }

  Map<String, String> constants() {
    return constants;
  }

  List<Profile.ColumnProfile> columns() {
    return columns;
  }

  /// The same profile of a sheet, with its defaults among the constants.
  HiddenDefaults found() {
    columns.replaceAll(column -> column.values().containsKey("") ? emptied(column) : column);
    if (type != null) {
      List.copyOf(columns).forEach(column -> takeMaps(column, type));
    }
    return this;
  }

  private Profile.ColumnProfile emptied(Profile.ColumnProfile column) {
    Map<String, String> values = new LinkedHashMap<>(column.values());
    String value = String.valueOf(values.remove(""));
    if (!value.isBlank()) {
      String text = String.join(BETWEEN, Separated.parts(value, between(column)));
      column.attributes().forEach(name -> constants.put(name, text));
    }
    return with(column, column.attributes(), values);
  }

  private void takeMaps(Profile.ColumnProfile column, RecordType of) {
    List<String> stated = new ArrayList<>(column.attributes());
    stated.removeIf(name -> of.attribute(name).filter(map -> takeMap(column, map)).isPresent());
    if (stated.size() < column.attributes().size()) {
      int place = columns.indexOf(column);
      if (stated.isEmpty()) {
        columns.remove(place);
      } else {
        columns.set(place, with(column, stated, column.values()));
      }
    }
  }

  private boolean takeMap(Profile.ColumnProfile column, Attribute attribute) {
    if (!(attribute.type() instanceof AttributeType.CodeMap map) || !tellsKeys(column, map)) {
      return false;
    }
    String text = entries(column, map);
    if (!text.isEmpty()) {
      constants.merge(attribute.name(), text, (said, more) -> said + BETWEEN + more);
    }
    return !text.isEmpty();
  }

  /// Whether the same column is read as the codes that the map has its keys from.
  private boolean tellsKeys(Profile.ColumnProfile column, AttributeType.CodeMap map) {
    String header = HeaderText.folded(column.header());
    return columns.stream()
        .filter(other -> other.occurrence() == column.occurrence())
        .filter(other -> HeaderText.folded(other.header()).equals(header))
        .anyMatch(other -> map.keysFrom() != null && other.attributes().contains(map.keysFrom()));
  }

  /// What each code always means; nothing where cells tell more than codes.
  private static String entries(Profile.ColumnProfile column, AttributeType.CodeMap map) {
    Map<String, String> entries = new LinkedHashMap<>();
    RawValue.Separators separators = new RawValue.Separators(between(column), "//|\\R", "\\|");
    for (String value : column.values().values()) {
      JsonNode read = RawValue.of(map, value, separators);
      if (read.isTextual()) {
        return "";
      }
      for (Map.Entry<String, JsonNode> entry : read.properties()) {
        String code = entry.getValue().asText();
        if (!code.equals(entries.getOrDefault(entry.getKey(), code))) {
          return "";
        }
        entries.put(entry.getKey(), code);
      }
    }
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(BETWEEN));
  }

  private static String between(Profile.ColumnProfile column) {
    return Pattern.quote(column.separator() == null ? Separators.USUAL : column.separator());
  }

  private static Profile.ColumnProfile with(
      Profile.ColumnProfile column, List<String> attributes, Map<String, String> values) {
    return new Profile.ColumnProfile(
        column.header(),
        column.occurrence(),
        attributes,
        column.link(),
        column.as(),
        values,
        column.separator(),
        column.leaveOut());
  }
}
