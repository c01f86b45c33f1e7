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

  /// What bundles in the third form say.
  static final String SIGNED =
      """
      A published baseline of the SEC Part C catalogue

      manifest.json   what was frozen, with the digest of all records
      manifest.jws    the signature over the manifest (JWS in compact form, Ed25519)
      revisions.txt   key, revision, stage and SHA-256 of each record, in the order of the outline
      records.jsonl   the records, one on each line
      schemas/        the record types that the baseline was frozen with
      records.xlsx    the records as a workbook
      documents/      the specifications
      withdrawn.jsonl records of earlier baselines that were withdrawn before this one was frozen,
                      with the reason and the record that replaces them
      form.txt        the form of this bundle
      checksums.txt   SHA-256 of each file (sha256sum -c checksums.txt)

      Two statements are signed: the manifest, and a list of the SHA-256 of every file in this bundle
      and of the bundle itself. The list is made after the bundle, and so it is not in it. Get it, and
      the public keys, from whoever published the baseline (ID is "id" in the manifest):

        /api/v1/baselines/ID/files.jws    one JWS on each line
        /.well-known/jwks.json            the keys

      To check all of it with the program of the catalogue, on Java 25 and without a server:

        java -jar quarkus-run.jar verify FILE --keys jwks.json --list files.jws

      To check all of it with nothing but Python 3 and OpenSSL 3, put the lines between the marks
      below into check.py, and run: python3 check.py FILE jwks.json files.jws

      What the lines do: a JWS is three texts in base64url with dots between them; signed are the
      bytes of the first two and the dot between them. The SHA-256 of a record is over the bytes of
      its line behind "content": and before the last brace: canonical JSON, which is that of RFC 8785
      with plain decimals for numbers (UTF-8, no spaces between values, the names of each object in
      the order of their UTF-16 codes, no exponents and no zeros at the end of a fraction). The
      digest of the baseline is the root of the hash tree of RFC 6962, section 2.1, with SHA-256,
      over the lines of revisions.txt without their ends. "schema" in the manifest is the SHA-256 of
      one canonical JSON object with the text of each file in schemas/ by its path below schemas/;
      "withdrawn" is the SHA-256 of withdrawn.jsonl, and not there where that is empty.

      ----- 8< -----
      import base64, hashlib, json, subprocess, sys, tempfile, zipfile

      def check(right, what):
          if not right:
              sys.exit('NOT AUTHENTIC: ' + what)

      def decoded(text):
          return base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))

      def sha(content):
          return hashlib.sha256(content).digest()

      def signed(jws, kind):
          head, body, signature = jws.split('.')
          header = json.loads(decoded(head))
          check(header['typ'] == kind and header['alg'] == 'EdDSA' and 'crit' not in header, kind)
          check(header['kid'] in keys, 'signed with the unknown key ' + header['kid'])
          pem = base64.b64encode(bytes.fromhex('302a300506032b6570032100') + keys[header['kid']])
          with tempfile.TemporaryDirectory() as at:
              for name, content in (('s', decoded(signature)), ('m', (head + '.' + body).encode()),
                      ('k', b'-----BEGIN PUBLIC KEY-----\\n%s\\n-----END PUBLIC KEY-----\\n' % pem)):
                  open(at + '/' + name, 'wb').write(content)
              ran = subprocess.run(['openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', at + '/k',
                  '-rawin', '-in', at + '/m', '-sigfile', at + '/s'], capture_output=True)
          check(ran.returncode == 0, 'the signature of ' + kind)
          return decoded(body)

      def root(leaves):
          if len(leaves) == 1:
              return sha(b'\\0' + leaves[0])
          half = 1 << (len(leaves) - 1).bit_length() - 1
          return sha(b'\\1' + root(leaves[:half]) + root(leaves[half:]))

      keys = {key['kid']: decoded(key['x']) for key in json.load(open(sys.argv[2]))['keys']}
      bundle = zipfile.ZipFile(sys.argv[1])
      parts = {name: bundle.read(name) for name in bundle.namelist()}
      check(len(parts) == len(bundle.namelist()), 'a file is there twice')
      text = signed(parts['manifest.jws'].decode(), 'sec-baseline+jws')
      manifest = json.loads(text)
      check(text == parts['manifest.json'], 'manifest.json')
      leaves = parts['revisions.txt'].split(b'\\n')[:-1]
      records = parts['records.jsonl'].split(b'\\n')[:-1]
      check(len(leaves) == len(records) == manifest['records'], 'the number of records')
      check(root(leaves).hex() == manifest['digest'], 'revisions.txt')
      for leaf, line in zip(leaves, records):
          key, digest = leaf.split()[0], leaf.split()[3]
          content = line[line.index(b'"content":') + 10:-1]
          check(line.startswith(b'{"key":"' + key) and sha(content).hex() == digest.decode(), str(key))
      listed = {}
      for jws in open(sys.argv[3]).read().split():
          files = json.loads(signed(jws, 'sec-baseline-files+jws'))
          check(files['digest'] == manifest['digest'] and files['baseline'] == manifest['id'],
              'the list is of another baseline')
          listed.update({f['name']: f['sha256'] for f in files['files'] if 'within' in f})
      check(listed.keys() == parts.keys(), 'files: ' + str(listed.keys() ^ parts.keys()))
      for name in parts:
          check(sha(parts[name]).hex() == listed[name], name)
      print('authentic:', manifest['name'], manifest['digest'])
      ----- >8 -----
      """;

  /// What bundles in the fourth form say: the same, and that they hold schemas.
  static final String WITH_TYPES =
      SIGNED.replace(
          "records.xlsx    the records as a workbook\n",
          """
          record-types/   the record types as JSON Schemas (2020-12), each of which stands alone: the
                          "content" of a record in records.jsonl is valid by the one named after its
                          "type"
          records.xlsx    the records as a workbook
          """);

  /// What bundles in the fifth form say: what stayed inside; and their lines compare the digest of
  /// the whole file, too. Without that, an archive that others unpack in another way would pass.
  static final String WHOLE =
      changed(
          WITH_TYPES,
          """
          "withdrawn" is the SHA-256 of withdrawn.jsonl, and not there where that is empty.
          """,
          """
          "withdrawn" is the SHA-256 of withdrawn.jsonl, and not there where that is empty.

          "projection" in the manifest says what this baseline does not publish. Record types have
          internal attributes, for those who draft. "inside" names those that stayed inside: none of
          their values is in this bundle, and so a value that you miss may have been there. "chosen"
          names the internal ones that whoever froze the baseline published all the same. Each has
          its "label" at that time, and a "code": the record type, the attribute and, where it is of
          a single column of a table, the column, with dots between them; * stands for all types of
          requirements, for what these share. "linkNotes" says whether the notes of links were
          published. "rule" is the version of these rules. Digests are of what was published. Where
          there is no "projection", everything was.
          """,
          "import base64, hashlib, json,",
          "import base64, hashlib, io, json,",
          """
          bundle = zipfile.ZipFile(sys.argv[1])
          """,
          """
          file = open(sys.argv[1], 'rb').read()
          bundle = zipfile.ZipFile(io.BytesIO(file))
          """,
          """
          listed = {}
          """,
          """
          listed, whole = {}, {}
          """,
          """
              listed.update({f['name']: f['sha256'] for f in files['files'] if 'within' in f})
          """,
          """
              for f in files['files']:
                  (listed if 'within' in f else whole)[f['name']] = f['sha256']
          """,
          """
          print('authentic:', manifest['name'], manifest['digest'])
          """,
          """
          check(sha(file).hex() in whole.values(), 'the file as a whole: each part is as published, '
              'but they were packed in another way, or something else is beside them')
          print('authentic:', manifest['name'], manifest['digest'])
          """);

  /// What bundles in the sixth form say: the same, and that they hold the map.
  static final String WITH_MAP =
      changed(
          WHOLE,
          """
          documents/      the specifications
          """,
          """
          documents/      the specifications
          maps/           what touches what, drawn on a sheet of A3
          """);

  /// What bundles in the seventh form say: the same, and what the map is there as.
  static final String WITH_PICTURE =
      changed(
          WITH_MAP,
          """
          maps/           what touches what, drawn on a sheet of A3
          """,
          """
          maps/           what touches what, drawn on a sheet of A3: as SVG, as PDF to print, and as a
                          picture (PNG) of the page of that PDF
          """);

  private BundleReadme() {}

  /// The text of a form with other passages: each is followed by what stands in its place.
  private static String changed(String text, String... passages) {
    String changed = text;
    for (int i = 0; i < passages.length; i += 2) {
      if (!changed.contains(passages[i])) {
        throw new IllegalStateException("The form before does not say: " + passages[i]);
      }
      changed = changed.replace(passages[i], passages[i + 1]);
    }
    return changed;
  }
}
