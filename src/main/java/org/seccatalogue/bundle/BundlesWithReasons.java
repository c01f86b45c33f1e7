package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.zip.PlainZip;

/// The second form of bundles: they hold besides why records of earlier baselines were withdrawn.
@ApplicationScoped
class BundlesWithReasons implements PublishedWriter {

  private final Bundles first;
  private final PublishedRecords records;

  BundlesWithReasons(Bundles first, PublishedRecords records) {
    this.first = first;
    this.records = records;
  }

  @Override
  public FileKind kind() {
    return first.kind();
  }

  @Override
  public int form() {
    return FileForms.SECOND;
  }

  @Override
  public FileMarks marks() {
    return first.marks();
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    write(file, BundleReadme.TEXT + BundleReadme.WITHDRAWN, _ -> {}, out);
  }

  /// What a form writes behind all that the second has.
  interface More {
    void write(Checksums checksums) throws IOException;
  }

  /// Writes it in the form that the file says, with what it says of itself.
  void write(PublishedFile file, String readme, More more, OutputStream out) throws IOException {
    PlainZip zip = new PlainZip(out);
    Checksums checksums = new Checksums(zip);
    checksums.part(
        BundleParts.FORM, part -> Bundles.text(part, FileForms.said(file.form()) + "\n"));
    first.write(file.baseline(), checksums, readme);
    String withdrawn = WithdrawnRecord.text(records.withdrawn(file.baseline()));
    checksums.part(BundleParts.WITHDRAWN, part -> Bundles.text(part, withdrawn));
    more.write(checksums);
    checksums.write();
    zip.finish();
  }
}
