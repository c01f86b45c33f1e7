package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.FrozenCounts;
import org.seccatalogue.baseline.Manifest;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileStore;
import org.seccatalogue.baseline.keys.SigningKeys;
import org.seccatalogue.baseline.publication.PublicationRecord;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.baseline.signing.Jws;

/// Closes a baseline whose records are written: signs its manifest and publishes it.
@ApplicationScoped
class BaselineClosing {

  private final Projections projections;
  private final PublishedStore store;
  private final FileStore fileStore;
  private final FileForms forms;
  private final SigningKeys keys;
  private final PublicationRecord publications;
  private final Event<BaselineFrozen> frozen;

  BaselineClosing(
      Projections projections,
      PublishedStore store,
      FileStore fileStore,
      FileForms forms,
      SigningKeys keys,
      PublicationRecord publications,
      Event<BaselineFrozen> frozen) {
    this.projections = projections;
    this.store = store;
    this.fileStore = fileStore;
    this.forms = forms;
    this.keys = keys;
    this.publications = publications;
    this.frozen = frozen;
  }

  /// @param waivers those by which something was waived
  Baseline close(FreezeRequest request, List<Waiver> waivers, FrozenRows rows) {
    DraftProjection projection = projections.of(request.disclosed());
    Manifest.RecordTypes types = projection.types();
    store.keepSchema(Digests.bytes(types.digest()), projection.files());
    Baseline baseline = signed(request, waivers, rows, types);
    rows.countFacets();
    for (FileKind kind : FileKind.values()) {
      fileStore.publishIn(baseline.number(), kind, forms.newest(kind));
    }
    store.close(baseline);
    publications.add(PublicationAction.PUBLISHED, baseline, request.by(), request.note(), null);
    frozen.fire(new BaselineFrozen(baseline, request.by()));
    return baseline;
  }

  private Baseline signed(
      FreezeRequest request, List<Waiver> waivers, FrozenRows rows, Manifest.RecordTypes types) {
    String id = FreezeCheck.id(request.name());
    FrozenCounts counts = rows.counts();
    String manifest = Manifest.of(request, id, waivers, counts, types);
    return new Baseline(
        rows.baseline(),
        id,
        request.name(),
        request.dated(),
        counts.records(),
        counts.links(),
        counts.digest(),
        types.digest(),
        manifest,
        keys.sign(manifest, Jws.Statement.MANIFEST),
        PublicationAction.PUBLISHED,
        null,
        null);
  }
}
