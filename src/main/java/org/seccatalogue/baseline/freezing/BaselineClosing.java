package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.FrozenCounts;
import org.seccatalogue.baseline.Manifest;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.SchemaText;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileStore;
import org.seccatalogue.baseline.keys.SigningKeys;
import org.seccatalogue.baseline.publication.PublicationRecord;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.schema.SchemaFiles;

/// Closes a baseline whose records are written: signs its manifest and publishes it.
@ApplicationScoped
class BaselineClosing {

  private final SchemaFiles files;
  private final PublishedStore store;
  private final FileStore fileStore;
  private final FileForms forms;
  private final SigningKeys keys;
  private final PublicationRecord publications;
  private final Event<BaselineFrozen> frozen;

  BaselineClosing(
      SchemaFiles files,
      PublishedStore store,
      FileStore fileStore,
      FileForms forms,
      SigningKeys keys,
      PublicationRecord publications,
      Event<BaselineFrozen> frozen) {
    this.files = files;
    this.store = store;
    this.fileStore = fileStore;
    this.forms = forms;
    this.keys = keys;
    this.publications = publications;
    this.frozen = frozen;
  }

  /// @param waivers those by which something was waived
  Baseline close(FreezeRequest request, List<Waiver> waivers, FrozenRows rows) {
    String schemaText = SchemaText.of(files);
    byte[] schemaDigest = Digests.sha256(schemaText);
    store.keepSchema(schemaDigest, schemaText);
    Baseline baseline = signed(request, waivers, rows, Digests.hex(schemaDigest));
    rows.countFacets();
    for (FileKind kind : FileKind.values()) {
      fileStore.publishIn(baseline.number(), kind, forms.newest(kind));
    }
    store.refreshStatistics();
    store.close(baseline);
    publications.add(PublicationAction.PUBLISHED, baseline, request.by(), request.note(), null);
    frozen.fire(new BaselineFrozen(baseline, request.by()));
    return baseline;
  }

  private Baseline signed(
      FreezeRequest request, List<Waiver> waivers, FrozenRows rows, String schemaDigest) {
    String id = FreezeCheck.id(request.name());
    FrozenCounts counts = rows.counts();
    String manifest = Manifest.of(request, id, waivers, counts, schemaDigest);
    return new Baseline(
        rows.baseline(),
        id,
        request.name(),
        request.dated(),
        counts.records(),
        counts.links(),
        counts.digest(),
        schemaDigest,
        manifest,
        keys.sign(manifest, Jws.Statement.MANIFEST),
        PublicationAction.PUBLISHED,
        null,
        null);
  }
}
