package org.seccatalogue.bundle.shown.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known of a picture in Word leaves it as it is; all else is kept.
@NullUnmarked
class PlacedPictureTest {

  /// As Word writes a picture that it has read and saved.
  private static final String BY_WORD =
      """
      <w:drawing xmlns:w="w" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
        xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><wp:inline distT="0" distB="0"
        distL="0" distR="0" wp14:anchorId="1A2B" wp14:editId="3C4D"><wp:extent cx="14544000" cy="9360000"/>
        <wp:effectExtent l="0" t="0" r="9525" b="0"/><wp:docPr id="7" name="Figure 1" descr="In words"/>
        <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>
        <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>
        <pic:cNvPr id="0" name="Picture 1"/><pic:cNvPicPr><a:picLocks noChangeAspect="1"
        noChangeArrowheads="1"/></pic:cNvPicPr></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId12"><a:extLst>
        <a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"><a14:useLocalDpi val="0"/></a:ext></a:extLst>
        </a:blip><a:srcRect/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr bwMode="auto">
        <a:xfrm><a:off x="0" y="0"/><a:ext cx="14544000" cy="9360000"/></a:xfrm><a:prstGeom prst="rect">
        <a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></pic:spPr></pic:pic></a:graphicData>
        </a:graphic></wp:inline></w:drawing>
      """;

  private static Optional<PlacedPicture> read(String drawing) throws XMLStreamException {
    XMLStreamReader xml =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(drawing));
    xml.nextTag();
    return PlacedPicture.read(xml);
  }

  @Test
  void whatWordAddsChangesNothing() throws XMLStreamException {
    assertThat(read(BY_WORD))
        .contains(new PlacedPicture("rId12", "In words", "404.0 × 260.0 mm", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a:srcRect/>                | <a:srcRect t="50000"/>        | pic/pic:blipFill/a:srcRect@t 50000
          <a:xfrm>                    | <a:xfrm flipV="1">            | pic/pic:spPr/a:xfrm@flipV 1
          bwMode="auto"               | bwMode="white"                | pic/pic:spPr@bwMode white
          distT="0"                   | distT="9999999"               | @distT 9999999
          prst="rect"                 | prst="line"                   | pic/pic:spPr/a:prstGeom@prst line
          <a:avLst/></a:prstGeom><a:noFill/> | <a:avLst/></a:prstGeom><a:solidFill/> | pic/pic:spPr/a:solidFill
          <a:extLst>                  | <a:lum bright="100000"/><a:extLst> | pic/pic:blipFill/a:blip/a:lum@bright 100000
          <a14:useLocalDpi val="0"/>  | <x:svgBlip xmlns:x="svg" r:embed="rId9"/> | pic/pic:blipFill/a:blip/a:extLst/a:ext/{svg}svgBlip@r:embed rId9
          r:embed="rId12"             | r:embed="rId12" r:link="rId3" | pic/pic:blipFill/a:blip@r:link rId3
          """)
  void whatIsNotKnownIsKept(String from, String to, String more) throws XMLStreamException {
    assertThat(BY_WORD).contains(from);
    assertThat(read(BY_WORD.replace(from, to)).orElseThrow().more()).isEqualTo(more);
  }

  @Test
  void otherWordsAndAnotherSizeForOtherProgramsAreKept() throws XMLStreamException {
    String played =
        BY_WORD
            .replace("name=\"Picture 1\"", "name=\"Picture 1\" descr=\"Otherwise\"")
            .replace("<a:ext cx=\"14544000\"", "<a:ext cx=\"1\"");
    assertThat(read(played))
        .contains(
            new PlacedPicture(
                "rId12", "In words | Otherwise", "404.0 × 260.0 mm | 0.0 × 260.0 mm", ""));
  }

  @Test
  void whatIsMoreOrElseThanOnePictureInItsLineIsNone() throws XMLStreamException {
    assertThat(read(BY_WORD.replace("wp:inline", "wp:anchor"))).isEmpty();
    assertThat(read(BY_WORD.replace("r:embed=\"rId12\"", "r:link=\"rId12\""))).isEmpty();
    assertThat(read(BY_WORD.replace("<a:srcRect/>", "<a:blip r:embed=\"rId1\"/>"))).isEmpty();
    assertThat(read("<w:drawing xmlns:w=\"w\"/>")).isEmpty();
  }
}
