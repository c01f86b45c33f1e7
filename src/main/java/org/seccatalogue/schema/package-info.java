/// Reads the files of `catalogue-schema/` into an immutable [CatalogueSchema]: record types,
/// enumerations, link rules and workflow. The only place that knows the JSON Schema library.
@NullMarked
package org.seccatalogue.schema;

import org.jspecify.annotations.NullMarked;
