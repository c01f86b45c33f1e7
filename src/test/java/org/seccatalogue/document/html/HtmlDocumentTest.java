package org.seccatalogue.document.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seccatalogue.document.html.HtmlFixture.fragment;
import static org.seccatalogue.document.html.HtmlFixture.written;
import static org.seccatalogue.document.word.WordFixture.specification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.ContentsEntry;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.word.WordFixture;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

@Isolated("changes the language and time zone of the process")
class HtmlDocumentTest {

  private static final int MANY = 20_000;

  @Test
  void isTheSameInEveryPlace() throws IOException {
    byte[] here = written(specification());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(written(specification())).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void beginsWithTitleDocumentControlAndContents() throws IOException {
    assertThat(fragment(specification(Stream.empty())))
        .isEqualTo(
            """
            <div class="sec-document" data-digest="sha-256 9f3a">
            <header class="sec-front">
            <p class="sec-programme">Programme</p>
            <h1>Meters &amp; more</h1>
            <p class="sec-subtitle">Draft</p>
            <p class="sec-edition"><span>0.01</span> <strong>Draft</strong></p>
            <table class="sec-control">
            <caption>Document control</caption>
            <tbody>
            <tr><th scope="row">Reference</th><td>SEC-C</td></tr>
            </tbody>
            </table>
            <div class="sec-scroll" role="region" aria-label="Revision history" tabindex="0">
            <table class="sec-data">
            <caption>Revision history</caption>
            <thead>
            <tr><th scope="col">Version</th><th scope="col">Date</th><th scope="col">Author</th>\
            <th scope="col">Change</th></tr>
            </thead>
            <tbody>
            <tr><td>0.01</td><td>1 November 2011</td><td>Metering drafter</td><td>First</td></tr>
            </tbody>
            </table>
            </div>
            <p class="sec-reliance">Not for reliance.</p>
            </header>
            <nav class="sec-contents" aria-labelledby="sec-contents" tabindex="0">
            <h2 id="sec-contents">Contents</h2>
            <details>
            <summary>Contents</summary>
            <ol>
            <li><a href="#C.4.1.a"><span class="sec-number">C.4.1.a</span> \
            <span>Electricity meters</span></a></li>
            </ol>
            </details>
            </nav>
            <div class="sec-text" id="sec-text">
            </div>
            <footer class="sec-identity"><p>Meters &amp; more, 0.01. <strong>Draft</strong>.</p>\
            <p class="sec-digest">Content digest: sha-256 9f3a</p></footer>
            </div>
            """);
  }

  @Test
  void nestsTheContentsByLevel() throws IOException {
    String contents =
        fragment(
                withContents(
                    entry(1, "A"), entry(4, "B"), entry(4, "C"), entry(2, "D"), entry(1, "E")))
            .replaceAll("(?s).*?<nav.*?</summary>\n|</details>.*", "")
            .replaceAll("<a .*?<span>(.)</span></a>", "$1");

    assertThat(contents)
        .isEqualTo(
            """
            <ol>
            <li>A
            <ol>
            <li>B</li>
            <li>C</li>
            </ol>

            <ol>
            <li>D</li>
            </ol>
            </li>
            <li>E</li>
            </ol>
            """);
  }

  private static ContentsEntry entry(int level, String text) {
    return new ContentsEntry(level, "", text, text);
  }

  private static DocumentModel withContents(ContentsEntry... entries) {
    DocumentModel model = specification(Stream.empty());
    return new DocumentModel(model.identity(), model.titlePage(), List.of(entries), model.body());
  }

  @Test
  void isWellFormedAndLeadsEveryLinkToAnId() throws Exception {
    Document document = document(specification());
    List<String> ids = attributes(document, "id");
    List<String> targets =
        attributes(document, "href").stream().map(href -> href.substring(1)).toList();

    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(targets).contains("sec-text", "ESM-0006", "C.4.1.a").isSubsetOf(ids);
  }

  private static Document document(DocumentModel model)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(written(model)));
  }

  private static List<String> attributes(Document document, String name) {
    List<String> values = new ArrayList<>();
    NodeList elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element element && element.hasAttribute(name)) {
        values.add(element.getAttribute(name));
      }
    }
    return values;
  }

  @Test
  void needsNothingElse() throws IOException {
    assertThat(new String(written(specification()), UTF_8))
        .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .doesNotContain("<script", "<link", "<img", "url(", "@import", "http:", "https:");
  }

  @Test
  void saysOnEveryPrintedPageWhatItIs() {
    assertThat(
            PrintedMargins.of(
                new DocumentModel.Identity(
                    "A \"</style>\\", "é", "Draft", "sha-256 9f", LocalDate.of(2011, 11, 1))))
        .isEqualTo(
            """
            @page{
            @top-left{content:"A \\22 \\3c \\2f style\\3e \\5c "}
            @top-right{content:"\\e9 "}
            @bottom-left{content:"Draft\\a Content digest\\3a  sha\\2d 256 9f"}
            @bottom-right{content:"Page " counter(page) " of " counter(pages)}
            }
            @page:first{@top-left{content:none}@top-right{content:none}}
            """);
  }

  @Test
  void holdsNoMoreOfALongBodyThanAShortOne() throws IOException {
    AtomicLong largest = new AtomicLong();
    AtomicLong total = new AtomicLong();
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            total.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            largest.accumulateAndGet(length, Math::max);
            total.addAndGet(length);
          }
        };

    Stream<Block> body = IntStream.range(0, MANY).mapToObj(_ -> (Block) WordFixture.METER_CLOCK);
    new HtmlDocument().write(specification(body), counting);

    assertThat(total.get()).isGreaterThan(MANY * 1000L);
    assertThat(largest.get()).isLessThan(1 << 18);
  }

  @Test
  void closesTheBodyAndTellsWhatWentWrong() {
    AtomicBoolean closed = new AtomicBoolean();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatThrownBy(
            () ->
                new HtmlDocument()
                    .write(
                        specification(
                            IntStream.range(0, 1000)
                                .mapToObj(_ -> (Block) WordFixture.METER_CLOCK)
                                .onClose(() -> closed.set(true))),
                        full))
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("disk full");
    assertThat(closed).isTrue();
  }
}
