package org.seccatalogue.schema;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.seccatalogue.finding.Finding;

/// Gives the schema to the rest of the application; a wrong one stops the start.
@ApplicationScoped
class SchemaProducer {

  @Produces
  @Singleton
  SchemaFiles files(@ConfigProperty(name = "catalogue.schema.directory") Optional<Path> directory) {
    return directory.map(SchemaFiles::in).orElseGet(SchemaFiles::bundled);
  }

  @Produces
  @Singleton
  CatalogueSchema schema(SchemaFiles files) {
    return switch (SchemaLoader.load(files)) {
      case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
      case SchemaLoader.Outcome.Refused(List<Finding> findings) ->
          throw new IllegalStateException(lines(findings));
    };
  }

  private static String lines(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.place().text() + ": " + finding.message())
        .collect(Collectors.joining("\n", "The record types are wrong:\n", ""));
  }
}
