package org.seccatalogue.map.published;

import java.util.List;
import java.util.function.Consumer;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.map.MapEdition;
import org.seccatalogue.map.MapRecord;
import org.seccatalogue.map.MapSource;
import org.seccatalogue.schema.CatalogueSchema;

/// A baseline, of which nothing ever changes.
record BaselineMapSource(Baseline baseline, CatalogueSchema schema, PublishedRecords records)
    implements MapSource {

  private static final int BATCH = 500;

  @Override
  public MapEdition edition() {
    return new MapEdition(baseline.name(), baseline.dated(), baseline.digest());
  }

  @Override
  public void each(Consumer<MapRecord> reader) {
    String after = "";
    List<PublishedRecord> batch;
    do {
      batch = records.inOrder(baseline, after, BATCH);
      for (PublishedRecord one : batch) {
        reader.accept(new MapRecord(one.head(), one.type(), one.attributes(), one.links()));
        after = one.head().path();
      }
    } while (batch.size() == BATCH);
  }
}
