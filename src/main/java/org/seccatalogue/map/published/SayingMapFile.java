package org.seccatalogue.map.published;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.map.MapFocus;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.drawing.MapDrawing;
import org.seccatalogue.map.drawing.MapFormat;
import org.seccatalogue.map.sheet.PngFile;

/// Maps of baselines, in their second form: they say what was asked, and of which baselines they
/// are; that of a part gathers parties and documents; points are packed quickly.
abstract class SayingMapFile implements PublishedWriter {

  private final FileKind kind;

  SayingMapFile(FileKind kind) {
    this.kind = kind;
  }

  /// Drawn anew.
  abstract static class Drawn extends SayingMapFile {
    private final BaselineMaps maps;
    private final MapFormat format;

    Drawn(FileKind kind, BaselineMaps maps, MapFormat format) {
      super(kind);
      this.maps = maps;
      this.format = format;
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      MapGraph graph = MapFile.graph(maps, file, MapFocus.Parts.GATHERED);
      MapDrawing.write(graph, format, MapAddress.said(file), out);
    }
  }

  @Singleton
  static class AsSvg extends Drawn {
    AsSvg(BaselineMaps maps) {
      super(FileKind.MAP, maps, MapFormat.SVG);
    }
  }

  @Singleton
  static class AsPdf extends Drawn {
    AsPdf(BaselineMaps maps) {
      super(FileKind.MAP_PDF, maps, MapFormat.PDF);
    }
  }

  /// The page of the PDF in the same form, which may have been written ahead.
  @Singleton
  static class AsPng extends SayingMapFile {
    private final PublishedFiles files;

    AsPng(PublishedFiles files) {
      super(FileKind.MAP_PNG);
      this.files = files;
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      files.write(page(file), page);
      PngFile.ofPage(page.toByteArray(), MapAddress.said(file), out);
    }

    private PublishedFile page(PublishedFile file) {
      PublishedFile page =
          PublishedFile.map(FileKind.MAP_PDF, form(), file.baseline(), file.asked());
      Baseline older = file.older();
      return older == null ? page : page.comparedWith(older);
    }
  }

  @Override
  public FileKind kind() {
    return kind;
  }

  @Override
  public int form() {
    return FileForms.SECOND;
  }

  /// A map holds no records: it only names them.
  @Override
  public FileMarks marks() {
    return FileMarks.NONE;
  }
}
