package org.seccatalogue.revision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.Reading;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// Checks a whole draft against its type and against the other records, and gathers every finding.
@ApplicationScoped
class DraftCheck {

  /// A draft that may be stored.
  record Checked(
      RecordType type,
      String stage,
      @Nullable RecordEntity parent,
      @Nullable RecordEntity after,
      Attributes attributes,
      List<Link> links) {}

  private final CatalogueSchema schema;
  private final RecordRepository records;
  private final Session database;

  DraftCheck(CatalogueSchema schema, RecordRepository records, Session database) {
    this.schema = schema;
    this.records = records;
    this.database = database;
  }

  /// Checks a draft; for an existing record against its `current` row and links.
  ///
  /// @return nothing when there are findings
  Optional<Checked> check(
      RecordDraft draft,
      @Nullable RecordEntity current,
      List<Link> currentLinks,
      List<Finding> findings) {
    RecordType type = schema.type(draft.type()).orElse(null);
    if (type == null || (current != null && !current.type.equals(draft.type()))) {
      String expected = current == null ? "the name of a record type" : current.type;
      add(findings, FindingCode.UNKNOWN_TYPE, "/type", draft.type(), expected);
      return Optional.empty();
    }
    String stage = stage(draft, current, findings);
    RecordEntity parent = parent(draft, current, findings);
    RecordEntity after = after(draft, parent, findings);
    Attributes attributes = attributes(type, draft, current, stage, findings);
    List<Link> links = links(type, draft, current, currentLinks, findings);
    return findings.isEmpty() && attributes != null
        ? Optional.of(new Checked(type, stage, parent, after, attributes, links))
        : Optional.empty();
  }

  private String stage(RecordDraft draft, @Nullable RecordEntity current, List<Finding> findings) {
    String kept = current == null ? schema.workflow().initial() : current.stage;
    String stage = draft.stage() == null ? kept : draft.stage();
    if (schema.workflow().stage(stage).isEmpty()) {
      String expected =
          "one of "
              + String.join(", ", schema.workflow().stages().stream().map(s -> s.code()).toList());
      add(findings, FindingCode.UNKNOWN_CODE, "/stage", stage, expected);
    }
    return stage;
  }

  private @Nullable RecordEntity parent(
      RecordDraft draft, @Nullable RecordEntity current, List<Finding> findings) {
    if (draft.parent() == null) {
      return null;
    }
    RecordEntity parent = records.named(draft.parent()).orElse(null);
    if (parent == null) {
      add(
          findings,
          FindingCode.UNKNOWN_RECORD,
          "/parent",
          draft.parent(),
          "the key or reference of a record");
    } else if (current != null && (parent.path + ".").startsWith(current.path + ".")) {
      add(
          findings,
          FindingCode.BAD_PLACE,
          "/parent",
          draft.parent(),
          "a record that does not stand below this one");
    }
    return parent;
  }

  private @Nullable RecordEntity after(
      RecordDraft draft, @Nullable RecordEntity parent, List<Finding> findings) {
    if (draft.after() == null) {
      return null;
    }
    RecordEntity after = records.named(draft.after()).orElse(null);
    String parentKey = parent == null ? null : parent.key;
    if (after == null || !java.util.Objects.equals(after.parent, parentKey)) {
      add(
          findings,
          FindingCode.BAD_PLACE,
          "/after",
          draft.after(),
          "a record that stands directly below the same parent");
    }
    return after;
  }

  private @Nullable Attributes attributes(
      RecordType type,
      RecordDraft draft,
      @Nullable RecordEntity current,
      String stage,
      List<Finding> findings) {
    return switch (RecordReader.read(type, draft.attributes(), stage, schema.workflow())) {
      case Reading.Invalid invalid -> {
        invalid.findings().forEach(finding -> findings.add(below(finding)));
        yield null;
      }
      case Reading.Valid valid -> {
        references(valid.references(), findings);
        unique(type, valid.attributes(), current, findings);
        yield valid.attributes();
      }
    };
  }

  private static Finding below(Finding finding) {
    return finding.place() instanceof Place.Pointer(String pointer)
        ? finding.at(new Place.Pointer("/attributes" + pointer))
        : finding;
  }

  private void references(List<ReferenceUse> uses, List<Finding> findings) {
    Map<String, String> typeOf = new HashMap<>();
    records
        .all(uses.stream().map(use -> use.key().toString()).distinct().toList())
        .forEach(row -> typeOf.put(row.key, row.type));
    for (ReferenceUse use : uses) {
      String found = typeOf.get(use.key().toString());
      String pointer = "/attributes" + use.pointer();
      if (found == null) {
        String expected = "the key of a record";
        add(findings, FindingCode.UNKNOWN_RECORD, pointer, use.key().toString(), expected);
      } else if (!use.types().isEmpty() && !use.types().contains(found)) {
        String expected = "a record of type " + String.join(" or ", use.types());
        add(findings, FindingCode.WRONG_TYPE, pointer, use.key().toString(), expected);
      }
    }
  }

  private void unique(
      RecordType type,
      Attributes attributes,
      @Nullable RecordEntity current,
      List<Finding> findings) {
    for (Attribute attribute : type.attributes()) {
      JsonNode value = attributes.get(attribute.name());
      if (!attribute.unique() || value == null) {
        continue;
      }
      String fragment = "{\"" + attribute.name() + "\":" + value + "}";
      lock(type.name() + fragment);
      String self = current == null ? "" : current.key;
      database
          .createNativeQuery(
              "select key from record where type = :type and attributes @> cast(:fragment as jsonb)"
                  + " and key <> :self limit 1",
              String.class)
          .setParameter("type", type.name())
          .setParameter("fragment", fragment)
          .setParameter("self", self)
          .getResultList()
          .stream()
          .forEach(
              other ->
                  add(
                      findings,
                      FindingCode.DUPLICATE,
                      "/attributes/" + attribute.name(),
                      value.asText(),
                      "a value that no other record has; " + other + " has it"));
    }
  }

  /// Whoever checks the same value waits until this transaction ends.
  private void lock(String value) {
    database
        .createNativeQuery(
            "select count(pg_advisory_xact_lock(hashtextextended(:value, 0)))", Long.class)
        .setParameter("value", value)
        .getSingleResult();
  }

  private List<Link> links(
      RecordType type,
      RecordDraft draft,
      @Nullable RecordEntity current,
      List<Link> currentLinks,
      List<Finding> findings) {
    List<Link> links = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < draft.links().size(); i++) {
      LinkDraft asked = draft.links().get(i);
      String pointer = "/links/" + i;
      RecordEntity target = target(type, asked, current, pointer, findings);
      if (target == null) {
        continue;
      }
      if (!seen.add(asked.type() + " " + target.key)) {
        add(findings, FindingCode.DUPLICATE, pointer, asked.target(), "each link once");
      }
      links.add(pinned(asked, target, currentLinks, pointer, findings));
    }
    return links;
  }

  private @Nullable RecordEntity target(
      RecordType type,
      LinkDraft asked,
      @Nullable RecordEntity current,
      String pointer,
      List<Finding> findings) {
    LinkRule rule = schema.link(asked.type()).orElse(null);
    if (rule == null) {
      String expected =
          "one of " + String.join(", ", schema.links().stream().map(LinkRule::name).toList());
      add(findings, FindingCode.UNKNOWN_CODE, pointer + "/type", asked.type(), expected);
      return null;
    }
    if (rule.noteRequired() && (asked.note() == null || asked.note().isBlank())) {
      String expected = "a note, which a link “" + rule.label() + "” must have";
      add(findings, FindingCode.MISSING_VALUE, pointer + "/note", null, expected);
    }
    RecordEntity target = records.named(asked.target()).orElse(null);
    if (target == null) {
      String expected = "the key or reference of a record";
      add(findings, FindingCode.UNKNOWN_RECORD, pointer + "/target", asked.target(), expected);
    } else if (current != null && target.key.equals(current.key)) {
      String expected = "another record";
      add(findings, FindingCode.BAD_LINK, pointer + "/target", asked.target(), expected);
    } else if (!rule.allows(type.name(), target.type)) {
      String expected =
          "a record to which one of type "
              + type.name()
              + " may be linked by “"
              + rule.label()
              + "”";
      add(findings, FindingCode.BAD_LINK, pointer + "/target", asked.target(), expected);
    }
    return target;
  }

  private static Link pinned(
      LinkDraft asked,
      RecordEntity target,
      List<Link> currentLinks,
      String pointer,
      List<Finding> findings) {
    Integer revision = asked.targetRevision();
    if (revision != null && (revision < 1 || revision > target.revision)) {
      add(
          findings,
          FindingCode.BAD_VALUE,
          pointer + "/targetRevision",
          revision.toString(),
          "a revision of " + target.key + ", from 1 to " + target.revision);
    }
    int kept =
        currentLinks.stream()
            .filter(l -> l.type().equals(asked.type()))
            .filter(l -> l.target().toString().equals(target.key))
            .mapToInt(Link::targetRevision)
            .findFirst()
            .orElse(target.revision);
    String note = asked.note() == null || asked.note().isBlank() ? null : asked.note().strip();
    return new Link(
        asked.type(),
        org.seccatalogue.record.RecordKey.of(target.key),
        revision == null ? kept : revision,
        note);
  }

  private static void add(
      List<Finding> findings,
      FindingCode code,
      String pointer,
      @Nullable String found,
      String expected) {
    findings.add(Finding.error(code, new Place.Pointer(pointer), found, expected));
  }
}
