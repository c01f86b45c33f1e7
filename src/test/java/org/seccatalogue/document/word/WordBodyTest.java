package org.seccatalogue.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.seccatalogue.document.word.WordFixture.blocks;
import static org.seccatalogue.document.word.WordFixture.visible;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Run;

class WordBodyTest {

  @Test
  void writesHeadingsWithTheirOwnNumbers() {
    String xml = blocks(new Block.Heading(4, "C.1.2.a", "DCC BCP", "C.1.2.a", true));

    assertThat(xml).contains("<w:pStyle w:val=\"Heading4\"/>");
    assertThat(visible(xml)).isEqualTo("C.1.2.a\tDCC BCP [provisional]\n");
  }

  @Test
  void writesEveryOptionAsABullet() {
    String xml =
        blocks(
            new Block.Options(
                "OPT-02",
                Run.of("Who replaces access rights?"),
                List.of(
                    new Block.Options.Option("A", Run.of("DCC"), "preferred"),
                    new Block.Options.Option("B", Run.of("The gaining supplier"), ""))));

    assertThat(visible(xml))
        .isEqualTo(
            """
            OPT-02  Who replaces access rights?
            Option A: DCC  [preferred]
            Option B: The gaining supplier
            """);
  }

  @Test
  void writesDraftingNotesWithWhatIsKnownOfThem() {
    assertThat(visible(blocks(new Block.DraftingNote("DN-1", Run.of("Check."), "A. B.", "open"))))
        .isEqualTo("Drafting note DN-1 (A. B., open): Check.\n");
    assertThat(visible(blocks(new Block.DraftingNote("", Run.of("Check."), "", ""))))
        .isEqualTo("Drafting note: Check.\n");
  }

  @Test
  void saysThatNoInteractionIsKnown() {
    assertThat(visible(blocks(new Block.InteractionBox("Interactions", List.of()))))
        .isEqualTo("Interactions\nNone identified.\n\n");
  }

  @Test
  void writesTablesOfFixedWidthWithARepeatedHeader() {
    assertThat(blocks(new Block.Table("", List.of("A", "B"), List.of(List.of("1")))))
        .isEqualTo(
            """
            <w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr></w:p>\
            <w:tbl><w:tblPr><w:tblStyle w:val="SECData"/><w:tblW w:w="1000" w:type="dxa"/>\
            <w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" \
            w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>\
            <w:tblCaption w:val=""/></w:tblPr>\
            <w:tblGrid><w:gridCol w:w="500"/><w:gridCol w:w="500"/></w:tblGrid>\
            <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\
            <w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr>\
            <w:p><w:pPr><w:pStyle w:val="SECTableHeader"/></w:pPr>\
            <w:r><w:t xml:space="preserve">A</w:t></w:r></w:p></w:tc>\
            <w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr>\
            <w:p><w:pPr><w:pStyle w:val="SECTableHeader"/></w:pPr>\
            <w:r><w:t xml:space="preserve">B</w:t></w:r></w:p></w:tc></w:tr>\
            <w:tr><w:trPr><w:cantSplit/></w:trPr>\
            <w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr>\
            <w:p><w:pPr><w:pStyle w:val="SECDataText"/></w:pPr>\
            <w:r><w:t xml:space="preserve">1</w:t></w:r></w:p></w:tc>\
            <w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr>\
            <w:p><w:pPr><w:pStyle w:val="SECDataText"/></w:pPr></w:p></w:tc></w:tr></w:tbl>\
            <w:p><w:pPr><w:pStyle w:val="SECTableGap"/></w:pPr></w:p>\
            """
                .replace("<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr></w:p>", ""));
  }

  @Test
  void letsALongRowGoOverTwoPages() {
    Block table = new Block.Table("", List.of("A"), List.of(List.of("long ".repeat(200))));

    assertThat(blocks(table)).containsOnlyOnce("<w:cantSplit/>");
  }

  @Test
  void refusesWhatHasNoPlaceOnAPage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Block.Heading(7, "", "", "", false))
        .withMessage("heading level 7, expected 1 to 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Block.Table("T", List.of("A"), List.of(List.of("1", "2"))))
        .withMessage("table \"T\" has 1 columns, but a row of 2: [1, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Block.Table("T", List.of(), List.of()))
        .withMessage("table \"T\" has no columns");
  }
}
