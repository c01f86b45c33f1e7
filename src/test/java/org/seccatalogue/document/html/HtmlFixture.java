package org.seccatalogue.document.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.xml.XmlWriter;

/// Small specifications as HTML.
final class HtmlFixture {

  private HtmlFixture() {}

  static byte[] written(DocumentModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlDocument().write(model, out);
    return out.toByteArray();
  }

  static String fragment(DocumentModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlDocument().writeFragment(model, name -> "/records/" + name, out);
    return out.toString(UTF_8);
  }

  /// The markup of some blocks, with the sections that they open closed.
  static String blocks(Block... blocks) {
    StringWriter out = new StringWriter();
    XmlWriter xml = new XmlWriter(out);
    HtmlBody body = new HtmlBody(xml, new HtmlText(xml));
    Stream.of(blocks).forEach(body::write);
    body.end();
    return out.toString();
  }
}
