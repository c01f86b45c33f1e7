package org.seccatalogue.api;

import org.seccatalogue.api.contract.BaselineState;
import org.seccatalogue.api.contract.Publication;

/// Entries of the record of publications, as the contract describes them.
public final class PublicationJson {

  private PublicationJson() {}

  public static Publication of(org.seccatalogue.baseline.Publication publication) {
    return new Publication()
        .sequence(publication.sequence())
        .act(BaselineState.valueOf(publication.act().name()))
        .baseline(publication.baseline())
        .digest(publication.digest())
        .at(Moments.of(publication.at()))
        .by(publication.by())
        .reason(publication.reason())
        .successor(publication.successor())
        .previous(publication.previous())
        .hash(publication.hash());
  }
}
