package org.seccatalogue.map.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.map.MapContents;
import org.seccatalogue.map.MapEdition;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapPlace;
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.map.MapRecord;
import org.seccatalogue.map.MapSource;
import org.seccatalogue.revision.DraftSnapshot;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;

/// The map of the working draft, as it is at one moment.
@ApplicationScoped
public class DraftMaps {

  private static final int BATCH = 500;

  private final CatalogueSchema schema;
  private final DraftSnapshot draft;

  DraftMaps(CatalogueSchema schema, DraftSnapshot draft) {
    this.schema = schema;
    this.draft = draft;
  }

  /// A map; or what is wrong with what it is to leave out.
  ///
  /// @param map absent also where the draft has nothing of the name that it is to be about
  public record Answer(Optional<MapGraph> map, List<Finding> findings) {
    public Answer {
      findings = List.copyOf(findings);
    }
  }

  /// The party that a map can be about, by what it is called.
  public Optional<MapPlace> party(String name) {
    return MapContents.party(schema, name);
  }

  /// The map that is asked for.
  ///
  /// @param said what a reader calls what it is about; empty for the whole code
  public Answer map(MapQuestion question, String said) {
    AtomicReference<MapContents> read = new AtomicReference<>();
    draft.read(() -> read.set(contents()));
    MapContents contents = Objects.requireNonNull(read.get());
    MapContents.Asked asked = contents.asked(question, said);
    return asked.findings().isEmpty()
        ? new Answer(MapGraph.of(contents, asked.question()), List.of())
        : new Answer(Optional.empty(), asked.findings());
  }

  /// The map of a question that leaves nothing out, within [DraftSnapshot#read].
  public Optional<MapGraph> mapOfMoment(MapQuestion question) {
    return MapGraph.of(contents(), question);
  }

  private MapContents contents() {
    return MapContents.of(new Source(draft.facts()));
  }

  /// The draft, while it is held at one moment.
  private final class Source implements MapSource {

    private final DraftSnapshot.Facts facts;

    Source(DraftSnapshot.Facts facts) {
      this.facts = facts;
    }

    @Override
    public CatalogueSchema schema() {
      return schema;
    }

    @Override
    public SequencedMap<String, String> stages() {
      SequencedMap<String, String> stages = new LinkedHashMap<>();
      schema.workflow().stages().stream()
          .filter(stage -> !schema.workflow().isEnd(stage.code()))
          .forEach(stage -> stages.put(stage.code(), stage.label()));
      return stages;
    }

    @Override
    public MapEdition edition() {
      return new MapEdition(
          "Draft", facts.lastChange().atZone(ZoneOffset.UTC).toLocalDate(), facts.digest());
    }

    @Override
    public void each(Consumer<MapRecord> reader) {
      String after = "";
      List<StoredRecord> batch;
      do {
        batch = draft.all(after, BATCH);
        for (StoredRecord one : batch) {
          reader.accept(new MapRecord(one.head(), one.type(), one.attributes(), one.links()));
          after = one.head().path();
        }
      } while (batch.size() == BATCH);
    }
  }
}
