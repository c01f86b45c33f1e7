package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.RecordSchemas;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// The third form of bundles: they say that all of their files are signed, and bring a program that
/// checks that without the one that wrote them.
@ApplicationScoped
class BundlesWithProgram implements PublishedWriter {

  private final BundlesWithReasons second;

  BundlesWithProgram(BundlesWithReasons second) {
    this.second = second;
  }

  @Override
  public FileKind kind() {
    return second.kind();
  }

  @Override
  public int form() {
    return FileForms.THIRD;
  }

  @Override
  public FileMarks marks() {
    return second.marks();
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    second.write(file, BundleReadme.SIGNED, _ -> {}, out);
  }

  /// The fourth form of bundles: they hold the record types as JSON Schemas for any validator.
  @ApplicationScoped
  static class WithTypes implements PublishedWriter {

    private final BundlesWithReasons second;
    private final Published published;

    WithTypes(BundlesWithReasons second, Published published) {
      this.second = second;
      this.published = published;
    }

    @Override
    public FileKind kind() {
      return second.kind();
    }

    @Override
    public int form() {
      return FileForms.FOURTH;
    }

    @Override
    public FileMarks marks() {
      return second.marks();
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      write(file, BundleReadme.WITH_TYPES, _ -> {}, out);
    }

    /// Writes it in the form that the file says, with what it says of itself.
    void write(PublishedFile file, String readme, BundlesWithReasons.More more, OutputStream out)
        throws IOException {
      Baseline baseline = file.baseline();
      CatalogueSchema schema = published.schema(baseline);
      second.write(
          file,
          readme,
          checksums -> {
            for (RecordType type : schema.types()) {
              String text = RecordSchemas.of(schema, type, baseline.schemaDigest());
              checksums.part(BundleParts.ofType(type.name()), part -> Bundles.text(part, text));
            }
            more.write(checksums);
          },
          out);
    }

    /// Checks the schemas that a bundle holds: they follow from its files of record types.
    ///
    /// @param files of record types, of that digest
    /// @param texts of the parts of the bundle
    static List<Deviation> check(SchemaFiles files, String digest, Map<String, String> texts) {
      return switch (SchemaLoader.loadPublished(files)) {
        case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> check(schema, digest, texts);
        case SchemaLoader.Outcome.Refused _ -> List.of();
      };
    }

    private static List<Deviation> check(
        CatalogueSchema schema, String digest, Map<String, String> texts) {
      return schema.types().stream()
          .filter(type -> differs(schema, type, digest, texts))
          .map(
              type ->
                  Deviation.of(
                      BundleParts.ofType(type.name()), "It is not the schema of the record type."))
          .toList();
    }

    private static boolean differs(
        CatalogueSchema schema, RecordType type, String digest, Map<String, String> texts) {
      String text = texts.get(BundleParts.ofType(type.name()));
      return text != null && !text.equals(RecordSchemas.of(schema, type, digest));
    }
  }

  /// The fifth form of bundles: the program that they bring compares the file as a whole with the
  /// signed list, and they say what their manifest tells of what was not published.
  @ApplicationScoped
  static class ComparedWhole implements PublishedWriter {

    private final WithTypes fourth;

    ComparedWhole(WithTypes fourth) {
      this.fourth = fourth;
    }

    @Override
    public FileKind kind() {
      return fourth.kind();
    }

    @Override
    public int form() {
      return FileForms.FIFTH;
    }

    @Override
    public FileMarks marks() {
      return fourth.marks();
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      fourth.write(file, BundleReadme.WHOLE, _ -> {}, out);
    }
  }

  /// The sixth form of bundles: they hold the map of the whole code.
  @ApplicationScoped
  static class WithMap implements PublishedWriter {

    private final WithTypes fourth;
    private final StandardFiles standard;
    private final PublishedFiles files;

    WithMap(WithTypes fourth, StandardFiles standard, PublishedFiles files) {
      this.fourth = fourth;
      this.standard = standard;
      this.files = files;
    }

    @Override
    public FileKind kind() {
      return fourth.kind();
    }

    @Override
    public int form() {
      return FileForms.SIXTH;
    }

    @Override
    public FileMarks marks() {
      return fourth.marks();
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      write(file, BundleReadme.WITH_MAP, out);
    }

    /// Writes it in the form that the file says, with what it says of itself.
    void write(PublishedFile file, String readme, OutputStream out) throws IOException {
      fourth.write(
          file,
          readme,
          checksums -> {
            for (PublishedFile map : standard.maps(file.baseline(), file.form())) {
              checksums.part(BundleParts.MAPS + map.fileName(true), part -> files.write(map, part));
            }
          },
          out);
    }
  }

  /// The seventh form of bundles: they hold that map as a picture, too.
  @ApplicationScoped
  static class WithPicture implements PublishedWriter {

    private final WithMap sixth;

    WithPicture(WithMap sixth) {
      this.sixth = sixth;
    }

    @Override
    public FileKind kind() {
      return sixth.kind();
    }

    @Override
    public int form() {
      return FileForms.SEVENTH;
    }

    @Override
    public FileMarks marks() {
      return sixth.marks();
    }

    @Override
    public void write(PublishedFile file, OutputStream out) throws IOException {
      sixth.write(file, BundleReadme.WITH_PICTURE, out);
    }
  }
}
