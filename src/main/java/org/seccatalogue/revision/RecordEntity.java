package org.seccatalogue.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// The current state of a record, as the table `record` holds it.
@Entity
@Table(name = "record")
@NullUnmarked
class RecordEntity {

  /// What a select of whole rows reads: all but what they are searched by.
  static final String COLUMNS =
      "key, type, parent, position, path, reference, title, stage, revision, version, attributes,"
          + " changed_at";

  @Id String key;
  String type;
  String parent;
  int position;
  String path;
  String reference;
  String title;
  String stage;
  int revision;
  long version;

  @JdbcTypeCode(SqlTypes.JSON)
  String attributes;

  @Column(name = "changed_at")
  Instant changedAt;
}
