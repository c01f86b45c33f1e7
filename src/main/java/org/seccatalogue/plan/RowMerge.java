package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.StagedJson;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.proposal.ProposalTable;
import org.seccatalogue.proposal.StageName;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// Merges a row that was made from an older revision with what the record says now: only what its
/// editor changed is a change, and what both changed differently is a conflict to decide.
final class RowMerge {

  /// What is left to compare with the record as it is now.
  ///
  /// @param row without what its editor left alone; of what is in conflict it says its own
  /// @param untouched names of the link types whose cells the editor left alone
  record Merged(Proposal row, Set<String> untouched, List<Conflict> conflicts) {

    /// The stage that the row says and the catalogue does not, where that is to be decided.
    Optional<String> contestedStage() {
      return conflicts.stream()
          .filter(conflict -> conflict.field().equals(RowChanges.STAGE))
          .map(Conflict::ours)
          .findFirst();
    }

    /// A row whose record is as its editor saw it: it says what it says.
    static Merged unmoved(Proposal row) {
      return new Merged(row, Set.of(), List.of());
    }
  }

  /// What a row says against the record that it means.
  static Merged of(
      CatalogueSchema schema,
      ProposalTable table,
      BatchMatch.Matched matched,
      Map<String, RecordHead> named) {
    return matched.record() == null || matched.base() == null
        ? Merged.unmoved(matched.row())
        : new RowMerge(schema, table, matched.row(), matched.record(), matched.base(), named)
            .merge();
  }

  private final CatalogueSchema schema;
  private final ProposalTable table;
  private final Proposal row;
  private final StoredRecord current;
  private final Revision base;
  private final Map<String, RecordHead> named;
  private final List<Conflict> conflicts = new ArrayList<>();

  private RowMerge(
      CatalogueSchema schema,
      ProposalTable table,
      Proposal row,
      StoredRecord current,
      Revision base,
      Map<String, RecordHead> named) {
    this.schema = schema;
    this.table = table;
    this.row = row;
    this.current = current;
    this.base = base;
    this.named = named;
  }

  private Merged merge() {
    ObjectNode attributes = attributes();
    String section = section();
    Set<String> untouched = untouched();
    boolean edits =
        !attributes.isEmpty() || section != null || !untouched.containsAll(table.links());
    List<Proposal.LinkCell> links =
        row.stated().links().stream().filter(link -> !untouched.contains(link.type())).toList();
    Proposal merged =
        row.saying(
            new Proposal.Stated(
                section,
                row.stated().place(),
                stage(edits),
                attributes,
                links,
                row.stated().unsaid()));
    return new Merged(merged, untouched, conflicts);
  }

  private Set<String> untouched() {
    Set<String> untouched = new TreeSet<>(table.links());
    untouched.removeIf(type -> !row.stated().unsaid().contains(type) && isOurs(links(type)));
    return untouched;
  }

  /// What somebody says, to be compared and to be shown.
  private record Side(Object value, String words) {
    static Side of(String words) {
      return new Side(words, words);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Side side && value.equals(side.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /// One thing that a record says, as it was exported, as it is now, and as the row has it.
  private record Field(String name, Side base, Side theirs, Side ours) {}

  /// Whether the record is to say what the row says.
  private boolean isOurs(Field field) {
    if (field.ours().equals(field.base()) || field.ours().equals(field.theirs())) {
      return false;
    }
    if (field.theirs().equals(field.base())) {
      return true;
    }
    conflicts.add(
        new Conflict(
            field.name(),
            field.base().words(),
            field.theirs().words(),
            field.ours().words(),
            Conflict.Choice.UNDECIDED));
    return true;
  }

  private ObjectNode attributes() {
    ObjectNode edited = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : table.type().attributes()) {
      JsonNode raw = row.stated().attributes().get(attribute.name());
      if (raw != null && (isWrong(attribute, raw) || isOurs(field(attribute, raw)))) {
        edited.set(attribute.name(), raw);
      }
    }
    return edited;
  }

  /// A value that cannot be read is left in the row, so that it is found there.
  private static boolean isWrong(Attribute attribute, JsonNode raw) {
    return !raw.isNull() && RecordReader.normal(attribute.type(), raw) == null;
  }

  private Field field(Attribute attribute, JsonNode raw) {
    return new Field(
        attribute.name(),
        side(attribute, then(attribute)),
        side(attribute, current.attributes().get(attribute.name())),
        side(attribute, keyed(attribute, RecordReader.normal(attribute.type(), raw))));
  }

  /// A value is the same whatever the records that it names are called.
  private @Nullable JsonNode keyed(Attribute attribute, @Nullable JsonNode value) {
    return value == null
        ? null
        : ReferenceUse.renamed(attribute.type(), value, RowNames.keys(named));
  }

  /// What the record said when it was exported. Its revision may have been written under another
  /// reference.
  private @Nullable JsonNode then(Attribute attribute) {
    JsonNode written = base.content().attributes().get(attribute.name());
    boolean numbers =
        table.type().playing(AttributeRole.REFERENCE).filter(attribute::equals).isPresent();
    String name =
        !numbers || row.base() == null ? null : row.base().called(current.key()).orElse(null);
    if (name == null) {
      return written;
    }
    return name.equals(current.key().toString()) ? null : TextNode.valueOf(number(name));
  }

  /// Of a path the record itself says the last number.
  private String number(String name) {
    return table.type().kind().makesTheOutline() ? Numbering.last(name) : name;
  }

  /// Values are equal when attributes that hold nothing else are.
  private static Side side(Attribute attribute, @Nullable JsonNode value) {
    ObjectNode alone = JsonNodeFactory.instance.objectNode();
    if (value != null) {
      alone.set(attribute.name(), value);
    }
    Attributes attributes = Attributes.stored(alone);
    return new Side(attributes, attributes.displayText(attribute));
  }

  private @Nullable String section() {
    if (row.stated().section() == null) {
      return null;
    }
    RecordHead head = named.get(row.stated().section());
    String ours = head == null ? row.stated().section() : head.key().toString();
    Field field =
        new Field("section", Side.of(sectionThen()), key(current.parent()), Side.of(ours));
    return isOurs(field) ? row.stated().section() : null;
  }

  /// Where the record stood when it was exported; its revision only says where it stood when that
  /// was made.
  private String sectionThen() {
    String exported = row.base() == null ? null : row.base().section();
    return exported == null ? Objects.toString(base.content().parent(), "") : exported;
  }

  private static Side key(@Nullable RecordKey key) {
    return Side.of(key == null ? "" : key.toString());
  }

  /// What was withdrawn meanwhile is brought back by nobody unseen, nor is it edited so.
  private @Nullable String stage(boolean edits) {
    String base = stageThen();
    String ours =
        row.stated().stage() == null
            ? base
            : StageName.code(schema.workflow(), row.stated().stage()).orElse(row.stated().stage());
    boolean withdrawnMeanwhile =
        isWithdrawn(current.stage()) && !isWithdrawn(base) && edits && ours.equals(base);
    if (withdrawnMeanwhile) {
      String back = schema.workflow().newWordsFallTo(current.stage());
      conflicts.add(new Conflict("stage", base, current.stage(), back, Conflict.Choice.UNDECIDED));
      return back;
    }
    Field field = new Field("stage", Side.of(base), Side.of(current.stage()), Side.of(ours));
    return row.stated().stage() != null && isOurs(field) ? row.stated().stage() : null;
  }

  private boolean isWithdrawn(String stage) {
    return stage.equals(schema.workflow().withdrawn());
  }

  private String stageThen() {
    String exported = row.base() == null ? null : row.base().stage();
    return exported == null ? base.stage() : exported;
  }

  private Field links(String type) {
    List<String> ours = new ArrayList<>();
    for (Proposal.LinkCell cell : row.stated().links()) {
      if (cell.type().equals(type)) {
        RecordHead target = named.get(cell.target());
        ours.add(
            StagedJson.link(target == null ? cell.target() : target.key().toString(), cell.note()));
      }
    }
    return new Field(
        type, side(base.content().links(), type), side(current.links(), type), sorted(ours));
  }

  private static Side side(List<Link> links, String type) {
    return sorted(
        links.stream()
            .filter(link -> link.type().equals(type))
            .map(link -> StagedJson.link(link.target().toString(), link.note()))
            .toList());
  }

  /// A link that stands in a cell twice is no link that the record has once.
  private static Side sorted(List<String> words) {
    return Side.of(words.stream().sorted().collect(Collectors.joining("; ")));
  }
}
