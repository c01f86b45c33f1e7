package org.seccatalogue.page.forms;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.record.words.Naming;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Records and revisions as forms, and forms carried over from one state to the next.
@ApplicationScoped
class Rebase {

  private final CatalogueSchema schema;
  private final RecordNames names;
  private final Naming meant;

  Rebase(CatalogueSchema schema, RecordNames names, Naming meant) {
    this.schema = schema;
    this.names = names;
    this.meant = meant;
  }

  TypedForm formOf(StoredRecord record) {
    TypedForm form =
        FormWriter.form(
            record.type(),
            called(record.type(), record.attributes()),
            record.stage(),
            nameOf(record.parent()));
    return withLinks(form, record.links());
  }

  private TypedForm withLinks(TypedForm form, List<Link> links) {
    return FormWriter.withLinks(form, links, names.of(links.stream().map(Link::target).toList()));
  }

  Merge merge(SaveOutcome.Stale stale, TypedForm mine) {
    RecordType type = stale.current().type();
    Revision base = stale.base();
    TypedForm before =
        base == null ? TypedForm.blank() : numbered(type, formOf(type, base), stale.number());
    return Merge.of(schema, type, before, formOf(stale.current()), meant(type, mine));
  }

  /// The words of a revision with the number that its record had when somebody looked at it.
  private static TypedForm numbered(RecordType type, TypedForm form, @Nullable String number) {
    String name = type.playing(AttributeRole.REFERENCE).map(Attribute::name).orElse(null);
    return name == null || number == null ? form : form.with(TypedForm.ATTRIBUTES + name, number);
  }

  private TypedForm formOf(RecordType type, Revision revision) {
    Content content = revision.content();
    TypedForm form =
        FormWriter.form(
            type, called(type, content.attributes()), revision.stage(), nameOf(content.parent()));
    return withLinks(form, content.links());
  }

  /// The values with what people call the records that they refer to, so that these mean the same
  /// when they come back.
  private Attributes called(RecordType type, Attributes attributes) {
    return attributes.naming(type, names.written(attributes.named(type)));
  }

  /// What was typed with records called as the fields of a form call them, whatever name was typed:
  /// a key and a name of the same record are no difference.
  private TypedForm meant(RecordType type, TypedForm typed) {
    JsonNode raw = FormReader.draft(type, typed).attributes();
    TypedForm form = typed;
    for (Attribute attribute : type.attributes()) {
      JsonNode value = raw.get(attribute.name());
      if (value != null && attribute.type().refers()) {
        JsonNode called = ReferenceUse.renamed(attribute.type(), value, this::called);
        form = FormWriter.with(form, attribute, called);
      }
    }
    return form;
  }

  private String called(String typed) {
    return meant
        .of(typed)
        .one()
        .map(head -> head.key().toString())
        .map(key -> names.written(List.of(key)).apply(key))
        .orElse(typed);
  }

  private @Nullable String nameOf(@Nullable RecordKey key) {
    return key == null ? null : names.of(key);
  }
}
