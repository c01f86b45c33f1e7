package org.seccatalogue.document.word;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seccatalogue.document.word.WordFixture.parts;
import static org.seccatalogue.document.word.WordFixture.specification;
import static org.seccatalogue.document.word.WordFixture.visible;
import static org.seccatalogue.document.word.WordFixture.written;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.Run;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class WordDocumentTest {

  private static final int MANY = 20_000;

  @Test
  void isTheSameEveryTime() throws IOException {
    assertThat(written(specification())).isEqualTo(written(specification()));
  }

  @Test
  void hasWellFormedPartsInTheOrderOfTheTemplate() throws IOException {
    Map<String, byte[]> parts = parts(written(specification()));

    assertThat(parts.keySet()).containsExactlyElementsOf(WordFixture.template().parts().keySet());
    for (byte[] part : parts.values()) {
      assertThat(WordTemplate.parse(part).getDocumentElement()).isNotNull();
    }
  }

  @Test
  void leadsEveryLinkToABookmark() throws IOException {
    Document document = document(specification());
    List<String> bookmarks = attributes(document, "bookmarkStart", "name");
    List<String> pages = new ArrayList<>();
    NodeList instructions = document.getElementsByTagNameNS(WordTemplate.NAMESPACE, "instrText");
    for (int i = 0; i < instructions.getLength(); i++) {
      pages.add(instructions.item(i).getTextContent().strip().split(" ", -1)[1]);
    }

    assertThat(attributes(document, "hyperlink", "anchor")).hasSize(3).isSubsetOf(bookmarks);
    assertThat(pages).hasSize(1).isSubsetOf(bookmarks);
    assertThat(attributes(document, "bookmarkStart", "id")).doesNotHaveDuplicates();
  }

  @Test
  void usesOnlyStylesOfTheTemplate() throws IOException {
    Map<String, byte[]> parts = parts(written(specification()));
    List<String> known =
        attributes(WordTemplate.parse(part(parts, "word/styles.xml")), "style", "styleId");
    Document document = WordTemplate.parse(part(parts, "word/document.xml"));

    for (String use : List.of("pStyle", "rStyle", "tblStyle")) {
      assertThat(attributes(document, use, "val")).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void printsTitleVersionStatusAndDigestOnEveryPage() throws IOException {
    Map<String, byte[]> parts = parts(written(specification()));

    assertThat(visible(text(parts, "word/header1.xml")))
        .isEqualTo("Meters &amp; more\tVersion 0.01\n");
    assertThat(visible(text(parts, "word/footer1.xml")))
        .isEqualTo("Draft\tPage 1 of 1\nContent digest: sha-256 9f3a\n");
    assertThat(text(parts, "docProps/custom.xml"))
        .contains("name=\"SEC Digest\"><vt:lpwstr>sha-256 9f3a</vt:lpwstr>");
    assertThat(text(parts, "docProps/core.xml"))
        .contains("<dc:title>Meters &amp; more</dc:title>", "<dc:language>en-GB</dc:language>")
        .contains("2011-11-01T00:00:00Z</dcterms:created>");
  }

  @Test
  void beginsWithTitlePageAndContents() throws IOException {
    assertThat(visible(text(parts(written(specification(Stream.of()))), "word/document.xml")))
        .isEqualTo(
            """

            Programme
            Meters &amp; more
            Draft
            Document control
            Reference
            SEC-C

            Revision history
            Version
            Date
            Author
            Change
            0.01
            1 November 2011
            Metering drafter
            First

            Not for reliance.
            Contents
            C.4.1.a\tElectricity meters\t
            """);
  }

  @Test
  void dropsCharactersThatXmlForbids() throws IOException {
    Document document =
        document(specification(Stream.of(new Block.Paragraph(Run.of("be\u0000ll\u0007")))));

    assertThat(document.getDocumentElement().getTextContent()).endsWith("bell");
  }

  @Test
  void holdsNoMoreThanAFewBlocks() throws IOException {
    CountingStream out = new CountingStream();
    AtomicLong half = new AtomicLong();
    Stream<Block> body =
        IntStream.range(0, MANY)
            .mapToObj(
                i -> {
                  if (i == MANY / 2) {
                    half.set(out.count);
                  }
                  return new Block.Paragraph(Run.of("Paragraph " + Integer.toHexString(i * 31)));
                });

    new WordDocument().write(specification(body), out);

    // What the packer holds back is not written yet; the rest of the first half is.
    assertThat(half.get()).isBetween(out.count / 5, out.count * 6 / 10);
  }

  @Test
  void closesTheBodyButNotTheStream() throws IOException {
    AtomicBoolean bodyClosed = new AtomicBoolean();
    CountingStream out = new CountingStream();

    new WordDocument()
        .write(specification(Stream.<Block>of().onClose(() -> bodyClosed.set(true))), out);

    assertThat(bodyClosed).isTrue();
    assertThat(out.closed).isFalse();
  }

  @Test
  void passesOnWhyTheBodyCannotBeRead() {
    Stream<Block> body =
        Stream.of(1)
            .map(
                i -> {
                  throw new IllegalStateException("no more");
                });

    assertThatThrownBy(() -> written(specification(body)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no more");
  }

  private static Document document(DocumentModel model) throws IOException {
    return WordTemplate.parse(part(parts(written(model)), "word/document.xml"));
  }

  private static byte[] part(Map<String, byte[]> parts, String name) {
    return parts.getOrDefault(name, new byte[0]);
  }

  private static String text(Map<String, byte[]> parts, String name) {
    return new String(part(parts, name), UTF_8);
  }

  private static List<String> attributes(Document document, String element, String attribute) {
    NodeList elements = document.getElementsByTagNameNS(WordTemplate.NAMESPACE, element);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element found) {
        values.add(found.getAttributeNS(WordTemplate.NAMESPACE, attribute));
      }
    }
    return values;
  }

  private static final class CountingStream extends OutputStream {

    private long count;
    private boolean closed;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
