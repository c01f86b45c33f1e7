package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.seccatalogue.schema.CatalogueSchema;

/// The contracts as clients see them: one for each side, bundled with the record types.
@Path("/")
class ServedContract {

  private final Texts published;
  private final Texts drafting;

  ServedContract(Contract contract, CatalogueSchema schema) {
    published = Texts.of(SideContract.of(contract, schema, Side.PUBLIC));
    drafting = Texts.of(SideContract.of(contract, schema, Side.DRAFTING));
  }

  /// A contract in both its formats.
  private record Texts(String json, String yaml) {
    static Texts of(ObjectNode document) {
      try {
        return new Texts(document.toPrettyString(), new YAMLMapper().writeValueAsString(document));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @GET
  @Path("openapi.json")
  @Produces("application/json")
  public String json() {
    return published.json();
  }

  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml")
  public String yaml() {
    return published.yaml();
  }

  @GET
  @Path("openapi-drafting.json")
  @Produces("application/json")
  public String draftingJson() {
    return drafting.json();
  }

  @GET
  @Path("openapi-drafting.yaml")
  @Produces("application/yaml")
  public String draftingYaml() {
    return drafting.yaml();
  }
}
