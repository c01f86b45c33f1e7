package org.seccatalogue.map.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Writes a sheet as a PDF of one page. The same sheet has the same bytes everywhere: its date is
/// that of what is drawn, its number follows from its title, and nothing is packed, because what
/// comes of packing depends on the build of Java.
public final class PdfFile {

  private static final String PRODUCER = "SEC Part C catalogue";

  private PdfFile() {}

  public static void write(SheetTitle title, Drawing drawing, OutputStream out) throws IOException {
    out.write(bytes(title, drawing));
  }

  static byte[] bytes(SheetTitle title, Drawing drawing) throws IOException {
    byte[] packed = packed(title, drawing);
    try (PDDocument document = Loader.loadPDF(packed)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
          unpack(stream);
        }
      }
      return saved(document, title);
    }
  }

  /// With its typefaces, which the library packs.
  private static byte[] packed(SheetTitle title, Drawing drawing) throws IOException {
    try (PDDocument document = new PDDocument()) {
      Box size = title.size();
      PDPage page =
          new PDPage(
              new PDRectangle(
                  (float) (size.width() * PdfSheet.SCALE),
                  (float) (size.height() * PdfSheet.SCALE)));
      document.addPage(page);
      describe(document, title);
      try (PDPageContentStream content =
          new PDPageContentStream(
              document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
        AlternativeText text = new AlternativeText(document, page);
        text.begin(content, title);
        drawing.on(sheet(title, content, Typefaces.in(document)));
        text.end(content);
      }
      return saved(document, title);
    }
  }

  private static Sheet sheet(SheetTitle title, PDPageContentStream content, Typefaces typefaces)
      throws IOException {
    PdfSheet sheet = new PdfSheet(content, typefaces, title.size().height());
    return title.isSaid() ? new MarkedSheet(sheet, content) : sheet;
  }

  private static void describe(PDDocument document, SheetTitle title) {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title.words());
    information.setSubject(title.description());
    information.setProducer(PRODUCER);
    if (title.isSaid()) {
      information.setKeywords(title.said());
    }
    information.setCreationDate(GregorianCalendar.from(title.dated().atStartOfDay(ZoneOffset.UTC)));
  }

  private static byte[] saved(PDDocument document, SheetTitle title) throws IOException {
    document.setDocumentId(title.dated().toEpochDay());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }

  private static void unpack(COSStream stream) throws IOException {
    if (!stream.containsKey(COSName.FILTER)) {
      return;
    }
    byte[] content = stream.createInputStream().readAllBytes();
    stream.removeItem(COSName.FILTER);
    stream.removeItem(COSName.DECODE_PARMS);
    try (OutputStream raw = stream.createRawOutputStream()) {
      raw.write(content);
    }
  }
}
