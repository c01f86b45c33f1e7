package org.seccatalogue.baseline.freezing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Manifest;
import org.seccatalogue.baseline.SchemaText;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.revision.selection.ChosenRecords.Chosen;
import org.seccatalogue.revision.selection.ChosenRecords.ChosenLink;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.Projection;
import org.seccatalogue.schema.RecordType;

/// Makes of what the draft says what is published of it: the values of attributes that are
/// published, and links with their notes or without. Whatever a published type does not know is
/// left out.
///
/// @param schema the record types as they are published
/// @param linkNotes whether the notes of links go out
/// @param drafted digest of the record types of the draft
record DraftProjection(
    Projection projection, CatalogueSchema schema, boolean linkNotes, String drafted) {

  /// The files of record types as they are published, as one text.
  String files() {
    return SchemaText.of(projection.files());
  }

  /// The internal attributes that go out.
  List<InternalAttribute> chosen() {
    return projection.internal().stream().filter(InternalAttribute::chosen).toList();
  }

  /// What the manifest says of the record types.
  Manifest.RecordTypes types() {
    return new Manifest.RecordTypes(Digests.hex(Digests.sha256(files())), projection.internal());
  }

  /// Another one for each rule and choice.
  String judgement() {
    return drafted + " " + types().digest() + " " + linkNotes;
  }

  RecordType type(RecordType drafted) {
    return schema.typeOf(drafted.name());
  }

  /// What lists and addresses have of a record. Where its title stays inside, it is called after
  /// its type.
  Chosen shown(Chosen drafted) {
    RecordType type = type(drafted.type());
    return new Chosen(
        drafted.key(),
        type,
        drafted.stage(),
        drafted.revision(),
        drafted.path(),
        plays(type, AttributeRole.REFERENCE) ? drafted.reference() : null,
        plays(type, AttributeRole.TITLE) ? drafted.title() : type.label(),
        drafted.digest());
  }

  private static boolean plays(RecordType type, AttributeRole role) {
    return type.playing(role).isPresent();
  }

  ChosenLink shown(ChosenLink link) {
    return linkNotes || link.note() == null
        ? link
        : new ChosenLink(
            link.source(),
            link.type(),
            link.target(),
            link.name(),
            link.revision(),
            null,
            link.soundness());
  }

  /// Leaves of a canonical form what is published of it. Its reference is the one that the record
  /// has, and not the one that it had when its words were written.
  ///
  /// @param content is changed
  void apply(ObjectNode content, Chosen drafted) {
    ObjectNode attributes = (ObjectNode) content.path("attributes");
    drafted
        .type()
        .playing(AttributeRole.REFERENCE)
        .map(Attribute::name)
        .ifPresent(name -> number(attributes, name, drafted));
    content.set("attributes", values(attributes, type(drafted.type()).attributes()));
    if (!linkNotes) {
      content.path("links").forEach(link -> ((ObjectNode) link).remove("note"));
    }
  }

  private static void number(ObjectNode attributes, String name, Chosen drafted) {
    String reference = drafted.reference();
    if (reference == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, number(drafted.type(), reference, attributes.path(name)));
    }
  }

  /// Of a path the words of the record hold the last number.
  private static String number(RecordType type, String reference, JsonNode said) {
    String number = said.asText(Numbering.last(reference));
    boolean counted = type.kind().makesTheOutline() && Numbering.isCounted(number);
    return counted ? Numbering.last(reference) : reference;
  }

  private static ObjectNode values(ObjectNode drafted, List<Attribute> published) {
    ObjectNode values = drafted.objectNode();
    for (Attribute attribute : published) {
      JsonNode value = drafted.get(attribute.name());
      if (value != null) {
        values.set(attribute.name(), value(value, attribute.type()));
      }
    }
    return values;
  }

  private static JsonNode value(JsonNode value, AttributeType type) {
    if (!(type instanceof AttributeType.Table(List<Attribute> columns))
        || !(value instanceof ArrayNode rows)) {
      return value;
    }
    Set<String> names = columns.stream().map(Attribute::name).collect(Collectors.toSet());
    rows.forEach(row -> keep(row, names));
    return rows;
  }

  private static void keep(@Nullable JsonNode row, Set<String> names) {
    if (row instanceof ObjectNode cells) {
      cells.retain(names);
    }
  }
}
