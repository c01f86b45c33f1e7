package org.seccatalogue.map.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.map.drawing.MapDrawing;

/// Maps of baselines as SVG, in their first form.
@ApplicationScoped
class MapFile implements PublishedWriter {

  private final BaselineMaps maps;

  MapFile(BaselineMaps maps) {
    this.maps = maps;
  }

  @Override
  public FileKind kind() {
    return FileKind.MAP;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    String focus = file.asked().isEmpty() ? null : file.asked();
    MapDrawing.write(maps.map(file.baseline(), focus).orElseThrow(), out);
  }

  /// A map holds no records: it only names them.
  @Override
  public FileMarks marks() {
    return FileMarks.NONE;
  }
}
