package org.seccatalogue.document.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.seccatalogue.document.Block;
import org.seccatalogue.document.Block.Requirement;
import org.seccatalogue.document.Block.Requirement.AttributeRow;
import org.seccatalogue.document.Block.Requirement.Badge;
import org.seccatalogue.document.Block.Requirement.LinkRow;
import org.seccatalogue.document.ContentsEntry;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.Run;
import org.seccatalogue.document.TitlePage;
import org.seccatalogue.xml.XmlWriter;

/// Small specifications, and what became of them.
public final class WordFixture {

  public static final Requirement METER_CLOCK =
      requirement(
          List.of(
              new AttributeRow("Technical", "Interval", Run.of("30 min")),
              new AttributeRow("Technical", "Retention", Run.of("13 months")),
              new AttributeRow("Verification", "Acceptance", Run.of("Drift under 10 s"))),
          List.of(
              new LinkRow("Derives from", "C.4.1.a", "Electricity meters", "C.4.1.a", true, ""),
              new LinkRow("Derives from", "A.2.4", "Security and privacy", null, false, "")));

  private WordFixture() {}

  public static Requirement requirement(List<AttributeRow> attributes, List<LinkRow> links) {
    return new Requirement(
        "ESM-0006",
        null,
        "Clock accuracy",
        Run.of("The electricity meter shall keep time within 10 seconds of UTC."),
        List.of(new Badge("Shall", Badge.Kind.OBLIGATION)),
        "ESM-0006",
        attributes,
        links,
        List.of());
  }

  /// A specification of one section with every kind of block.
  public static DocumentModel specification() {
    return specification(
        Stream.of(
            new Block.Heading(1, "C.4.1.a", "Electricity meters", "C.4.1.a", true),
            new Block.Summary(List.of(new Run.CrossReference("see the clock", "ESM-0006"))),
            new Block.Options(
                "OPT-01",
                Run.of("Who may schedule reads?"),
                List.of(new Block.Options.Option("A", Run.of("Any user role"), "preferred"))),
            new Block.DraftingNote("DN-02", Run.of("Keep both."), "Metering drafter", "open"),
            new Block.InteractionBox(
                "Potential interactions",
                List.of(
                    new Block.InteractionBox.Interaction(
                        "MRA", "ECOES", "Consequential change", "New item", "MRASCo", "awaited"))),
            METER_CLOCK,
            new Block.Bullets(List.of(Run.of("one"), Run.of("two"))),
            new Block.Paragraph(Run.of("The end.")),
            new Block.Table("Data items", List.of("Name", "Type"), List.of(List.of("DeviceId")))));
  }

  public static DocumentModel specification(Stream<Block> body) {
    return new DocumentModel(
        new DocumentModel.Identity(
            "Meters & more", "0.01", "Draft", "sha-256 9f3a", LocalDate.of(2011, 11, 1)),
        new TitlePage(
            "Programme",
            "Draft",
            List.of(new TitlePage.ControlRow("Reference", "SEC-C")),
            List.of(
                new TitlePage.RevisionRow("0.01", "1 November 2011", "Metering drafter", "First")),
            Run.of("Not for reliance.")),
        List.of(new ContentsEntry(1, "C.4.1.a", "Electricity meters", "C.4.1.a")),
        body);
  }

  static byte[] written(DocumentModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WordDocument().write(model, out);
    return out.toByteArray();
  }

  static Map<String, byte[]> parts(byte[] docx) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        parts.put(e.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  static WordTemplate template() {
    try (InputStream in =
        WordFixture.class.getResourceAsStream("/document/specification-template.docx")) {
      return WordTemplate.read(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The XML of some paragraphs.
  static String paragraphs(Consumer<WordParagraphs> content) {
    StringWriter out = new StringWriter();
    content.accept(new WordParagraphs(new XmlWriter(out), template()));
    return out.toString();
  }

  /// The XML of some blocks, on a page of a thousand units.
  static String blocks(Block... blocks) {
    StringWriter out = new StringWriter();
    XmlWriter xml = new XmlWriter(out);
    WordParagraphs paragraphs = new WordParagraphs(xml, template());
    WordBody body = new WordBody(paragraphs, new WordTables(xml, paragraphs, template()), 1000);
    Stream.of(blocks).forEach(body::write);
    return out.toString();
  }

  /// What a reader sees of some XML: a line for each paragraph, tabs as they are.
  static String visible(String xml) {
    return xml.replaceAll("<w:instrText.*?</w:instrText>", "")
        .replace("<w:tab/>", "\t")
        .replace("</w:p>", "\n")
        .replaceAll("<[^>]*>", "");
  }
}
