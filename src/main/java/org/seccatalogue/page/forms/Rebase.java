package org.seccatalogue.page.forms;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Records and revisions as forms, and forms carried over from one state to the next.
@ApplicationScoped
class Rebase {

  private final CatalogueSchema schema;
  private final Revisions revisions;

  Rebase(CatalogueSchema schema, Revisions revisions) {
    this.schema = schema;
    this.revisions = revisions;
  }

  TypedForm formOf(StoredRecord record) {
    return FormWriter.form(
        record.type(),
        record.attributes(),
        record.links(),
        record.stage(),
        nameOf(record.parent()));
  }

  Merge merge(SaveOutcome.Stale stale, TypedForm mine) {
    RecordType type = stale.current().type();
    Revision base = stale.base();
    TypedForm before = base == null ? TypedForm.blank() : formOf(type, base);
    return Merge.of(schema, type, before, formOf(stale.current()), mine);
  }

  private TypedForm formOf(RecordType type, Revision revision) {
    return FormWriter.form(
        type,
        revision.content().attributes(),
        revision.content().links(),
        revision.stage(),
        nameOf(revision.content().parent()));
  }

  private @Nullable String nameOf(@Nullable RecordKey key) {
    return key == null
        ? null
        : revisions.find(key).map(record -> record.head().name()).orElse(key.toString());
  }
}
