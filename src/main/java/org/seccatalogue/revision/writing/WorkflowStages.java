package org.seccatalogue.revision.writing;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Command;

/// Tells the database which stages there are, before anything is written.
@ApplicationScoped
class WorkflowStages {

  private static final int BEFORE_ALL_OTHERS = 1;
  private static final Command ADD =
      Command.of(
          "insert into workflow_stage select unnest(cast(:codes as text[])) on conflict do"
              + " nothing");

  private final CatalogueSchema schema;
  private final Session database;
  private final boolean drafts;

  WorkflowStages(
      CatalogueSchema schema,
      Session database,
      @ConfigProperty(name = "catalogue.side", defaultValue = "both") String side) {
    this.schema = schema;
    this.database = database;
    this.drafts = !side.equals("public");
  }

  @Transactional
  void tell(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
    if (drafts) {
      tell();
    }
  }

  private void tell() {
    ADD.with("codes", schema.workflow().stages().stream().map(Workflow.Stage::code).toList())
        .run(database);
  }
}
