package org.seccatalogue.map.sheet;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import com.jcraft.jzlib.JZlib;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Writes a sheet as a PNG, as its PDF looks. Letters are drawn from the outlines of the typefaces,
/// and packed by a library that is the same everywhere, so that the same sheet has the same bytes.
public final class PngFile {

  /// Letters of 7 points are as high as 15 of its points.
  static final int DOTS_PER_INCH = 150;

  private static final double INCHES_PER_METRE = 1 / 0.0254;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte DEPTH = 8;
  private static final byte RGB = 2;
  private static final byte METRES = 1;
  private static final byte PLAIN = 0;
  private static final byte UP = 2;
  private static final int CHANNELS = 3;
  private static final byte[] NOT_PACKED = new byte[5];

  private final DataOutputStream out;
  private final Print print;

  private PngFile(OutputStream out, Print print) {
    this.out = new DataOutputStream(out);
    this.print = print;
  }

  /// How a picture is made of a sheet.
  ///
  /// @param dots per inch
  public record Print(int dots, Packing packing) {}

  /// How its points are packed.
  public enum Packing {
    /// Each row as what it differs by from the one above it, packed with the most work. What was
    /// published so stays so.
    TIGHT(JZlib.Z_BEST_COMPRESSION, UP),
    /// Rows as they are, packed with some work: smaller by a fifth, since what is drawn is letters
    /// and lines of one colour, and in a tenth of the time.
    QUICK(JZlib.Z_DEFAULT_COMPRESSION, PLAIN);

    private final int level;
    private final byte filter;

    Packing(int level, byte filter) {
      this.level = level;
      this.filter = filter;
    }
  }

  public static void write(SheetTitle title, Drawing drawing, OutputStream out) throws IOException {
    write(title, drawing, new Print(DOTS_PER_INCH, Packing.TIGHT), out);
  }

  /// Writes it as it is wanted.
  public static void write(SheetTitle title, Drawing drawing, Print print, OutputStream out)
      throws IOException {
    byte[] page = PdfFile.bytes(title, drawing);
    write(page, print, new Texts(title.words(), title.description(), ""), out);
  }

  /// Of pages that were drawn lately nothing is drawn again.
  private static void write(byte[] page, Print print, Texts texts, OutputStream out)
      throws IOException {
    out.write(DrawnPages.of(page, print + " " + texts.said(), () -> drawn(page, print, texts)));
    out.flush();
  }

  private static byte[] drawn(byte[] page, Print print, Texts texts) throws IOException {
    try (PDDocument document = Loader.loadPDF(page)) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      new PngFile(file, print).write(document, texts);
      return file.toByteArray();
    }
  }

  /// Writes the page of a PDF that was written here, with its title and its description.
  ///
  /// @param said what the file says of itself to programs, in ASCII
  public static void ofPage(byte[] pdf, String said, OutputStream out) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDDocumentInformation of = document.getDocumentInformation();
      Texts texts = new Texts(of.getTitle(), of.getSubject(), said);
      write(pdf, new Print(DOTS_PER_INCH, Packing.QUICK), texts, out);
    }
  }

  /// What it says besides what it shows.
  private record Texts(String title, String description, String said) {}

  private void write(PDDocument document, Texts texts) throws IOException {
    BufferedImage image =
        new PDFRenderer(document).renderImageWithDPI(0, print.dots(), ImageType.RGB);
    out.write(SIGNATURE);
    chunk("IHDR", header(image));
    int each = (int) Math.round(print.dots() * INCHES_PER_METRE);
    chunk("pHYs", ByteBuffer.allocate(9).putInt(each).putInt(each).put(METRES).array());
    chunk("iTXt", text("Title", texts.title()));
    chunk("iTXt", text("Description", texts.description()));
    if (!texts.said().isEmpty()) {
      chunk("iTXt", text("Comment", texts.said()));
    }
    chunk("IDAT", packed(image));
    chunk("IEND", new byte[0]);
    out.flush();
  }

  private static byte[] header(BufferedImage image) {
    return ByteBuffer.allocate(13)
        .putInt(image.getWidth())
        .putInt(image.getHeight())
        .put(DEPTH)
        .put(RGB)
        .array();
  }

  /// Neither packed nor in a named language.
  private static byte[] text(String keyword, String words) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
    text.write(NOT_PACKED);
    text.write(words.getBytes(StandardCharsets.UTF_8));
    return text.toByteArray();
  }

  private byte[] packed(BufferedImage image) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream rows = packing(packed)) {
      byte[] above = new byte[image.getWidth() * CHANNELS];
      for (int y = 0; y < image.getHeight(); y++) {
        byte[] row = row(image, y);
        rows.write(print.packing().filter);
        rows.write(print.packing().filter == UP ? less(row, above) : row);
        above = row;
      }
    }
    return packed.toByteArray();
  }

  private OutputStream packing(OutputStream packed) throws IOException {
    return new DeflaterOutputStream(packed, new Deflater(print.packing().level));
  }

  private static byte[] row(BufferedImage image, int y) {
    int[] colours = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    byte[] row = new byte[colours.length * CHANNELS];
    for (int x = 0; x < colours.length; x++) {
      row[x * CHANNELS] = (byte) (colours[x] >> 16);
      row[x * CHANNELS + 1] = (byte) (colours[x] >> 8);
      row[x * CHANNELS + 2] = (byte) colours[x];
    }
    return row;
  }

  private static byte[] less(byte[] row, byte[] above) {
    byte[] differs = new byte[row.length];
    for (int i = 0; i < row.length; i++) {
      differs[i] = (byte) (row[i] - above[i]);
    }
    return differs;
  }

  private void chunk(String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }
}
