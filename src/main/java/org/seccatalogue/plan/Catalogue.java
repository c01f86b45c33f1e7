package org.seccatalogue.plan;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.StoredRecords;
import org.seccatalogue.revision.numbering.FormerReferences;
import org.seccatalogue.rules.KnownRecords;
import org.seccatalogue.schema.CatalogueSchema;

/// The catalogue as whoever plans looks at it: in batches, and without changing it.
@ApplicationScoped
class Catalogue {

  private final CatalogueSchema schema;
  private final BulkLookup lookup;
  private final StoredRecords known;
  private final RecordNames names;
  private final FormerReferences former;
  private final Session database;

  Catalogue(
      CatalogueSchema schema,
      BulkLookup lookup,
      StoredRecords known,
      RecordNames names,
      FormerReferences former,
      Session database) {
    this.former = former;
    this.names = names;
    this.schema = schema;
    this.lookup = lookup;
    this.known = known;
    this.database = database;
  }

  CatalogueSchema schema() {
    return schema;
  }

  BulkLookup lookup() {
    return lookup;
  }

  KnownRecords forPlanning() {
    return known.forPlanning();
  }

  RecordNames names() {
    return names;
  }

  FormerReferences former() {
    return former;
  }

  Session database() {
    return database;
  }
}
