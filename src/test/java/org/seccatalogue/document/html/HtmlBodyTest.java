package org.seccatalogue.document.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.document.html.HtmlFixture.blocks;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Run;

class HtmlBodyTest {

  private static Block.Heading heading(int level, String anchor) {
    return new Block.Heading(level, "", "Title", anchor, false);
  }

  @Test
  void writesAHeadingWithItsNumberAndAnchor() {
    assertThat(blocks(new Block.Heading(2, "C.4", "Meters & more", "SEC-0004", true)))
        .isEqualTo(
            """
            <section>
            <h3 class="sec-heading sec-heading-2" id="SEC-0004"><span class="sec-number">C.4</span> \
            <span>Meters &amp; more</span> <span class="sec-provisional">[provisional]</span></h3>
            </section>
            """);
  }

  @Test
  void closesASectionBeforeTheNextOfItsLevel() {
    String markup = blocks(heading(1, "A"), heading(2, "B"), heading(2, "C"), heading(1, "D"));

    assertThat(markup.replaceAll("<(h\\d) .* id=\"(.)\".*</h\\d>", "$1 $2"))
        .isEqualTo(
            """
            <section>
            h2 A
            <section>
            h3 B
            </section>
            <section>
            h3 C
            </section>
            </section>
            <section>
            h2 D
            </section>
            """);
  }

  @Test
  void hasNoDeeperHeadingThanHtmlHas() {
    assertThat(blocks(heading(6, "A"))).contains("<h6 class=\"sec-heading sec-heading-6\"");
  }

  @Test
  void writesASummaryAndAParagraph() {
    assertThat(
            blocks(
                new Block.Summary(Run.of("In short.\nTwo lines.")),
                new Block.Paragraph(
                    List.of(
                        new Run.Text("shall", Run.Emphasis.STRONG),
                        new Run.Text("Code", Run.Emphasis.EMPHASIS),
                        new Run.Text("^a$", Run.Emphasis.LITERAL),
                        new Run.CrossReference("see it", "ESM-0006")))))
        .isEqualTo(
            """
            <div class="sec-summary">
            <p class="sec-label">Clear English summary</p>
            <p>In short.
            Two lines.</p>
            </div>
            <p class="sec-body"><strong>shall</strong><em>Code</em><code>^a$</code>\
            <a href="#ESM-0006">see it</a></p>
            """);
  }

  @Test
  void writesBullets() {
    assertThat(blocks(new Block.Bullets(List.of(Run.of("one"), Run.of("two")))))
        .isEqualTo(
            """
            <ul class="sec-bullets">
            <li>one</li>
            <li>two</li>
            </ul>
            """);
  }

  @Test
  void writesEachOptionAsABulletBelowItsQuestion() {
    assertThat(
            blocks(
                new Block.Options(
                    "OPT-01",
                    Run.of("Who may schedule?"),
                    List.of(
                        new Block.Options.Option("A", Run.of("Any user"), "preferred"),
                        new Block.Options.Option("B", Run.of("Suppliers"), "")))))
        .isEqualTo(
            """
            <div class="sec-options">
            <p class="sec-question"><span class="sec-key">OPT-01</span> Who may schedule?</p>
            <ul>
            <li><strong>Option A:</strong> Any user <span class="sec-state">preferred</span></li>
            <li><strong>Option B:</strong> Suppliers</li>
            </ul>
            </div>
            """);
  }

  @Test
  void writesADraftingNoteAside() {
    assertThat(
            blocks(
                new Block.DraftingNote("DN-02", Run.of("Keep both."), "Metering drafter", "open"),
                new Block.DraftingNote("", Run.of("Ask."), "", "")))
        .isEqualTo(
            """
            <aside class="sec-note">
            <p><strong>Drafting note DN-02</strong> (Metering drafter, open): Keep both.</p>
            </aside>
            <aside class="sec-note">
            <p><strong>Drafting note</strong>: Ask.</p>
            </aside>
            """);
  }

  @Test
  void writesInteractionsAsABoxWithATable() {
    assertThat(
            blocks(
                new Block.InteractionBox(
                    "Interactions",
                    List.of(
                        new Block.InteractionBox.Interaction(
                            "MRA", "ECOES", "Change", "New item", "MRASCo", "awaited")))))
        .isEqualTo(
            """
            <section class="sec-interactions">
            <h2>Interactions</h2>
            <div class="sec-scroll" role="region" aria-label="Interactions" tabindex="0">
            <table class="sec-data sec-titled">
            <caption>Interactions</caption>
            <thead>
            <tr><th scope="col">Code or agreement</th><th scope="col">Area</th>\
            <th scope="col">Kind</th><th scope="col">Impact</th><th scope="col">Raised by</th>\
            <th scope="col">Response</th></tr>
            </thead>
            <tbody>
            <tr><td>MRA</td><td>ECOES</td><td>Change</td><td>New item</td><td>MRASCo</td>\
            <td>awaited</td></tr>
            </tbody>
            </table>
            </div>
            </section>
            """);
  }

  @Test
  void saysThatThereAreNoInteractions() {
    assertThat(blocks(new Block.InteractionBox("Interactions", List.of())))
        .isEqualTo(
            """
            <section class="sec-interactions">
            <h2>Interactions</h2>
            <p class="sec-body">None identified.</p>
            </section>
            """);
  }

  @Test
  void fillsTheShortRowsOfATable() {
    assertThat(blocks(new Block.Table("", List.of("Name", "Type"), List.of(List.of("Id<1>")))))
        .isEqualTo(
            """
            <div class="sec-scroll" role="region" aria-label="Table" tabindex="0">
            <table class="sec-data">
            <thead>
            <tr><th scope="col">Name</th><th scope="col">Type</th></tr>
            </thead>
            <tbody>
            <tr><td>Id&lt;1&gt;</td><td></td></tr>
            </tbody>
            </table>
            </div>
            """);
  }
}
