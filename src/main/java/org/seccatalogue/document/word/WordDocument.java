package org.seccatalogue.document.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.xml.XmlWriter;
import org.seccatalogue.zip.PackedZip;
import org.seccatalogue.zip.PlainZip;
import org.seccatalogue.zip.Zip;

/// Writes specifications as Word documents. The template says how they look; the body goes straight
/// into the file, so that its length does not matter.
///
/// The same model gives the same bytes: nothing in the file depends on the day, the machine or the
/// place.
public final class WordDocument {

  private static final String TEMPLATE = "/document/specification-template.docx";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int BUFFER = 1 << 16;

  private final WordTemplate template;

  /// Reads the template; one instance may write any number of documents, also at once.
  public WordDocument() throws IOException {
    try (InputStream in = WordDocument.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IOException("There is no " + TEMPLATE + " on the classpath");
      }
      template = WordTemplate.read(in);
    }
  }

  /// Writes the document and closes its body, but leaves the stream open. After an exception, what
  /// has been written is not a document.
  public void write(DocumentModel model, OutputStream out) throws IOException {
    write(model, new PackedZip(out, NO_TIME, Deflater.DEFAULT_COMPRESSION));
  }

  /// The same as a plain archive, which has the same bytes on every machine.
  public void writePlain(DocumentModel model, OutputStream out) throws IOException {
    write(model, new PlainZip(out));
  }

  /// Writes what stands behind the front matter, with tracked changes.
  @FunctionalInterface
  public interface Changes {
    void write(WordParagraphs paragraphs, WordRevisions revisions);
  }

  /// Writes a document of changes, which are attributed to the version of the model and its day, as
  /// a plain archive. The body of the model is not read.
  public void writeChanges(DocumentModel model, OutputStream out, Changes changes)
      throws IOException {
    DocumentModel.Identity identity = model.identity();
    write(
        model,
        new PlainZip(out),
        (xml, paragraphs, _) ->
            changes.write(paragraphs, new WordRevisions(xml, identity.version(), identity.date())));
  }

  private void write(DocumentModel model, Zip zip) throws IOException {
    try (Stream<Block> blocks = model.body()) {
      write(
          model,
          zip,
          (_, paragraphs, tables) ->
              blocks.forEachOrdered(new WordBody(paragraphs, tables, template.textWidth())::write));
    }
  }

  /// Writes what stands behind the front matter.
  private interface Body {
    void write(XmlWriter xml, WordParagraphs paragraphs, WordTables tables);
  }

  private void write(DocumentModel model, Zip zip, Body body) throws IOException {
    try {
      WordProperties properties = new WordProperties(model);
      WordFigure figure = model.figure() == null ? null : new WordFigure(model.figure(), template);
      Map<String, byte[]> parts = figure == null ? template.parts() : figure.parts();
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.begin(part.getKey());
        if (part.getKey().equals(WordTemplate.DOCUMENT)) {
          document(model, figure, body, zip);
        } else {
          zip.write(properties.part(part.getKey(), part.getValue()));
        }
        zip.end();
      }
      if (figure != null) {
        zip.begin(WordFigure.PICTURE);
        figure.picture(zip);
        zip.end();
      }
      zip.finish();
    } catch (UncheckedIOException e) {
      throw new IOException("The document cannot be written", e);
    }
  }

  private void document(
      DocumentModel model, @Nullable WordFigure figure, Body body, OutputStream zip)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(zip, UTF_8), BUFFER);
    XmlWriter xml = new XmlWriter(writer);
    WordParagraphs paragraphs = new WordParagraphs(xml, template);
    WordTables tables = new WordTables(xml, paragraphs, template);
    xml.markup(template.documentHead());
    new WordFrontMatter(paragraphs, tables, template.textWidth()).write(model);
    if (figure != null) {
      figure.write(xml, paragraphs);
    }
    body.write(xml, paragraphs, tables);
    xml.markup(figure == null ? template.documentTail() : figure.documentTail());
    writer.flush();
  }
}
