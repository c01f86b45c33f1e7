package org.seccatalogue.revision.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.sql.Query;

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

  private static final Query<String> PATIENCE =
      Query.of(String.class, "select set_config('lock_timeout', :patience, true)");

  private final CatalogueSchema schema;
  private final Session database;
  private final Clock clock;
  private final Duration patience;

  DraftWriter(
      CatalogueSchema schema,
      Session database,
      Clock clock,
      @ConfigProperty(name = "catalogue.writing.patience", defaultValue = "15S")
          Duration patience) {
    this.schema = schema;
    this.database = database;
    this.clock = clock;
    this.patience = patience;
  }

  /// Lets a transaction that somebody looks at wait for others no longer than people do.
  public void hurry() {
    PATIENCE.with("patience", patience.toMillis() + "ms").only(database);
  }

  /// Holds the moves of records to other parents until the transaction ends. To be asked for before
  /// any record is held: so two that move at once wait for each other in one order.
  public void holdMoves() {
    Branch.MOVES.only(database);
  }

  /// Begins an act of writing; all of it has the same author, note and time.
  public DraftWriting begin(ChangeNote note) {
    return new DraftWriting(
        database, schema, new WrittenBy(note, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
