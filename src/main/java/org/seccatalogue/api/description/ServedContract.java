package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.seccatalogue.schema.CatalogueSchema;

/// The contract as clients see it: the hand-written one, bundled with the record types.
@Path("/")
class ServedContract {

  private final String json;
  private final String yaml;

  ServedContract(Contract contract, CatalogueSchema schema) {
    ObjectNode document = TypedContract.of(contract, schema);
    json = document.toPrettyString();
    try {
      yaml = new YAMLMapper().writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Path("openapi.json")
  @Produces("application/json")
  public String json() {
    return json;
  }

  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml")
  public String yaml() {
    return yaml;
  }
}
