package org.seccatalogue.api.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.seccatalogue.api.PlainJson;
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
  public JsonNode keys() {
    ObjectNode body = PlainJson.object();
    body.set("keys", PlainJson.array(published.jwks().keys(), KeySetResource::key));
    return body;
  }

  private static JsonNode key(JwkSet.Key key) {
    return PlainJson.object()
        .put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("use", "sig")
        .put("alg", "EdDSA")
        .put("kid", key.kid())
        .put("x", key.x());
  }
}
