package org.seccatalogue.revision.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.hibernate.Session;
import org.seccatalogue.schema.CatalogueSchema;

/// The one way to write records: their words, links, places and stages, and their history. No
/// other class has a statement that changes them, whether it is one record or a hundred thousand.
///
/// Whoever writes has asked the rules ([org.seccatalogue.rules.DraftRules]), holds the records
/// that change (`select ... for update`), and runs a transaction. What the database refuses all
/// the same, because somebody else was faster, is told by [Refusal].
///
/// ```
/// DraftWriting writing = writer.begin(note);
/// int last = writing.reserve(type.prefix(), count);   // keys of new records
/// writing.write(batch);                               // as often as there are batches
/// writing.end();
/// ```
@ApplicationScoped
public class DraftWriter {

  private final CatalogueSchema schema;
  private final Session database;
  private final Clock clock;

  DraftWriter(CatalogueSchema schema, Session database, Clock clock) {
    this.schema = schema;
    this.database = database;
    this.clock = clock;
  }

  /// Begins an act of writing; all of it has the same author, note and time.
  public DraftWriting begin(ChangeNote note) {
    return new DraftWriting(
        database,
        schema.workflow(),
        new WrittenBy(note, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
