package org.seccatalogue.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.hibernate.Session;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Command;

/// The records of the same types and sections as the rows of an import that no row names. They are
/// kept with the plan, and stay as they are unless somebody chooses them.
@ApplicationScoped
public class MissingRecords {

  /// The server knows nothing yet of the rows that are there: the difference of two sets takes the
  /// same time whatever it guesses.
  private static final Command ADD =
      Command.of(
          """
          insert into import_change (import_id, row_number, sheet, sheet_row, type, outcome, key,
            title, reference, uniques, parent, stage, base_version, base_revision,
            makes_revision, changed, attributes, chosen, base_stage)
          select :id, cast(:rows + row_number() over (order by r.path) as integer), '', 0,
            r.type, 'MISSING', r.key, r.title, r.reference, '{}', r.parent, :withdrawn,
            r.version, r.revision, false, '{stage}', '{}', false, r.stage
          from (
            select key from keys_beside(
              array(select distinct type || ' ' || parent from import_change
                where import_id = :id and parent is not null)) beside (key)
            except
            select key from import_change where import_id = :id
            except
            select unnest(cast(:named as text[]))) missing
          cross join lateral record_standing(missing.key) r
          where r.stage <> all(:ends)
          """);

  private final Session database;
  private final CatalogueSchema schema;

  MissingRecords(Session database, CatalogueSchema schema) {
    this.database = database;
    this.schema = schema;
  }

  /// Adds them to the plan, numbered on from its last row, in the order of the outline.
  ///
  /// @param named keys of the records that rows mean with which something may be wrong
  /// @return how many there are
  public int add(long id, int rows, Collection<String> named) {
    return ADD.with("id", id)
        .with("named", named)
        .with("rows", rows)
        .with("withdrawn", schema.workflow().withdrawn())
        .with("ends", schema.workflow().codes(Workflow.StageKind.END))
        .run(database);
  }
}
