package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// Writes the bundled contract into files, for the build: without a server and without a database.
public final class ContractFiles {

  private ContractFiles() {}

  /// Writes `openapi.yaml`, as it is served, and a file for each language in which a client is
  /// generated from it, into the folder that the argument names.
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    ObjectNode typed = TypedContract.of(new Contract(), recordTypes());
    new YAMLMapper().writeValue(folder.resolve("openapi.yaml").toFile(), typed);
    for (ClientLanguage language : ClientLanguage.values()) {
      new YAMLMapper()
          .writeValue(folder.resolve(language.file()).toFile(), ClientContract.of(typed, language));
    }
  }

  private static CatalogueSchema recordTypes() {
    return switch (SchemaLoader.load(SchemaFiles.bundled())) {
      case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
      case SchemaLoader.Outcome.Refused(List<Finding> findings) ->
          throw new IllegalStateException(
              findings.stream().map(Finding::message).collect(Collectors.joining("\n")));
    };
  }
}
