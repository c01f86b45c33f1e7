package org.seccatalogue.baseline;

import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Query;

/// An entry of a baseline with its content, as it is stored.
///
/// @param content in canonical form
/// @param digest its SHA-256, 64 hexadecimal digits
public record EntryRow(RecordHead head, String content, String digest) {

  /// The columns of a head; `e` is an entry.
  static final String HEAD =
      "e.key, e.type, e.title, e.reference, e.stage, e.revision, e.parent, e.provisional, e.path";

  /// Those of a head, with the content `c`.
  public static final String COLUMNS = HEAD + ", c.content, encode(e.digest, 'hex') as digest";

  /// What asks for whole records.
  static final String RECORD =
      "select " + COLUMNS + " from entry e join content c on c.digest = e.digest";

  /// Asks for whole records.
  ///
  /// @param where what follows on `where`
  static Query<EntryRow> where(String where) {
    return Query.of(EntryRow.class, RECORD + " where " + where);
  }

  /// Asks for heads alone.
  static Query<RecordHead> heads(String where) {
    return Query.of(RecordHead.class, "select " + HEAD + " from entry e where " + where);
  }

  public PublishedRecord record(CatalogueSchema schema) {
    RecordType type = schema.typeOf(head.type());
    Content read = Content.known(type, content);
    return new PublishedRecord(head, type, read.attributes(), read.links(), digest);
  }
}
