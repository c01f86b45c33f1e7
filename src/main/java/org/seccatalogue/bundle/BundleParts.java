package org.seccatalogue.bundle;

/// The names of the parts of a bundle.
final class BundleParts {

  static final String README = "README.txt";
  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "manifest.jws";
  static final String REVISIONS = "revisions.txt";
  static final String RECORDS = "records.jsonl";
  static final String FORM = "form.txt";
  static final String WITHDRAWN = "withdrawn.jsonl";
  static final String SCHEMAS = "schemas/";
  static final String RECORD_TYPES = "record-types/";
  static final String WORKBOOK = "records.xlsx";
  static final String DOCUMENTS = "documents/";
  static final String MAPS = "maps/";
  static final String CHECKSUMS = "checksums.txt";

  /// The part with the schema of a record type.
  static String ofType(String name) {
    return RECORD_TYPES + name + ".schema.json";
  }

  private BundleParts() {}
}
