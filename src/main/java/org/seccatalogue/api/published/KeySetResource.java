package org.seccatalogue.api.published;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.seccatalogue.api.contract.KeySet;
import org.seccatalogue.api.contract.PublicKey;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.Published.JwkSet;

/// The public keys that ever signed a manifest (RFC 7517, RFC 8037). Written by hand: its address
/// does not stand below those of the API.
@Path("/.well-known/jwks.json")
class KeySetResource {

  private final Published published;

  KeySetResource(Published published) {
    this.published = published;
  }

  @GET
  @Produces("application/json")
  public KeySet keys() {
    return new KeySet().keys(published.jwks().keys().stream().map(KeySetResource::key).toList());
  }

  private static PublicKey key(JwkSet.Key key) {
    return new PublicKey()
        .kty(PublicKey.KtyEnum.fromValue("OKP"))
        .crv(PublicKey.CrvEnum.fromValue("Ed25519"))
        .use(PublicKey.UseEnum.fromValue("sig"))
        .alg(PublicKey.AlgEnum.fromValue("EdDSA"))
        .kid(key.kid())
        .x(key.x());
  }
}
