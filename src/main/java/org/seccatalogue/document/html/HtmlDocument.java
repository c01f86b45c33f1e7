package org.seccatalogue.document.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Stream;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.DocumentModel.Identity;
import org.seccatalogue.xml.XmlWriter;

/// Writes specifications as HTML, to be read on a screen and printed. The file needs nothing else:
/// no script, no font, no other file. It is well-formed XML too, so that any program can read it.
///
/// The same model gives the same bytes, and the body is not held: its length does not matter.
///
/// Whoever embeds the fragment in a page of theirs gives that page [#stylesheet()].
public final class HtmlDocument {

  private static final String LOOKS = "/document/specification.css";
  private static final String FRAME = "/document/specification-frame.css";
  private static final String FIGURES = "/document/specification-figure.css";
  private static final int BUFFER = 1 << 16;

  private final String looks;
  private final String frame;
  private final String figures;

  /// Reads the stylesheets; one instance may write any number of documents, also at once.
  public HtmlDocument() throws IOException {
    looks = resource(LOOKS);
    frame = resource(FRAME);
    figures = resource(FIGURES);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlDocument.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("There is no " + name + " on the classpath");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /// The rules for what stands in the document; they touch nothing outside it.
  public String stylesheet() {
    return looks;
  }

  /// Writes a whole file in UTF-8 and closes the body of the model, but leaves the stream open.
  /// After an exception, what has been written is not a document.
  public void write(DocumentModel model, OutputStream out) throws IOException {
    writing(
        model,
        out,
        xml -> {
          head(model, xml);
          xml.markup("<body>\n<a class=\"sec-skip\" href=\"#sec-text\">Skip to the text</a>\n");
          document(model, xml, new HtmlText(xml), "main");
          xml.markup("</body>\n</html>\n");
        });
  }

  /// Writes the document as one element, to be embedded in the main part of a page in British
  /// English. Its title is a heading of level 1, so the page has no other.
  ///
  /// @param pages where the records of the document, and those that it names, have pages
  public void writeFragment(DocumentModel model, RecordAddresses pages, OutputStream out)
      throws IOException {
    writing(model, out, xml -> document(model, xml, new HtmlText(xml, pages), "div"));
  }

  /// Writes a box of interactions as one element, to be embedded in a page below its title.
  ///
  /// @param pages where the records that it names have pages
  public void writeBox(Block.AgreementsBox box, RecordAddresses pages, OutputStream out)
      throws IOException {
    writing(
        out,
        xml -> {
          xml.markup("<div class=\"sec-document\">\n<div class=\"sec-text\">\n");
          new HtmlBody(xml, HtmlText.apart(xml, pages)).write(box);
          xml.markup("</div>\n</div>\n");
        });
  }

  private interface Content {
    void writeTo(XmlWriter xml);
  }

  private static void writing(DocumentModel model, OutputStream out, Content content)
      throws IOException {
    try (Stream<Block> _ = model.body()) {
      writing(out, content);
    }
  }

  private static void writing(OutputStream out, Content content) throws IOException {
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFER);
      content.writeTo(new XmlWriter(writer));
      writer.flush();
    } catch (UncheckedIOException e) {
      throw new IOException("The document cannot be written", e);
    }
  }

  private void head(DocumentModel model, XmlWriter xml) {
    Identity identity = model.identity();
    xml.markup(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>");
    xml.text(identity.title() + " \u2013 " + identity.version()).markup("</title>\n");
    meta(xml, "viewport", "width=device-width, initial-scale=1");
    meta(xml, "dcterms.date", identity.date().toString());
    meta(xml, "dcterms.identifier", identity.digest());
    if (identity.form() != null) {
      meta(xml, "sec-form", identity.form());
    }
    xml.markup("<style>\n").markup(frame).markup(looks);
    xml.markup(model.figure() == null ? "" : figures);
    xml.markup(PrintedMargins.of(identity)).markup("</style>\n</head>\n");
  }

  private static void meta(XmlWriter xml, String name, String content) {
    xml.empty("meta", "name", name, "content", content).markup("\n");
  }

  /// @param main the element that holds the body
  private static void document(DocumentModel model, XmlWriter xml, HtmlText text, String main) {
    HtmlBody body = new HtmlBody(xml, text);
    xml.open("div", "class", "sec-document", "data-digest", model.identity().digest());
    xml.markup("\n");
    new HtmlFrontMatter(xml, text).write(model);
    xml.open(main, "class", "sec-text", "id", "sec-text").markup("\n");
    if (model.figure() != null) {
      HtmlFigure.write(model.figure(), xml);
    }
    model.body().forEachOrdered(body::write);
    body.end();
    xml.close(main).markup("\n");
    identity(model.identity(), xml);
    xml.markup("</div>\n");
  }

  private static void identity(Identity identity, XmlWriter xml) {
    xml.markup("<footer class=\"sec-identity\"><p>").text(identity.title()).markup(", ");
    xml.text(identity.version()).markup(". <strong>").text(identity.status());
    xml.markup("</strong>.</p><p class=\"sec-digest\">Content digest: ").text(identity.digest());
    xml.markup("</p></footer>\n");
  }
}
