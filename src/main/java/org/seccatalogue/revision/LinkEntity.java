package org.seccatalogue.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;

/// A link of a current revision, as the table `link` holds it.
@Entity
@Immutable
@Table(name = "link")
@IdClass(LinkEntity.Id_.class)
@NullUnmarked
class LinkEntity {
  @Id String source;
  @Id String type;
  @Id String target;

  @Column(name = "target_revision")
  int targetRevision;

  String note;

  static LinkEntity of(RecordKey source, Link link) {
    LinkEntity entity = new LinkEntity();
    entity.source = source.toString();
    entity.type = link.type();
    entity.target = link.target().toString();
    entity.targetRevision = link.targetRevision();
    entity.note = link.note();
    return entity;
  }

  Link link() {
    return new Link(type, RecordKey.of(target), targetRevision, note);
  }

  /// The primary key.
  record Id_(String source, String type, String target) implements Serializable {}
}
