package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedSections;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.zip.PlainZip;

/// Writes bundles: all of a baseline in one zip archive, which tells by itself
/// whether it is whole. The same bytes for everybody, everywhere, every day; only the signature
/// depends on the key. Workbook and documents are in it in the forms that they were published in.
@ApplicationScoped
class Bundles implements PublishedWriter {

  private static final String KEY = "([A-Z]{3}-[0-9]{4,9})";
  private static final FileMarks OWN_MARKS =
      new FileMarks(
          List.of(
              "\\{\"key\":\"" + KEY + "\"",
              "(?<=\\n|[\\x00\\x01](?s:.{4}))" + KEY + " [0-9]+ [A-Za-z0-9_-]+ [0-9a-f]{64}"),
          List.of());

  private final Published published;
  private final PublishedSections sections;
  private final PublishedFiles files;
  private final StandardFiles standard;
  private final FileForms forms;

  Bundles(
      Published published,
      PublishedSections sections,
      PublishedFiles files,
      StandardFiles standard,
      FileForms forms) {
    this.published = published;
    this.sections = sections;
    this.files = files;
    this.standard = standard;
    this.forms = forms;
  }

  @Override
  public FileKind kind() {
    return FileKind.BUNDLE;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public FileMarks marks() {
    FileMarks all = OWN_MARKS;
    for (FileKind kind : List.of(FileKind.WORKBOOK, FileKind.WORD, FileKind.HTML)) {
      for (PublishedWriter writer : forms.writers(kind)) {
        all = all.and(writer.marks());
      }
    }
    return all;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    PlainZip zip = new PlainZip(out);
    Checksums checksums = new Checksums(zip);
    write(file.baseline(), checksums, BundleReadme.TEXT);
    checksums.write();
    zip.finish();
  }

  /// Writes the parts that all forms have.
  void write(Baseline baseline, Checksums checksums, String readme) throws IOException {
    checksums.part(BundleParts.README, part -> text(part, readme));
    checksums.part(BundleParts.MANIFEST, part -> text(part, baseline.manifest()));
    checksums.part(BundleParts.SIGNATURE, part -> text(part, baseline.signature()));
    checksums.part(
        BundleParts.REVISIONS,
        part -> sections.each(baseline, line -> line(part, line.leaf().line())));
    checksums.part(
        BundleParts.RECORDS, part -> sections.each(baseline, line -> line(part, line.line())));
    for (Map.Entry<String, String> schema : published.schemaFiles(baseline).texts().entrySet()) {
      checksums.part(BundleParts.SCHEMAS + schema.getKey(), part -> text(part, schema.getValue()));
    }
    for (PublishedFile inner : standard.inBundle(baseline)) {
      checksums.part(part(inner), part -> files.write(inner, part));
    }
  }

  private static String part(PublishedFile file) {
    return file.kind() == FileKind.WORKBOOK
        ? BundleParts.WORKBOOK
        : BundleParts.DOCUMENTS + file.fileName(true);
  }

  static void text(OutputStream out, String text) throws IOException {
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
