package org.seccatalogue.imports;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.plan.rows.Conflict;

/// What somebody decided about a row of an import that is in conflict, or about one cell of it.
///
/// @param row number of the row among all rows of the import
/// @param field name of what is in conflict; absent: all that is in conflict in the row
public record Decision(int row, @Nullable String field, Conflict.Choice choice) {}
