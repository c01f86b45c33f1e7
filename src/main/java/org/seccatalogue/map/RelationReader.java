package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;

/// Reads what relates records out of them. What is at the other end may be read later, and so it
/// is looked for at the end.
final class RelationReader {

  /// What was read, before its other end is known.
  private record Stated(
      RecordHead from,
      @Nullable String concerns,
      String to,
      String code,
      @Nullable LinkRule rule) {}

  private final CatalogueSchema schema;
  private final MapKinds kinds;
  private final Function<String, Optional<MapPlace>> named;
  private final List<Stated> stated = new ArrayList<>();
  private final List<MapRecord> assessments = new ArrayList<>();
  private final MapParties parties;

  RelationReader(CatalogueSchema schema, Function<String, Optional<MapPlace>> named) {
    this.schema = schema;
    this.kinds = new MapKinds(schema);
    this.named = named;
    this.parties = new MapParties(schema);
  }

  Collection<MapPlace> parties() {
    return parties.all();
  }

  void read(MapRecord record) {
    if (record.type().kind() == TypeKind.INTERACTION) {
      interaction(record);
    }
    if (record.type().kind() == TypeKind.ASSESSMENT) {
      assessments.add(record);
    }
    serves(record);
    record.links().forEach(link -> link(record, link));
    users(record);
  }

  private void interaction(MapRecord record) {
    RecordType type = record.type();
    Attributes said = record.attributes();
    said.text(type, AttributeRole.AGREEMENT)
        .ifPresent(
            to ->
                stated.add(
                    new Stated(
                        record.head(),
                        concerns(record),
                        to,
                        said.text(type, AttributeRole.INTERACTION_KIND).orElse(""),
                        null)));
  }

  private void serves(MapRecord record) {
    if (isDocument(record.head())) {
      record.type().playing(AttributeRole.SERVES).stream()
          .flatMap(attribute -> Stream.ofNullable(record.attributes().look(attribute.name())))
          .flatMap(served -> served.isArray() ? served.valueStream() : Stream.of(served))
          .forEach(to -> stated.add(new Stated(record.head(), null, to.asText(), "", null)));
    }
  }

  private boolean isDocument(RecordHead head) {
    return schema.typeOf(head.type()).kind() == TypeKind.DOCUMENT;
  }

  /// An interaction that names no record is of the section that it stands in.
  private static String concerns(MapRecord record) {
    RecordHead head = record.head();
    String section = head.parent() == null ? head.key().toString() : head.parent().toString();
    return record.attributes().text(record.type(), AttributeRole.CONCERNS).orElse(section);
  }

  /// That an interaction touches an agreement is what it states already.
  private void link(MapRecord record, Link link) {
    LinkRule rule = schema.link(link.type()).orElse(null);
    boolean stated = record.type().kind() == TypeKind.INTERACTION && leadsToAgreement(link);
    if (rule != null && !stated) {
      this.stated.add(new Stated(record.head(), null, link.target().toString(), "", rule));
    }
  }

  private boolean leadsToAgreement(Link link) {
    return schema
        .withPrefix(link.target().prefix())
        .filter(type -> type.kind() == TypeKind.AGREEMENT)
        .isPresent();
  }

  /// A party that two attributes of a record name is named once.
  private void users(MapRecord record) {
    parties
        .namedBy(record)
        .forEach(party -> stated.add(new Stated(record.head(), null, party.id(), "", null)));
  }

  /// All that was read and has both ends.
  List<Relation> all() {
    return stated.stream().flatMap(one -> relation(one).stream()).toList();
  }

  /// The same, each of it once. Where an interaction says how a record and an agreement
  /// touch, a link that only says that they do is not another relation.
  ///
  /// @param all what was read
  List<Relation> relations(List<Relation> all) {
    Set<List<MapPlace>> told = new HashSet<>();
    all.stream()
        .filter(relation -> relation.kind().stated())
        .forEach(relation -> told.add(List.of(relation.from(), relation.to())));
    return all.stream()
        .filter(
            relation ->
                !relation.kind().equals(kinds.touching())
                    || !told.contains(List.of(relation.from(), relation.to())))
        .toList();
  }

  /// Assessments, each with the code that it is of and the chapter that it is about.
  List<Relation> assessments() {
    return assessments.stream()
        .flatMap(
            record ->
                Stream.of(AttributeRole.AGREEMENT, AttributeRole.CONCERNS)
                    .flatMap(role -> record.attributes().text(record.type(), role).stream())
                    .flatMap(name -> place(name).stream())
                    .map(to -> assessment(record, to)))
        .toList();
  }

  private Relation assessment(MapRecord record, MapPlace to) {
    MapPlace says = place(record.head().key().toString()).orElseThrow();
    MapKind kind = kinds.assessing();
    return new Relation(kind, says, to, kind.label(), says, MapChange.SAME);
  }

  private Optional<Relation> relation(Stated one) {
    MapPlace says = place(one.from().key().toString()).orElseThrow();
    MapPlace from = one.concerns() == null ? says : place(one.concerns()).orElse(says);
    return place(one.to())
        .map(
            to -> {
              MapKind kind = kind(one, to);
              LinkRule rule = one.rule();
              String words = rule == null ? kind.label() : rule.label();
              return new Relation(kind, from, to, words, says, MapChange.SAME);
            });
  }

  private Optional<MapPlace> place(String name) {
    return parties.find(name).or(() -> named.apply(name));
  }

  private MapKind kind(Stated one, MapPlace to) {
    if (one.rule() != null) {
      return kinds.ofLink(one.rule(), to.sort() == MapPlace.Sort.AGREEMENT);
    }
    if (to.sort() == MapPlace.Sort.PARTY) {
      return kinds.using();
    }
    return isDocument(one.from()) ? kinds.serving() : kinds.ofCode(one.code());
  }
}
