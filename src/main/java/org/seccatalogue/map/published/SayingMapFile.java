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

/// Maps of baselines that say what was asked, and of which baselines they are: those of the second
/// form, in which that of a part gathers parties and documents, and points are packed quickly; and
/// those of the third, which can always be read.
abstract class SayingMapFile implements PublishedWriter {

  private final FileKind kind;
  private final Form form;

  /// How they are made.
  enum Form {
    SECOND(FileForms.SECOND, MapFocus.Manner.GATHERED),
    THIRD(FileForms.THIRD, MapFocus.Manner.READABLE);

    private final int number;
    private final MapFocus.Manner manner;

    Form(int number, MapFocus.Manner manner) {
      this.number = number;
      this.manner = manner;
    }
  }

  private SayingMapFile(FileKind kind, Form form) {
    this.kind = kind;
    this.form = form;
  }

  /// Drawn anew.
  abstract static class Drawn extends SayingMapFile {
    private final BaselineMaps maps;
    private final MapFormat format;

    Drawn(Form form, MapFormat format, BaselineMaps maps) {
      super(format == MapFormat.SVG ? FileKind.MAP : FileKind.MAP_PDF, form);
      this.maps = maps;
      this.format = format;
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      MapGraph graph = MapFile.graph(maps, file, manner());
      MapDrawing.write(graph, format, MapAddress.said(file), out);
    }
  }

  @Singleton
  static class AsSvg extends Drawn {
    AsSvg(BaselineMaps maps) {
      super(Form.SECOND, MapFormat.SVG, maps);
    }
  }

  @Singleton
  static class AsPdf extends Drawn {
    AsPdf(BaselineMaps maps) {
      super(Form.SECOND, MapFormat.PDF, maps);
    }
  }

  @Singleton
  static class AsPng extends OfPage {
    AsPng(PublishedFiles files) {
      super(Form.SECOND, files);
    }
  }

  @Singleton
  static class ReadableSvg extends Drawn {
    ReadableSvg(BaselineMaps maps) {
      super(Form.THIRD, MapFormat.SVG, maps);
    }
  }

  @Singleton
  static class ReadablePdf extends Drawn {
    ReadablePdf(BaselineMaps maps) {
      super(Form.THIRD, MapFormat.PDF, maps);
    }
  }

  @Singleton
  static class ReadablePng extends OfPage {
    ReadablePng(PublishedFiles files) {
      super(Form.THIRD, files);
    }
  }

  /// The page of the PDF in the same form, which may have been written ahead.
  abstract static class OfPage extends SayingMapFile {
    private final PublishedFiles files;

    OfPage(Form form, PublishedFiles files) {
      super(FileKind.MAP_PNG, form);
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

  MapFocus.Manner manner() {
    return form.manner;
  }

  @Override
  public FileKind kind() {
    return kind;
  }

  @Override
  public int form() {
    return form.number;
  }

  /// A map holds no records: it only names them.
  @Override
  public FileMarks marks() {
    return FileMarks.NONE;
  }
}
