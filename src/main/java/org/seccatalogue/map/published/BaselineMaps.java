package org.seccatalogue.map.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.map.MapContents;
import org.seccatalogue.map.MapFocus;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapPlace;
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

  /// The party that a map can be about, by what it is called.
  ///
  /// @param older what may have had it before, where changes are asked for
  public Optional<MapPlace> party(Baseline baseline, @Nullable Baseline older, String name) {
    return MapContents.party(published.schema(baseline), name)
        .or(
            () ->
                Optional.ofNullable(older)
                    .flatMap(one -> MapContents.party(published.schema(one), name)));
  }

  /// The map that is asked for; nothing where the baseline has nothing of the name that it is
  /// about.
  public Optional<MapGraph> map(Baseline baseline, MapQuestion question) {
    return map(baseline, null, question, MapFocus.Manner.NEWEST);
  }

  /// The same, made in one manner.
  public Optional<MapGraph> map(Baseline baseline, MapQuestion question, MapFocus.Manner manner) {
    return map(baseline, null, question, manner);
  }

  /// The same with what became of it since another baseline; nothing where neither has anything of
  /// that name.
  public Optional<MapGraph> changes(Baseline older, Baseline newer, MapQuestion question) {
    return map(newer, older, question, MapFocus.Manner.NEWEST);
  }

  /// What is asked, as the map says it, and what is wrong with what it is to leave out.
  ///
  /// @param older absent where no changes are asked for
  /// @param said what a reader calls what it is about; empty for the whole code
  public MapContents.Asked asked(
      Baseline baseline, @Nullable Baseline older, MapQuestion question, String said) {
    return question.without().isEmpty()
        ? new MapContents.Asked(question, List.of())
        : contents(baseline, older).asked(question, said);
  }

  /// Either of them.
  ///
  /// @param older absent where no changes are asked for
  Optional<MapGraph> map(
      Baseline baseline, @Nullable Baseline older, MapQuestion question, MapFocus.Manner manner) {
    return MapGraph.of(contents(baseline, older), question, manner);
  }

  /// All that there is to be drawn.
  ///
  /// @param older absent where no changes are asked for
  MapContents contents(Baseline baseline, @Nullable Baseline older) {
    return older == null
        ? MapContents.of(source(baseline))
        : MapContents.compared(source(older), source(baseline));
  }

  private BaselineMapSource source(Baseline baseline) {
    return new BaselineMapSource(baseline, published.schema(baseline), records);
  }
}
