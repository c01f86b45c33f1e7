package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.ProjectedFiles;
import org.seccatalogue.schema.Projection;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// Tells what would be published of the record types, and by that of records.
@ApplicationScoped
public class Projections {

  private final SchemaFiles files;
  private final CatalogueSchema drafted;
  private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

  Projections(SchemaFiles files, CatalogueSchema drafted) {
    this.files = files;
    this.drafted = drafted;
  }

  /// All attributes and columns that stay inside unless they are chosen.
  public List<InternalAttribute> internal() {
    return ProjectedFiles.of(files, Set.of()).internal();
  }

  /// The codes of these.
  Set<String> codes() {
    return internal().stream().map(InternalAttribute::code).collect(Collectors.toSet());
  }

  /// What would go out, by record type.
  public List<GoingOut> goingOut(Disclosure disclosure) {
    DraftProjection projection = of(disclosure);
    return projection.schema().types().stream()
        .map(
            type ->
                new GoingOut(
                    type,
                    projection.projection().internal().stream()
                        .filter(one -> one.isOf(type))
                        .toList()))
        .toList();
  }

  /// The same one for whoever asks again: all files are read for it.
  DraftProjection of(Disclosure disclosure) {
    Known known = last.get();
    if (known == null || !known.disclosure().equals(disclosure)) {
      known = new Known(disclosure, made(disclosure));
      last.set(known);
    }
    return known.projection();
  }

  private record Known(Disclosure disclosure, DraftProjection projection) {}

  private DraftProjection made(Disclosure disclosure) {
    Projection projection = ProjectedFiles.of(files, disclosure.attributes());
    return switch (SchemaLoader.loadPublished(projection.files())) {
      case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) ->
          new DraftProjection(projection, schema, disclosure.linkNotes(), drafted.digest());
      case SchemaLoader.Outcome.Refused(var findings) ->
          throw new IllegalStateException("What is published of the types is wrong: " + findings);
    };
  }
}
