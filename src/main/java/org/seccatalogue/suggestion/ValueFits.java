package org.seccatalogue.suggestion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.seccatalogue.mapping.ColumnSample;
import org.seccatalogue.mapping.RowMapper;
import org.seccatalogue.mapping.Separators;
import org.seccatalogue.record.RawValue;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;

/// How well the values of columns fit attributes. Many record types have attributes of the same
/// type, so each question is answered once.
final class ValueFits {

  /// Times the length of an attribute that a text is no longer taken for one that may be cut.
  private static final int TOO_LONG = 3;

  private final IdentityHashMap<ColumnSample, IdentityHashMap<AttributeType, Double>> known =
      new IdentityHashMap<>();
  private final IdentityHashMap<ColumnSample, IdentityHashMap<AttributeType, Boolean>> whole =
      new IdentityHashMap<>();
  private final IdentityHashMap<ColumnSample, List<String>> parts = new IdentityHashMap<>();

  /// Types that are equal, as one: whether they are takes long to tell.
  private final Map<AttributeType, AttributeType> equal = new HashMap<>();

  private final IdentityHashMap<AttributeType, AttributeType> seen = new IdentityHashMap<>();

  /// The share of the first different values that an attribute of this type takes, from 0 to 1; 1
  /// for a column without values.
  double of(ColumnSample column, AttributeType type) {
    return known
        .computeIfAbsent(column, _ -> new IdentityHashMap<>())
        .computeIfAbsent(one(type), _ -> share(column, type));
  }

  /// Whether an attribute of this type takes all of the first different values: for most columns
  /// and types the first of them tells that it does not.
  boolean isWhole(ColumnSample column, AttributeType type) {
    return whole
        .computeIfAbsent(column, _ -> new IdentityHashMap<>())
        .computeIfAbsent(one(type), _ -> begins(column, type) && all(column, type));
  }

  /// Whether the first value may be a list of codes, if that is what is asked for.
  private static boolean begins(ColumnSample column, AttributeType type) {
    return !(type instanceof AttributeType.ListOf(AttributeType.Code(CodeList codes)))
        || Separators.mayBeCodes(column.firstValues().getFirst(), codes);
  }

  private static boolean all(ColumnSample column, AttributeType type) {
    return fitting(column, type).allMatch(fits -> fits);
  }

  private AttributeType one(AttributeType type) {
    return seen.computeIfAbsent(type, _ -> equal.computeIfAbsent(type, _ -> type));
  }

  /// What stands between separators in the first different values, without notes in brackets.
  List<String> parts(ColumnSample column) {
    return parts.computeIfAbsent(column, _ -> split(column));
  }

  private static List<String> split(ColumnSample column) {
    String separator = Pattern.quote(Separators.of(column));
    return column.firstValues().stream()
        .flatMap(value -> RowMapper.parts(value, separator).stream())
        .map(ValueFits::withoutNote)
        .toList();
  }

  private static String withoutNote(String part) {
    int note = RowMapper.noteAt(part);
    return note < 0 ? part : part.substring(0, note).strip();
  }

  private static double share(ColumnSample column, AttributeType type) {
    int asked = column.firstValues().size();
    long fit = fitting(column, type).filter(fits -> fits).count();
    return asked == 0 ? 1 : (double) fit / asked;
  }

  /// Of each of the first different values, whether an attribute of this type takes it.
  private static Stream<Boolean> fitting(ColumnSample column, AttributeType type) {
    String separator = Pattern.quote(Separators.of(column, type));
    RawValue.Separators separators = new RawValue.Separators(separator, "//|\\R", "\\|");
    return column.firstValues().stream()
        .map(value -> shortened(value, type))
        .map(value -> reads(type, RawValue.of(type, value, separators)));
  }

  private static String shortened(String value, AttributeType type) {
    return value.length() <= TOO_LONG * (long) type.longest()
        ? value.substring(0, Math.min(value.length(), type.longest()))
        : value;
  }

  /// Any text might be what some record is called, so only keys tell that a column holds names.
  private static boolean reads(AttributeType type, JsonNode raw) {
    return RecordReader.normal(type, raw) != null
        && ReferenceUse.names(type, raw).stream().allMatch(RecordKey::looksLike);
  }
}
