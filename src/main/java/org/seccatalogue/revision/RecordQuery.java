package org.seccatalogue.revision;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.words.Lateness;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.sql.Conditions;
import org.seccatalogue.trace.LinkFilter;

/// Which records somebody wants to see; absent parts do not restrict.
///
/// @param type name of a record type
/// @param section key or reference of a record: those below it, at any depth
/// @param stage code of a stage
/// @param text words to find, or a key
/// @param having what records must have besides
/// @param after cursor of the last page, as it gave it
/// @param limit the most records to return
public record RecordQuery(
    @Nullable String type,
    @Nullable String section,
    @Nullable String stage,
    @Nullable String text,
    Having having,
    @Nullable String after,
    int limit) {

  /// What records must have.
  ///
  /// @param attributes values that attributes must have, all of them
  /// @param links those to other records
  /// @param late whether they must be late, or must not
  public record Having(
      List<AttributeFilter> attributes, List<LinkFilter> links, @Nullable Late late) {
    public Having {
      attributes = List.copyOf(attributes);
      links = List.copyOf(links);
    }
  }

  /// Records that can be late.
  ///
  /// @param wanted whether those that are, or those that are not
  /// @param day on which it is asked
  public record Late(boolean wanted, LocalDate day) {

    /// What it asks of rows.
    String condition(CatalogueSchema schema, Conditions conditions) {
      return Lateness.watched(schema).stream()
          .map(one -> of(one, conditions))
          .reduce((one, other) -> one + " or " + other)
          .map(any -> "(" + any + ")")
          .orElse("false");
    }

    private String of(Lateness.Watched type, Conditions conditions) {
      String open =
          type.open().stream()
              .map(code -> value(code, conditions))
              .collect(Collectors.joining(", ", "(", ")"));
      String late =
          "coalesce(attributes ->> "
              + value(type.due(), conditions)
              + " < "
              + value(day.toString(), conditions)
              + " and attributes ->> "
              + value(type.progress(), conditions)
              + " in "
              + (type.open().isEmpty() ? "('')" : open)
              + ", false)";
      String of = "type = " + value(type.type(), conditions);
      return "(" + of + " and " + (wanted ? "" : "not ") + late + ")";
    }

    private static String value(String text, Conditions conditions) {
      String name = conditions.newName("late");
      conditions.put(name, text);
      return "cast(:" + name + " as text)";
    }
  }

  /// A query for whatever links.
  public RecordQuery(
      @Nullable String type,
      @Nullable String section,
      @Nullable String stage,
      @Nullable String text,
      List<AttributeFilter> attributes,
      @Nullable String after,
      int limit) {
    this(type, section, stage, text, new Having(attributes, List.of(), null), after, limit);
  }

  /// An attribute, by name, and the code or text that it must have.
  public record AttributeFilter(String name, String value) {

    /// Reads `name:value`; without a colon there is no value.
    public static List<AttributeFilter> read(@Nullable List<String> texts) {
      return texts == null ? List.of() : texts.stream().map(AttributeFilter::read).toList();
    }

    private static AttributeFilter read(String text) {
      int colon = text.indexOf(':');
      return colon < 0
          ? new AttributeFilter(text, "")
          : new AttributeFilter(text.substring(0, colon), text.substring(colon + 1));
    }

    /// As one text.
    public String text() {
      return name + ":" + value;
    }
  }

  /// The values that attributes must have.
  public List<AttributeFilter> attributes() {
    return having.attributes();
  }

  /// The links that records must have.
  public List<LinkFilter> links() {
    return having.links();
  }

  /// Whether they must be late, or must not.
  public @Nullable Late late() {
    return having.late();
  }

  /// The same for one type only.
  public RecordQuery ofType(String name) {
    return new RecordQuery(name, section, stage, text, having, after, limit);
  }

  /// The same from its beginning, this many records at a time.
  public RecordQuery inBatches(int size) {
    return new RecordQuery(type, section, stage, text, having, null, size);
  }

  /// The page after one that gave this cursor.
  public RecordQuery from(@Nullable String cursor) {
    return new RecordQuery(type, section, stage, text, having, cursor, limit);
  }

  /// The same for those that have links: to any of those of one type, and of each type.
  public RecordQuery linked(List<LinkFilter> wanted) {
    Having linked = new Having(having.attributes(), wanted, having.late());
    return new RecordQuery(type, section, stage, text, linked, after, limit);
  }

  /// The same for those that are late, or are not.
  public RecordQuery late(@Nullable Late wanted) {
    Having late = new Having(having.attributes(), having.links(), wanted);
    return new RecordQuery(type, section, stage, text, late, after, limit);
  }

  /// All records directly or indirectly below a section.
  public static RecordQuery below(String section, @Nullable String after, int limit) {
    return new RecordQuery(null, section, null, null, List.of(), after, limit);
  }
}
