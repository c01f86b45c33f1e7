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

/// Writes the contracts into files, for the build: without a server and without a database.
public final class ContractFiles {

  private ContractFiles() {}

  /// Writes the contract of each side, as it is served, and beside it a folder with a file for each
  /// language in which a client of that side is generated, into the folder that the argument names;
  /// and as `release.yaml` the public contract without record types, which a release keeps.
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Contract contract = new Contract();
    CatalogueSchema types = recordTypes();
    write(folder.resolve("release.yaml"), SideContract.of(contract.document(), Side.PUBLIC));
    for (Side side : Side.values()) {
      ObjectNode document = SideContract.of(contract, types, side);
      Path clients = Files.createDirectories(folder.resolve(side.label()));
      write(folder.resolve(side.file() + ".yaml"), document);
      for (ClientLanguage language : ClientLanguage.values()) {
        write(clients.resolve(language.file()), ClientContract.of(document, language));
      }
    }
  }

  private static void write(Path file, ObjectNode document) throws IOException {
    new YAMLMapper().writeValue(file.toFile(), document);
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
