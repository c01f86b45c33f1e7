package org.seccatalogue.map.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What a sheet becomes as a file.
class SheetFilesTest {

  private static final SheetTitle TITLE =
      new SheetTitle(
          new Box(0, 0, 100, 50), "Title <1>", "What it shows", LocalDate.of(2011, 11, 30));

  private static void drawn(Sheet sheet) {
    sheet.rectangle(new Box(0, 0, 100, 50), 0, Look.filled("#ffffff"));
    sheet.rectangle(new Box(10, 10, 20, 10), 2, Look.filled("#ff0000").edged("#0000ff", 1));
    sheet.circle(new Point(50, 15), 5, Look.filled("#00ff00"));
    sheet.path(Path.from(70, 10).to(90, 20), Look.line("#000000", 1).dashed(List.of(0.01, 2.0)));
    sheet.words("Zähler 計器 😀 €", new Point(50, 40), Lettering.of(10).at(Lettering.Anchor.MIDDLE));
  }

  private static byte[] pdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfFile.write(TITLE, SheetFilesTest::drawn, out);
    return out.toByteArray();
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngFile.write(TITLE, SheetFilesTest::drawn, out);
    return out.toByteArray();
  }

  @Test
  void thePdfSaysWhatItIsAndNothingOfTheMachine() throws IOException {
    byte[] pdf = pdf();
    String bytes = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(bytes)
        .contains("Title <1>", "What it shows", "D:20111130000000", "/Figure", "(en-GB)")
        .doesNotContain("FlateDecode");
    assertThat(pdf()).isEqualTo(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).strip()).isEqualTo("Zähler ?? ? €");
    }
  }

  @Test
  void thePngShowsEachShapeWhereItIs() throws IOException {
    byte[] png = png();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(colour(picture, 20, 15)).isEqualTo(0xff0000);
    assertThat(colour(picture, 10, 15)).isEqualTo(0x0000ff);
    assertThat(colour(picture, 50, 15)).isEqualTo(0x00ff00);
    assertThat(colour(picture, 95, 45)).isEqualTo(0xffffff);
    assertThat(colour(picture, 70, 10)).isEqualTo(0);
    assertThat(png()).isEqualTo(png);
  }

  private static int colour(BufferedImage picture, double x, double y) {
    double dots = picture.getWidth() / 100.0;
    return picture.getRGB((int) (x * dots), (int) (y * dots)) & 0xffffff;
  }
}
