package org.seccatalogue.page.shown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.seccatalogue.page.Dates;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.words.Lateness;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;

/// Gives records the words by which pages show them.
@ApplicationScoped
public class RecordLines {

  private static final int LONGEST_WORDS = 240;

  private final CatalogueSchema schema;
  private final String at;
  private final Supplier<LocalDate> day;

  @Inject
  RecordLines(CatalogueSchema schema, Clock clock) {
    this(schema, "", () -> LocalDate.now(clock));
  }

  /// For pages of a baseline below an address of their own, such as `/baselines/sec-v0.01`.
  ///
  /// @param day the day of the baseline
  public RecordLines(CatalogueSchema schema, String at, LocalDate day) {
    this(schema, at, () -> day);
  }

  private RecordLines(CatalogueSchema schema, String at, Supplier<LocalDate> day) {
    this.schema = schema;
    this.at = at;
    this.day = day;
  }

  public RecordLine of(RecordHead head) {
    return line(head, RecordLine.Said.NOTHING);
  }

  public List<RecordLine> of(List<RecordHead> heads) {
    return heads.stream().map(this::of).toList();
  }

  /// With the beginning of what the record says, and whether it is late.
  public RecordLine withWords(RecordHead head, Attributes attributes) {
    RecordType type = schema.typeOf(head.type());
    String words =
        List.of(AttributeRole.STATEMENT, AttributeRole.SUMMARY, AttributeRole.IMPACT).stream()
            .flatMap(role -> attributes.text(type, role).stream())
            .findFirst()
            .map(RecordLines::shortened)
            .orElse("");
    LocalDate asked = day.get();
    boolean late = Lateness.isLate(type, attributes, asked);
    String until = late ? "still awaited on " + Dates.day(asked.toString()) : "";
    return line(head, new RecordLine.Said(until, words));
  }

  /// The page on which readers want to see a record.
  public String href(RecordHead head) {
    return isInTree(schema.typeOf(head.type()).kind()) && head.reference() != null
        ? at + section(head.reference())
        : recordHref(head);
  }

  private String recordHref(RecordHead head) {
    return at + "/records/" + head.key();
  }

  /// The path of the page of a section.
  public static String section(String reference) {
    return "/sections/" + inPath(reference);
  }

  /// The path of a page that leads to the record of a name: a reference is more often that of a
  /// section, and its page knows about others.
  public static String named(String name) {
    return RecordKey.parse(name).isPresent() ? "/records/" + name : section(name);
  }

  static String inPath(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Whether records of this kind have a section's page.
  static boolean isInTree(TypeKind kind) {
    return kind == TypeKind.HEADING || kind == TypeKind.CLAUSE;
  }

  private RecordLine line(RecordHead head, RecordLine.Said said) {
    RecordType type = schema.typeOf(head.type());
    return new RecordLine(
        head.key().toString(),
        head.name(),
        head.title(),
        href(head),
        recordHref(head),
        type.label(),
        StageTag.of(head.stage(), schema.workflow()),
        head.revision(),
        head.provisional(),
        said);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_WORDS) {
      return text;
    }
    int end = text.lastIndexOf(' ', LONGEST_WORDS);
    return text.substring(0, end < LONGEST_WORDS / 2 ? LONGEST_WORDS : end) + " …";
  }
}
