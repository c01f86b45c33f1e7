package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedSections;
import org.seccatalogue.document.published.BaselineDocuments;
import org.seccatalogue.export.published.BaselineWorkbook;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.zip.PlainZip;

/// Writes bundles: all of a baseline in one zip archive, which tells by itself whether it is whole.
/// The same bytes for everybody, everywhere, every day; only the signature depends on the key.
@ApplicationScoped
public class Bundles {

  private final Published published;
  private final PublishedSections sections;
  private final BaselineWorkbook workbook;
  private final BaselineDocuments documents;

  Bundles(
      Published published,
      PublishedSections sections,
      BaselineWorkbook workbook,
      BaselineDocuments documents) {
    this.published = published;
    this.sections = sections;
    this.workbook = workbook;
    this.documents = documents;
  }

  /// Writes the bundle of a baseline. The stream stays open.
  public void write(Baseline baseline, OutputStream out) throws IOException {
    PlainZip zip = new PlainZip(out);
    Checksums checksums = new Checksums(zip);
    checksums.part(BundleParts.README, part -> text(part, BundleReadme.TEXT));
    checksums.part(BundleParts.MANIFEST, part -> text(part, baseline.manifest()));
    checksums.part(BundleParts.SIGNATURE, part -> text(part, baseline.signature()));
    checksums.part(
        BundleParts.REVISIONS,
        part -> sections.each(baseline, line -> line(part, line.leaf().line())));
    checksums.part(
        BundleParts.RECORDS, part -> sections.each(baseline, line -> line(part, line.line())));
    for (Map.Entry<String, String> file : published.schemaFiles(baseline).texts().entrySet()) {
      checksums.part(BundleParts.SCHEMAS + file.getKey(), part -> text(part, file.getValue()));
    }
    checksums.part(BundleParts.WORKBOOK, part -> workbook.write(baseline, part));
    for (RecordHead section : sections.roots(baseline)) {
      if (documents.section(baseline, section.name()).isPresent()) {
        String name = BundleParts.DOCUMENTS + BaselineDocuments.fileName(baseline, section);
        checksums.part(name + ".docx", part -> documents.word(baseline, section, part));
        checksums.part(name + ".html", part -> documents.html(baseline, section, part));
      }
    }
    checksums.write();
    zip.finish();
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void line(OutputStream out, String line) {
    try {
      text(out, line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
