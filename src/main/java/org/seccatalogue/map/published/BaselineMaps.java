package org.seccatalogue.map.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.map.MapContents;
import org.seccatalogue.map.MapFocus;
import org.seccatalogue.map.MapGraph;

/// The maps of baselines: the same for everybody, everywhere, every day.
@ApplicationScoped
public class BaselineMaps {

  private final Published published;
  private final PublishedRecords records;

  BaselineMaps(Published published, PublishedRecords records) {
    this.published = published;
    this.records = records;
  }

  /// The key of what a map is asked to be about, by its key or reference.
  public Optional<String> key(Baseline baseline, String focus) {
    return records.find(baseline, focus).map(record -> record.key().toString());
  }

  /// The map of the surroundings of what has that key or reference, or of the whole code; nothing
  /// where the baseline has nothing of that name.
  public Optional<MapGraph> map(Baseline baseline, @Nullable String focus) {
    return graph(MapContents.of(source(baseline)), focus);
  }

  /// The same with what became of it since another baseline; nothing where neither has anything of
  /// that name.
  public Optional<MapGraph> changes(Baseline older, Baseline newer, @Nullable String focus) {
    return graph(MapContents.compared(source(older), source(newer)), focus);
  }

  private BaselineMapSource source(Baseline baseline) {
    return new BaselineMapSource(baseline, published.schema(baseline), records);
  }

  private static Optional<MapGraph> graph(MapContents contents, @Nullable String focus) {
    Optional<MapFocus> found =
        focus == null ? Optional.of(new MapFocus.Whole()) : contents.focus(focus);
    return found.map(one -> MapGraph.of(contents, one));
  }
}
