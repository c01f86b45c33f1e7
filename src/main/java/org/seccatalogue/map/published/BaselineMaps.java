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
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.record.words.Meant;

/// The maps of baselines: the same for everybody, everywhere, every day.
@ApplicationScoped
public class BaselineMaps {

  private final Published published;
  private final PublishedRecords records;

  BaselineMaps(Published published, PublishedRecords records) {
    this.published = published;
    this.records = records;
  }

  /// What a map is asked to be about.
  ///
  /// @param older what has records that were removed since, where changes are asked for
  public Meant meant(Baseline baseline, @Nullable Baseline older, String focus) {
    Meant here = records.meant(baseline, focus);
    Meant before = older == null || here.one().isPresent() ? here : records.meant(older, focus);
    return before.one().isPresent() || here.question().isEmpty() ? before : here;
  }

  /// The map that is asked for; nothing where the baseline has nothing of the name that it is
  /// about.
  public Optional<MapGraph> map(Baseline baseline, MapQuestion question) {
    return map(baseline, null, question, MapFocus.Parts.GATHERED);
  }

  /// The same, where the map of a part shows parties and documents in one of its ways.
  public Optional<MapGraph> map(Baseline baseline, MapQuestion question, MapFocus.Parts parts) {
    return map(baseline, null, question, parts);
  }

  /// The same with what became of it since another baseline; nothing where neither has anything of
  /// that name.
  public Optional<MapGraph> changes(Baseline older, Baseline newer, MapQuestion question) {
    return map(newer, older, question, MapFocus.Parts.GATHERED);
  }

  /// Whether there is a map: what leaves out what it is about has none.
  ///
  /// @param older absent where no changes are asked for
  public boolean has(Baseline baseline, @Nullable Baseline older, MapQuestion question) {
    return question.without().isEmpty()
        || map(baseline, older, question, MapFocus.Parts.GATHERED).isPresent();
  }

  /// Either of them.
  ///
  /// @param older absent where no changes are asked for
  Optional<MapGraph> map(
      Baseline baseline, @Nullable Baseline older, MapQuestion question, MapFocus.Parts parts) {
    MapContents contents =
        older == null
            ? MapContents.of(source(baseline))
            : MapContents.compared(source(older), source(baseline));
    return MapGraph.of(contents, question, parts);
  }

  private BaselineMapSource source(Baseline baseline) {
    return new BaselineMapSource(baseline, published.schema(baseline), records);
  }
}
