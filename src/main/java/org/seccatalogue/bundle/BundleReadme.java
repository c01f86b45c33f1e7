package org.seccatalogue.bundle;

/// What a bundle says of itself.
final class BundleReadme {

  static final String TEXT =
      """
      A published baseline of the SEC Part C catalogue

      manifest.json   what was frozen, with the digest of all records
      manifest.jws    the signature over the manifest (JWS in compact form, Ed25519)
      revisions.txt   key, revision, stage and SHA-256 of each record, in the order of the outline
      records.jsonl   the records, one on each line: "content" is what the SHA-256 is of
      schemas/        the record types that the baseline was frozen with
      records.xlsx    the records as a workbook
      documents/      the specifications
      checksums.txt   SHA-256 of each file (sha256sum -c checksums.txt)

      The digest in the manifest is the root of the hash tree of RFC 6962, section 2.1, with SHA-256,
      over the lines of revisions.txt without their ends. "schema" in the manifest is the SHA-256 of
      the files in schemas/ as one canonical JSON object of texts by path.

      To check all of it without a server:

        java -jar quarkus-run.jar verify FILE --keys jwks.json

      with the public keys from /.well-known/jwks.json of whoever published the baseline. The
      workbook and the documents are made from the records; the signature does not cover them, and
      checksums.txt tells whether they are as they came. To have them compared with the records,
      give them to the page Verify where the baseline is published.
      """;

  /// What bundles in the second form say besides.
  static final String WITHDRAWN =
      """

      form.txt        the form of this bundle
      withdrawn.jsonl records of earlier baselines that were withdrawn before this one was frozen,
                      with the reason and the record that replaces them. "withdrawn" in the manifest
                      is the SHA-256 of this file; it is not there where the file is empty.
      """;

  private BundleReadme() {}
}
