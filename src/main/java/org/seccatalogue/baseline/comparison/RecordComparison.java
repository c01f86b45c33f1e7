package org.seccatalogue.baseline.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.baseline.Withheld;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;

/// Compares records of two baselines attribute by attribute and link by link, each in the words of
/// the record types that its baseline was frozen with.
///
/// @param oldHeads parents and targets of links in the older baseline, by key
/// @param newHeads the same in the newer one
/// @param reordered keys of the records that changed places among those beside them
/// @param withdrawn those that the newer baseline says were withdrawn, by key
/// @param withheld what is not compared, as one of the two does not publish it
record RecordComparison(
    CatalogueSchema oldSchema,
    CatalogueSchema newSchema,
    Map<String, RecordHead> oldHeads,
    Map<String, RecordHead> newHeads,
    java.util.Set<String> reordered,
    Map<String, WithdrawnRecord> withdrawn,
    Withheld withheld) {

  RecordChange added(PublishedRecord record) {
    return new RecordChange.Added(record, attributes(null, record), links(null, record));
  }

  RecordChange removed(PublishedRecord record) {
    WithdrawnRecord why = withdrawn.get(record.key().toString());
    RecordChange.Withdrawal withdrawal =
        why == null
            ? null
            : new RecordChange.Withdrawal(
                why.reason(), why.replacement() == null ? null : newHeads.get(why.replacement()));
    return new RecordChange.Removed(
        record, attributes(record, null), links(record, null), withdrawal);
  }

  /// @param before and `after` differ in more than their place
  RecordChange changed(PublishedRecord before, PublishedRecord after) {
    return new RecordChange.Changed(
        before,
        after,
        attributes(before.without(withheld), after.without(withheld)),
        links(before.without(withheld), after.without(withheld)),
        stage(before, after),
        move(before, after));
  }

  RecordChange moved(PublishedRecord before, PublishedRecord after) {
    return new RecordChange.Moved(
        before, after, Objects.requireNonNull(move(before, after), "it stands where it stood"));
  }

  private @Nullable StageChange stage(PublishedRecord before, PublishedRecord after) {
    String old = before.head().stage();
    String now = after.head().stage();
    return old.equals(now)
        ? null
        : new StageChange(oldSchema.workflow().labelOf(old), newSchema.workflow().labelOf(now));
  }

  private @Nullable Move move(PublishedRecord before, PublishedRecord after) {
    RecordKey from = before.head().parent();
    RecordKey to = after.head().parent();
    boolean elsewhere =
        !Objects.equals(from, to) || reordered.contains(after.head().key().toString());
    return elsewhere ? new Move(head(oldHeads, from), head(newHeads, to)) : null;
  }

  private static @Nullable RecordHead head(Map<String, RecordHead> heads, @Nullable RecordKey key) {
    return key == null ? null : heads.get(key.toString());
  }

  /// In the order of the newer type; then what only the older one knows.
  private List<AttributeChange> attributes(
      @Nullable PublishedRecord before, @Nullable PublishedRecord after) {
    List<AttributeChange> changes = new ArrayList<>();
    if (after != null) {
      for (Attribute attribute : after.type().attributes()) {
        add(changes, attribute, words(before, attribute.name()), words(after, attribute.name()));
      }
    }
    if (before != null) {
      before.type().attributes().stream()
          .filter(old -> after == null || after.type().attribute(old.name()).isEmpty())
          .forEach(old -> add(changes, old, words(before, old.name()), ""));
    }
    return changes;
  }

  private static void add(
      List<AttributeChange> changes, Attribute attribute, String before, String after) {
    if (!before.equals(after)) {
      changes.add(new AttributeChange(attribute.name(), attribute.label(), before, after));
    }
  }

  private static String words(@Nullable PublishedRecord record, String name) {
    if (record == null) {
      return "";
    }
    Attributes values = record.attributes();
    return record.type().attribute(name).map(values::displayText).orElse("");
  }

  private List<LinkChange> links(
      @Nullable PublishedRecord before, @Nullable PublishedRecord after) {
    Map<String, Link> old = links(before);
    Map<String, Link> now = links(after);
    TreeMap<String, Link> all = new TreeMap<>(old);
    all.putAll(now);
    List<LinkChange> changes = new ArrayList<>();
    all.forEach(
        (id, link) -> {
          if (!Objects.equals(old.get(id), now.get(id))) {
            changes.add(new LinkChange(label(link), target(link), old.get(id), now.get(id)));
          }
        });
    return changes;
  }

  private static Map<String, Link> links(@Nullable PublishedRecord record) {
    Map<String, Link> links = new TreeMap<>();
    if (record != null) {
      record.links().forEach(link -> links.put(link.type() + " " + link.target(), link));
    }
    return links;
  }

  private String label(Link link) {
    return newSchema
        .link(link.type())
        .or(() -> oldSchema.link(link.type()))
        .map(LinkRule::label)
        .orElse(link.type());
  }

  private RecordHead target(Link link) {
    String key = link.target().toString();
    RecordHead head = newHeads.getOrDefault(key, oldHeads.get(key));
    return Objects.requireNonNull(head, "a link leads out of its baseline");
  }
}
