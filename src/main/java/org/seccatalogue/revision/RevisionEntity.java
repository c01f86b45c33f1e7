package org.seccatalogue.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A revision, as the table `revision` holds it: written once.
@Entity
@Immutable
@Table(name = "revision")
@IdClass(RevisionEntity.Id_.class)
@NullUnmarked
class RevisionEntity {
  @Id String key;
  @Id int number;
  String stage;
  String content;
  byte[] digest;

  @Column(name = "made_at")
  Instant madeAt;

  @Column(name = "made_by")
  String madeBy;

  String note;

  /// The primary key.
  record Id_(String key, int number) implements Serializable {}
}
