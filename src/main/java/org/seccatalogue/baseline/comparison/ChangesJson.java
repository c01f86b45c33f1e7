package org.seccatalogue.baseline.comparison;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
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
    write(file, out, _ -> {}, ChangeJson::change);
  }

  /// What a form writes before all that forms have in common.
  interface Head {
    void write(JsonGenerator json) throws IOException;
  }

  /// Writes the page of all changes, one change at a time.
  void write(
      PublishedFile file, OutputStream out, Head head, Function<RecordChange, ObjectNode> form)
      throws IOException {
    Baseline older = file.since();
    Baseline newer = file.baseline();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      head.write(json);
      json.writeFieldName("since");
      json.writeTree(ChangeJson.baseline(older));
      json.writeFieldName("baseline");
      json.writeTree(ChangeJson.baseline(newer));
      List<String> notCompared = BaselineDiff.notCompared(older, newer);
      if (!notCompared.isEmpty()) {
        json.writeFieldName("notCompared");
        json.writeTree(ChangeJson.array(notCompared, TextNode::valueOf));
      }
      json.writeFieldName("counts");
      json.writeTree(ChangeJson.array(diff.counts(older, newer), ChangeJson::count));
      json.writeArrayFieldStart("items");
      diff.each(older, newer, change -> write(json, form.apply(change)));
      json.writeEndArray();
      json.writeEndObject();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(JsonGenerator json, ObjectNode change) {
    try {
      json.writeTree(change);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The second form says why records were withdrawn.
  @ApplicationScoped
  public static class Second implements PublishedWriter {

    private final ChangesJson first;

    Second(ChangesJson first) {
      this.first = first;
    }

    @Override
    public FileKind kind() {
      return first.kind();
    }

    @Override
    public int form() {
      return FileForms.SECOND;
    }

    @Override
    public FileMarks marks() {
      return MARKS;
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      first.write(
          file,
          out,
          json -> json.writeStringField("form", FileForms.said(form())),
          ChangeJson::changeWithReason);
    }
  }
}
