package org.seccatalogue.map.published;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.map.MapFocus;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.map.drawing.MapDrawing;
import org.seccatalogue.map.drawing.MapFormat;

/// Maps of baselines, in their first form.
abstract class MapFile implements PublishedWriter {

  private final BaselineMaps maps;
  private final FileKind kind;
  private final MapFormat format;

  MapFile(BaselineMaps maps, FileKind kind, MapFormat format) {
    this.maps = maps;
    this.kind = kind;
    this.format = format;
  }

  @Singleton
  static class AsSvg extends MapFile {
    AsSvg(BaselineMaps maps) {
      super(maps, FileKind.MAP, MapFormat.SVG);
    }
  }

  @Singleton
  static class AsPdf extends MapFile {
    AsPdf(BaselineMaps maps) {
      super(maps, FileKind.MAP_PDF, MapFormat.PDF);
    }
  }

  @Singleton
  static class AsPng extends MapFile {
    AsPng(BaselineMaps maps) {
      super(maps, FileKind.MAP_PNG, MapFormat.PNG);
    }
  }

  @Override
  public FileKind kind() {
    return kind;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    MapDrawing.write(graph(maps, file, MapFocus.Manner.EACH), format, out);
  }

  static MapGraph graph(BaselineMaps maps, PublishedFile file, MapFocus.Manner manner) {
    MapQuestion question = MapQuestion.read(file.asked());
    return maps.map(file.baseline(), file.older(), question, manner).orElseThrow();
  }

  /// A map holds no records: it only names them.
  @Override
  public FileMarks marks() {
    return FileMarks.NONE;
  }
}
