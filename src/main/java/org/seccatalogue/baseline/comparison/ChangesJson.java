package org.seccatalogue.baseline.comparison;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;

/// All changes between two baselines as one JSON file: the same bytes for everybody, everywhere.
@ApplicationScoped
public class ChangesJson implements PublishedWriter {

  private static final FileMarks MARKS =
      new FileMarks(
          List.of("\\{\"kind\":\"[A-Z]{1,20}\",\"key\":\"([A-Z]{3}-[0-9]{4,9})\""), List.of());
  private static final JsonFactory JSON = new JsonMapper().getFactory();

  private final BaselineDiff diff;

  ChangesJson(BaselineDiff diff) {
    this.diff = diff;
  }

  @Override
  public FileKind kind() {
    return FileKind.CHANGES_JSON;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public FileMarks marks() {
    return MARKS;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    write(file.since(), file.baseline(), out);
  }

  /// Writes the page of all changes, one change at a time.
  private void write(Baseline older, Baseline newer, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeFieldName("since");
      json.writeTree(ChangeJson.baseline(older));
      json.writeFieldName("baseline");
      json.writeTree(ChangeJson.baseline(newer));
      json.writeFieldName("counts");
      json.writeTree(ChangeJson.array(diff.counts(older, newer), ChangeJson::count));
      json.writeArrayFieldStart("items");
      diff.each(older, newer, change -> write(json, change));
      json.writeEndArray();
      json.writeEndObject();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(JsonGenerator json, RecordChange change) {
    try {
      json.writeTree(ChangeJson.change(change));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
